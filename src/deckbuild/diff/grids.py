"""What changed in cells: of tables, and of the data of charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from deckbuild.named_tuple import NamedTuple

from .align import Pair, align, find_moved
from .changes import Edit
from .edits import added, moved, removed, shorten
from .facts import Grid, Runs, text_of
from .words import diff_runs, likeness

_LEAST_LIKE = 0.4
_HEAD_LIKENESS = 0.7
"""Rows of one name, and columns of one heading, are at least this like each other."""

_CELLS = " | "


class Terms(NamedTuple):
    """What rows and columns of a grid are called, and whether columns have headings."""

    row: str = "row"
    column: str = "column"
    has_heads: bool = True


def diff_grids(old: Grid, new: Grid, terms: Terms) -> list[Edit]:
    """Return columns that came, went and moved, then rows, then the cells whose text is another."""
    if old == new:
        return []
    columns = _pair_columns(old, new)
    edits = _tell_lines(_columns(old), _columns(new), columns, terms.column)
    kept = [(before, after) for before, after in columns if before is not None and after is not None]
    kept += [(before, after) for after, before in find_moved(_columns(old), _columns(new), columns).items()]
    kept.sort(key=lambda pair: pair[1])
    olds = [tuple(row[before] for before, _ in kept) for row in old.rows]
    news = [tuple(row[after] for _, after in kept) for row in new.rows]
    rows = _align_lines(olds, news)
    edits += _tell_lines(old.rows, new.rows, rows, terms.row, olds, news)
    names = _Names(new, terms)
    for before, after in rows:
        if before is not None and after is not None:
            edits += _diff_rows(old, new, (before, after), kept, names)
    if len(old.rows) == len(new.rows) and len(_columns(old)) == len(_columns(new)):
        edits += [removed("joined cells", _spell_join(join)) for join in old.joins if join not in new.joins]
        edits += [added("joined cells", _spell_join(join)) for join in new.joins if join not in old.joins]
    return edits


def _pair_columns(old: Grid, new: Grid) -> list[Pair]:
    """Pair columns by their place if there are as many and none stands elsewhere, else by what they hold."""
    olds, news = _columns(old), _columns(new)
    if len(olds) == len(news):
        places = {column: index for index, column in enumerate(olds)}
        if all(places.get(column, index) == index for index, column in enumerate(news)):
            return [(index, index) for index in range(len(olds))]
    return _align_lines(olds, news)


def _columns(grid: Grid) -> list[tuple[Runs, ...]]:
    return list(zip(*grid.rows, strict=True))


def _align_lines(old: Sequence[tuple[Runs, ...]], new: Sequence[tuple[Runs, ...]]) -> list[Pair]:
    texts = [[_spell(line) for line in side] for side in (old, new)]
    heads = [[text_of(line[0]).strip() if line else "" for line in side] for side in (old, new)]

    def like(before: int, after: int) -> float:
        least = _HEAD_LIKENESS if heads[0][before] and heads[0][before] == heads[1][after] else 0.0
        return max(least, likeness(texts[0][before], texts[1][after]))

    return align(old, new, like, _LEAST_LIKE)


def _tell_lines(
    old: Sequence[tuple[Runs, ...]],
    new: Sequence[tuple[Runs, ...]],
    pairs: Sequence[Pair],
    term: str,
    old_keys: Sequence[Hashable] | None = None,
    new_keys: Sequence[Hashable] | None = None,
) -> list[Edit]:
    moves = find_moved(old_keys or old, new_keys or new, pairs)
    gone = set(moves.values())
    edits = []
    for before, after in pairs:
        if after is None and before is not None and before not in gone:
            edits.append(removed(term, _spell(old[before])))
        elif before is None and after is not None:
            text = _spell(new[after])
            edits.append(moved(term, text) if after in moves else added(term, text))
    return edits


def _diff_rows(
    old: Grid, new: Grid, rows: tuple[int, int], columns: Sequence[tuple[int, int]], names: _Names
) -> list[Edit]:
    edits: list[Edit] = []
    for before, after in columns:
        cell, other = old.rows[rows[0]][before], new.rows[rows[1]][after]
        is_joined = ((rows[0], before) in old.covered) != ((rows[1], after) in new.covered)
        if cell != other and not is_joined:
            edits += diff_runs(names.place(rows[1], after), cell, other)
    return edits


class _Names:
    """What rows and columns are called: by their first cells, by numbers where those say nothing."""

    def __init__(self, grid: Grid, terms: Terms) -> None:
        self._rows = _name_lines(grid.rows, terms.row)
        self._columns = _name_lines(_columns(grid), terms.column, terms.has_heads)

    def place(self, row: int, column: int) -> str:
        """Say where a cell is; one that names a row or column is said to be in it by number."""
        in_row = self._rows[row][0 if column else 1]
        return f"{in_row}, {self._columns[column][0 if row else 1]}"


def _name_lines(
    lines: Sequence[tuple[Runs, ...]], term: str, has_heads: bool = True
) -> list[tuple[str, str]]:
    """Return for each line what it is called, and its number."""
    heads = [text_of(line[0]).strip() if line and has_heads else "" for line in lines]
    counts = Counter(heads)
    numbers = [f"{term} {number}" for number in range(1, len(heads) + 1)]
    return [
        (f"{term} “{shorten(head)}”" if head and counts[head] == 1 else number, number)
        for head, number in zip(heads, numbers, strict=True)
    ]


def _spell(line: Sequence[Runs]) -> str:
    return _CELLS.join(text_of(cell).replace("\v", " ") for cell in line)


def _spell_join(join: tuple[int, int, int, int]) -> str:
    """Say where joined cells are: ``rows 2 to 3, column 1``."""
    row, column, rows, columns = join
    return f"{_spell_range('row', row, rows)}, {_spell_range('column', column, columns)}"


def _spell_range(noun: str, first: int, number: int) -> str:
    return f"{noun} {first + 1}" if number == 1 else f"{noun}s {first + 1} to {first + number}"
