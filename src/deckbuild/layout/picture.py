"""Pictures: one, or several in a row of equal height, each with its caption and source under it."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.figures import Media
from deckbuild.model import Image, Picture
from deckbuild.source import Span
from deckbuild.template import Placeholder
from deckbuild.units import Box, from_inches, from_points

from .appear import appear
from .caption import Caption
from .context import SlideContext
from .flow import Flow, Place, take
from .inline import make_hyperlink
from .laid_out import Line, PictureShape, Run, Shape, TextBody, TextParagraph, TextShape
from .picture_size import contain, crop_to_cover, read_length, share_row
from .placeholders import key_of

PICTURE_GAP = from_points(14)

_LEAST_SHARES = (0.55, 0.55, 0.5, 0.5, 0.45, 0.4, 0.36, 0.33, 0.3, 0.25, 0.2, 0.15, 0.1)
_MOST_ENLARGED = 2  # a bitmap drawn larger than twice its size at 96 dpi looks coarse
_INLINE_HEIGHT = from_inches(1.2)
_MISSING_SIZE = (from_inches(4), from_inches(3))
_LEAST_CAPTION = from_points(220)
_LEAST_PLACE = from_points(110)
_WIDE = 0.6
_FRAME = from_points(0.75)


class PicturePiece:
    """Pictures of one row.

    ``slot`` and ``caption_slot`` are only given to a single picture. ``most`` is the greatest height of
    pictures that stood in a line. ``centred`` pictures have a region to themselves, in its middle.
    """

    __slots__ = ("_captions", "centred", "most", "pictures", "slide", "slot", "span")

    def __init__(
        self,
        slide: SlideContext,
        pictures: Sequence[Picture],
        span: Span,
        slot: Placeholder | None = None,
        caption_slot: Placeholder | None = None,
        most: int | None = None,
    ) -> None:
        self.slide = slide
        self.pictures = pictures
        self.span = span
        self.slot = slot
        self.most = most
        self.centred = False
        self._captions = [
            Caption(slide, picture.caption, picture.credit, caption_slot) for picture in pictures
        ]

    @property
    def paragraphs(self) -> Sequence[TextParagraph]:
        """See Piece."""
        return [paragraph for caption in self._captions for paragraph in caption.paragraphs]

    @property
    def stretches(self) -> bool:
        """See Piece."""
        return self.centred

    def height(self, width: int, step: int) -> int:
        """See Piece: a share of what it would take, the same for all pictures of a stack."""
        return round(self.ideal(width, step) * _LEAST_SHARES[step])

    def ideal(self, width: int, step: int) -> int:
        """See Piece: as wide as there is room, as was asked for, or as the bitmaps stand."""
        most = self.slide.deck.content_height
        if self._covers:
            wide, high = self._cover(width, most)
            return min(high + self._caption_height([(wide, high)], width), most)
        sizes = self._sizes(width, most)
        return min(max(high for _, high in sizes) + self._caption_height(sizes, width), most)

    def width(self, width: int, height: int) -> int:
        """Return how wide the pictures will be in a width and height."""
        sizes = self._fit(width, height)
        return sum(self._places(sizes, width)) + PICTURE_GAP * (len(sizes) - 1)

    def _places(self, sizes: Sequence[tuple[int, int]], width: int) -> list[int]:
        """Return how wide the place of each picture of a row is."""
        if len(sizes) == 1:
            return [sizes[0][0]]
        pairs = zip(sizes, self._captions, strict=True)
        return [
            self._caption_width(wide, width) if caption.paragraphs else wide for (wide, _), caption in pairs
        ]

    def split(self, width: int, height: int, page_height: int, step: int) -> None:
        """See Piece; pictures are not divided."""

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece: centred in a wide box, else at its left; at its top unless they are ``centred``."""
        sizes = self._fit(box.cx, box.cy)
        places = self._places(sizes, box.cx)
        shapes: list[Shape] = []
        left, top = box.x, box.y
        if box.cx > self.slide.deck.template.slide_size[0] * _WIDE and self.most is None:
            left += (box.cx - sum(places) - PICTURE_GAP * (len(sizes) - 1)) // 2
        if self.centred:
            used = max(high for _, high in sizes) + self._caption_height(sizes, box.cx)
            top += max(box.cy - used, 0) // 2
        for picture, caption, (wide, high), place in zip(
            self.pictures, self._captions, sizes, places, strict=True
        ):
            drawn = [self._draw_picture(picture, Box(left, top, wide, high))]
            if caption.paragraphs:
                under = self._caption_width(wide, box.cx)
                start = min(left, box.right - under)
                drawn.append(caption.draw(start, top + high, under))
            shapes += appear(drawn, picture.step)
            left += place + PICTURE_GAP
        return shapes

    def _fit(self, width: int, height: int) -> list[tuple[int, int]]:
        """Return the pictures' sizes with room for their captions, whose height hangs on the width."""
        if self._covers:
            wide, high = self._cover(width, height)
            room = max(height - self._caption_height([(wide, high)], width), 1)
            return [(wide, min(high, room))]
        sizes = self._sizes(width, height)
        for _ in range(2):
            sizes = self._sizes(width, height - self._caption_height(sizes, width))
        return sizes

    @property
    def _covers(self) -> bool:
        """Whether it is a picture that fills its place and is cropped; one of a given width alone is not."""
        picture = self.pictures[0]
        is_alone = len(self.pictures) == 1 and picture.fit == "cover"
        return is_alone and (picture.width is None or picture.height is not None)

    def _cover(self, width: int, height: int) -> tuple[int, int]:
        """Return the place that a cropped picture fills in a width and height."""
        picture = self.pictures[0]
        wide = read_length(picture.width, width) or width
        high = read_length(picture.height, self.slide.deck.content_height) or height
        return min(wide, width), min(high, height)

    def area(self, width: int, height: int) -> int:
        """Return how much the pictures would cover in a width and height."""
        return sum(wide * high for wide, high in self._fit(width, height))

    def _media(self, picture: Picture) -> Media | None:
        return self.slide.deck.media.get(picture.source)

    def _natural(self, picture: Picture) -> tuple[int, int]:
        media = self._media(picture)
        return (max(media.width, 1), max(media.height, 1)) if media else _MISSING_SIZE

    def _wished(self, width: int) -> bool:
        return any(read_length(p.width, width) or read_length(p.height, width) for p in self.pictures)

    def _sizes(self, width: int, height: int) -> list[tuple[int, int]]:
        """Return the pictures' sizes in a width and height."""
        height = max(height, 1)
        if len(self.pictures) == 1:
            return [self._size(self.pictures[0], width, height)]
        limits = [self._size(picture, width, height) for picture in self.pictures]
        room = width - PICTURE_GAP * (len(limits) - 1)
        if self._wished(width) and sum(wide for wide, _ in limits) <= room:
            return limits
        naturals = [self._natural(picture) for picture in self.pictures]
        most = min(height, max(high for _, high in limits))
        return share_row(naturals, width, most, PICTURE_GAP, self._least_places(width))

    def _least_places(self, width: int) -> list[int]:
        """Return how wide the places of pictures in a row must be at least: wide enough for captions."""
        least = min(_LEAST_PLACE, width // len(self.pictures) - PICTURE_GAP)
        return [least if caption.paragraphs else 0 for caption in self._captions]

    def _size(self, picture: Picture, width: int, height: int) -> tuple[int, int]:
        """Return the size of a picture that has a width and height to itself."""
        natural = self._natural(picture)
        wished_width = read_length(picture.width, width)
        wished_height = read_length(picture.height, self.slide.deck.content_height)
        if wished_width or wished_height:
            room = min(wished_width or width, width), min(wished_height or height, height)
        else:
            room = min(width, self._limit(picture, natural)), height
        if self.most is not None:
            room = room[0], min(room[1], self.most)
        return contain(natural, *room)

    def _limit(self, picture: Picture, natural: tuple[int, int]) -> int:
        """Return the most width for a picture whose author asked for none."""
        media = self._media(picture)
        if media is None or media.svg is not None:
            return 1 << 40
        return natural[0] * (1 if self.most is not None else _MOST_ENLARGED)

    def _caption_height(self, sizes: Sequence[tuple[int, int]], width: int) -> int:
        """Return the height of the highest caption and the gap above it; 0 without captions."""
        pairs = zip(self._captions, sizes, strict=True)
        return max(caption.height(self._caption_width(wide, width)) for caption, (wide, _) in pairs)

    def _caption_width(self, wide: int, width: int) -> int:
        """Return the width of a captioned picture's place: the picture's own, but wide enough to read."""
        if len(self.pictures) > 1:
            return max(wide, min(_LEAST_PLACE, width // len(self.pictures) - PICTURE_GAP))
        return max(wide, min(width, _LEAST_CAPTION))

    def _draw_picture(self, picture: Picture, place: Box) -> Shape:
        media = self._media(picture)
        deck = self.slide.deck
        if media is None:
            return _draw_missing(self.slide, picture, place)
        deck.used[media.key] = media
        natural = media.width, media.height
        wanted = deck.brand.pictures
        return PictureShape(
            name=self.slot.name if self.slot else "Picture",
            media=media.key,
            box=place,
            placeholder=key_of(self.slot) if self.slot and media.clip is None else None,
            crop=crop_to_cover(natural, place.cx, place.cy) if self._covers else (0.0, 0.0, 0.0, 0.0),
            alt=picture.alt,
            decorative=not picture.alt,
            link=make_hyperlink(picture.link) if picture.link else None,
            fill=deck.resolve_color(wanted.mat) if wanted.mat else None,
            line=Line(deck.color("rule", "accent6"), _FRAME) if wanted.frame else None,
            rounded=wanted.rounded,
        )


def _draw_missing(slide: SlideContext, picture: Picture, place: Box) -> Shape:
    """Return a box that says what a picture that is not there would have shown."""
    deck = slide.deck
    run = Run(picture.alt or picture.source, deck.style._replace(size=14, color=deck.color("muted")))
    return TextShape(
        "Missing picture",
        TextBody((TextParagraph((run,), align="ctr"),), anchor="ctr"),
        place,
        fill=deck.color("panel", "bg2"),
        line=Line(deck.color("rule", "accent6"), from_points(0.75)),
    )


def add_picture(flow: Flow, block: Picture, place: Place) -> None:
    """Add a picture, in a placeholder for pictures if one is left."""
    slot = take(flow.slots.pictures)
    caption_slot = take(flow.slots.captions) if block.caption or block.credit else None
    flow.break_out(PicturePiece(flow.slide, (block,), block.span, slot, caption_slot))


def add_images(flow: Flow, images: list[Image], place: Place) -> None:
    """Add pictures that stood in lines of text in a row under it (``picture-inline``)."""
    for image in images:
        flow.slide.deck.collector.report(
            "picture-inline", image.span, f"`{image.source}` stands under the text, not in its line."
        )
    pictures = [
        Picture(image.source, image.alt, image.span, width=image.width, step=flow.step) for image in images
    ]
    flow.break_out(PicturePiece(flow.slide, pictures, images[0].span, most=_INLINE_HEIGHT))
