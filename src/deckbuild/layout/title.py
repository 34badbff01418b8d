"""Placeholders that hold text of their own: titles, subtitles, quotations, details."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from deckbuild.source import Span
from deckbuild.template import Placeholder, TextLevel
from deckbuild.units import EMU_PER_POINT, Box, to_points

from .context import DeckContext, SlideContext
from .fit import LADDER, fit_text
from .flow import orient
from .inline import flatten
from .laid_out import Run, Shape, TextParagraph, TextShape
from .measure import LINE_PITCH, measure_paragraph
from .text import fill_placeholder

MOST_TITLE_LINES = 2
_ANY_LINES = 99
_TITLE_SCALES = (1.0, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)


def lay_out_title(slide: SlideContext, slot: Placeholder, part: int = 1, parts: int = 1) -> Shape | None:
    """Return a slide's title in its placeholder; None when the slide has none.

    It has two lines at most, on title and section slides as many as there is room for.
    Part ``part`` of ``parts`` of a slide is marked in the brand's words. Reports ``text-overflow``.
    """
    deck = slide.deck
    runs = flatten(slide.slide.title, deck.style, slide)
    if not runs:
        return None
    if parts > 1:
        runs = _mark_part(runs, deck, part, parts)
    paragraph = TextParagraph(runs)
    if deck.rtl:
        paragraph = orient(paragraph, slot.levels)
    most = MOST_TITLE_LINES if slide.slide.role == "slide" else _ANY_LINES
    scale, excess = _fit_title(paragraph, slot, deck, most)
    if excess > 0 and part == 1:
        report_overflow(deck, slide.slide.span, "The title", excess)
    return fill_placeholder(slot, (paragraph,), (scale, 0.0))


def _mark_part(runs: tuple[Run, ...], deck: DeckContext, part: int, parts: int) -> tuple[Run, ...]:
    """Put a title's runs into the pattern for continued titles."""
    pattern = deck.words.continued.replace("{part}", str(part)).replace("{parts}", str(parts))
    before, _, after = pattern.partition("{title}")
    ends = [Run(text, deck.style) for text in (before, after)]
    return tuple(run for run in (ends[0], *runs, ends[1]) if run.text)


def _fit_title(
    paragraph: TextParagraph, slot: Placeholder, deck: DeckContext, most: int
) -> tuple[float, int]:
    """Return the scale at which a title has ``most`` lines and fits its box, and what it lacks in EMU."""
    level = slot.levels[0]
    left, top, right, bottom = slot.insets
    room = (slot.box.cx - left - right) / EMU_PER_POINT
    height = (slot.box.cy - top - bottom) / EMU_PER_POINT
    scale, lack = 1.0, 0.0
    for scale in _title_scales(level, deck.brand.minimum.title):
        needed, lines = measure_paragraph(paragraph, level, room, deck, scale, 0.0)
        over = max(lines - most, 0) * level.size * scale * LINE_PITCH
        lack = max(needed - height, over)
        if lack <= 0:
            return scale, 0
    return scale, round(lack * EMU_PER_POINT)


@lru_cache(maxsize=64)
def _title_scales(level: TextLevel, minimum: float) -> tuple[float, ...]:
    return (1.0, *(scale for scale in _TITLE_SCALES[1:] if level.size * scale >= minimum))


def lay_out_text(
    slide: SlideContext,
    slot: Placeholder,
    paragraphs: Sequence[TextParagraph],
    minimum: float,
    what: str,
    box: Box | None = None,
) -> TextShape:
    """Return the shape of paragraphs in a placeholder, shrunk as far as needed and allowed.

    ``what`` names the text in a ``text-overflow``.
    """
    place = box or slot.box
    step, excess = fit_text(paragraphs, slot.levels, (place.cx, place.cy), slide.deck, minimum, slot.insets)
    if excess > 0:
        report_overflow(slide.deck, slide.slide.span, what, excess)
    return fill_placeholder(slot, tuple(paragraphs), LADDER[step], box)


def report_overflow(deck: DeckContext, span: Span, what: str, excess: int) -> None:
    """Report that something is ``excess`` EMU too tall for its place (``text-overflow``)."""
    points = max(round(to_points(excess)), 1)
    deck.collector.report("text-overflow", span, f"{what} is {points} pt too tall for its place.")
