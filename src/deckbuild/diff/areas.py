"""Two pictures of a slide compared: where they differ, for who looks at them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

Area = tuple[float, float, float, float]
"""Left, top, width and height of a part of a picture, in per cent of it."""

_COLUMNS, _ROWS = 48, 27
_LEAST = 40
"""By how much a point must differ, of 255: less is how edges are drawn."""

_MOST_AREAS = 12
_WHOLE: Area = (0.0, 0.0, 100.0, 100.0)
_MARGIN, _NUMBER_WIDTH, _NUMBER_HEIGHT = 12.0, 6.0, 8.0
"""How far from the upper or lower edge a slide's number stands, and how large it is at most, in per cent."""

_QUALITY = 80


def compress(file: Path) -> bytes:
    """Return a picture as WebP, a third as large as PNG."""
    from PIL import Image

    target = io.BytesIO()
    with Image.open(file) as picture:
        picture.convert("RGB").save(target, "WEBP", quality=_QUALITY, method=4)
    return target.getvalue()


def find_areas(old: Path, new: Path, has_new_number: bool = False) -> tuple[Area, ...]:
    """Return the parts in which two pictures differ: the whole, where they do all over or are of two sizes.

    What looks like the number of a slide is left out for one that ``has_new_number``.
    """
    from PIL import Image, ImageChops

    with Image.open(old) as before, Image.open(new) as after:
        if before.size != after.size:
            return (_WHOLE,)
        difference = ImageChops.difference(before.convert("RGB"), after.convert("RGB")).convert("L")
    marked = difference.point(lambda value: 255 if value > _LEAST else 0)
    width, height = marked.size
    cells = {
        (column, row)
        for row in range(_ROWS)
        for column in range(_COLUMNS)
        if marked.crop(
            (
                column * width // _COLUMNS,
                row * height // _ROWS,
                (column + 1) * width // _COLUMNS,
                (row + 1) * height // _ROWS,
            )
        ).getbbox()
    }
    areas = [_surround(group) for group in _groups(cells)]
    if has_new_number:
        areas = [area for area in areas if not _is_number(area)]
    return tuple(areas) if len(areas) <= _MOST_AREAS else (_WHOLE,)


def _is_number(area: Area) -> bool:
    _, top, width, height = area
    is_at_edge = top + height <= _MARGIN or top >= 100 - _MARGIN
    return is_at_edge and width <= _NUMBER_WIDTH and height <= _NUMBER_HEIGHT


def _groups(cells: set[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the cells that hang together, over gaps of one cell."""
    left = set(cells)
    for start in sorted(cells):
        if start not in left:
            continue
        left.remove(start)
        group, pending = [], [start]
        while pending:
            column, row = pending.pop()
            group.append((column, row))
            near = {(column + x, row + y) for x in range(-2, 3) for y in range(-2, 3)} & left
            left -= near
            pending += sorted(near)
        yield group


def _surround(group: list[tuple[int, int]]) -> Area:
    columns, rows = [column for column, _ in group], [row for _, row in group]
    left, top = min(columns), min(rows)
    return (
        100 * left / _COLUMNS,
        100 * top / _ROWS,
        100 * (max(columns) + 1 - left) / _COLUMNS,
        100 * (max(rows) + 1 - top) / _ROWS,
    )
