"""A layout in a few lines of characters: where its placeholders stand."""

from __future__ import annotations

from deckbuild.template import Placeholder, TemplateLayout
from deckbuild.units import Box

_COLUMNS = 44
_NAMES = {
    "ctrTitle": "title", "subTitle": "subtitle", "obj": "content", "body": "text", "pic": "picture",
    "tbl": "table", "dt": "date", "ftr": "footer", "sldNum": "number",
}  # fmt: skip


def label_of(placeholder: Placeholder) -> str:
    """Return what a placeholder is called in sketches: its type in a word, and its index."""
    name = _NAMES.get(placeholder.type, placeholder.type)
    return f"{name} {placeholder.index}" if placeholder.index else name


def sketch_layout(layout: TemplateLayout, slide_size: tuple[int, int]) -> list[str]:
    """Return the lines of a sketch, the slide's edge around it; characters are twice as high as wide."""
    rows = max(round(_COLUMNS * slide_size[1] / slide_size[0] / 2), 3)
    page = [[" "] * _COLUMNS for _ in range(rows)]
    for placeholder in sorted(layout.placeholders, key=lambda each: -each.box.cx * each.box.cy):
        left, top, right, bottom = _cells(placeholder.box, slide_size, rows)
        _frame(page, left, top, right, bottom)
        _write(page, label_of(placeholder), left, top, right, bottom)
    edge = "+" + "-" * _COLUMNS + "+"
    return [edge, *("|" + "".join(row) + "|" for row in page), edge]


def _cells(box: Box, slide_size: tuple[int, int], rows: int) -> tuple[int, int, int, int]:
    """Return first and last column and row of a box, all of them on the page."""
    width, height = slide_size
    left, right = round(box.x * _COLUMNS / width), round(box.right * _COLUMNS / width) - 1
    top, bottom = round(box.y * rows / height), round(box.bottom * rows / height) - 1
    left, top = min(max(left, 0), _COLUMNS - 1), min(max(top, 0), rows - 1)
    return left, top, min(max(right, left), _COLUMNS - 1), min(max(bottom, top), rows - 1)


def _frame(page: list[list[str]], left: int, top: int, right: int, bottom: int) -> None:
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            is_edge = row in (top, bottom) or column in (left, right)
            corner = row in (top, bottom) and column in (left, right)
            mark = "." if corner else "-" if row in (top, bottom) else ":"
            page[row][column] = mark if is_edge and bottom - top > 1 else " "


def _write(page: list[list[str]], label: str, left: int, top: int, right: int, bottom: int) -> None:
    """Write a label into a frame, into its only or second row."""
    row = top + 1 if bottom - top > 1 else top
    start = left + 1 if bottom - top > 1 else left
    for column, character in enumerate(label[: max(right - start + 1, 1)], start):
        page[row][column] = character
