"""Code on a panel: highlighted, in the brand's monospaced face, at the largest size that fits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import floor

from deckbuild.model import CodeBlock
from deckbuild.template import Placeholder
from deckbuild.units import EMU_PER_POINT, Box, from_points

from .appear import appear
from .code_lines import MARK, CodeLines
from .context import DeckContext, Levels, SlideContext
from .fit import LADDER, LAST
from .flow import NO_BULLET, Flow, Place, take
from .inline import restyle
from .laid_out import BREAK, Run, RunStyle, Shape, TextBody, TextParagraph, TextShape
from .measure import Extent, add_extents, measure_extents, measure_text
from .paragraph import add_code_lines
from .placeholders import key_of
from .text import dress, same_box
from .text_split import Cut

_SIZES = (16.0, 14.0, 12.0, 11.0, 10.0)
_PANEL_INSETS = (from_points(16), from_points(12), from_points(16), from_points(12))
_TITLE_GAP = from_points(4)
_LEAST_LINES = 3  # that may stand at the foot of a slide
_LEAST_PART = 3  # the least part of a block's lines to part from the others, where all fit a slide
_NEAR = 0.7
_USABLE = 0.9975  # see fonts.lines


class CodePiece:
    """A code block on a panel: the placeholder's own in ``slot``, else a rectangle in the brand's colour.

    A part of a block has its lines from ``start`` to ``end``; the first has the title.
    """

    __slots__ = ("_extents", "_lines", "block", "end", "slide", "slot", "span", "start")

    def __init__(
        self, slide: SlideContext, block: CodeBlock, slot: Placeholder | None, lines: CodeLines | None = None
    ) -> None:
        self.slide = slide
        self.block = block
        self.slot = slot
        self.span = block.span
        self._lines = lines or CodeLines(block, slide.deck.face(slide.deck.brand.mono_font)[0])
        self._extents: dict[tuple[int, float], list[Extent]] = {}
        self.start = 0
        self.end = len(self._lines.lines)

    @property
    def paragraphs(self) -> Sequence[TextParagraph]:
        """See Piece."""
        return ()

    @property
    def stretches(self) -> bool:
        """Whether it takes all the room there is: a panel of the layout does."""
        return self.slot is not None

    def height(self, width: int, step: int) -> int:
        """See Piece: a line each, or more for lines too long even at the smallest size."""
        lines = add_extents(self._measure(width, self._size(width, step)))
        return lines + self._insets[1] + self._insets[3] + self._title_height(width)

    def ideal(self, width: int, step: int) -> int:
        """See Piece."""
        return self.height(width, step)

    def split(self, width: int, height: int, page_height: int, step: int) -> Cut | None:
        """See Piece: between lines, behind a blank one if there is one near; its numbers go on."""
        extents = self._measure(width, self._size(width, step))
        room = (height - self._insets[1] - self._insets[3] - self._title_height(width)) / EMU_PER_POINT
        count, used = 0, 0.0
        for extent in extents:
            used += sum(extent)
            if used > room:
                break
            count += 1
        least = 1 if height >= page_height else _LEAST_LINES
        fits_elsewhere = add_extents(extents) <= page_height - self._insets[1] - self._insets[3]
        if height < page_height and fits_elsewhere and count * _LEAST_PART < len(extents):
            return None
        if count < least or count >= len(extents):
            return None
        lines = self._lines.lines[self.start : self.start + count]
        blank = max((number for number, line in enumerate(lines, 1) if not line), default=0)
        if blank >= count * _NEAR:
            count = blank
        while count + 1 < len(extents) and not self._lines.lines[self.start + count]:
            count += 1
        return Cut(self._part(self.start, self.start + count), self._part(self.start + count, self.end))

    def _part(self, start: int, end: int) -> CodePiece:
        part = CodePiece(self.slide, self.block, self.slot, self._lines)
        part.start, part.end = start, end
        part._extents = {
            key: extents[start - self.start : end - self.start] for key, extents in self._extents.items()
        }
        return part

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece; the title stands above the panel. Reports ``code-wrapped``."""
        deck = self.slide.deck
        title_height = self._title_height(box.cx)
        panel = Box(box.x, box.y + title_height, box.cx, box.cy - title_height)
        size = self._size(box.cx, step)
        if self._lines.widest > self._room(box.cx, size) and not deck.brand.code_wrap:
            deck.collector.report("code-wrapped", self.span, f"A line is too long at {size:g} pt.")
        paragraphs = tuple(self._paragraphs(box.cx, size))
        shapes: list[Shape] = []
        if title_height:
            shapes.append(self._draw_title(Box(box.x, box.y, box.cx, title_height - _TITLE_GAP)))
        if self.slot is not None:
            place = None if same_box(panel, self.slot.box) else panel
            shapes.append(TextShape(self.slot.name, TextBody(paragraphs), place, key_of(self.slot)))
        else:
            body = TextBody(paragraphs, insets=_PANEL_INSETS, anchor="t")
            shapes.append(TextShape("Code", body, panel, fill=deck.color("code_panel", "bg2")))
        return appear(shapes, self.block.step)

    def _room(self, width: int, size: float) -> float:
        """Return the room for a line in a width, in type sizes."""
        points = (width - self._insets[0] - self._insets[2]) / EMU_PER_POINT
        return points * _USABLE / size - self._lines.number_width

    def _measure(self, width: int, size: float) -> list[Extent]:
        known = self._extents.get((width, size))
        if known is None:
            inner = width - self._insets[0] - self._insets[2]
            known = measure_extents(self._paragraphs(width, size), self._levels, inner, self.slide.deck)
            self._extents[width, size] = known
        return known

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
        first = round(step * (len(sizes) - 1) / LAST)
        return next(
            (size for size in sizes[first:] if self._lines.widest <= self._room(width, size)), sizes[-1]
        )

    def _paragraphs(self, width: int, size: float) -> list[TextParagraph]:
        """Return a paragraph a line; one too wide is broken, its rest marked."""
        deck, block, lines = self.slide.deck, self.block, self._lines
        base = restyle(deck.style, font=deck.brand.mono_font, size=size)
        muted = restyle(base, color=deck.color("muted"))
        margin = round(lines.number_width * size * EMU_PER_POINT)
        room = self._room(width, size)
        paragraphs = []
        marked = restyle(base, highlight=deck.color("highlight", "FFE79A")) if block.highlighted else base
        styles = _TokenStyles(base, deck), _TokenStyles(marked, deck)
        highlighted = frozenset(block.highlighted)
        for index in range(self.start, self.end):
            number = block.first_line + index
            style = styles[number in highlighted]
            runs = [Run(f"{number:>{lines.digits}}  ", muted)] if lines.digits else []
            for row, pieces in enumerate(lines.rows(index, room)):
                if row:
                    runs += [Run(BREAK, base), Run(MARK, muted)]
                runs += [Run(text, style[kind]) for kind, text in pieces]
            paragraphs.append(
                TextParagraph(
                    tuple(runs) or (Run("", base),),
                    bullet=NO_BULLET,
                    align="l",
                    margin_left=margin,
                    indent=-margin,
                    space_before=0.0,
                    space_after=0.0,
                    rtl=deck.code_rtl,
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
            if self.block.title and not self.start
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


class _TokenStyles(dict[str, RunStyle]):
    """The style of each token type, made when it is first asked for."""

    def __init__(self, base: RunStyle, deck: DeckContext) -> None:
        super().__init__()
        self._base, self._deck = base, deck
        self._colors = tuple(deck.brand.code_colors.items())

    def __missing__(self, kind: str) -> RunStyle:
        color = self._deck.resolve_color(_color_name(kind, self._colors))
        style = self[kind] = restyle(self._base, color=color)
        return style


def add_code(flow: Flow, block: CodeBlock, place: Place) -> None:
    """Add code on a panel of its own, in a list or quotation as lines of its text."""
    if place.depth >= 0 or place.margin:
        add_code_lines(flow, block, place)
    else:
        flow.break_out(CodePiece(flow.slide, block, take(flow.slots.codes)))
