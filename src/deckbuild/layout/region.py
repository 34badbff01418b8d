"""Where content may stand on a layout: within the slide, off titles, footers and what is drawn there."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.template import Placeholder, TemplateLayout
from deckbuild.units import Box, from_points

GAP = from_points(12)
_TOUCHING = from_points(1)
_MOST_CUT = 0.4
"""What lies over more than this part of a place is meant to be behind it."""


def clip_box(box: Box, size: tuple[int, int]) -> Box:
    """Return the part of a box that is on the slide."""
    left, top = max(box.x, 0), max(box.y, 0)
    right, bottom = min(box.right, size[0]), min(box.bottom, size[1])
    return Box(left, top, max(right - left, 1), max(bottom - top, 1))


def avoid(box: Box, obstacles: Iterable[Box], gap: int = 0, most: float = _MOST_CUT) -> Box:
    """Return the largest part of a box beside, over or under each obstacle.

    An obstacle that holds the box, or would cost more than ``most`` of it, is left behind it.
    """
    whole = box.cx * box.cy
    for obstacle in obstacles:
        if not _overlaps(box, obstacle) or _holds(obstacle, box):
            continue
        best = max(_parts(box, obstacle, gap), key=lambda part: part.cx * part.cy)
        if best.cx * best.cy >= whole * (1 - most):
            box = best
    return box


def _overlaps(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > _TOUCHING and down > _TOUCHING


def _holds(outer: Box, inner: Box) -> bool:
    """Whether a box lies in another, but for a point."""
    across = outer.x <= inner.x + _TOUCHING and outer.right >= inner.right - _TOUCHING
    return across and outer.y <= inner.y + _TOUCHING and outer.bottom >= inner.bottom - _TOUCHING


def _parts(box: Box, obstacle: Box, gap: int) -> tuple[Box, Box, Box, Box]:
    """Return what is left of a box over, under, left and right of an obstacle."""
    top, bottom = min(obstacle.y - gap, box.bottom), max(obstacle.bottom + gap, box.y)
    left, right = min(obstacle.x - gap, box.right), max(obstacle.right + gap, box.x)
    return (
        Box(box.x, box.y, box.cx, max(top - box.y, 0)),
        Box(box.x, bottom, box.cx, max(box.bottom - bottom, 0)),
        Box(box.x, box.y, max(left - box.x, 0), box.cy),
        Box(right, box.y, max(box.right - right, 0), box.cy),
    )


def span_boxes(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of these; there is at least one."""
    every = list(boxes)
    left, top = min(box.x for box in every), min(box.y for box in every)
    return Box(left, top, max(box.right for box in every) - left, max(box.bottom for box in every) - top)


def free_region(
    layout: TemplateLayout,
    size: tuple[int, int],
    title: Placeholder | None,
    typical: tuple[Box, Placeholder | None] | None,
) -> Box:
    """Return what title, footers and drawn things leave of a layout.

    ``typical`` are the region and title of the layout for text: its margins are kept, and its top where
    the titles stand alike.
    """
    width, height = size
    footers = [each.box for each in layout.placeholders if each.type in ("ftr", "sldNum", "dt")]
    low = [box.y for box in footers if box.y > height * 0.75 and box.cy]
    bottom = min(low, default=round(height * 0.93)) - GAP
    top = title.box.bottom + GAP if title is not None else 0
    if typical is not None:
        region, typical_title = typical
        left, right, bottom = region.x, region.right, min(bottom, region.bottom)
        if title is None:
            start = typical_title.box.y if typical_title else round(height * 0.07)
            top = max(start, left)
        elif typical_title is not None and abs(typical_title.box.y - title.box.y) < height * 0.05:
            top = region.y if typical_title.box == title.box else max(top, region.y)
    else:
        left = title.box.x if title else round(width * 0.05)
        right = title.box.right if title else width - left
        left, right = max(left, round(width * 0.04)), min(right, round(width * 0.96))
        top = top or max(round(height * 0.07), left)
    box = clip_box(Box(left, top, right - left, max(bottom - top, 1)), size)
    return avoid(box, layout.obstacles, GAP)
