"""Which slide of the new deck is which of the old one, and which of them were moved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import TYPE_CHECKING

from .align import find_stretches
from .facts import Slide, text_of
from .words import likeness

if TYPE_CHECKING:
    from collections.abc import Hashable

_WORD = re.compile(r"\w+")
_MOST_HOLDERS = 20
"""A word that so many slides have does not tell which one it is."""

_MOST_CANDIDATES = 8
_LEAST_HERE = 0.4
_LEAST_ELSEWHERE = 0.55
"""How like two slides must be to be one: between the same neighbours, and elsewhere."""

_TITLE_SHARE, _LONE_TITLE_SHARE = 0.3, 0.7
"""What the title counts, where there are other words and where there are none."""


def match_slides(old: Sequence[Slide], new: Sequence[Slide]) -> list[tuple[int, int]]:
    """Return the pairs of slides that are one, by index, in the old order.

    The same content comes first, in order where that can be; then what PowerPoint calls the same slide; then
    likeness of titles and words. What is compared grows with the number of slides, not with its square.
    """
    contents = [[_content(slide) for slide in side] for side in (old, new)]
    pairs = dict(_match_in_order(*contents))
    _match_rest(pairs, *contents)
    _match_identities(pairs, old, new)
    _match_alike(pairs, old, new)
    return sorted(pairs.items())


def find_moved_pairs(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Return the fewest pairs, by their place in the list, that must move for all others to be in order."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, after) in enumerate(pairs):
        length = bisect_left(ends, after)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [after]
        last[length : length + 1] = [number]
    kept = set()
    number = last[-1] if last else -1
    while number >= 0:
        kept.add(number)
        number = before[number]
    return set(range(len(pairs))) - kept


def _content(slide: Slide) -> Hashable:
    """Return what makes a slide that one, whatever it looks like."""
    tables = tuple(table.grid for table in slide.tables)
    pictures = tuple(picture.digest for picture in slide.pictures)
    charts = tuple((chart.kind, chart.data) for chart in slide.charts)
    drawings = tuple((drawing.labels, drawing.edges) for drawing in slide.drawings)
    return text_of(slide.title), slide.body, slide.notes, tables, pictures, charts, drawings


def _match_in_order(old: list[Hashable], new: list[Hashable]) -> Iterator[tuple[int, int]]:
    for before, after, is_same in find_stretches(old, new):
        if is_same:
            yield from zip(before, after, strict=True)


def _match_rest(pairs: dict[int, int], old: list[Hashable], new: list[Hashable]) -> None:
    """Pair slides of one content that stand in another order."""
    taken = set(pairs.values())
    free: dict[Hashable, list[int]] = defaultdict(list)
    for index in reversed(range(len(new))):
        if index not in taken:
            free[new[index]].append(index)
    for index, content in enumerate(old):
        if index not in pairs and free.get(content):
            pairs[index] = free[content].pop()


def _match_identities(pairs: dict[int, int], old: Sequence[Slide], new: Sequence[Slide]) -> None:
    """Pair slides that PowerPoint gave the same identity; one that was copied with it tells nothing."""
    taken = set(pairs.values())
    places = [
        {slide.identity: index for index, slide in enumerate(side) if slide.identity} for side in (old, new)
    ]
    counts = Counter(slide.identity for side in (old, new) for slide in side)
    for identity, index in places[0].items():
        other = places[1].get(identity)
        if other is not None and counts[identity] == 2 and index not in pairs and other not in taken:
            pairs[index] = other


def _match_alike(pairs: dict[int, int], old: Sequence[Slide], new: Sequence[Slide]) -> None:
    taken = set(pairs.values())
    lone = (
        [index for index in range(len(old)) if index not in pairs],
        [index for index in range(len(new)) if index not in taken],
    )
    if not all(lone):
        return
    tokens = [[_tokens(slide) for slide in side] for side in (old, new)]
    weights = _weights([*tokens[0], *tokens[1]])
    olds, news = ({index: tokens[side][index] for index in lone[side]} for side in (0, 1))
    gaps = _gaps(pairs, len(old), len(new))
    scored = []
    for before, after in set(_candidates(olds, news, gaps)):
        is_here = gaps[0][before] == gaps[1][after]
        score = _score(old[before], new[after], olds[before], news[after], weights)
        if score >= (_LEAST_HERE if is_here else _LEAST_ELSEWHERE):
            order = (-score, not is_here, abs(before - after), min(before, after), max(before, after))
            scored.append((order, before, after))
    for _, before, after in sorted(scored):
        if before not in pairs and after not in taken:
            pairs[before] = after
            taken.add(after)


def _weights(counts: Sequence[Counter[str]]) -> dict[str, float]:
    """Return how much a word tells of which slide one sees: little where it stands on most of them."""
    holders = Counter(token for each in counts for token in each)
    return {token: log(1 + len(counts) / number) for token, number in holders.items()}


def _gaps(pairs: dict[int, int], old: int, new: int) -> tuple[list[int], list[int]]:
    """Return for each old and each new slide behind which of the pairs that stay in order it stands."""
    ordered = sorted(pairs.items())
    moved = find_moved_pairs(ordered)
    stay = [pair for number, pair in enumerate(ordered) if number not in moved]
    return _ranks([before for before, _ in stay], old), _ranks([after for _, after in stay], new)


def _ranks(anchors: Sequence[int], count: int) -> list[int]:
    return [bisect_left(anchors, index) for index in range(count)]


def _candidates(
    olds: dict[int, Counter[str]], news: dict[int, Counter[str]], gaps: tuple[list[int], list[int]]
) -> Iterator[tuple[int, int]]:
    """Yield pairs worth comparing: they share rare words, or stand in one place between their neighbours."""
    yield from _sharing(olds, news)
    yield from ((before, after) for after, before in _sharing(news, olds))
    by_gap: tuple[dict[int, list[int]], dict[int, list[int]]] = (defaultdict(list), defaultdict(list))
    for side, indexes in enumerate((olds, news)):
        for index in indexes:
            by_gap[side][gaps[side][index]].append(index)
    for gap, befores in by_gap[0].items():
        afters = by_gap[1].get(gap, [])
        yield from zip(befores, afters, strict=False)
        yield from zip(reversed(befores), reversed(afters), strict=False)


def _sharing(these: dict[int, Counter[str]], those: dict[int, Counter[str]]) -> Iterator[tuple[int, int]]:
    """Yield for each of these the few of those with which it shares most that others have not."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, tokens in those.items():
        for token in tokens:
            holders[token].append(index)
    for index, tokens in these.items():
        shared: dict[int, float] = defaultdict(float)
        for token in tokens:
            found = holders.get(token, ())
            if len(found) <= _MOST_HOLDERS:
                for other in found:
                    shared[other] += 1 / len(found)
        best = sorted(shared, key=lambda other: (-shared[other], abs(other - index), other))
        yield from ((index, other) for other in best[:_MOST_CANDIDATES])


def _tokens(slide: Slide) -> Counter[str]:
    """Count what can be told of a slide: its words, and what else is on it."""
    texts = [text_of(slide.title), *(p.text for p in slide.body), *(p.text for p in slide.notes)]
    texts += [text_of(cell) for table in slide.tables for row in table.grid.rows for cell in row]
    texts += [text_of(cell) for chart in slide.charts for row in chart.data.rows for cell in row]
    texts += [label.text for drawing in slide.drawings for label in drawing.labels]
    tokens = Counter(_WORD.findall("\n".join(texts).casefold()))
    tokens[f" layout {slide.layout}"] += 1
    for kind, things in (("table", slide.tables), ("chart", slide.charts), ("drawing", slide.drawings)):
        tokens[f" {kind}"] += len(things)
    for picture in slide.pictures:
        tokens[" picture"] += 1
        tokens[f" picture {picture.digest}"] += 1
    return +tokens


def _score(
    old: Slide, new: Slide, olds: Counter[str], news: Counter[str], weights: Mapping[str, float]
) -> float:
    """Return how like two slides are, from 0 to 1."""
    shared = sum(weights[token] * min(count, news[token]) for token, count in olds.items() if token in news)
    total = sum(weights[token] * count for counts in (olds, news) for token, count in counts.items())
    words = 2 * shared / (total or 1)
    titles = text_of(old.title).casefold(), text_of(new.title).casefold()
    if not any(titles):
        return words
    # Half of the letters of two titles are the same by chance.
    title = max(2 * likeness(*titles) - 1, 0)
    share = _TITLE_SHARE if old.body or new.body or old.notes or new.notes else _LONE_TITLE_SHARE
    return share * title + (1 - share) * words
