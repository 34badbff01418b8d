"""Several pictures: in one row, or in as many rows as make them clearly larger."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from deckbuild.model import Picture, Pictures
from deckbuild.source import Span
from deckbuild.units import Box

from .caption import Caption
from .context import SlideContext
from .flow import Flow, Piece, Place
from .laid_out import Shape, TextParagraph
from .picture import PICTURE_GAP, PicturePiece, add_picture
from .stack import draw_stack, share_height, stack_height, stack_ideal

_WORTH_A_ROW = 1.4
"""How much larger pictures must come out for one row more: authors write them beside each other."""
_MOST_ROWS = 20  # more have no height


class PictureGrid:
    """Pictures in rows; ``centred`` ones have a region to themselves, in its middle."""

    __slots__ = ("_rows", "centred", "pictures", "slide", "span")

    def __init__(self, slide: SlideContext, pictures: Sequence[Picture], span: Span) -> None:
        self.slide = slide
        self.pictures = pictures
        self.span = span
        self.centred = False
        self._rows: dict[int, list[Piece]] = {}

    @property
    def paragraphs(self) -> Sequence[TextParagraph]:
        """See Piece."""
        captions = (Caption(self.slide, picture.caption, picture.credit) for picture in self.pictures)
        return [paragraph for caption in captions for paragraph in caption.paragraphs]

    @property
    def stretches(self) -> bool:
        """See Piece."""
        return self.centred

    def height(self, width: int, step: int) -> int:
        """See Piece."""
        return stack_height(self._choose_rows(width), width, step, PICTURE_GAP)

    def ideal(self, width: int, step: int) -> int:
        """See Piece."""
        wished = stack_ideal(self._choose_rows(width), width, step, PICTURE_GAP)
        return max(min(wished, self.slide.deck.content_height), self.height(width, step))

    def split(self, width: int, height: int, page_height: int, step: int) -> None:
        """See Piece; pictures are not divided."""

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece: row under row."""
        rows = self._choose_rows(box.cx)
        top = box.y
        if self.centred:
            used = sum(share_height(rows, box, step, PICTURE_GAP)) + PICTURE_GAP * (len(rows) - 1)
            top += max(box.cy - used, 0) // 2
        return draw_stack(rows, Box(box.x, top, box.cx, box.bottom - top), step, PICTURE_GAP)

    def width(self, width: int, height: int) -> int:
        """Return how wide the widest row will be in a width and height."""
        rows = self._choose_rows(width)
        heights = share_height(rows, Box(0, 0, width, height), 0, PICTURE_GAP)
        pairs = zip(rows, heights, strict=True)
        return max(
            (row.width(width, high) for row, high in pairs if isinstance(row, PicturePiece)), default=0
        )

    def area(self, width: int, height: int) -> int:
        """Return how much the pictures would cover in a width and height."""
        return _cover(self._choose_rows(width), width, height)

    def _choose_rows(self, width: int) -> list[Piece]:
        """Return the rows that show the pictures largest in a width and the content's height."""
        known = self._rows.get(width)
        if known is None:
            height = self.slide.deck.content_height
            known, best = self._make_rows(1), 0.0
            for count in range(1, min(len(self.pictures), _MOST_ROWS) + 1):
                rows = self._make_rows(count)
                covered = _cover(rows, width, height)
                if covered > best * _WORTH_A_ROW:
                    known, best = rows, covered
            self._rows[width] = known
        return known

    def _make_rows(self, count: int) -> list[Piece]:
        """Return the pictures in ``count`` rows of about as many each, the longer ones first."""
        rows: list[Piece] = []
        rest = list(self.pictures)
        for left in range(count, 0, -1):
            length = ceil(len(rest) / left)
            if length:
                rows.append(PicturePiece(self.slide, rest[:length], rest[0].span))
            rest = rest[length:]
        return rows


def _cover(rows: Sequence[Piece], width: int, height: int) -> int:
    """Return how much rows of pictures would cover in a width and height."""
    heights = share_height(rows, Box(0, 0, width, height), 0, PICTURE_GAP)
    over = sum(heights) + PICTURE_GAP * (len(rows) - 1) - height
    pairs = zip(rows, heights, strict=True)
    return sum(
        row.area(width, high - max(over, 0) // len(rows))
        for row, high in pairs
        if isinstance(row, PicturePiece)
    )


def add_pictures(flow: Flow, block: Pictures, place: Place) -> None:
    """Add pictures in a row or grid."""
    if len(block.pictures) == 1:
        add_picture(flow, block.pictures[0], place)
    else:
        flow.break_out(PictureGrid(flow.slide, block.pictures, block.span))
