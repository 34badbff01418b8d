"""The lifelines of a sequence diagram: how far from each other they stand for what goes between them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Items
from itertools import pairwise

from deckbuild.figures.diagram import Fragment, Message, Sequence, SequenceNote
from deckbuild.figures.diagram.sequence import SequenceItem
from deckbuild.named_tuple import NamedTuple

from .fitting import label_size
from .sizes import Labels, TextSize

ACTOR_HEIGHT = 2.4  # of the type size: the figure that stands over an actor's name
_HEAD_PAD = (0.8, 0.45)
_MOST_HEAD = 9.0
_GAP = 1.6
SELF_WIDTH = 2.2
NOTE_PAD = 0.55


class Columns(NamedTuple):
    """Lifelines by participant's index, in points: their x, the sizes of their heads, and all that is used.

    ``left`` and ``right`` are the least and the greatest x that anything needs.
    """

    middles: tuple[float, ...]
    heads: tuple[float, ...]
    head_height: float
    left: float
    right: float


class Texts:
    """The labels of a sequence diagram in one type size; ``most`` is how wide lines of messages may be."""

    __slots__ = ("_labels", "most", "size", "small")

    def __init__(self, labels: Labels, size: float, most: float) -> None:
        self._labels = labels
        self.size = size
        self.small = label_size(size)
        self.most = most

    def head(self, text: str) -> TextSize:
        """Measure a participant's label, as multiples of ``size``."""
        return self._labels.measure(text, _MOST_HEAD, bold=True)

    def extent(self, text: str, most: float | None = None) -> tuple[float, float]:
        """Return the width and height in points of other text, lines at most ``most`` points wide."""
        limit = self.most if most is None else max(min(most / self.small, self.most), 4.0)
        measured = self._labels.measure(text, limit)
        return (measured.width + 0.4) * self.small, (measured.height + 0.1) * self.small


def walk(items: Items[SequenceItem]) -> Iterator[SequenceItem]:
    """Yield items and those in fragments."""
    for item in items:
        yield item
        if isinstance(item, Fragment):
            for section in item.sections:
                yield from walk(section.items)


def find_columns(chart: Sequence, texts: Texts, width: float | None = None) -> Columns:
    """Return where lifelines stand; ``width`` is the room to be filled, None: as narrow as they can be."""
    index = {each.id: number for number, each in enumerate(chart.participants)}
    size = texts.size
    heads = []
    high = 0.0
    for each in chart.participants:
        text = texts.head(each.label)
        heads.append(max((text.width + 2 * _HEAD_PAD[0]) * size, 4.5 * size))
        more = ACTOR_HEIGHT if each.is_actor else 2 * _HEAD_PAD[1]
        high = max(high, (text.height + more) * size)
    gaps = [(one + other) / 2 + _GAP * size for one, other in pairwise(heads)]
    left, right = heads[0] / 2, heads[-1] / 2
    for first, last, need in sorted(_needs(chart, index, texts)):
        if first < 0:
            left = max(left, need - sum(gaps[:last]))
        elif last >= len(heads):
            right = max(right, need - sum(gaps[first:]))
        elif (lack := need - sum(gaps[first:last])) > 0:
            for number in range(first, last):
                gaps[number] += lack / (last - first)
    if width is not None and gaps:
        more = max(width - left - right - sum(gaps), 0.0) / len(gaps)
        gaps = [gap + min(more, gap * 0.9) for gap in gaps]
    middles = [0.0]
    for gap in gaps:
        middles.append(middles[-1] + gap)
    return Columns(tuple(middles), tuple(heads), high, -left, middles[-1] + right)


def _needs(chart: Sequence, index: dict[str, int], texts: Texts) -> Iterator[tuple[int, int, float]]:
    """Yield how far lifelines must be apart: two indexes, -1 and their number for the edges, and points."""
    size = texts.size
    for item in walk(chart.items):
        if isinstance(item, Message):
            one, other = sorted((index[item.source], index[item.target]))
            wide = texts.extent(item.text)[0] + (1.6 if item.number is None else 3.2) * size
            if one == other:
                yield one, one + 1, max(wide, SELF_WIDTH * size) + size
            else:
                yield one, other, wide
        elif isinstance(item, SequenceNote):
            numbers = sorted(index[each] for each in item.participants)
            wide = texts.extent(item.text)[0] + 2 * NOTE_PAD * size
            if item.place == "left":
                yield numbers[0] - 1, numbers[0], wide + size
            elif item.place == "right":
                yield numbers[-1], numbers[-1] + 1, wide + size
            elif numbers[0] == numbers[-1]:
                yield numbers[0] - 1, numbers[0], wide / 2 + 0.3 * size
                yield numbers[0], numbers[0] + 1, wide / 2 + 0.3 * size
            else:
                yield numbers[0], numbers[-1], wide - 2 * size
        elif isinstance(item, Fragment):
            yield from _frame_needs(item, index, texts)


def _frame_needs(fragment: Fragment, index: dict[str, int], texts: Texts) -> Iterator[tuple[int, int, float]]:
    """Yield what a frame needs for its labels, and at the edges for its own."""
    size, last, depth = texts.size, len(index) - 1, _depth(fragment)
    inside = [item for section in fragment.sections for item in walk(section.items)]
    ends = [each for item in inside if isinstance(item, Message) for each in (item.source, item.target)]
    used = sorted(index[each] for each in ends) or [0, last]
    if used[0] == 0:
        yield -1, 0, (1.2 + depth) * size
    if used[-1] == last:
        yield last, last + 1, (1.2 + depth) * size
    if used[0] != used[-1]:
        wide = max(texts.extent(section.label)[0] for section in fragment.sections)
        yield used[0], used[-1], wide + 3.5 * size


def _depth(fragment: Fragment) -> int:
    """Return how many fragments are in each other."""
    inner = [_depth(each) for s in fragment.sections for each in s.items if isinstance(each, Fragment)]
    return 1 + max(inner, default=0)
