"""How large shapes must be for their labels, measured with the advances of the deck's font."""

from __future__ import annotations

from math import ceil, sqrt

from deckbuild.figures.diagram import Shape
from deckbuild.fonts import Face, break_lines
from deckbuild.layout.measure import LINE_PITCH
from deckbuild.named_tuple import NamedTuple

from .outlines import OUTLINES

_SPARE = 1.02  # lines are not to break elsewhere because a renderer rounds advances
_PAD = (0.75, 0.42)  # of the type size, at the sides, above and below
SIDE = 0.4
"""The insets at a label's sides as a share of its type size: less than any shape is measured with.

With none, a label measured in two lines stands in one, from edge to edge, in a shape made as wide as others.
"""
_LEAST = (4.2, 2.0)  # of the type size
_LEAST_ROUND = 3.4


class TextSize(NamedTuple):
    """The extent of a label, as multiples of its type size."""

    width: float
    lines: int

    @property
    def height(self) -> float:
        """Its height as a multiple of its type size."""
        return self.lines * LINE_PITCH


class Labels:
    """The labels of one diagram, measured once: by text, weight and the most width they may have."""

    __slots__ = ("_bold", "_known", "_plain")

    def __init__(self, plain: Face, bold: Face) -> None:
        self._plain = plain
        self._bold = bold
        self._known: dict[tuple[str, float, bool], TextSize] = {}

    def measure(self, text: str, most: float, bold: bool = False) -> TextSize:
        """Return a label's size when lines wider than ``most`` are broken: as narrow as it can be."""
        key = text, most, bold
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _measure(text, most, self._bold if bold else self._plain)
        return known


def _measure(text: str, most: float, face: Face) -> TextSize:
    runs = [(text, face, 1.0)]
    lines = break_lines(runs, 1e6, 1e6)
    widest = max(line.width_pt for line in lines)
    if widest <= most:
        return TextSize(widest * _SPARE, len(lines))
    word = max(face.advance(part, 1.0) for part in text.split()) * 1.01
    most = max(most, word)
    lines = break_lines(runs, most, most)
    count = len(lines)
    width = max(word, widest / count)
    while width < most:
        tried = break_lines(runs, width, width)
        if len(tried) <= count:
            lines = tried
            break
        width *= 1.06
    return TextSize(max(line.width_pt for line in lines) * _SPARE, len(lines))


def size_shape(shape: Shape, text: TextSize, size: float, pad: float = 1.0) -> tuple[float, float]:
    """Return the width and height in points of a shape around a label in type of ``size`` points.

    ``pad`` is a share of the usual room around the label.
    """
    outline = OUTLINES[shape]
    width = (text.width + 2 * _PAD[0] * pad) * size
    height = (text.height + 2 * _PAD[1] * pad) * size
    if shape == "text":
        return (text.width + 0.4) * size, (text.height + 0.2) * size
    if shape == "rhombus":
        return _size_rhombus(text, size, pad)
    if outline.aspect is not None:
        diameter = max(sqrt(width**2 + height**2) * 0.94, _LEAST_ROUND * size)
        return diameter, diameter
    height = max(height, _LEAST[1] * pad * size) / outline.area[1]
    width = max(width / outline.area[0] + 2 * outline.ends * height, _LEAST[0] * size)
    return float(ceil(width)), float(ceil(height))


def _size_rhombus(text: TextSize, size: float, pad: float) -> tuple[float, float]:
    """Return the size of a rhombus: its label is a rectangle whose corners stay inside its sides.

    PowerPoint wraps at the half of its width in the middle, so that it must be at least twice as wide. The
    wider it is, the less high it need be.
    """
    width, height = (text.width + 0.5) * size, (text.height + 0.1) * size
    wide = max((2.0 if pad >= 1 else 2.5) * width, 5 * size)
    high = max(height / (1 - width / wide), 3.2 * pad * size)
    return float(ceil(wide)), float(ceil(high))
