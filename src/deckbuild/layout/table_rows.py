"""How high a table's rows are, and which rows stand on which slide."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from deckbuild.fonts import break_lines
from deckbuild.named_tuple import NamedTuple
from deckbuild.units import EMU_PER_POINT

from .measure import LINE_PITCH
from .table_cells import Cell
from .table_trade import CELL_SIDES, LINE_SPARE
from .text_split import FREE, IN_ITEM, IN_PARAGRAPH, IN_TEXT

Grid = Sequence[list[Cell | None]]
_LEAST_LINES = 2

CELL_ENDS = 2 * 45_720
"""Top and bottom margin of a cell (ECMA-376 Part 1, 21.1.3.17: 45,720 EMU each by default)."""


def measure_rows(grid: Grid, columns: Sequence[int], size: float) -> list[int]:
    """Return the height of each row as PowerPoint draws it: its highest cell's lines and margins.

    What a cell over several rows needs more than they have is added to the last of them.
    """
    single = round(size * LINE_PITCH * EMU_PER_POINT) + CELL_ENDS
    heights = [single] * len(grid)
    joined: list[tuple[int, int, int]] = []
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell is None:
                continue
            span = cell.source.column_span
            width = columns[c] if span == 1 else sum(columns[c : c + span])
            lines = _count_lines(cell, width - CELL_SIDES, size)
            needed = round(lines * size * cell.pitch * EMU_PER_POINT) + CELL_ENDS
            if cell.source.row_span > 1:
                joined.append((r, min(cell.source.row_span, len(grid) - r), needed))
            elif needed > single:
                heights[r] = max(heights[r], needed)
    for r, span, needed in joined:
        lack = needed - sum(heights[r : r + span])
        if lack > 0:
            heights[r + span - 1] += lack
    return heights


def _count_lines(cell: Cell, width: int, size: float) -> int:
    room = width / EMU_PER_POINT
    if not cell.broken and cell.line * LINE_SPARE * size <= room:
        return 1
    return len(break_lines([(text, face, size) for text, face in cell.faces], room, room))


def find_group(grid: Grid, start: int) -> int:
    """Return the end of the rows from ``start`` that joined cells hold together."""
    end = start + 1
    row = start
    while row < min(end, len(grid)):
        end = max([end, *(row + cell.source.row_span for cell in grid[row] if cell is not None)])
        row += 1
    return min(end, len(grid))


def take_rows(grid: Grid, start: int, end: int, least: int) -> list[list[Cell | None]]:
    """Return rows ``start`` to ``end``, joined cells cut off there and their text repeated.

    No cell of these rows begins above the row ``least``.
    """
    rows = list(grid[start:end])
    if rows:
        rows[0] = rows[0][:]
    for column, cell in enumerate(rows[0] if rows else ()):
        if cell is None:
            owner = _find_owner(grid, start, column, least)
            if owner is not None:
                row, above = owner
                rows[0][column] = above.span_rows(row + above.source.row_span - start)
    if end < len(grid):
        for number in range(len(rows)):
            longest = end - start - number
            if any(cell is not None and cell.source.row_span > longest for cell in rows[number]):
                rows[number] = [
                    cell.span_rows(longest) if cell is not None and cell.source.row_span > longest else cell
                    for cell in rows[number]
                ]
    return rows


def _find_owner(grid: Grid, row: int, column: int, least: int) -> tuple[int, Cell] | None:
    """Return the cell that begins above a row and reaches into it in a column, and the row it begins in."""
    for above in range(row - 1, least - 1, -1):
        cell = grid[above][column]
        if cell is not None:
            return (above, cell) if above + cell.source.row_span > row else None
    return None


class RowCut(NamedTuple):
    """How many rows fit, what it costs to end there, and for how much of the next row there is room.

    ``room`` is None unless that row has to be divided.
    """

    end: int
    cost: int
    room: int | None = None


def cut_rows(
    grid: Grid, heights: Sequence[int], head: int, room: int, page: int, forced: bool
) -> RowCut | None:
    """Return before which row to divide a table; None when too little of it fits.

    ``room`` and ``page`` are what there is for rows on this and at most on any slide, ``head`` the number of
    rows in the header. Rows joined by cells stay together, unless they are too high for any slide: then it
    costs more to take less than an even share of them. A row too high for any slide is divided itself.
    """
    used, end = 0, head
    while end < len(grid):
        until = find_group(grid, end)
        high = sum(heights[end:until])
        if used + high > room:
            break
        used += high
        end = until
    else:
        return None
    if high > page or (forced and end == head):
        start = end
        while end < until and used + heights[end] <= room:
            used += heights[end]
            end += 1
        if heights[end] > page:
            return RowCut(end, IN_PARAGRAPH, room - used)
        if end > start:
            share = high / ceil(high / max(page, room))
            cost = IN_ITEM if sum(heights[start : end + 1]) > share else IN_TEXT
            return RowCut(end, cost) if end < len(grid) else None
    return RowCut(end, FREE) if end > head else None


def divide_row(
    row: Sequence[Cell | None], columns: Sequence[int], size: float, room: int, forced: bool
) -> tuple[list[Cell | None], list[Cell | None]] | None:
    """Return a row in two, the first no higher than ``room``; None when it has not room for two lines.

    A word that is broken over several lines of a narrow column is parted only if ``forced``.
    """
    pitch = max(cell.pitch for cell in row if cell is not None)
    lines = int((room - CELL_ENDS) / (size * pitch * EMU_PER_POINT))
    if lines < _LEAST_LINES:
        return None
    heads: list[Cell | None] = []
    tails: list[Cell | None] = []
    for column, cell in enumerate(row):
        head, tail = None, None
        if cell is not None:
            cell = cell.span_rows(1) if cell.source.row_span > 1 else cell
            width = sum(columns[column : column + cell.source.column_span]) - CELL_SIDES
            head, tail, parts_word = cell.divide(width / EMU_PER_POINT, size, lines)
            if parts_word and not forced:
                return None
        heads.append(head)
        tails.append(tail)
    return heads, tails
