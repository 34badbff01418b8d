"""How high a table's rows are, and which rows stand on which slide."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.fonts import break_lines
from deckbuild.model import TableCell
from deckbuild.units import EMU_PER_POINT

from .measure import LINE_PITCH
from .table_cells import Cell, Rows, find_owners
from .table_trade import CELL_SIDES

CELL_ENDS = 2 * 45_720
"""Top and bottom margin of a cell (ECMA-376 Part 1, 21.1.3.17: 45,720 EMU each by default)."""


def measure_rows(grid: Sequence[Sequence[Cell | None]], columns: Sequence[int], size: float) -> list[int]:
    """Return the height of each row as PowerPoint draws it: its highest cell's lines and margins.

    What a cell over several rows needs more than they have is added to the last of them.
    """
    line = size * LINE_PITCH * EMU_PER_POINT
    heights = [round(line) + CELL_ENDS] * len(grid)
    joined: list[tuple[int, int, int]] = []
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell is None:
                continue
            span = cell.source.column_span
            width = columns[c] if span == 1 else sum(columns[c : c + span])
            lines = _count_lines(cell, width - CELL_SIDES, size)
            if cell.source.row_span > 1:
                joined.append((r, min(cell.source.row_span, len(grid) - r), round(lines * line) + CELL_ENDS))
            elif lines > 1:
                heights[r] = max(heights[r], round(lines * line) + CELL_ENDS)
    for r, span, needed in joined:
        lack = needed - sum(heights[r : r + span])
        if lack > 0:
            heights[r + span - 1] += lack
    return heights


def _count_lines(cell: Cell, width: int, size: float) -> int:
    room = width / EMU_PER_POINT
    if not cell.broken and cell.line * size <= room:
        return 1
    return len(break_lines([(text, face, size) for text, face in cell.faces], room, room))


def group_rows(rows: Rows, head_rows: int) -> list[tuple[int, int]]:
    """Return the first and the end row of each group of body rows that joined cells hold together."""
    groups: list[tuple[int, int]] = []
    start = head_rows
    end = start + 1
    for r in range(head_rows, len(rows)):
        if r >= end:
            groups.append((start, end))
            start, end = r, r + 1
        end = max([end, *(r + cell.row_span for cell in rows[r] if cell is not None)])
    if start < len(rows):
        groups.append((start, min(end, len(rows))))
    return groups


def take_rows(rows: Rows, head_rows: int, start: int, end: int) -> Rows:
    """Return the header and rows ``start`` to ``end``, joined cells cut off there and their text repeated."""
    owners = find_owners(rows)
    body = []
    for r in range(start, end):
        row: list[TableCell | None] = []
        for c, cell in enumerate(rows[r]):
            owner_row, owner_column = owners[r][c]
            owner = rows[owner_row][owner_column]
            if cell is None and r == start and owner is not None and owner_row < start and c == owner_column:
                cell = owner._replace(row_span=owner_row + owner.row_span - start)
            if cell is not None and r + cell.row_span > end:
                cell = cell._replace(row_span=end - r)
            row.append(cell)
        body.append(tuple(row))
    return (*rows[:head_rows], *body)


def choose_end(
    groups: Sequence[tuple[int, int]], heights: Sequence[int], head: int, first: int, page: int
) -> int | None:
    """Return the row before which to divide a table; None when not one row fits the first slide.

    ``head`` is the header's height, ``first`` and ``page`` the room on this and every further slide. The
    fewest slides are used, and filled about evenly. A group too high for any slide is divided.
    """
    blocks = _blocks(groups, heights, page - head)
    sizes = [sum(heights[start:end]) for start, end in blocks]
    if not sizes or sizes[0] > first - head:
        return None
    pages = 1 + _count_pages(sizes[_fill(sizes, first - head) :], page - head)
    target = sum(sizes) * (first - head) / (first - head + (pages - 1) * (page - head))
    count = _fill(sizes, first - head)
    while count > 1 and sum(sizes[: count - 1]) >= target:
        if _count_pages(sizes[count - 1 :], page - head) > pages - 1:
            break
        count -= 1
    return blocks[count - 1][1]


def _blocks(groups: Sequence[tuple[int, int]], heights: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Return groups, those that are higher than ``room`` row by row."""
    blocks: list[tuple[int, int]] = []
    for start, end in groups:
        if end - start > 1 and sum(heights[start:end]) > room:
            blocks += [(row, row + 1) for row in range(start, end)]
        else:
            blocks.append((start, end))
    return blocks


def _fill(sizes: Sequence[int], room: int) -> int:
    """Return how many of ``sizes`` fit ``room``, one at least."""
    used = 0
    for count, size in enumerate(sizes):
        used += size
        if used > room and count:
            return count
    return len(sizes)


def _count_pages(sizes: Sequence[int], room: int) -> int:
    pages = 0
    while sizes:
        sizes = sizes[_fill(sizes, room) :]
        pages += 1
    return pages


def count_slides(
    groups: Sequence[tuple[int, int]], heights: Sequence[int], head: int, first: int, page: int
) -> int:
    """Return on how many slides a table would stand when filled from the top."""
    sizes = [sum(heights[start:end]) for start, end in _blocks(groups, heights, page - head)]
    if not sizes:
        return 1
    if sizes[0] > first - head:
        return 1 + _count_pages(sizes, page - head)
    return 1 + _count_pages(sizes[_fill(sizes, first - head) :], page - head)
