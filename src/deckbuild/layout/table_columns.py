"""How wide a table's columns are: by what the author says, else by content, fairly shared."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckbuild.units import EMU_PER_POINT

from .table_cells import Cell
from .table_trade import CELL_SIDES, LINE_SPARE, save_lines

_MOST_WORD = 0.45  # of the table's width: what is longer may be broken inside a word
_EVEN_SHARE = 0.35
_WORD_SPARE = 1.02  # so that no rounding breaks a word


def choose_columns(
    grid: Sequence[Sequence[Cell | None]], widths: Sequence[float], width: int, size: float
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return column widths in EMU that add up to ``width``, for type of ``size`` points.

    ``widths`` are the author's shares, empty for none. The second value are the columns that are
    too narrow for a word.
    """
    least, most = _measure_columns(grid, size, width)
    if widths:
        whole = sum(widths) or 1
        shares = [width * share / whole for share in widths]
    elif sum(most) <= width:
        shares = _spread(most, width)
    elif sum(least) <= width:
        shares = save_lines(grid, _balance(least, most, width), least, size)
    else:
        shares = [width * part / sum(least) for part in least]
    columns = _round(shares, width)
    narrow = (n for n, part in enumerate(least) if columns[n] + EMU_PER_POINT < part)
    return columns, tuple(narrow)


def _measure_columns(
    grid: Sequence[Sequence[Cell | None]], size: float, width: int
) -> tuple[list[float], list[float]]:
    """Return each column's least width (its longest word) and its full one (its longest line)."""
    count = len(grid[0])
    em = size * EMU_PER_POINT
    most_word = width * _MOST_WORD
    least = [float(CELL_SIDES)] * count
    most = [float(CELL_SIDES)] * count
    joined: list[tuple[int, Cell]] = []
    for row in grid:
        for index, cell in enumerate(row):
            if cell is None:
                continue
            if cell.source.column_span > 1:
                joined.append((index, cell))
                continue
            least[index] = max(least[index], min(cell.word * em * _WORD_SPARE, most_word) + CELL_SIDES)
            most[index] = max(most[index], cell.line * em * LINE_SPARE + CELL_SIDES, least[index])
    for index, cell in joined:
        covered = range(index, min(index + cell.source.column_span, count))
        for widths, wanted in ((least, min(cell.word * em, most_word)), (most, cell.line * em)):
            lack = wanted + CELL_SIDES - sum(widths[column] for column in covered)
            if lack > 0:
                for column in covered:
                    widths[column] += lack / len(covered)
    return least, most


def _spread(most: Sequence[float], width: int) -> list[float]:
    """Share what is left when every line fits: mostly by content, partly evenly."""
    over = width - sum(most)
    whole = sum(most)
    even = over * _EVEN_SHARE / len(most)
    return [part + even + over * (1 - _EVEN_SHARE) * part / whole for part in most]


def _balance(least: Sequence[float], most: Sequence[float], width: int) -> list[float]:
    """Give short columns their full width and let long ones wrap, by the square root of what they hold.

    Columns whose full width is less than a fair share get it; the others share the rest in proportion to
    the root of their content, so that a long text takes more lines but never all the room.
    """
    shares = list(least)
    open_columns = set(range(len(most)))
    room = float(width)
    while open_columns:
        roots = {index: most[index] ** 0.5 for index in open_columns}
        unit = room / sum(roots.values())
        settled = {
            index: bound
            for index in sorted(open_columns)
            for bound in (min(max(roots[index] * unit, least[index]), most[index]),)
            if bound != roots[index] * unit
        }
        if not settled:
            for index in open_columns:
                shares[index] = roots[index] * unit
            break
        over = sum(settled.values()) - sum(roots[index] * unit for index in settled)
        kind = least if over > 0 else most
        for index, bound in settled.items():
            if bound == kind[index]:
                shares[index] = bound
                room -= bound
                open_columns.discard(index)
    return shares


def _round(shares: Sequence[float], width: int) -> tuple[int, ...]:
    """Return whole numbers that add up to ``width``."""
    edges = [0]
    position = 0.0
    scale = width / sum(shares)
    for share in shares:
        position += share * scale
        edges.append(round(position))
    edges[-1] = width
    return tuple(right - left for left, right in pairwise(edges))
