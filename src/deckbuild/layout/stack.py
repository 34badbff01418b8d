"""Pieces one below the other in a region: measured heights, even gaps, what is over to what can grow."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.named_tuple import NamedTuple
from deckbuild.template import Placeholder
from deckbuild.units import Box, from_points

from .flow import Piece
from .laid_out import Shape
from .placeholders import LayoutPlan
from .text import TextPiece
from .text_split import BEHIND_LEAD, FREE

GAP = from_points(18)
OVERFULL = 1000
"""The cost of a slide on which something stands that is too tall for any."""


class Onward(NamedTuple):
    """Where the rest of an area's text goes on by itself: another layout's placeholder."""

    plan: LayoutPlan
    slot: Placeholder


class Area:
    """A region of a slide and the pieces to be stacked in it.

    ``head`` is shown wherever the area goes on. ``plan`` is the layout it stands in when that is not the
    slide's own, ``onward`` where it goes on when nothing else does. ``whole`` is its box where it gives up
    room to footnotes on one slide.
    """

    __slots__ = ("box", "head", "limits", "onward", "pieces", "plan", "whole")

    def __init__(
        self,
        box: Box,
        pieces: Sequence[Piece],
        head: Shape | None = None,
        onward: Onward | None = None,
        plan: LayoutPlan | None = None,
    ) -> None:
        self.box = box
        self.pieces = list(pieces)
        self.head = head
        self.onward = onward
        self.plan = plan
        self.limits = (0, 1 << 40)
        self.whole: Box | None = None

    def _with(self, box: Box, pieces: Sequence[Piece], onward: Onward | None = None) -> Area:
        """Return an area of the same kind with other pieces in another box."""
        area = Area(box, pieces, self.head, onward, self.plan)
        area.limits = self.limits
        return area

    def keep_between(self, top: int, bottom: int) -> Area:
        """Return the area without what is above ``top`` or below ``bottom``."""
        area = self._with(_between(self.box, top, bottom), self.pieces, self.onward)
        area.limits = max(self.limits[0], top), min(self.limits[1], bottom)
        return area

    def make_room(self, bottom: int) -> Area:
        """Return the area above footnotes: what goes on from there has all the room again."""
        area = self._with(_between(self.box, self.box.y, bottom), self.pieces, self.onward)
        area.whole = self.whole or self.box
        return area

    def take_room(self) -> Area:
        """Return the area as it is where no footnotes stand."""
        return self if self.whole is None else self._with(self.whole, self.pieces, self.onward)

    def excess(self, step: int) -> int:
        """Return by how many EMU its pieces are too tall at a step, 0 or less when they fit."""
        return stack_height(self.pieces, self.box.cx, step) - self.box.cy

    def draw(self, step: int) -> list[Shape]:
        """Return its shapes."""
        shapes = [self.head] if self.head is not None else []
        return [*shapes, *draw_stack(self.pieces, self.box, step)]

    def cut(self, share: float, step: int) -> tuple[Area, Area | None, int]:
        """Return what stands on this slide, what goes on, and what the cut costs.

        ``share`` is the part of the height that may be used, where the pieces let it.
        """
        height = self.box.cy
        head, tail, cost = cut_stack(self.pieces, self.box.cx, round(height * share), height, step)
        if not tail:
            return self, None, 0
        rest = self._with(self.whole or self.box, _take_slot(head, tail), self.onward)
        first = self._with(self.box, head)
        first.whole = self.whole
        return first, rest, cost

    def go_on(self) -> Area:
        """Return the area where it goes on by itself."""
        if self.onward is None or not isinstance(self.pieces[0], TextPiece):
            return self
        plan, slot = self.onward
        pieces = [self.pieces[0].move(slot), *self.pieces[1:]]
        area = self._with(_between(slot.box, *self.limits), pieces)
        area.plan = plan
        return area


def _between(box: Box, top: int, bottom: int) -> Box:
    start, end = max(box.y, top), min(box.bottom, bottom)
    return Box(box.x, start, box.cx, max(end - start, 1))


def _take_slot(head: Sequence[Piece], tail: list[Piece]) -> list[Piece]:
    """Return what goes on with its first text in the placeholder that text before it had."""
    texts = [piece for piece in tail if isinstance(piece, TextPiece)]
    slots = [piece.slot for piece in head if isinstance(piece, TextPiece) and piece.slot is not None]
    if not texts or not slots or any(text.slot is not None for text in texts):
        return tail
    first, slot = texts[0], slots[0]
    if first.levels != slot.levels:
        return tail
    place = tail.index(first)
    return [*tail[:place], first.move(slot), *tail[place + 1 :]]


def stack_height(pieces: Sequence[Piece], width: int, step: int, gap: int = GAP) -> int:
    """Return the least height of pieces in a stack."""
    return sum(piece.height(width, step) for piece in pieces) + gap * max(len(pieces) - 1, 0)


def stack_ideal(pieces: Sequence[Piece], width: int, step: int, gap: int = GAP) -> int:
    """Return the height that pieces in a stack would take if there were room."""
    return sum(piece.ideal(width, step) for piece in pieces) + gap * max(len(pieces) - 1, 0)


def draw_stack(pieces: Sequence[Piece], box: Box, step: int, gap: int = GAP) -> list[Shape]:
    """Return the shapes of pieces stacked in a box from its top.

    What the box has over is shared among pieces that can grow; text at the end has all that is left.
    """
    if not pieces:
        return []
    heights = share_height(pieces, box, step, gap)
    if pieces[-1].stretches:
        used = sum(heights[:-1]) + gap * (len(pieces) - 1)
        heights[-1] = max(heights[-1], box.cy - used)
    shapes: list[Shape] = []
    top = box.y
    for piece, height in zip(pieces, heights, strict=True):
        shapes += piece.draw(Box(box.x, top, box.cx, height), step)
        top += height + gap
    return shapes


def share_height(pieces: Sequence[Piece], box: Box, step: int, gap: int = GAP) -> list[int]:
    """Return the heights of pieces in a box: their least, and what the box has over for what can grow."""
    heights = [piece.height(box.cx, step) for piece in pieces]
    over = box.cy - sum(heights) - gap * (len(pieces) - 1)
    if over <= 0:
        return heights
    wishes = [piece.ideal(box.cx, step) - height for piece, height in zip(pieces, heights, strict=True)]
    wished = sum(wishes)
    if wished <= 0:
        return heights
    granted = min(over, wished)
    return [height + wish * granted // wished for height, wish in zip(heights, wishes, strict=True)]


def cut_stack(
    pieces: Sequence[Piece], width: int, height: int, page_height: int, step: int, gap: int = GAP
) -> tuple[list[Piece], list[Piece], int]:
    """Divide pieces so that the first part is at most ``height`` high; the second is empty if all are.

    ``page_height`` is the room on each slide, which the first part takes when it cannot do with less. What
    cannot be divided even then stands there alone. The third value is what the cut costs.
    """
    used = 0
    for index, piece in enumerate(pieces):
        if used + piece.height(width, step) > height:
            cut = piece.split(width, height - used, page_height, step)
            if cut is not None:
                return [*pieces[:index], cut.head], [cut.tail, *pieces[index + 1 :]], cut.cost
            if index:
                return _hold_back(pieces[:index], pieces[index:])
            return _cut_first(pieces, width, page_height, step)
        used += piece.height(width, step) + gap
    return list(pieces), [], FREE


def _cut_first(
    pieces: Sequence[Piece], width: int, page_height: int, step: int
) -> tuple[list[Piece], list[Piece], int]:
    """Divide pieces of which even the first wants more room than there should be."""
    first, *rest = pieces
    if first.height(width, step) <= page_height:
        return [first], rest, FREE
    cut = first.split(width, page_height, page_height, step)
    if cut is not None:
        return [cut.head], [cut.tail, *rest], cut.cost
    return [first], rest, OVERFULL


def _is_short(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are nothing but one paragraph of text, which would stand alone on its slide."""
    (first, *rest) = pieces
    return not rest and isinstance(first, TextPiece) and len(first.paragraphs) == 1


def _hold_back(head: Sequence[Piece], tail: Sequence[Piece]) -> tuple[list[Piece], list[Piece], int]:
    """Take the lines that lead to what follows from the end of the first part to the second."""
    last = head[-1]
    parts = last.part_lead() if isinstance(last, TextPiece) else None
    if parts is None:
        return list(head), list(tail), BEHIND_LEAD if _is_short(head) else FREE
    before, lead = parts
    kept = [*head[:-1], *([before] if before else [])]
    if not kept:
        return list(head), list(tail), BEHIND_LEAD
    return kept, [lead, *tail], FREE
