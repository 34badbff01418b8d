"""Column widths traded for lines: a column gets what another can spare where that saves wrapped lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from deckbuild.units import EMU_PER_POINT

from .table_cells import Cell

CELL_SIDES = 2 * 91_440
"""Left and right margin of a cell (ECMA-376 Part 1, 21.1.3.17: 91,440 EMU each by default)."""

LINE_SPARE = 1.003
"""A column must be so much wider than its longest line: renderers round advances (``fonts/lines.py``)."""

_MOST_CELLS = 300  # larger tables take too long to improve
_MOST_TRADES = 12
_MOST_WISHES = 4
_RAGGED = 1.05  # wrapped lines are not filled to the end
_SPARE = EMU_PER_POINT // 2

Needs = list[list[float]]


def save_lines(
    grid: Sequence[Sequence[Cell | None]], shares: Sequence[float], least: Sequence[float], size: float
) -> list[float]:
    """Return column widths that make a table's rows fewer lines high, each column ``least`` wide at least.

    Each trade is the one that saves the most lines. What cells hold is taken as one long line each.
    """
    widths = list(shares)
    if len(grid) * len(widths) > _MOST_CELLS:
        return widths
    needs = _measure_needs(grid, len(widths), size)
    lines = [_count(column, width) for column, width in zip(needs, widths, strict=True)]
    height = _height(lines)
    for _ in range(_MOST_TRADES):
        best = min(_trades(needs, widths, least, lines), key=lambda trade: trade[0], default=None)
        if best is None or best[0] >= height:
            break
        height, giver, taker, amount = best
        widths[giver] -= amount
        widths[taker] += amount
        for column in (giver, taker):
            lines[column] = _count(needs[column], widths[column])
    return widths


def _measure_needs(grid: Sequence[Sequence[Cell | None]], count: int, size: float) -> Needs:
    """Return for each column the width of each row's text on one line, 0 for joined cells."""
    em = size * EMU_PER_POINT
    return [
        [
            cell.line * em * LINE_SPARE
            if cell is not None and cell.source.column_span == cell.source.row_span == 1
            else 0.0
            for cell in (row[column] for row in grid)
        ]
        for column in range(count)
    ]


def _trades(
    needs: Needs, widths: Sequence[float], least: Sequence[float], lines: Sequence[list[int]]
) -> Iterator[tuple[int, int, int, float]]:
    """Yield what trades would lead to: the table's height in lines, giver, taker and the width given."""
    for taker, column in enumerate(needs):
        wishes = sorted({need + CELL_SIDES + _SPARE - widths[taker] for need in column})
        for amount in [wish for wish in wishes if wish > 0][:_MOST_WISHES]:
            more = _count(column, widths[taker] + amount)
            for giver in range(len(needs)):
                if giver == taker or widths[giver] - amount < least[giver]:
                    continue
                changed = list(lines)
                changed[taker] = more
                changed[giver] = _count(needs[giver], widths[giver] - amount)
                yield _height(changed), giver, taker, amount


def _count(column: Sequence[float], width: float) -> list[int]:
    room = width - CELL_SIDES
    return [1 if need <= room else max(ceil(need * _RAGGED / room), 2) for need in column]


def _height(lines: Sequence[list[int]]) -> int:
    return sum(map(max, zip(*lines, strict=True)))
