"""Pieces one below the other in a region: measured heights, even gaps, what is over to what can grow."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.units import Box, from_points

from .fit import LAST
from .flow import Piece
from .laid_out import Shape

GAP = from_points(18)


class Area:
    """A region of a slide and the pieces to be stacked in it."""

    __slots__ = ("box", "pieces")

    def __init__(self, box: Box, pieces: Sequence[Piece]) -> None:
        self.box = box
        self.pieces = list(pieces)


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


def split_stack(
    pieces: Sequence[Piece], width: int, height: int, page_height: int, step: int = LAST
) -> tuple[list[Piece], list[Piece]] | None:
    """Divide pieces so that the first part fits ``height``; None when none that is over can be divided.

    ``page_height`` is the room on each further slide.
    """
    used = 0
    for index, piece in enumerate(pieces):
        needed = piece.height(width, step)
        if used + needed > height:
            parts = piece.split(width, height - used, page_height)
            if parts is not None:
                head, tail = parts
                return [*pieces[:index], head], [tail, *pieces[index + 1 :]]
            if index and piece.split(width, page_height, page_height):
                return list(pieces[:index]), list(pieces[index:])
            return None
        used += needed + GAP
    return None
