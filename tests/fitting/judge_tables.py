"""How high PowerPoint draws a table whose lines are known.

A row is as high as ``tr/@h``, or as its highest cell: the lines, each 1.2 x its largest size x its line
spacing, the space between paragraphs, and the cell's margins (7.2 pt top and bottom together by default).
What a joined cell needs beyond its rows is added to the last of them.
"""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn

from .judge_libreoffice import Drawn

LINE_PITCH = 1.2
_POINT = 12700


def cell_lines(lines: list[list[Drawn]]) -> list[float]:
    """Return the size of each line drawn in a cell: that of its largest piece."""
    return [max(piece.size for piece in line) for line in lines]


def table_height(frame: Any, cells: dict[tuple[int, int], list[float]]) -> float:
    """Return a table's height in points, from the sizes of the lines in each cell by row and column."""
    table = frame.table
    heights = [int(row.height) / _POINT for row in table.rows]
    joined = []
    for (row, column), sizes in cells.items():
        cell = table.cell(row, column)
        if cell.is_spanned or not sizes:
            continue
        needed = _text_height(cell, sizes) + (int(cell.margin_top) + int(cell.margin_bottom)) / _POINT
        if cell.is_merge_origin and cell.span_height > 1:
            joined.append((row, row + cell.span_height, needed))
        else:
            heights[row] = max(heights[row], needed)
    for start, end, needed in sorted(joined, key=lambda span: span[1]):
        heights[end - 1] += max(0.0, needed - sum(heights[start:end]))
    return sum(heights)


def _text_height(cell: Any, sizes: list[float]) -> float:
    """Return the height of lines and of what the paragraphs say about their spacing themselves."""
    factor, space = 1.0, 0.0
    for number, paragraph in enumerate(cell.text_frame.paragraphs):
        spacing = paragraph._p.find(f"{qn('a:pPr')}/{qn('a:lnSpc')}/{qn('a:spcPct')}")
        if spacing is not None:
            factor = int(spacing.get("val")) / 1e5
        for tag, counts in (
            ("a:spcBef", number > 0),
            ("a:spcAft", number < len(cell.text_frame.paragraphs) - 1),
        ):
            points = paragraph._p.find(f"{qn('a:pPr')}/{qn(tag)}/{qn('a:spcPts')}")
            if points is not None and counts:
                space += int(points.get("val")) / 100
    return sum(LINE_PITCH * size * factor for size in sizes) + space
