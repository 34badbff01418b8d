"""Joined cells of a table: ``^^`` joins with the cell above, ``<<`` with the one to the left."""

from __future__ import annotations

from deckbuild.model import TableCell

from .context import Context

Place = tuple[int, int]
"""A row and a column."""


def join_cells(
    context: Context, cells: list[list[tuple[str, TableCell]]], head_rows: int
) -> tuple[tuple[TableCell | None, ...], ...]:
    """Return the rows with joined cells covered; a join that makes no rectangle leaves the cell empty.

    Diagnostic: table-join.
    """
    if not any(text in ("^^", "<<") for row in cells for text, _ in row):
        return tuple(tuple(cell for _, cell in row) for row in cells)
    owners = _find_owners(context, cells, head_rows)
    spans = _find_rectangles(owners)
    rows: list[tuple[TableCell | None, ...]] = []
    for row, line in enumerate(cells):
        written: list[TableCell | None] = []
        for column, (text, cell) in enumerate(line):
            owner = owners[row][column]
            height, width = spans.get(owner, (1, 1))
            if owner == (row, column):
                empty = text in ("^^", "<<")
                written.append(cell._replace(inlines=()) if empty else
                               cell._replace(row_span=height, column_span=width))  # fmt: skip
            elif row - owner[0] < height and column - owner[1] < width and column >= owner[1]:
                written.append(None)
            else:
                _report(context, cell, "makes no rectangle with the cells it joins")
                written.append(cell._replace(inlines=()))
        rows.append(tuple(written))
    return tuple(rows)


def _find_owners(
    context: Context, cells: list[list[tuple[str, TableCell]]], head_rows: int
) -> list[list[Place]]:
    """Return for each place the place of the cell it belongs to."""
    owners: list[list[Place]] = []
    for row, line in enumerate(cells):
        found: list[Place] = []
        for column, (text, cell) in enumerate(line):
            owner = (row, column)
            if text == "<<":
                if column:
                    owner = found[column - 1]
                else:
                    _report(context, cell, "has no cell to its left")
            elif text == "^^":
                if row and row != head_rows:
                    owner = owners[row - 1][column]
                else:
                    _report(context, cell, "has no cell above it" + (" but the header" if row else ""))
            found.append(owner)
        owners.append(found)
    return owners


def _find_rectangles(owners: list[list[Place]]) -> dict[Place, Place]:
    """Return the height and width of each owner's cells, as far as they are a rectangle from its place."""
    by_row: dict[Place, dict[int, list[int]]] = {}
    for row, line in enumerate(owners):
        for column, owner in enumerate(line):
            by_row.setdefault(owner, {}).setdefault(row, []).append(column)
    spans: dict[Place, Place] = {}
    for (row, column), columns in by_row.items():
        first = columns.get(row, [])
        width = 1
        while width < len(first) and first[width] == column + width:
            width += 1
        whole = list(range(column, column + width))
        height = 1
        while columns.get(row + height) == whole:
            height += 1
        spans[row, column] = (height, width)
    return spans


def _report(context: Context, cell: TableCell, what: str) -> None:
    written = context.source.text[cell.span.start : cell.span.end]
    context.collector.report("table-join", cell.span, f"`{written}` {what}; the cell stays empty.")
