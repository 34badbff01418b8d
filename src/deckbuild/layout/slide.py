"""One slide of the source: its layout chosen, its content arranged, fitted and, where it must be, divided."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model import Heading, Image, Paragraph, Picture, plain_text, walk
from deckbuild.units import Box

from .arrange import Arrangement, arrange
from .arrange_pictures import stands_under
from .choose import choose_kind, choose_plan
from .context import SlideContext
from .fit import LAST
from .footer import lay_out_footers
from .footnotes import GAP, lay_out_footnotes, used_footnotes
from .laid_out import LaidOutSlide, Shape
from .notes import continue_notes, lay_out_notes
from .placeholders import LayoutPlan
from .stack import Area, draw_stack, split_stack, stack_height
from .title import lay_out_title, report_overflow


def lay_out_slide(slide: SlideContext, first_number: int) -> list[LaidOutSlide]:
    """Return the slides that one slide of the source makes; the first is the ``first_number``-th of the deck.

    Reports ``layout-unknown``, ``text-overflow`` and what the blocks report.
    """
    source, deck = slide.slide, slide.deck
    kind = choose_kind(source)
    if kind == "text-picture" and not source.layout and stands_under(slide):
        kind = "text"
    plan = choose_plan(source, kind, deck)
    notes = lay_out_notes(slide)
    pages = _fit(slide, plan, arrange(slide, kind, plan))
    laid_out = []
    for index, shapes in enumerate(pages):
        title = lay_out_title(slide, plan.title, index + 1, len(pages)) if plan.title else None
        marked = [title, *shapes] if title else shapes
        footnotes = source.footnotes if len(pages) == 1 else used_footnotes(slide, marked)
        foot = lay_out_footnotes(slide, footnotes, plan.region)
        laid_out.append(
            LaidOutSlide(
                anchor="" if index else source.id,
                title=_plain_title(slide, first_number)
                if len(pages) == 1
                else _part_title(slide, index, len(pages)),
                layout=plan.index,
                shapes=(
                    *marked,
                    *([foot] if foot else []),
                    *lay_out_footers(deck, plan, first_number + index),
                ),
                span=source.span,
                notes=continue_notes(slide) if index and notes else notes,
                background=_find_background(slide),
            )
        )
    return laid_out


def _fit(slide: SlideContext, plan: LayoutPlan, arranged: Arrangement) -> list[list[Shape]]:
    """Return the shapes of each slide that an arrangement takes: one, unless a table goes on.

    All areas of a slide step down the ladder together until all fit.
    """
    foot = lay_out_footnotes(slide, slide.slide.footnotes, plan.region)
    if foot is not None and foot.box is not None:
        arranged = _keep_above(arranged, foot.box.y - GAP)
    pages = []
    while True:
        areas = [item for item in arranged if isinstance(item, Area)]
        step = _choose_step(areas)
        rest = None if step is not None else _divide(arranged, plan)
        if rest is None:
            if step is None:
                _report(slide, areas)
            pages.append(_draw(arranged, LAST if step is None else step))
            return pages
        arranged, following = rest
        fitting = _choose_step([item for item in arranged if isinstance(item, Area)])
        pages.append(_draw(arranged, LAST if fitting is None else fitting))
        arranged = following


def _keep_above(arranged: Arrangement, bottom: int) -> Arrangement:
    """Return areas that end above what stands at the foot."""
    kept: Arrangement = []
    for item in arranged:
        if isinstance(item, Area) and item.box.bottom > bottom:
            item = Area(Box(item.box.x, item.box.y, item.box.cx, max(bottom - item.box.y, 1)), item.pieces)
        kept.append(item)
    return kept


def _choose_step(areas: Sequence[Area]) -> int | None:
    """Return the first step at which every area holds its pieces; None when there is none."""
    for step in range(LAST + 1):
        if all(stack_height(area.pieces, area.box.cx, step) <= area.box.cy for area in areas):
            return step
    return None


def _divide(arranged: Arrangement, plan: LayoutPlan) -> tuple[Arrangement, Arrangement] | None:
    """Divide the areas that are too full; None when none can be. What does not move stands on both slides."""
    heads: Arrangement = []
    tails: Arrangement = []
    divided = False
    for item in arranged:
        parts = None
        if isinstance(item, Area):
            parts = split_stack(item.pieces, item.box.cx, item.box.cy, item.box.cy)
            heads.append(Area(item.box, parts[0]) if parts else item)
            if parts:
                tails.append(Area(item.box, parts[1]))
        else:
            heads.append(item)
            tails.append(item)
        divided = divided or parts is not None
    return (heads, tails) if divided else None


def _draw(arranged: Arrangement, step: int) -> list[Shape]:
    shapes: list[Shape] = []
    for item in arranged:
        shapes += draw_stack(item.pieces, item.box, step) if isinstance(item, Area) else [item]
    return shapes


def _report(slide: SlideContext, areas: Sequence[Area]) -> None:
    for area in areas:
        excess = stack_height(area.pieces, area.box.cx, LAST) - area.box.cy
        if excess > 0:
            report_overflow(slide.deck, area.pieces[0].span, "What stands here", excess)


def _find_background(slide: SlideContext) -> str | None:
    media = slide.deck.media.get(slide.slide.background or "")
    if media is None:
        return None
    slide.deck.used[media.key] = media
    return media.key


def _plain_title(slide: SlideContext, number: int) -> str:
    """Return a slide's title; of one without, the first words it shows."""
    title = plain_text(slide.slide.title).strip()
    return title or _first_words(slide) or f"{slide.deck.words.slide_number} {number}"


def _first_words(slide: SlideContext) -> str:
    for node in walk(slide.slide.blocks):
        if isinstance(node, Heading | Paragraph):
            text = plain_text(node.inlines).strip()
        else:
            text = node.alt if isinstance(node, Picture | Image) else ""
        if text:
            return text if len(text) <= 80 else f"{text[:79].rstrip()}…"
    return ""


def _part_title(slide: SlideContext, index: int, parts: int) -> str:
    title = _plain_title(slide, index + 1)
    return slide.deck.words.continued.format(title=title, part=index + 1, parts=parts)
