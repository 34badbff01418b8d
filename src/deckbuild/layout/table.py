"""Tables: type size, columns and rows chosen together; what is too tall goes on on further slides."""

from __future__ import annotations

from functools import lru_cache
from math import floor

from deckbuild.model import Table
from deckbuild.template import Placeholder
from deckbuild.units import EMU_PER_POINT, Box

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
from .table_rows import CELL_ENDS, choose_end, count_slides, group_rows, measure_rows, take_rows
from .text_split import Cut

_SIZES = (18.0, 16.0, 14.0, 12.0, 11.0)
_COMFORTABLE = 2.15  # a row's height, as a multiple of the type size, when there is room
_LEAST_SPLIT = 12.0
_LEAST_PREFERRED = 14.0

Fixed = tuple[float, tuple[int, ...]]


class TablePiece:
    """A table. ``fixed`` holds type size and columns of one that goes on on further slides."""

    __slots__ = (
        "_caption",
        "_first",
        "_fits",
        "_measured",
        "caption_slot",
        "fixed",
        "grid",
        "slide",
        "slot",
        "span",
        "table",
    )

    def __init__(
        self,
        slide: SlideContext,
        table: Table,
        slot: Placeholder | None = None,
        caption_slot: Placeholder | None = None,
        fixed: Fixed | None = None,
    ) -> None:
        self.slide = slide
        self.table = table
        self.span = table.span
        self.slot = slot
        self.caption_slot = caption_slot
        self.fixed = fixed
        self.grid = _make_grid(table, slide)
        self._caption = Caption(slide, table.caption, table.credit, caption_slot)
        self._measured: dict[tuple[int, float], tuple[tuple[int, ...], list[int]]] = {}
        self._fits = True
        self._first: int | None = None

    @property
    def stretches(self) -> bool:
        """See Piece."""
        return False

    def height(self, width: int, step: int) -> int:
        """See Piece: rows as high as their text."""
        _, heights = self._measure(width, self._size(width, step))
        return sum(heights) + self._caption.height(width)

    def ideal(self, width: int, step: int) -> int:
        """See Piece: rows with more room above and below the text."""
        size = self._size(width, step)
        _, heights = self._measure(width, size)
        roomy = round(size * _COMFORTABLE * EMU_PER_POINT)
        return sum(max(height, roomy) for height in heights) + self._caption.height(width)

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece; the caption and source stand directly under the table. Reports ``table-too-wide``."""
        size = self._size(box.cx, step)
        columns, heights = self._measure(box.cx, size)
        if not self._fits:
            self.slide.deck.collector.report(
                "table-too-wide", self.span, f"A word is wider than its column at {size:g} pt."
            )
        over = box.cy - self._caption.height(box.cx) - sum(heights)
        heights = _loosen(heights, round(size * _COMFORTABLE * EMU_PER_POINT), over)
        place = Box(box.x, box.y, box.cx, sum(heights))
        shapes: list[Shape] = [self._draw_table(place, columns, heights, size)]
        if self._caption.paragraphs:
            shapes.append(self._caption.draw(box.x, place.bottom, box.cx))
        return shapes

    def split(self, width: int, height: int, page_height: int, step: int) -> Cut | None:
        """See Piece: the header is repeated; all parts have the same type and columns."""
        rows, head_rows = self.table.rows, self.table.head_rows
        room, page = height - self._caption.height(width), page_height - self._caption.height(width)
        groups = group_rows(rows, head_rows)
        size, columns = self.fixed or self._choose_split(groups, width, room, page)
        heights = measure_rows(self.grid, columns, size)
        end = choose_end(groups, heights, sum(heights[:head_rows]), room, page)
        if end is None or end >= len(rows):
            return None
        parts = (take_rows(rows, head_rows, head_rows, end), take_rows(rows, head_rows, end, len(rows)))
        head, tail = (
            TablePiece(
                self.slide, self.table._replace(rows=part), self.slot, self.caption_slot, (size, columns)
            )
            for part in parts
        )
        return Cut(head, tail)

    def _choose_split(self, groups: list[tuple[int, int]], width: int, room: int, page: int) -> Fixed:
        """Choose the largest type that needs no more slides than small type would."""
        head_rows = self.table.head_rows
        options: list[tuple[int, float, tuple[int, ...]]] = []
        for size in self._sizes():
            if size < _LEAST_SPLIT and options:
                break
            columns, heights = self._measure(width, size)
            slides = count_slides(groups, heights, sum(heights[:head_rows]), room, page)
            options.append((slides, -size, columns))
        fewest = min(options)[0]
        slides, negative, columns = max(
            (option for option in options if option[0] <= fewest), key=lambda option: -option[1]
        )
        return -negative, columns

    def _sizes(self) -> tuple[float, ...]:
        deck = self.slide.deck
        largest, least = deck.table_size, deck.brand.minimum.table
        return (largest, *(size for size in _SIZES if least <= size < largest))

    def _size(self, width: int, step: int) -> float:
        """Return the type size at a step of the ladder."""
        if self.fixed is not None and step <= LAST:
            return self.fixed[0]
        sizes = self._sizes()
        if step > LAST:
            return max(floor(sizes[-1] * LADDER[step][0] / LADDER[LAST][0]), 1)
        first = self._first_size(width, sizes)
        return sizes[first + round(step * (len(sizes) - 1 - first) / LAST)]

    def _first_size(self, width: int, sizes: tuple[float, ...]) -> int:
        """Return which size to begin with: a smaller one if it saves at least half of the wrapped rows."""
        if self._first is None:
            self._first, fewest = 0, self._count_wrapped(width, sizes[0])
            for index, size in enumerate(sizes):
                if size < _LEAST_PREFERRED or not fewest:
                    break
                wrapped = self._count_wrapped(width, size)
                if wrapped * 2 <= fewest and index:
                    self._first, fewest = index, wrapped
        return self._first

    def _count_wrapped(self, width: int, size: float) -> int:
        """Return how many rows are higher than one line at a size."""
        line = round(size * LINE_PITCH * EMU_PER_POINT) + CELL_ENDS
        return sum(height > line for height in self._measure(width, size)[1])

    def _measure(self, width: int, size: float) -> tuple[tuple[int, ...], list[int]]:
        measured = self._measured.get((width, size))
        if measured is None:
            if self.fixed is not None and sum(self.fixed[1]) == width and size == self.fixed[0]:
                columns = self.fixed[1]
            else:
                columns, self._fits = choose_columns(self.grid, self.table.widths, width, size)
            measured = self._measured[width, size] = columns, measure_rows(self.grid, columns, size)
        return measured

    def _draw_table(self, box: Box, columns: tuple[int, ...], heights: list[int], size: float) -> TableShape:
        owners = find_owners(self.table.rows)
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
            rtl=self.slide.deck.rtl,
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
