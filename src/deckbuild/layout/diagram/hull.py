"""How far shapes reach together."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.layout.laid_out import Shape
from deckbuild.units import Box


def hull(shapes: Sequence[Shape]) -> Box:
    """Return the place that shapes take together, routes of connectors included."""
    boxes = [shape.box for shape in shapes if shape.box is not None]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)
