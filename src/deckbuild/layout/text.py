"""A body of text among other pieces: in a placeholder it inherits, in a text box it says how it looks."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.source import Span
from deckbuild.template import Placeholder, TextLevel
from deckbuild.units import Box

from .context import DeckContext, Levels
from .fit import LADDER, allowed_step, measure_step
from .inline import restyle
from .laid_out import Align, Bullet, Run, Shape, TextBody, TextParagraph, TextShape
from .measure import LINE_PITCH
from .placeholders import key_of

_ALIGNS: dict[str, Align] = {"l": "l", "ctr": "ctr", "r": "r", "just": "just"}
TEXT_BOX_INSETS = (0, 0, 0, 0)
_ROUNDING = 4


class TextPiece:
    """Paragraphs in ``slot``, or in a text box that looks as ``levels`` say."""

    __slots__ = ("_heights", "deck", "levels", "paragraphs", "slot", "span")

    def __init__(self, deck: DeckContext, slot: Placeholder | None, levels: Levels, span: Span) -> None:
        self.deck = deck
        self.slot = slot
        self.levels = levels
        self.span = span
        self.paragraphs: list[TextParagraph] = []
        self._heights: dict[tuple[int, int], int] = {}

    @property
    def stretches(self) -> bool:
        """Whether it takes all the room there is at the end of a stack."""
        return True

    @property
    def insets(self) -> tuple[int, int, int, int]:
        """The insets of the box it will stand in."""
        return self.slot.insets if self.slot else TEXT_BOX_INSETS

    def _allowed(self, step: int) -> int:
        return allowed_step(self.paragraphs, self.levels, self.deck.brand.minimum.body, step)

    def height(self, width: int, step: int) -> int:
        """See Piece."""
        known = self._heights.get((width, step))
        if known is None:
            known = measure_step(
                self.paragraphs, self.levels, width, self.deck, self._allowed(step), self.insets
            )
            self._heights[width, step] = known
        return known

    def ideal(self, width: int, step: int) -> int:
        """See Piece."""
        return self.height(width, step)

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece."""
        scale, reduction = LADDER[self._allowed(step)]
        if self.slot is not None:
            return [fill_placeholder(self.slot, tuple(self.paragraphs), (scale, reduction), box)]
        paragraphs = dress(self.paragraphs, self.levels, self.deck, scale, reduction)
        return [TextShape("Text", TextBody(paragraphs, insets=TEXT_BOX_INSETS), box)]

    def split(self, width: int, height: int, page_height: int) -> None:
        """See Piece; text is not divided yet."""


def fill_placeholder(
    slot: Placeholder, paragraphs: tuple[TextParagraph, ...], fit: tuple[float, float], box: Box | None = None
) -> TextShape:
    """Return the shape that fills a text placeholder, at its own place if ``box`` is None or the same."""
    scale, reduction = fit
    shrunk = scale < 1 or reduction > 0
    body = TextBody(paragraphs, scale, reduction, "normal" if shrunk else None)
    inherits = box is None or same_box(box, slot.box)
    return TextShape(slot.name, body, None if inherits else box, key_of(slot))


def same_box(one: Box, other: Box) -> bool:
    """Whether two boxes differ by no more than rounding."""
    sides = ((one.x, other.x), (one.y, other.y), (one.cx, other.cx), (one.cy, other.cy))
    return all(abs(left - right) <= _ROUNDING for left, right in sides)


def dress(
    paragraphs: Sequence[TextParagraph],
    levels: Levels,
    deck: DeckContext,
    scale: float = 1.0,
    reduction: float = 0.0,
) -> tuple[TextParagraph, ...]:
    """Return paragraphs that say themselves what they would inherit from a placeholder's ``levels``."""
    return tuple(
        _dress(paragraph, levels[paragraph.level], deck, scale, reduction) for paragraph in paragraphs
    )


def _dress(
    paragraph: TextParagraph, level: TextLevel, deck: DeckContext, scale: float, reduction: float
) -> TextParagraph:
    pitch = level.size * LINE_PITCH * scale
    before, after, spacing = paragraph.space_before, paragraph.space_after, paragraph.line_spacing
    bullet = paragraph.bullet
    if bullet is None and level.bullet:
        color = deck.resolve_color(level.bullet_color) if level.bullet_color else None
        bullet = Bullet(level.bullet, font=level.bullet_font or None, color=color, size=level.bullet_size)
    return paragraph._replace(
        runs=tuple(_dress_run(run, level, deck, scale) for run in paragraph.runs),
        level=0,
        bullet=bullet or Bullet(),
        align=paragraph.align or _ALIGNS.get(level.align),
        margin_left=level.margin_left if paragraph.margin_left is None else paragraph.margin_left,
        indent=level.indent if paragraph.indent is None else paragraph.indent,
        space_before=level.space_before_points + level.space_before_percent * pitch
        if before is None
        else before,
        space_after=level.space_after_points + level.space_after_percent * pitch if after is None else after,
        line_spacing=(level.line_spacing if spacing is None else spacing) - reduction,
    )


def _dress_run(run: Run, level: TextLevel, deck: DeckContext, scale: float) -> Run:
    style = run.style
    own_font = level.font if level.font != deck.font("+mn-lt") else None
    dressed = restyle(
        style,
        size=round((style.size or level.size) * scale * 2) / 2,
        bold=style.bold or level.bold,
        italic=style.italic or level.italic,
        color=style.color or deck.resolve_color(level.color),
        font=style.font or own_font,
    )
    return run._replace(style=dressed)
