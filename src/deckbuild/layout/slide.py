"""One slide of the source: its layout chosen, its content arranged, fitted and, where it must be, divided."""

from __future__ import annotations

from deckbuild.late import late
from deckbuild.model import Heading, Image, Paragraph, Picture, plain_text, walk

from .arrange import arrange
from .choose import choose_kind, choose_plan
from .context import SlideContext
from .fit import LAST
from .foot import Foot
from .footer import lay_out_footers
from .footnotes import GAP, lay_out_footnotes, runs_of, used_footnotes
from .laid_out import LaidOutSlide
from .notes import continue_notes, lay_out_notes
from .pages import Arrangement, Page, areas_of, draw_page, fit_pages, keep_below
from .placeholders import LayoutPlan
from .title import Title, draw_title, fit_title, report_overflow, report_title

_stands_under = late("deckbuild.layout.arrange_pictures", "stands_under")
_crop_to_cover = late("deckbuild.layout.picture_size", "crop_to_cover")


def lay_out_slide(slide: SlideContext, first_number: int) -> list[LaidOutSlide]:
    """Return the slides that one slide of the source makes; the first is the ``first_number``-th of the deck.

    Reports ``layout-unknown``, ``text-overflow``, ``slide-too-full``, ``title-too-long`` and what the
    blocks report.
    """
    source = slide.slide
    kind = choose_kind(source)
    if kind == "text-picture" and not source.layout and _stands_under(slide):
        kind = "text"
    plan = choose_plan(source, kind, slide.deck)
    arranged = arrange(slide, kind, plan)
    title = fit_title(slide, plan.title)
    pages = _fit(slide, plan, arranged, title)
    if len(pages) > 1:
        title = fit_title(slide, plan.title, len(pages))
        if title is not None and title.growth:
            pages = _fit(slide, plan, arranged, title)
    report_title(slide, title)
    if _mode(slide) == "error" and (len(pages) > 1 or pages[0].step):
        _report_fullest(slide, arranged, 0, "slide-too-full")
    for page in pages:
        if page.step > LAST:
            _report_fullest(slide, page.arranged, LAST, "text-overflow")
    slides = [
        _finish(slide, page, (index, len(pages)), first_number, title) for index, page in enumerate(pages)
    ]
    if source.has_steps:
        from .steps import show_steps  # few slides have steps

        return show_steps(slide, slides, [page.plan for page in pages], first_number)
    return slides


def _fit(slide: SlideContext, plan: LayoutPlan, arranged: Arrangement, title: Title | None) -> list[Page]:
    """Return the slides that an arrangement takes under a title."""
    if title is not None and title.growth:
        top = title.slot.box.bottom + title.growth + GAP
        arranged = keep_below(arranged, top, plan)
    foot = Foot(slide, plan, title.runs if title else ()) if slide.slide.footnotes else None
    return fit_pages(arranged, plan, _mode(slide) != "shrink", foot)


def _mode(slide: SlideContext) -> str:
    """Return what is to be done with too much: the slide's word, else the deck's. Covers stay one slide."""
    if slide.slide.role != "slide":
        return "shrink"
    return slide.slide.fit or slide.deck.settings.fit


def _finish(
    slide: SlideContext, page: Page, part: tuple[int, int], first_number: int, title: Title | None
) -> LaidOutSlide:
    """Return a part of a slide, ``part`` being its index and how many there are: its shapes made complete."""
    source, deck = slide.slide, slide.deck
    index, parts = part
    plan = page.plan
    shapes = draw_page(page)
    if title is not None and plan.title is not None:
        shapes = [draw_title(slide, title, plan.title, index + 1, parts), *shapes]
    footnotes = source.footnotes if parts == 1 else used_footnotes(slide, shapes)
    foot = lay_out_footnotes(slide, footnotes, plan.region)
    if foot is not None:
        shapes = [*shapes, foot]
    shapes = [*shapes, *lay_out_footers(deck, plan, first_number + index)]
    needs = deck.find_adaptation(plan.index)
    if needs is not None:
        from .adapt import adapt_shape  # most templates need nothing

        shapes = [adapt_shape(shape, needs) for shape in shapes]
    background, crop = _find_background(slide)
    return LaidOutSlide(
        anchor="" if index else source.id,
        title=_plain_title(slide, index, parts, first_number),
        layout=plan.index,
        shapes=tuple(shapes),
        span=source.span,
        notes=None if source.has_steps else continue_notes(slide) if index else lay_out_notes(slide),
        background=background,
        background_crop=crop,
    )


def _report_fullest(slide: SlideContext, arranged: Arrangement, step: int, code: str) -> None:
    """Report the area that is too full by most at a step."""
    area = max(areas_of(arranged), key=lambda area: area.excess(step))
    shapes = area.draw(step)
    characters = sum(len(run.text) for shape in shapes for run in runs_of(shape))
    span = area.pieces[0].span
    measures = area.excess(step), area.box.cy
    report_overflow(slide.deck, span, "What stands here", measures, characters, code)


def _find_background(slide: SlideContext) -> tuple[str | None, tuple[float, float, float, float]]:
    """Return the key of a slide's background and what is cut off so that it covers the slide."""
    media = slide.deck.media.get(slide.slide.background or "")
    if media is None:
        return None, (0.0, 0.0, 0.0, 0.0)
    slide.deck.used[media.key] = media
    return media.key, _crop_to_cover((media.width, media.height), *slide.deck.template.slide_size)


def _plain_title(slide: SlideContext, index: int, parts: int, first_number: int) -> str:
    """Return a slide's title, marked when it has several parts; of one without, the first words it shows."""
    words = slide.deck.words
    title = plain_text(slide.slide.title).strip() or _first_words(slide)
    title = title or f"{words.slide_number} {first_number}"
    return title if parts == 1 else words.continued.format(title=title, part=index + 1, parts=parts)


def _first_words(slide: SlideContext) -> str:
    for node in walk(slide.slide.blocks):
        if isinstance(node, Heading | Paragraph):
            text = plain_text(node.inlines).strip()
        else:
            text = node.alt if isinstance(node, Picture | Image) else ""
        if text:
            return text if len(text) <= 80 else f"{text[:79].rstrip()}…"
    return ""
