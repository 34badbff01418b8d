"""One slide of the source: its layout chosen, its content arranged, fitted and, where it must be, divided."""

from __future__ import annotations

from deckbuild.model import Heading, Image, Paragraph, Picture, plain_text, walk
from deckbuild.units import Box

from .arrange import Arrangement, arrange
from .arrange_pictures import stands_under
from .choose import choose_kind, choose_plan
from .context import SlideContext
from .fit import LAST
from .footer import lay_out_footers
from .footnotes import GAP, lay_out_footnotes, used_footnotes
from .laid_out import LaidOutSlide, Shape, TextShape
from .notes import continue_notes, lay_out_notes
from .picture_size import crop_to_cover
from .placeholders import LayoutPlan, key_of
from .stack import Area, draw_stack, split_stack, stack_height
from .title import lay_out_title, report_overflow


def lay_out_slide(slide: SlideContext, first_number: int) -> list[LaidOutSlide]:
    """Return the slides that one slide of the source makes; the first is the ``first_number``-th of the deck.

    Reports ``layout-unknown``, ``text-overflow`` and what the blocks report.
    """
    source = slide.slide
    kind = choose_kind(source)
    if kind == "text-picture" and not source.layout and stands_under(slide):
        kind = "text"
    plan = choose_plan(source, kind, slide.deck)
    pages = _fit(slide, plan, arrange(slide, kind, plan))
    return [
        _finish(slide, plan, shapes, (index, len(pages)), first_number) for index, shapes in enumerate(pages)
    ]


def _finish(
    slide: SlideContext, plan: LayoutPlan, shapes: list[Shape], part: tuple[int, int], first_number: int
) -> LaidOutSlide:
    """Return a part of a slide, ``part`` being its index and how many there are: its shapes made complete."""
    source, deck = slide.slide, slide.deck
    index, parts = part
    title = lay_out_title(slide, plan.title, index + 1, parts) if plan.title else None
    if title is not None:
        shapes = [title, *shapes]
    footnotes = source.footnotes if parts == 1 else used_footnotes(slide, shapes)
    foot = lay_out_footnotes(slide, footnotes, plan.region)
    if foot is not None:
        shapes = [*shapes, foot]
    background, crop = _find_background(slide)
    return LaidOutSlide(
        anchor="" if index else source.id,
        title=_plain_title(slide, index, parts, first_number),
        layout=plan.index,
        shapes=(*shapes, *lay_out_footers(deck, plan, first_number + index)),
        span=source.span,
        notes=continue_notes(slide) if index else lay_out_notes(slide),
        background=background,
        background_crop=crop,
    )


def _fit(slide: SlideContext, plan: LayoutPlan, arranged: Arrangement) -> list[list[Shape]]:
    """Return the shapes of each slide that an arrangement takes: one, unless a table goes on.

    All areas of a slide step down the ladder together until all fit.
    """
    foot = lay_out_footnotes(slide, slide.slide.footnotes, plan.region)
    if foot is not None and foot.box is not None:
        arranged = _keep_above(arranged, foot.box.y - GAP, plan)
    pages = []
    rest: Arrangement | None = arranged
    while rest is not None:
        arranged, rest = rest, None
        step = _choose_step(arranged)
        if step is None:
            arranged, rest = _divide(arranged) or (arranged, None)
            step = _choose_step(arranged)
        if step is None:
            _report(slide, arranged)
        pages.append(_draw(arranged, LAST if step is None else step))
    return pages


def _keep_above(arranged: Arrangement, bottom: int, plan: LayoutPlan) -> Arrangement:
    """Return areas that end above what stands at the foot, and shapes of the layout moved above it."""
    kept: Arrangement = []
    for item in reversed(arranged):
        if isinstance(item, Area):
            height = min(item.box.bottom, bottom) - item.box.y
            kept.append(Area(item.box._replace(cy=max(height, 1)), item.pieces))
            continue
        box = _box_of(item, plan)
        if box.bottom > bottom and isinstance(item, TextShape):
            box = box._replace(y=bottom - box.cy)
            item = item._replace(box=box)
            bottom = box.y
        kept.append(item)
    return kept[::-1]


def _box_of(shape: Shape, plan: LayoutPlan) -> Box:
    """Return where a shape stands, its placeholder's place if it says none."""
    if shape.box is not None:
        return shape.box
    key = shape.placeholder
    return next((slot.box for slot in plan.layout.placeholders if key_of(slot) == key), plan.region)


def _choose_step(arranged: Arrangement) -> int | None:
    """Return the first step at which every area holds its pieces; None when there is none."""
    areas = [item for item in arranged if isinstance(item, Area)]
    for step in range(LAST + 1):
        if all(stack_height(area.pieces, area.box.cx, step) <= area.box.cy for area in areas):
            return step
    return None


def _divide(arranged: Arrangement) -> tuple[Arrangement, Arrangement] | None:
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


def _report(slide: SlideContext, arranged: Arrangement) -> None:
    """Report every area that is too full even at the last step (``text-overflow``)."""
    for area in (item for item in arranged if isinstance(item, Area)):
        excess = stack_height(area.pieces, area.box.cx, LAST) - area.box.cy
        if excess > 0:
            report_overflow(slide.deck, area.pieces[0].span, "What stands here", excess)


def _find_background(slide: SlideContext) -> tuple[str | None, tuple[float, float, float, float]]:
    """Return the key of a slide's background and what is cut off so that it covers the slide."""
    media = slide.deck.media.get(slide.slide.background or "")
    if media is None:
        return None, (0.0, 0.0, 0.0, 0.0)
    slide.deck.used[media.key] = media
    return media.key, crop_to_cover((media.width, media.height), *slide.deck.template.slide_size)


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
