"""Placeholders that hold text of their own: titles, subtitles, quotations, details."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span
from deckbuild.template import Placeholder, TextLevel
from deckbuild.units import EMU_PER_POINT, Box, to_points

from .context import DeckContext, SlideContext
from .fit import LADDER, fit_text
from .inline import flatten, mark_part
from .laid_out import Run, TextParagraph, TextShape
from .measure import LINE_PITCH, measure_paragraph, paint_size
from .text import fill_placeholder

MOST_TITLE_LINES = 2
_ANY_LINES = 99
_ROOMY = 4  # lines that a title's place has room for when it is meant for more than two
_TITLE_SCALES = (1.0, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
_TINY_SCALES = (0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1)
_MOST_GROWTH = 0.4  # of the content's height


class Title(NamedTuple):
    """A slide's title as it fits ``slot``.

    ``growth`` is by how many EMU the box is longer than the layout's, ``lines`` and ``excess`` how many
    lines it takes and the EMU it has too many at the smallest size the brand allows.
    """

    slot: Placeholder
    runs: tuple[Run, ...]
    scale: float
    growth: int = 0
    lines: int = 0
    excess: int = 0


def fit_title(slide: SlideContext, slot: Placeholder | None, parts: int = 1) -> Title | None:
    """Return a slide's title as it fits; None without title or placeholder.

    It has two lines at most, on title and section slides, and in places for four or more, as many as there is
    room for. It is made smaller before that breaks. What is too long even then makes its box grow, or where
    nothing can give way goes under the brand's smallest size. With several ``parts`` there is room
    for their marks.
    """
    deck = slide.deck
    runs = flatten(slide.slide.title, deck.style, slide) if slot is not None else ()
    if slot is None or not runs:
        return None
    is_slide = slide.slide.role == "slide"
    paragraph = TextParagraph(mark_part(runs, deck, parts, parts) if parts > 1 else runs)
    level = slot.levels[0]
    left, top, right, bottom = slot.insets
    room = (slot.box.cx - left - right) / EMU_PER_POINT
    height = (slot.box.cy - top - bottom) / EMU_PER_POINT
    roomy = height >= _ROOMY * level.size * LINE_PITCH
    most = MOST_TITLE_LINES if is_slide and not roomy else _ANY_LINES
    scale, excess, lines = 1.0, 0.0, 0
    for scale in _title_scales(level, deck.brand.minimum.title):
        needed, lines = measure_paragraph(paragraph, level, room, deck, scale, 0.0)
        over = max(lines - most, 0) * paint_size(level.size, scale) * LINE_PITCH
        excess = max(needed - height, over)
        if excess <= 0:
            return Title(slot, runs, scale)
    allowed = height + (deck.content_height * _MOST_GROWTH / EMU_PER_POINT if is_slide else 0.0)
    for smaller in (scale, *_TINY_SCALES):
        needed, _ = measure_paragraph(paragraph, level, room, deck, smaller, 0.0)
        if needed <= allowed:
            scale = smaller
            break
    growth = ceil(max(min(needed, allowed) - height, 0.0) * EMU_PER_POINT) if is_slide else 0
    return Title(slot, runs, scale, growth, lines, ceil(excess * EMU_PER_POINT))


def report_title(slide: SlideContext, title: Title | None) -> None:
    """Report a title that is too long at the smallest size (``title-too-long``)."""
    if title is None or title.excess <= 0:
        return
    characters = sum(len(run.text) for run in title.runs)
    height = title.slot.box.cy + title.excess
    if slide.slide.role == "slide" and title.lines > MOST_TITLE_LINES:
        over, whole = title.lines - MOST_TITLE_LINES, title.lines
        what = f"has {title.lines} lines"
    else:
        over, whole = title.excess, height
        what = f"is {max(round(to_points(title.excess)), 1)} pt too tall"
    slide.deck.collector.report(
        "title-too-long",
        slide.slide.span,
        f"The title {what}: shorten it by about {round_up(characters * over / whole)} characters.",
    )


def draw_title(
    slide: SlideContext, title: Title, slot: Placeholder, part: int = 1, parts: int = 1
) -> TextShape:
    """Return a title in a placeholder; part ``part`` of ``parts`` is marked in the brand's words."""
    runs = mark_part(title.runs, slide.deck, part, parts) if parts > 1 else title.runs
    paragraph = TextParagraph(runs)
    box = slot.box
    grown = Box(box.x, box.y, box.cx, box.cy + title.growth) if title.growth else None
    return fill_placeholder(slot, (paragraph,), (title.scale, 0.0), grown)


@lru_cache(maxsize=64)
def _title_scales(level: TextLevel, minimum: float) -> tuple[float, ...]:
    return (1.0, *(scale for scale in _TITLE_SCALES[1:] if paint_size(level.size, scale) >= minimum))


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
        characters = sum(len(run.text) for paragraph in paragraphs for run in paragraph.runs)
        report_overflow(slide.deck, slide.slide.span, what, (excess, place.cy), characters)
    return fill_placeholder(slot, tuple(paragraphs), LADDER[step], box)


def report_overflow(
    deck: DeckContext,
    span: Span,
    what: str,
    measures: tuple[int, int],
    characters: int,
    code: str = "text-overflow",
) -> None:
    """Report that something of so many characters is too tall for its place.

    ``measures`` are the EMU too many and the height there is.
    """
    excess, room = measures
    points = max(round(to_points(excess)), 1)
    message = f"{what} is {points} pt too tall for its place"
    if characters:
        message += f": shorten it by about {round_up(characters * excess / (room + excess))} characters"
    deck.collector.report(code, span, f"{message}.")


def round_up(characters: float) -> int:
    """Return about how many characters: whole tens from ten on."""
    return max(ceil(characters), 1) if characters < 10 else ceil(characters / 10) * 10
