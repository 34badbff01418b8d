"""Tables: type size, columns and rows chosen together; what is too tall goes on on further slides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import floor

from deckbuild.model import Table
from deckbuild.template import Placeholder
from deckbuild.units import EMU_PER_POINT, Box

from .appear import appear
from .caption import Caption
from .context import SlideContext
from .fit import LADDER, LAST
from .flow import Flow, Place, take
from .inline import code_size
from .laid_out import (
    LaidOutCell,
    LaidOutRow,
    Run,
    RunStyle,
    Shape,
    TableShape,
    TextParagraph,
)
from .measure import LINE_PITCH
from .placeholders import key_of
from .table_cells import Cell, find_owners, make_cell
from .table_columns import choose_columns
from .table_rows import CELL_ENDS, cut_rows, divide_row, measure_rows, take_rows
from .text_split import Cut

_SIZES = (18.0, 16.0, 14.0, 12.0, 11.0)
_COMFORTABLE = 2.15  # a row's height, as a multiple of the type size, when there is room
_LEAST_PREFERRED = 14.0
_LEAST_ROWS = 2  # that may stand at the foot of a slide
_LEAST_PART = 3  # the least part of a table's rows to part from the others, where all fit a slide
_LONGEST_NAME = 20
_MOST_NAMES = 4
_MANY_PARTS = (88, 88)  # until it is known how many there are

Measures = dict[tuple[int, float], list[int]]
Choices = dict[tuple[int, float], tuple[tuple[int, ...], tuple[int, ...]]]


class TablePiece:
    """A table, or the rows of it that stand on one slide: type and columns are the same on all.

    ``origin`` is the whole table, ``part`` which part of how many it is; (0, 0): it is whole.
    """

    __slots__ = (
        "_caption", "_choices", "_first", "_measured", "caption_slot", "grid", "origin", "part", "slide",
        "slot", "span", "table",
    )  # fmt: skip

    def __init__(
        self,
        slide: SlideContext,
        table: Table,
        slot: Placeholder | None = None,
        caption_slot: Placeholder | None = None,
        grid: list[list[Cell | None]] | None = None,
    ) -> None:
        self.slide = slide
        self.table = table
        self.span = table.span
        self.slot = slot
        self.caption_slot = caption_slot
        self.grid = _make_grid(table, slide) if grid is None else grid
        self.origin = self
        self.part = (0, 0)
        self._caption = Caption(slide, table.caption, table.credit, caption_slot)
        self._measured: Measures = {}
        self._choices: Choices = {}
        self._first: int | None = None

    @property
    def paragraphs(self) -> Sequence[TextParagraph]:
        """See Piece."""
        return [*(cell.paragraph for row in self.grid for cell in row if cell), *self._caption.paragraphs]

    @property
    def stretches(self) -> bool:
        """See Piece."""
        return False

    def number(self, part: int, parts: int) -> None:
        """Say which part of how many this is; the caption tells."""
        self.part = part, parts
        table = self.table
        self._caption = Caption(self.slide, table.caption, table.credit, self.caption_slot, self.part)

    def height(self, width: int, step: int) -> int:
        """See Piece: rows as high as their text."""
        return sum(self._measure(width, self._size(width, step))) + self._caption.height(width)

    def ideal(self, width: int, step: int) -> int:
        """See Piece: rows with more room above and below the text."""
        size = self._size(width, step)
        roomy = round(size * _COMFORTABLE * EMU_PER_POINT)
        return sum(max(height, roomy) for height in self._measure(width, size)) + self._caption.height(width)

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece; the caption and source stand directly under the table. Reports ``table-too-wide``."""
        size = self._size(box.cx, step)
        columns, narrow = self._choose(box.cx, size)
        heights = self._measure(box.cx, size)
        if narrow:
            self._report_narrow(narrow, size)
        over = box.cy - self._caption.height(box.cx) - sum(heights)
        heights = _loosen(heights, round(size * _COMFORTABLE * EMU_PER_POINT), over)
        place = Box(box.x, box.y, box.cx, sum(heights))
        shapes: list[Shape] = [self._draw_table(place, columns, heights, size)]
        if self._caption.paragraphs:
            shapes.append(self._caption.draw(box.x, place.bottom, box.cx))
        return appear(shapes, self.table.step)

    def _report_narrow(self, narrow: tuple[int, ...], size: float) -> None:
        names = ", ".join(self._name(column) for column in narrow[:_MOST_NAMES])
        what = f"column {names}" if len(narrow) == 1 else f"columns {names}"
        if len(narrow) > _MOST_NAMES:
            what += f" and {len(narrow) - _MOST_NAMES} more"
        message = f"At {size:g} pt a word is wider than its column: {what}."
        self.slide.deck.collector.report("table-too-wide", self.span, message)

    def _name(self, column: int) -> str:
        """Return a column's number and how its header begins."""
        cell = self.origin.grid[0][column] if self.table.head_rows else None
        text = "" if cell is None else "".join(run.text for run in cell.paragraph.runs).strip()
        short = text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
        return f"{column + 1} (`{short}`)" if short else str(column + 1)

    def split(self, width: int, height: int, page_height: int, step: int) -> Cut | None:
        """See Piece: the header is repeated; all parts have the same type and columns."""
        size = self._size(width, step)
        heights = self._measure(width, size)
        head_rows = self.table.head_rows
        taken = self._as_part(self.grid).height_of_caption(width) + sum(heights[:head_rows])
        forced = height >= page_height
        cut = cut_rows(self.grid, heights, head_rows, height - taken, page_height - taken, forced)
        if cut is None or (not forced and cut.room is None and self._is_stub(cut.end, heights, page_height)):
            return None
        if cut.room is not None:
            alone = forced and cut.end == head_rows
            halves = divide_row(self.grid[cut.end], self._choose(width, size)[0], size, cut.room, alone)
            if halves is not None:
                first = [*self._rows(head_rows, cut.end), halves[0]]
                rest = [halves[1], *self._rows(cut.end + 1, len(self.grid))]
                return Cut(self._part(first, {}), self._part(rest, {}), cut.cost)
            if cut.end == head_rows:
                return None
        key = width, size
        return Cut(self._take(head_rows, cut.end, key), self._take(cut.end, len(self.grid), key), cut.cost)

    def _is_stub(self, end: int, heights: Sequence[int], page_height: int) -> bool:
        """Whether so few rows would stand here that the table had better begin on the next slide."""
        count, rows = end - self.table.head_rows, len(heights) - self.table.head_rows
        return count < _LEAST_ROWS or (count * _LEAST_PART < rows and sum(heights) <= page_height)

    def height_of_caption(self, width: int) -> int:
        """Return the height of the caption and the gap above it."""
        return self._caption.height(width)

    def _rows(self, start: int, end: int) -> list[list[Cell | None]]:
        return take_rows(self.grid, start, end, self.table.head_rows)

    def _take(self, start: int, end: int, key: tuple[int, float]) -> TablePiece:
        """Return the header and some of the rows, with their heights at a width and size."""
        head_rows = self.table.head_rows
        rows = self._rows(start, end)
        whole = all(new is old for new, old in zip(rows[0], self.grid[start], strict=True)) and (
            end == len(self.grid) or rows[-1] is self.grid[end - 1]
        )
        heights = self._measured[key]
        measured = {key: [*heights[:head_rows], *heights[start:end]]}
        return self._part(rows, measured if whole else {})

    def _part(self, rows: list[list[Cell | None]], measured: Measures) -> TablePiece:
        part = self._as_part([*self.grid[: self.table.head_rows], *rows])
        part._measured = measured
        return part

    def _as_part(self, grid: list[list[Cell | None]]) -> TablePiece:
        part = TablePiece(self.slide, self.table, self.slot, self.caption_slot, grid)
        part.origin, part._choices, part._first = self.origin, self._choices, self._first
        part.number(*_MANY_PARTS)
        return part

    def _sizes(self) -> tuple[float, ...]:
        deck = self.slide.deck
        largest, least = deck.table_size, deck.brand.minimum.table
        return (largest, *(size for size in _SIZES if least <= size < largest))

    def _size(self, width: int, step: int) -> float:
        """Return the type size at a step of the ladder."""
        sizes = self._sizes()
        if step > LAST:
            return max(floor(sizes[-1] * LADDER[step][0] / LADDER[LAST][0]), 1)
        first = self._first_size(width, sizes)
        return sizes[first + round(step * (len(sizes) - 1 - first) / LAST)]

    def _first_size(self, width: int, sizes: tuple[float, ...]) -> int:
        """Return which size to begin with.

        The first at which no word is wider than its column; a smaller one if it saves at least half of the
        wrapped rows.
        """
        if self._first is None:
            fitting = (index for index, size in enumerate(sizes) if not self._choose(width, size)[1])
            self._first = start = next(fitting, len(sizes) - 1)
            fewest = self._count_wrapped(width, sizes[start])
            for index, size in enumerate(sizes[start:], start):
                if size < _LEAST_PREFERRED or not fewest:
                    break
                wrapped = self._count_wrapped(width, size)
                if wrapped * 2 <= fewest and index > start:
                    self._first, fewest = index, wrapped
        return self._first

    def _count_wrapped(self, width: int, size: float) -> int:
        """Return how many rows are higher than one line at a size."""
        pitch = LINE_PITCH
        if self.slide.deck.has_tall_faces:
            pitch = max(cell.pitch for row in self.grid for cell in row if cell is not None)
        line = round(size * pitch * EMU_PER_POINT) + CELL_ENDS
        return sum(height > line for height in self._measure(width, size))

    def _choose(self, width: int, size: float) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the whole table's column widths, and which columns are too narrow for a word."""
        chosen = self._choices.get((width, size))
        if chosen is None:
            grid = self.origin.grid
            chosen = self._choices[width, size] = choose_columns(grid, self.table.widths, width, size)
        return chosen

    def _measure(self, width: int, size: float) -> list[int]:
        heights = self._measured.get((width, size))
        if heights is None:
            heights = measure_rows(self.grid, self._choose(width, size)[0], size)
            self._measured[width, size] = heights
        return heights

    def _draw_table(self, box: Box, columns: tuple[int, ...], heights: list[int], size: float) -> TableShape:
        owners = find_owners(self.grid)
        rows = tuple(
            LaidOutRow(height, tuple(_draw_cell(self.grid, owners, r, c, size) for c in range(len(columns))))
            for r, height in enumerate(heights)
        )
        return TableShape(
            name=self.slot.name if self.slot else "Table",
            box=box,
            columns=columns,
            rows=rows,
            placeholder=key_of(self.slot) if self.slot else None,
            style=self.slide.deck.brand.table_style,
            first_row=self.table.head_rows > 0,
        )


def _make_grid(table: Table, slide: SlideContext) -> list[list[Cell | None]]:
    return [
        [
            make_cell(cell, table.alignments[c], r < table.head_rows, slide) if cell is not None else None
            for c, cell in enumerate(row)
        ]
        for r, row in enumerate(table.rows)
    ]


def _loosen(heights: list[int], roomy: int, over: int) -> list[int]:
    """Return row heights with ``over`` EMU shared among rows that are less high than ``roomy``."""
    wishes = [max(roomy - height, 0) for height in heights]
    wished = sum(wishes)
    if over <= 0 or wished == 0:
        return heights
    granted = min(over, wished)
    return [height + wish * granted // wished for height, wish in zip(heights, wishes, strict=True)]


def _draw_cell(
    grid: list[list[Cell | None]], owners: list[list[tuple[int, int]]], r: int, c: int, size: float
) -> LaidOutCell:
    cell = grid[r][c]
    if cell is not None:
        return LaidOutCell(
            (_size_runs(cell.paragraph, size),), cell.source.row_span, cell.source.column_span, anchor="ctr"
        )
    owner_row, owner_column = owners[r][c]
    owner = grid[owner_row][owner_column]
    if owner is None:
        return LaidOutCell(())
    paragraphs = (_size_runs(TextParagraph((Run("", owner.paragraph.runs[0].style),)), size),)
    if r == owner_row:
        return LaidOutCell(paragraphs, row_span=owner.source.row_span, covered_by="row")
    if c == owner_column:
        return LaidOutCell(paragraphs, column_span=owner.source.column_span, covered_by="column")
    return LaidOutCell(paragraphs, covered_by="both")


def _size_runs(paragraph: TextParagraph, size: float) -> TextParagraph:
    runs = tuple([run._replace(style=_resize(run.style, size)) for run in paragraph.runs])
    return TextParagraph(runs, align=paragraph.align, rtl=paragraph.rtl)


@lru_cache(maxsize=256)
def _resize(style: RunStyle, size: float) -> RunStyle:
    return style._replace(size=size if style.font is None else code_size(size))


def add_table(flow: Flow, block: Table, place: Place) -> None:
    """Add a table, in a placeholder for tables if one is left."""
    slot = take(flow.slots.tables)
    caption_slot = take(flow.slots.captions) if block.caption or block.credit else None
    flow.break_out(TablePiece(flow.slide, block, slot, caption_slot))
