"""Columns beside each other: the region divided by widths, each column a stack of its own."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model import Column, Columns, Picture, Pictures, Table
from deckbuild.source import Span
from deckbuild.template import Placeholder
from deckbuild.units import Box

from .context import SlideContext
from .flow import Flow, Piece, Place, Slots
from .laid_out import Shape, TextParagraph
from .stack import cut_stack, draw_stack, stack_height, stack_ideal
from .text_split import FREE, Cut


class ColumnsPiece:
    """Stacks of pieces beside each other; ``shares`` are their parts of the width, adding up to 1."""

    __slots__ = ("columns", "shares", "slide", "span", "stretches")

    def __init__(
        self, slide: SlideContext, columns: Sequence[Sequence[Piece]], shares: Sequence[float], span: Span
    ) -> None:
        self.slide = slide
        self.columns = [list(column) for column in columns]
        self.shares = shares
        self.span = span
        self.stretches = True

    @property
    def paragraphs(self) -> Sequence[TextParagraph]:
        """See Piece."""
        return [paragraph for column in self.columns for piece in column for paragraph in piece.paragraphs]

    def boxes(self, box: Box) -> list[Box]:
        """Return the columns' boxes, with the brand's gutter between them."""
        gutter = self.slide.deck.gutter
        room = box.cx - gutter * (len(self.columns) - 1)
        boxes = []
        left = 0.0
        for index, share in enumerate(self.shares):
            start = box.x + round(left * room) + index * gutter
            left += share
            boxes.append(Box(start, box.y, box.x + round(left * room) + index * gutter - start, box.cy))
        return boxes

    def _widths(self, width: int) -> list[int]:
        return [box.cx for box in self.boxes(Box(0, 0, width, 0))]

    def height(self, width: int, step: int) -> int:
        """See Piece: the highest column's."""
        pairs = zip(self.columns, self._widths(width), strict=True)
        return max(stack_height(column, wide, step) for column, wide in pairs)

    def ideal(self, width: int, step: int) -> int:
        """See Piece: the highest column's."""
        pairs = zip(self.columns, self._widths(width), strict=True)
        return max(stack_ideal(column, wide, step) for column, wide in pairs)

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece: each column from the top."""
        shapes: list[Shape] = []
        for column, place in zip(self.columns, self.boxes(box), strict=True):
            shapes += draw_stack(column, place, step)
        return shapes

    def split(self, width: int, height: int, page_height: int, step: int) -> Cut | None:
        """See Piece: every column that is too tall is divided; the others are whole on the first slide."""
        heads: list[list[Piece]] = []
        tails: list[list[Piece]] = []
        cost = FREE
        for column, wide in zip(self.columns, self._widths(width), strict=True):
            head, tail, paid = cut_stack(column, wide, height, page_height, step)
            if stack_height(head, wide, step) > height:
                return None
            heads.append(head)
            tails.append(tail)
            cost += paid
        if not any(tails):
            return None
        return Cut(self._part(heads), self._part(tails), cost)

    def _part(self, columns: Sequence[Sequence[Piece]]) -> ColumnsPiece:
        return ColumnsPiece(self.slide, columns, self.shares, self.span)


def share_widths(columns: Sequence[Column]) -> list[float]:
    """Return the columns' parts of 1: the author's, the rest shared evenly among those without."""
    given = [column.width for column in columns]
    free = given.count(None)
    used = sum(width for width in given if width is not None)
    rest = max(1.0 - used, 0.0) / free if free else 0.0
    if free and rest < 0.05:
        rest = 1.0 / len(columns)
    shares = [rest if width is None else width for width in given]
    whole = sum(shares) or 1.0
    return [share / whole for share in shares]


def add_columns(flow: Flow, block: Columns, place: Place) -> None:
    """Add columns; with as many placeholders as columns left each takes its own."""
    slots = flow.slots.texts
    count = len(block.columns)
    own: list[Placeholder | None] = [None] * count
    if len(slots) >= count:
        own = [slots.pop(0) for _ in range(count)]
    stacks = [
        flow.nested(flow.slide.deck.column_levels, _column_slots(column, slot)).add(column.blocks).pieces()
        for column, slot in zip(block.columns, own, strict=True)
    ]
    flow.break_out(ColumnsPiece(flow.slide, stacks, share_widths(block.columns), block.span))


def _column_slots(column: Column, slot: Placeholder | None) -> Slots:
    """Offer a column's placeholder to its text, or to what it holds alone: a picture or a table."""
    if slot is None:
        return Slots()
    if slot.type in ("body", "subTitle"):
        return Slots((slot,))
    match column.blocks:
        case (Picture(),) | (Pictures(),):
            return Slots(pictures=(slot,))
        case (Table(),):
            return Slots(tables=(slot,))
    return Slots((slot,))
