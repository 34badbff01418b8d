"""Code on a panel: highlighted, in the brand's monospaced face, at the largest size that fits."""

from __future__ import annotations

from functools import lru_cache
from math import floor

from deckbuild.figures.code import highlight_code
from deckbuild.fonts import find_face
from deckbuild.model import CodeBlock
from deckbuild.template import Placeholder
from deckbuild.units import EMU_PER_POINT, Box, from_points

from .context import DeckContext, Levels, SlideContext
from .fit import LADDER, LAST
from .flow import NO_BULLET, Flow, Place, take
from .inline import restyle
from .laid_out import Run, RunStyle, Shape, TextBody, TextParagraph, TextShape
from .measure import measure_text
from .paragraph import add_code_lines
from .placeholders import key_of
from .text import dress, same_box

_SIZES = (16.0, 14.0, 12.0, 11.0, 10.0)
_PANEL_INSETS = (from_points(16), from_points(12), from_points(16), from_points(12))
_TITLE_GAP = from_points(4)


class CodePiece:
    """A code block on a panel: the placeholder's own in ``slot``, else a rectangle in the brand's colour."""

    __slots__ = ("_heights", "block", "slide", "slot", "span")

    def __init__(self, slide: SlideContext, block: CodeBlock, slot: Placeholder | None) -> None:
        self.slide = slide
        self.block = block
        self.slot = slot
        self.span = block.span
        self._heights: dict[tuple[int, int], int] = {}

    @property
    def stretches(self) -> bool:
        """Whether it takes all the room there is: a panel of the layout does."""
        return self.slot is not None

    def height(self, width: int, step: int) -> int:
        """See Piece: a line each, or more for lines too long even at the smallest size."""
        known = self._heights.get((width, step))
        if known is None:
            paragraphs = self._paragraphs(self._size(width, step))
            height = measure_text(paragraphs, self._levels, width, self.slide.deck, insets=self._insets)
            known = self._heights[width, step] = height + self._title_height(width)
        return known

    def ideal(self, width: int, step: int) -> int:
        """See Piece."""
        return self.height(width, step)

    def split(self, width: int, height: int, page_height: int, step: int) -> None:
        """See Piece; code is not divided yet."""

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece; the title stands above the panel. Reports ``code-wrapped``."""
        title_height = self._title_height(box.cx)
        panel = Box(box.x, box.y + title_height, box.cx, box.cy - title_height)
        size = self._size(box.cx, step)
        if size * self._widest_line() > (box.cx - self._insets[0] - self._insets[2]) / EMU_PER_POINT:
            self.slide.deck.collector.report("code-wrapped", self.span, f"A line is too long at {size:g} pt.")
        paragraphs = tuple(self._paragraphs(size))
        shapes: list[Shape] = []
        if title_height:
            shapes.append(self._draw_title(Box(box.x, box.y, box.cx, title_height - _TITLE_GAP)))
        if self.slot is not None:
            place = None if same_box(panel, self.slot.box) else panel
            shapes.append(TextShape(self.slot.name, TextBody(paragraphs), place, key_of(self.slot)))
        else:
            body = TextBody(paragraphs, insets=_PANEL_INSETS, anchor="t")
            shapes.append(TextShape("Code", body, panel, fill=self.slide.deck.color("code_panel", "bg2")))
        return shapes

    @property
    def _levels(self) -> Levels:
        return self.slot.levels if self.slot else self.slide.deck.caption_levels

    @property
    def _insets(self) -> tuple[int, int, int, int]:
        return self.slot.insets if self.slot else _PANEL_INSETS

    def _size(self, width: int, step: int) -> float:
        """Return the type size at a step: smaller still when a line would not fit the width."""
        minimum = self.slide.deck.brand.minimum.code
        if step > LAST:
            return max(floor(minimum * LADDER[step][0] / LADDER[LAST][0]), 1)
        largest = self.slot.levels[0].size if self.slot else _SIZES[0]
        sizes = (largest, *(size for size in _SIZES if minimum <= size < largest))
        room = (width - self._insets[0] - self._insets[2]) / EMU_PER_POINT
        first = round(step * (len(sizes) - 1) / LAST)
        widest = self._widest_line()
        return next((size for size in sizes[first:] if size * widest <= room), sizes[-1])

    def _widest_line(self) -> float:
        """Return the width of the longest line as a multiple of the type size."""
        face, _ = find_face(self.slide.deck.brand.mono_font)
        lines = self.block.text.expandtabs(4).split("\n")
        prefix = face.advance("0", 1.0) * self._number_width()
        return max(face.advance(line, 1.0) for line in lines) + prefix

    def _number_width(self) -> int:
        """Return how many characters line numbers take with the space behind them; 0 without numbers."""
        if not self.block.numbered:
            return 0
        return len(str(self.block.first_line + self.block.text.count("\n"))) + 2

    def _paragraphs(self, size: float) -> list[TextParagraph]:
        deck, block = self.slide.deck, self.block
        base = restyle(deck.style, font=deck.brand.mono_font, size=size)
        digits = self._number_width()
        margin = round(digits * size * find_face(deck.brand.mono_font)[0].advance("0", 1.0) * EMU_PER_POINT)
        paragraphs = []
        for number, line in enumerate(highlight_code(block.text, block.language), block.first_line):
            style = (
                restyle(base, highlight=deck.color("highlight", "FFE79A"))
                if number in block.highlighted
                else base
            )
            runs = [Run(text, restyle(style, color=_token_color(kind, deck))) for kind, text in line]
            if digits:
                label = Run(f"{number:>{digits - 2}}  ", restyle(base, color=deck.color("muted")))
                runs.insert(0, label)
            paragraphs.append(
                TextParagraph(
                    tuple(runs) or (Run("", base),),
                    bullet=NO_BULLET,
                    align="l",
                    margin_left=margin,
                    indent=-margin,
                    space_before=0.0,
                    space_after=0.0,
                )
            )
        return paragraphs

    def _title(self) -> list[TextParagraph]:
        deck = self.slide.deck
        style: RunStyle = restyle(deck.style, bold=True, color=deck.color("muted"))
        return [TextParagraph((Run(self.block.title or "", style),))]

    def _title_height(self, width: int) -> int:
        deck = self.slide.deck
        return (
            measure_text(self._title(), deck.caption_levels, width, deck) + _TITLE_GAP
            if self.block.title
            else 0
        )

    def _draw_title(self, box: Box) -> Shape:
        deck = self.slide.deck
        return TextShape(
            "Code title", TextBody(dress(self._title(), deck.caption_levels, deck), insets=(0, 0, 0, 0)), box
        )


@lru_cache(maxsize=256)
def _color_name(kind: str, colors: tuple[tuple[str, str], ...]) -> str:
    """Return the colour of a token type: its own, else its nearest parent's, in the end ``Text``'s."""
    table = dict(colors)
    while kind and kind not in table:
        kind = kind.rpartition(".")[0]
    return table.get(kind or "Text", "tx1")


def _token_color(kind: str, deck: DeckContext) -> str:
    return deck.resolve_color(_color_name(kind, tuple(deck.brand.code_colors.items())))


def add_code(flow: Flow, block: CodeBlock, place: Place) -> None:
    """Add code on a panel of its own, in a list or quotation as lines of its text."""
    if place.depth >= 0 or place.margin:
        add_code_lines(flow, block, place)
    else:
        flow.break_out(CodePiece(flow.slide, block, take(flow.slots.codes)))
