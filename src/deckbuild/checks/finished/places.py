"""Where things stand: on the slide, over each other, with enough room, in an order that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from deckbuild.named_tuple import NamedTuple
from deckbuild.units import Box, from_points, to_points

from .facts import FURNITURE, TITLES, Finished, FinishedSlide, Shape
from .findings import Finding, shorten
from .measuring import measure_body

_TOLERANCE = from_points(3)
_SPARE = 1.03
"""Text is measured a little wide rather than narrow."""


def find_off_slide(deck: Finished) -> Iterator[Finding]:
    """Find shapes that reach over the slide's edge."""
    width, height = deck.size
    for slide in deck.slides:
        for shape in slide.shapes:
            box = _grown(shape, slide)
            over = max(-box.x, -box.y, box.right - width, box.bottom - height)
            if over > _TOLERANCE and box.cx and (shape.kind != "text" or shape.text.strip()):
                message = f"{_name(shape)} reaches over the slide's edge by {round(to_points(over))} pt."
                yield Finding(slide.number, "shape-off-slide", message, shape.text or shape.alt)


def _grown(shape: Shape, slide: FinishedSlide) -> Box:
    """Return a shape's box, as high as its text makes it when PowerPoint resizes it to fit."""
    body, box = shape.body, shape.box
    if body is None or body.autofit != "shape" or body.is_turned or shape.is_turned or body.anchor != "t":
        return box
    return box._replace(cy=max(measure_body(body, box.cx, slide.theme)[0], box.cy))


class _Spot(NamedTuple):
    """A text and the place that it really takes."""

    shape: Shape
    box: Box


def find_overlaps(deck: Finished) -> Iterator[Finding]:
    """Find texts and tables over each other; those of one drawing are meant so."""
    for slide in deck.slides:
        spots = [spot for shape in slide.shapes if (spot := _spot(shape, slide))]
        for one, other in combinations(spots, 2):
            if one.shape.drawing and one.shape.drawing == other.shape.drawing:
                continue
            width = min(one.box.right, other.box.right) - max(one.box.x, other.box.x)
            height = min(one.box.bottom, other.box.bottom) - max(one.box.y, other.box.y)
            if min(width, height) > _TOLERANCE:
                by = round(to_points(min(width, height)))
                message = f"{_name(one.shape)} and {_name(other.shape)} stand over each other by {by} pt."
                yield Finding(slide.number, "text-overlap", message, other.shape.text)


def _spot(shape: Shape, slide: FinishedSlide) -> _Spot | None:
    if shape.kind == "table":
        return _Spot(shape, shape.box)
    body = shape.body
    if body is None or not body.text.strip() or shape.is_turned or body.is_turned or not shape.box.cx:
        return None
    box = shape.box
    height, width = measure_body(body, box.cx, slide.theme)
    left, top, right, bottom = body.insets
    height -= top + bottom
    room = box.cy - top - bottom
    y = {"ctr": box.y + top + (room - height) // 2, "b": box.bottom - bottom - height}.get(
        body.anchor, box.y + top
    )
    room = box.cx - left - right
    align = body.paragraphs[0].level.align
    x = {"ctr": box.x + left + (room - width) // 2, "r": box.right - right - width}.get(align, box.x + left)
    return _Spot(shape, Box(x, y, width, height))


def find_overflows(deck: Finished) -> Iterator[Finding]:
    """Find text that is higher than its box, by our own measuring."""
    for slide in deck.slides:
        for shape in slide.shapes:
            body = shape.body
            if body is None or not body.text.strip() or body.is_turned or shape.is_turned or not shape.box.cx:
                continue
            if body.autofit == "shape" or shape.role in FURNITURE:
                continue
            height, width = measure_body(body, shape.box.cx, slide.theme)
            over = height - shape.box.cy * _SPARE
            if not body.wraps:
                over = max(over, width - shape.box.cx * _SPARE)
            if over > 2 * _TOLERANCE:
                message = f"{_name(shape)} runs out of its box by about {round(to_points(round(over)))} pt."
                yield Finding(slide.number, "text-overflow", message, shape.text)


def find_disorder(deck: Finished) -> Iterator[Finding]:
    """Find slides that are read aloud in another order than they are seen, each said once."""
    for slide in deck.slides:
        units = _units(slide)
        title = next((i for i, shape in enumerate(units) if shape.role in TITLES), 0)
        if title:
            message = f"The title is read after {_name(units[0])}."
            yield Finding(slide.number, "reading-order", message, units[title].text)
            continue
        # Boxes with arrows between them are read as they are connected, in no one direction.
        is_drawn = any(shape.kind == "connector" for shape in slide.shapes)
        rest = [shape for shape in units if shape.role not in TITLES and not (is_drawn and _is_free(shape))]
        for one, other in combinations(rest, 2):
            if other.box.bottom <= one.box.y + _TOLERANCE and _share_columns(one.box, other.box):
                message = f"{_name(other)} stands above {_name(one)}, and is read after it."
                yield Finding(slide.number, "reading-order", message, other.text)
                break


def _units(slide: FinishedSlide) -> list[Shape]:
    """Return what is read one after the other; a group counts as one."""
    units: list[Shape] = []
    for shape in slide.shapes:
        is_silent = shape.kind in ("panel", "connector") or (shape.kind == "text" and not shape.text.strip())
        if shape.role in FURNITURE or shape.is_decorative or (is_silent and not shape.drawing):
            continue
        if shape.drawing and units and units[-1].drawing == shape.drawing:
            last, box = units[-1], shape.box
            x, y = min(last.box.x, box.x), min(last.box.y, box.y)
            right, bottom = max(last.box.right, box.right), max(last.box.bottom, box.bottom)
            units[-1] = last._replace(box=Box(x, y, right - x, bottom - y))
        else:
            units.append(shape)
    return units


def _is_free(shape: Shape) -> bool:
    return shape.kind == "text" and not shape.role


def _share_columns(one: Box, other: Box) -> bool:
    shared = min(one.right, other.right) - max(one.x, other.x)
    return shared > 0.3 * min(one.cx, other.cx) > 0


def _name(shape: Shape) -> str:
    """Return a shape as an author knows it: by its words, else by its name in the selection pane."""
    if shape.role in TITLES:
        return f"The title `{shorten(shape.text, 30)}`"
    return f"`{shorten(shape.text or shape.name, 30)}`"
