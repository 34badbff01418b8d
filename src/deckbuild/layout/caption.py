"""What stands under a picture or table: its caption, and its source in the brand's words."""

from __future__ import annotations

from deckbuild.model import Inline, Link, Text
from deckbuild.template import Placeholder
from deckbuild.units import Box, from_points

from .context import SlideContext
from .inline import flatten, mark_part
from .laid_out import Run, TextBody, TextParagraph, TextShape
from .measure import measure_text
from .text import TEXT_BOX_INSETS, dress, fill_placeholder

CAPTION_GAP = from_points(6)


class Caption:
    """Paragraphs under something, in ``slot`` or a text box of the same look; there may be none.

    ``part`` says which part of how many stands above.
    """

    __slots__ = ("paragraphs", "slide", "slot")

    def __init__(
        self,
        slide: SlideContext,
        caption: tuple[Inline, ...],
        credit: tuple[Inline, ...],
        slot: Placeholder | None = None,
        part: tuple[int, int] | None = None,
    ) -> None:
        self.slide = slide
        self.slot = slot
        self.paragraphs = _make_paragraphs(slide, caption, credit, part) if caption or credit else ()

    def height(self, width: int) -> int:
        """Return its height with the gap above it in EMU; 0 when there is none."""
        if not self.paragraphs:
            return 0
        slot, deck = self.slot, self.slide.deck
        levels, insets = (slot.levels, slot.insets) if slot else (deck.caption_levels, TEXT_BOX_INSETS)
        return measure_text(self.paragraphs, levels, width, deck, insets=insets) + CAPTION_GAP

    def draw(self, x: int, y: int, width: int) -> TextShape:
        """Return its shape directly under what ends at ``y``."""
        box = Box(x, y + CAPTION_GAP, width, self.height(width) - CAPTION_GAP)
        if self.slot is not None:
            return fill_placeholder(self.slot, self.paragraphs, (1.0, 0.0), box)
        deck = self.slide.deck
        paragraphs = dress(self.paragraphs, deck.caption_levels, deck)
        return TextShape("Caption", TextBody(paragraphs, insets=TEXT_BOX_INSETS), box)


def _make_paragraphs(
    slide: SlideContext,
    caption: tuple[Inline, ...],
    credit: tuple[Inline, ...],
    part: tuple[int, int] | None,
) -> tuple[TextParagraph, ...]:
    deck = slide.deck
    paragraphs = []
    if caption:
        runs = flatten(caption, deck.style, slide)
        paragraphs.append(TextParagraph(mark_part(runs, deck, *part) if part else runs))
    if credit:
        before, _, after = deck.words.source.partition("{source}")
        runs = (
            Run(before, deck.style),
            *flatten(_linked(credit, slide), deck.style, slide),
            Run(after, deck.style),
        )
        paragraphs.append(TextParagraph(tuple(run for run in runs if run.text)))
    return tuple(paragraphs)


def _linked(credit: tuple[Inline, ...], slide: SlideContext) -> tuple[Inline, ...]:
    """Make a source that is nothing but a URL a link to it."""
    match credit:
        case (Text(text),) if text.startswith(("http://", "https://")) and " " not in text:
            return (Link(text, credit, slide.slide.span),)
    return credit
