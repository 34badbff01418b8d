"""Pictures: one, or several in a row of equal height, each with its caption and source under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.figures import Media
from deckbuild.model import Image, Inline, Link, Picture, Pictures, Text
from deckbuild.source import Span
from deckbuild.template import Placeholder
from deckbuild.units import Box, from_inches, from_points

from .context import Levels, SlideContext
from .flow import Flow, Place, orient, take
from .inline import flatten, make_hyperlink
from .laid_out import Line, PictureShape, Run, Shape, TextBody, TextParagraph, TextShape
from .measure import measure_text
from .picture_size import contain, crop_to_cover, read_length, share_row
from .placeholders import key_of
from .text import dress, fill_placeholder

CAPTION_GAP = from_points(6)
PICTURE_GAP = from_points(14)

_LEAST_SHARES = (0.5, 0.5, 0.45, 0.45, 0.4, 0.36, 0.33, 0.3, 0.3)
_MOST_ENLARGED = 2  # a bitmap drawn larger than twice its size at 96 dpi looks coarse
_INLINE_HEIGHT = from_inches(1.2)
_MISSING_SIZE = (from_inches(4), from_inches(3))
_LEAST_CAPTION = from_points(220)


class PicturePiece:
    """Pictures of one row. ``slot`` and ``caption_slot`` are only given to a single picture."""

    __slots__ = ("_captions", "caption_slot", "most", "pictures", "slide", "slot", "span")

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
        self.caption_slot = caption_slot
        self.most = most
        self._captions = [make_caption(slide, picture.caption, picture.credit) for picture in pictures]

    @property
    def stretches(self) -> bool:
        """See Piece."""
        return False

    def height(self, width: int, step: int) -> int:
        """See Piece: a share of the content's height, if the pictures would grow so high."""
        least = round(self.slide.deck.content_height * _LEAST_SHARES[step])
        return min(least, self.ideal(width, step))

    def ideal(self, width: int, step: int) -> int:
        """See Piece: as wide as there is room, as was asked for, or as the bitmaps stand."""
        if len(self.pictures) == 1 and self.pictures[0].fit == "cover" and not self._wished(width):
            return self.slide.deck.content_height
        sizes = self._sizes(width, self.slide.deck.content_height * 2)
        return max(high for _, high in sizes) + self._caption_height(sizes, width)

    def split(self, width: int, height: int, page_height: int) -> None:
        """See Piece; pictures are not divided."""

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece: centred, at the top of the box."""
        if len(self.pictures) == 1 and self.pictures[0].fit == "cover" and not self._wished(box.cx):
            sizes = [(box.cx, box.cy - self._caption_height([(box.cx, box.cy)], box.cx))]
        else:
            captions = self._caption_height(self._sizes(box.cx, box.cy), box.cx)
            sizes = self._sizes(box.cx, box.cy - captions)
            captions = self._caption_height(sizes, box.cx)
            sizes = self._sizes(box.cx, box.cy - captions)
        shapes: list[Shape] = []
        whole = sum(wide for wide, _ in sizes) + PICTURE_GAP * (len(sizes) - 1)
        left = box.x + (box.cx - whole) // 2
        for picture, caption, (wide, high) in zip(self.pictures, self._captions, sizes, strict=True):
            place = Box(left, box.y, wide, high)
            shapes.append(self._draw_picture(picture, place))
            if caption:
                shapes.append(self._draw_caption(caption, place, box))
            left += wide + PICTURE_GAP
        return shapes

    def area(self, width: int, height: int) -> int:
        """Return how much the pictures would cover in a width and height."""
        return sum(wide * high for wide, high in self._sizes(width, height))

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
        return share_row(
            [self._natural(picture) for picture in self.pictures],
            width,
            min(height, max(high for _, high in limits)),
            PICTURE_GAP,
        )

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

    def _caption_levels(self) -> Levels:
        return self.caption_slot.levels if self.caption_slot else self.slide.deck.caption_levels

    def _caption_height(self, sizes: Sequence[tuple[int, int]], width: int) -> int:
        """Return the height of the highest caption and the gap above it; 0 without captions."""
        heights = [
            self._measure_caption(caption, self._caption_width(wide, width))
            for caption, (wide, _) in zip(self._captions, sizes, strict=True)
            if caption
        ]
        return max(heights) + CAPTION_GAP if heights else 0

    def _measure_caption(self, caption: Sequence[TextParagraph], width: int) -> int:
        insets = self.caption_slot.insets if self.caption_slot else (0, 0, 0, 0)
        return measure_text(caption, self._caption_levels(), width, self.slide.deck, insets=insets)

    def _caption_width(self, wide: int, width: int) -> int:
        """Return a caption's width: its picture's, but a single picture's may be wider when that is small."""
        return wide if len(self.pictures) > 1 else max(wide, min(width, _LEAST_CAPTION))

    def _draw_picture(self, picture: Picture, place: Box) -> Shape:
        media = self._media(picture)
        deck = self.slide.deck
        if media is None:
            return _draw_missing(self.slide, picture, place)
        deck.used[media.key] = media
        natural = media.width, media.height
        covers = picture.fit == "cover" and not self._wished(place.cx)
        return PictureShape(
            name=self.slot.name if self.slot else "Picture",
            media=media.key,
            box=place,
            placeholder=key_of(self.slot) if self.slot else None,
            crop=crop_to_cover(natural, place.cx, place.cy)
            if covers and len(self.pictures) == 1
            else (0.0, 0.0, 0.0, 0.0),
            alt=picture.alt,
            decorative=not picture.alt,
            link=make_hyperlink(picture.link) if picture.link else None,
        )

    def _draw_caption(self, caption: tuple[TextParagraph, ...], place: Box, box: Box) -> TextShape:
        width = self._caption_width(place.cx, box.cx)
        left = min(max(place.x + (place.cx - width) // 2, box.x), box.right - width)
        under = Box(left, place.bottom + CAPTION_GAP, width, self._measure_caption(caption, width))
        if self.caption_slot is not None:
            return fill_placeholder(self.caption_slot, caption, (1.0, 0.0), under)
        deck = self.slide.deck
        return TextShape(
            "Caption", TextBody(dress(caption, deck.caption_levels, deck), insets=(0, 0, 0, 0)), under
        )


def _draw_missing(slide: SlideContext, picture: Picture, place: Box) -> Shape:
    """Return a box that says what a picture that is not there would have shown."""
    deck = slide.deck
    run = Run(picture.alt or picture.source, replace(deck.style, size=14, color=deck.color("muted")))
    return TextShape(
        "Missing picture",
        TextBody((TextParagraph((run,), align="ctr"),), anchor="ctr"),
        place,
        fill=deck.color("panel", "bg2"),
        line=Line(deck.color("rule", "accent6"), from_points(0.75)),
    )


def make_caption(
    slide: SlideContext, caption: tuple[Inline, ...], credit: tuple[Inline, ...]
) -> tuple[TextParagraph, ...]:
    """Return the paragraphs under a picture or table: its caption, then its source in the brand's words."""
    deck = slide.deck
    paragraphs = []
    if caption:
        paragraphs.append(TextParagraph(flatten(caption, deck.style, slide)))
    if credit:
        before, _, after = deck.words.source.partition("{source}")
        runs = (
            Run(before, deck.style),
            *flatten(_linked(credit, slide), deck.style, slide),
            Run(after, deck.style),
        )
        paragraphs.append(TextParagraph(tuple(run for run in runs if run.text)))
    if deck.rtl:
        paragraphs = [orient(paragraph, deck.caption_levels) for paragraph in paragraphs]
    return tuple(paragraphs)


def _linked(credit: tuple[Inline, ...], slide: SlideContext) -> tuple[Inline, ...]:
    """Make a source that is nothing but a URL a link to it."""
    match credit:
        case (Text(text),) if text.startswith(("http://", "https://")) and " " not in text:
            return (Link(text, credit, slide.slide.span),)
    return credit


def add_picture(flow: Flow, block: Picture, place: Place) -> None:
    """Add a picture, in a placeholder for pictures if one is left."""
    slot = take(flow.slots.pictures)
    caption_slot = take(flow.slots.captions) if block.caption or block.credit else None
    flow.break_out(PicturePiece(flow.slide, (block,), block.span, slot, caption_slot))


def add_pictures(flow: Flow, block: Pictures, place: Place) -> None:
    """Add pictures in a row."""
    if len(block.pictures) == 1:
        add_picture(flow, block.pictures[0], place)
    else:
        flow.break_out(PicturePiece(flow.slide, block.pictures, block.span))


def add_images(flow: Flow, images: list[Image], place: Place) -> None:
    """Add pictures that stood in lines of text in a row under it (``picture-inline``)."""
    for image in images:
        flow.slide.deck.collector.report(
            "picture-inline", image.span, f"`{image.source}` stands under the text, not in its line."
        )
    pictures = [Picture(image.source, image.alt, image.span, width=image.width) for image in images]
    flow.break_out(PicturePiece(flow.slide, pictures, images[0].span, most=_INLINE_HEIGHT))
