"""Blocks in their order become pieces: consecutive text one body of text, all else a piece of its own.

Each kind of block has a function that adds it to a flow; ``blocks.py`` holds the table of those for
slides and ``notes.py`` that for notes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from deckbuild.model import Block, Image, Inline
from deckbuild.source import Span
from deckbuild.template import Placeholder
from deckbuild.units import Box

from .context import Levels, SlideContext
from .inline import flatten, size_code
from .laid_out import Bullet, Run, RunStyle, Shape, TextParagraph
from .text import TextPiece
from .text_split import Cut

NO_BULLET = Bullet()


class Piece(Protocol):
    """Something that takes its width as given, knows its height, and can be drawn.

    Widths and heights are EMU, steps those of the ladder in ``fit.py``. ``ideal`` is more than ``height``
    only for what can grow.
    """

    span: Span

    @property
    def paragraphs(self) -> Sequence[TextParagraph]:
        """The paragraphs of its text that may hold footnotes' marks, captions included."""

    @property
    def stretches(self) -> bool:
        """Whether it takes all the room there is at the end of a stack."""

    def height(self, width: int, step: int) -> int:
        """Return the least height it needs."""

    def ideal(self, width: int, step: int) -> int:
        """Return the height it would take if there were room."""

    def draw(self, box: Box, step: int) -> list[Shape]:
        """Return its shapes in a box."""

    def split(self, width: int, height: int, page_height: int, step: int) -> Cut | None:
        """Return it in two parts, the first at most ``height`` high; None when it should go on whole.

        ``page_height`` is the most room there is on a slide: when ``height`` is as much, everything is
        tried before None is returned.
        """


class Slots:
    """Placeholders of one layout that are still to be filled, by what may fill them."""

    __slots__ = ("captions", "codes", "pictures", "tables", "texts")

    def __init__(
        self,
        texts: Sequence[Placeholder] = (),
        pictures: Sequence[Placeholder] = (),
        tables: Sequence[Placeholder] = (),
        captions: Sequence[Placeholder] = (),
        codes: Sequence[Placeholder] = (),
    ) -> None:
        self.texts = list(texts)
        self.pictures = list(pictures)
        self.tables = list(tables)
        self.captions = list(captions)
        self.codes = list(codes)


def take(slots: list[Placeholder]) -> Placeholder | None:
    """Take the first placeholder that is left, None when there is none."""
    return slots.pop(0) if slots else None


class Place:
    """Where in the nesting a block stands.

    ``depth`` is the list level of the item it is in (-1 in none), ``style`` that of its text, ``margin``
    by how much quotations indent it, in EMU.
    """

    __slots__ = ("depth", "margin", "style")

    def __init__(self, style: RunStyle, depth: int = -1, margin: int = 0) -> None:
        self.style = style
        self.depth = depth
        self.margin = margin


Adder = Callable[["Flow", Any, Place], None]


class Flow:
    """The pieces that blocks added so far make. ``levels`` is the look of text outside placeholders.

    ``step`` is the build step in which the text that is being added appears.
    """

    __slots__ = ("_adders", "_body", "_images", "_pieces", "levels", "place", "slide", "slots", "step")

    def __init__(
        self,
        slide: SlideContext,
        adders: Mapping[type, Adder],
        slots: Slots | None = None,
        levels: Levels | None = None,
    ) -> None:
        self.slide = slide
        self.slots = slots or Slots()
        self.levels = levels or slide.deck.text_levels
        self.place = Place(slide.deck.style)
        self._adders = adders
        self._pieces: list[Piece] = []
        self._body: TextPiece | None = None
        self._images: list[Image] = []
        self.step = 0

    def nested(self, levels: Levels | None = None, slots: Slots | None = None) -> Flow:
        """Return an empty flow of the same slide, which shares the placeholders unless given its own."""
        return Flow(self.slide, self._adders, slots or self.slots, levels or self.levels)

    def add(self, blocks: Sequence[Block], place: Place | None = None) -> Flow:
        """Add blocks at a place (default: in no list or quotation) and return the flow itself."""
        where = place or self.place
        for block in blocks:
            self.step = block.step
            self._adders[type(block)](self, block, where)
        return self

    def body(self, span: Span) -> TextPiece:
        """Return the body of text that is open, or open one: in a placeholder for text if one is left."""
        if self._body is None:
            slot = take(self.slots.texts)
            self._body = TextPiece(self.slide.deck, slot, slot.levels if slot else self.levels, span)
        return self._body

    def add_text(self, paragraph: TextParagraph, span: Span) -> None:
        """Add a paragraph to the open body of text."""
        body = self.body(span)
        if self.step:
            paragraph = paragraph._replace(step=self.step)
        paragraph = size_code(paragraph, body.levels[paragraph.level].size)
        body.paragraphs.append(paragraph)

    def flatten(self, inlines: Sequence[Inline], place: Place) -> tuple[Run, ...]:
        """Return the runs of inlines; pictures in them will follow the text that is open."""
        return flatten(inlines, place.style, self.slide, self._images)

    def break_out(self, piece: Piece) -> None:
        """Add a piece of its own kind, after the text that is open."""
        self.close()
        self._pieces.append(piece)

    def close(self) -> None:
        """End the open body of text; pictures that stood in its lines come after it."""
        if self._body is not None:
            if self._images:
                self.step = self._body.paragraphs[-1].step
            self._pieces.append(self._body)
            self._body = None
        if self._images:
            images, self._images = self._images, []
            self._adders[Image](self, images, self.place)
            self.close()

    def pieces(self) -> list[Piece]:
        """End the flow and return its pieces."""
        self.close()
        return self._pieces
