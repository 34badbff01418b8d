"""Laying two sequences beside each other: what stays, what is like what, what goes and what comes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

Pair = tuple[int | None, int | None]
"""Where an item stands in the old and in the new sequence; None where it is in one only."""

Likeness = Callable[[int, int], float]
"""How like two items are, from 0 to 1, by where they stand."""

_MOST_CELLS = 400_000_000
"""How many bits the table of two sequences may take; longer ones are compared item by item."""

_MOST_COMPARED = 4_000
"""How many pairs of a stretch are compared; in longer ones, items are paired by their place."""


def align(old: Sequence[Hashable], new: Sequence[Hashable], likeness: Likeness, least: float) -> list[Pair]:
    """Pair items in their order: the same, as many as can be; between those, what is like by ``least``.

    Unpaired old items come before the new ones that stand in their place.
    """
    pairs: list[Pair] = []
    for old_range, new_range, is_same in find_stretches(old, new):
        if is_same:
            pairs += zip(old_range, new_range, strict=True)
        else:
            pairs += _align_stretch(old_range, new_range, likeness, least)
    return pairs


def find_stretches(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[range, range, bool]]:
    """Yield the stretches that are the same, and those between that are not, in order."""
    from rapidfuzz.distance import LCSseq

    start, end = _count_shared(old, new)
    if start:
        yield range(start), range(start), True
    middle = [items[start : len(items) - end] for items in (old, new)]
    numbers: dict[Hashable, int] = {}
    # Small numbers: RapidFuzz knows items by their hash alone.
    coded = [[numbers.setdefault(item, len(numbers)) for item in items] for items in middle]
    too_many = len(coded[0]) * len(coded[1]) > _MOST_CELLS
    held: list[tuple[int, int, int, int]] = [(0, len(coded[0]), 0, len(coded[1]))] if too_many else []
    for code in () if too_many else LCSseq.opcodes(*coded):
        place = (code.src_start, code.src_end, code.dest_start, code.dest_end)
        if code.tag != "equal":
            held.append(place)
            continue
        yield from _join(held, start)
        held.clear()
        yield range(start + place[0], start + place[1]), range(start + place[2], start + place[3]), True
    yield from _join(held, start)
    if end:
        yield range(len(old) - end, len(old)), range(len(new) - end, len(new)), True


def _count_shared(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many items are the same at the beginning, and at the end of what is left."""
    shorter = min(len(old), len(new))
    start = next((index for index in range(shorter) if old[index] != new[index]), shorter)
    rest = shorter - start
    end = next((index for index in range(rest) if old[-1 - index] != new[-1 - index]), rest)
    return start, end


def _join(places: Sequence[tuple[int, int, int, int]], start: int) -> Iterator[tuple[range, range, bool]]:
    """Yield places that follow each other as one stretch that is not the same."""
    if places:
        old = range(start + places[0][0], start + places[-1][1])
        yield old, range(start + places[0][2], start + places[-1][3]), False


def find_moved(old: Sequence[Hashable], new: Sequence[Hashable], pairs: Sequence[Pair]) -> dict[int, int]:
    """Return which unpaired new items are the same as unpaired old ones: they were moved."""
    free: dict[Hashable, list[int]] = {}
    for before, after in reversed(pairs):
        if after is None and before is not None:
            free.setdefault(old[before], []).append(before)
    lone = (after for before, after in pairs if before is None and after is not None)
    return {after: places.pop() for after in lone if (places := free.get(new[after]))}


def find_lone(pairs: Sequence[Pair], moves: Mapping[int, int]) -> tuple[list[int], list[int]]:
    """Return the old items that went and the new ones that came, those that were moved left out."""
    moved = set(moves.values())
    gone = [before for before, after in pairs if after is None and before is not None and before not in moved]
    come = [after for before, after in pairs if before is None and after is not None and after not in moves]
    return gone, come


def _align_stretch(old: range, new: range, likeness: Likeness, least: float) -> list[Pair]:
    if not old or not new:
        return [*((before, None) for before in old), *((None, after) for after in new)]
    if len(old) * len(new) > _MOST_COMPARED:
        return _align_by_place(old, new, likeness, least)
    best = _best_sums(old, new, likeness, least)
    pairs: list[Pair] = []
    row, column = 0, 0
    while row < len(old) and column < len(new):
        step = best[row][column][1]
        if step == 0:
            pairs.append((old[row], new[column]))
            row, column = row + 1, column + 1
        elif step == 1:
            pairs.append((old[row], None))
            row += 1
        else:
            pairs.append((None, new[column]))
            column += 1
    pairs += [(before, None) for before in old[row:]]
    pairs += [(None, after) for after in new[column:]]
    return pairs


def _best_sums(old: range, new: range, likeness: Likeness, least: float) -> list[list[tuple[float, int]]]:
    """Return for each corner the largest likeness of all that follows, and the step to it.

    0 pairs both items, 1 passes an old one, 2 a new one.
    """
    width = len(new)
    sums = [[(0.0, 2)] * (width + 1) for _ in range(len(old) + 1)]
    for row in reversed(range(len(old))):
        for column in reversed(range(width)):
            like = likeness(old[row], new[column])
            passed_old, passed_new = sums[row + 1][column][0], sums[row][column + 1][0]
            best = (passed_old, 1) if passed_old >= passed_new else (passed_new, 2)
            if like >= least and like + sums[row + 1][column + 1][0] >= best[0]:
                best = (like + sums[row + 1][column + 1][0], 0)
            sums[row][column] = best
    return sums


def _align_by_place(old: range, new: range, likeness: Likeness, least: float) -> list[Pair]:
    pairs: list[Pair] = []
    for before, after in zip(old, new, strict=False):
        if likeness(before, after) >= least:
            pairs.append((before, after))
        else:
            pairs += [(before, None), (None, after)]
    pairs += [(before, None) for before in old[len(new) :]]
    pairs += [(None, after) for after in new[len(old) :]]
    return pairs
