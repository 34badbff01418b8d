"""How the content of a slide is arranged on its layout: one function a kind of slide.

An arrangement is a list, in reading order, of shapes whose place the layout gives and of areas whose
pieces are still to be fitted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckbuild.brand import SlideKind
from deckbuild.late import late
from deckbuild.model import Block, Columns, Heading, Inline, Lab, Paragraph, Picture, Table
from deckbuild.template import Placeholder

from .appear import appear
from .blocks import build_pieces, join_pictures, start_flow
from .choose import is_chart
from .compose import COMPOSED
from .context import SlideContext
from .flow import Slots
from .inline import flatten
from .laid_out import Run, Shape, TextParagraph
from .pages import Arrangement
from .placeholders import LayoutPlan
from .stack import Area, Onward
from .text import TextPiece
from .title import lay_out_text

_TAKES_ANYTHING = ("obj", COMPOSED)


def arrange(slide: SlideContext, kind: SlideKind, plan: LayoutPlan) -> Arrangement:
    """Return the arrangement of a slide's content on a layout."""
    return _ARRANGERS.get(kind, _arrange_flow)(slide, plan)


def _arrange_flow(slide: SlideContext, plan: LayoutPlan) -> Arrangement:
    """Stack everything in the layout's region; its placeholders are filled in reading order."""
    blocks = join_pictures(slide.slide.blocks)
    pieces = build_pieces(slide, blocks, _slots_of(plan, blocks))
    if len(pieces) == 1 and not isinstance(pieces[0], TextPiece):
        from .picture import PicturePiece
        from .picture_grid import PictureGrid

        if isinstance(pieces[0], PicturePiece | PictureGrid):
            pieces[0].centred = True
    return [Area(plan.region, pieces)]


def _slots_of(plan: LayoutPlan, blocks: Sequence[Block]) -> Slots:
    """Offer a layout's placeholders; one for anything goes to a picture or table that stands alone."""
    if plan.pictures or plan.tables:
        return Slots(plan.objects, plan.pictures, plan.tables, plan.bodies[-1:])
    if len(blocks) == 1 and plan.objects:
        return offer(plan.objects[0], blocks)
    return Slots(plan.objects or plan.bodies[:1])


def offer(slot: Placeholder, blocks: Sequence[Block]) -> Slots:
    """Offer a placeholder that takes anything to the text of blocks, or to what they are alone."""
    if len(blocks) == 1 and slot.type in _TAKES_ANYTHING:
        if isinstance(blocks[0], Picture) or is_chart(blocks[0]):
            return Slots(pictures=(slot,))
        if isinstance(blocks[0], Table):
            return Slots(tables=(slot,))
    return Slots((slot,))


def _arrange_code(slide: SlideContext, plan: LayoutPlan) -> Arrangement:
    """Put code on the layout's own panel."""
    slots = Slots(codes=plan.bodies[:1]) if not plan.objects else Slots()
    return [Area(plan.region, build_pieces(slide, slide.slide.blocks, slots))]


def _arrange_title(slide: SlideContext, plan: LayoutPlan) -> Arrangement:
    """Fill the subtitle, and the details with all else; what has only one place for text takes all there."""
    blocks, subtitle = list(slide.slide.blocks), slide.slide.subtitle
    arranged: Arrangement = []
    if subtitle and len(plan.bodies) > 1:
        arranged.append(_fill(slide, plan.bodies[0], subtitle, "The subtitle"))
    elif subtitle:
        blocks.insert(0, Paragraph(subtitle, slide.slide.span))
    if blocks:
        slots = plan.bodies[1:2] or plan.bodies[:1]
        box = slots[0].box if slots else plan.region
        arranged.append(Area(box, build_pieces(slide, blocks, Slots(slots))))
    return arranged


def _arrange_section(slide: SlideContext, plan: LayoutPlan) -> Arrangement:
    """Fill the body with the subtitle and, under it, what else the section's slide holds."""
    flow = start_flow(slide, Slots(plan.bodies[:1] or plan.objects[:1]))
    if slide.slide.subtitle:
        flow.add((Paragraph(slide.slide.subtitle, slide.slide.span),))
    flow.add(slide.slide.blocks)
    return [Area(plan.region, flow.pieces())]


def _arrange_text_picture(slide: SlideContext, plan: LayoutPlan) -> Arrangement:
    """Put text beside pictures; what does not fit there goes on alone, as wide as text can be."""
    from .arrange_pictures import arrange_text_picture

    arranged = arrange_text_picture(slide, plan)
    text = slide.deck.plan_for("text")
    first = arranged[0]
    if len(arranged) > 1 and isinstance(first, Area) and text is not None and text.objects:
        first.onward = Onward(text, text.objects[0])
    return arranged


def _arrange_columns(slide: SlideContext, plan: LayoutPlan) -> Arrangement:
    """Give the first columns the layout's placeholders; other blocks stack above and below them."""
    flow = start_flow(slide, Slots())
    offered = list(plan.objects)
    for block in slide.slide.blocks:
        if isinstance(block, Columns):
            flow.close()
            flow.slots.texts, offered = offered, []
        flow.add((block,))
        flow.slots.texts = []
    return [Area(plan.region, flow.pieces())]


def _arrange_comparison(slide: SlideContext, plan: LayoutPlan) -> Arrangement:
    """Put the columns' headings above their contents, where the layout has both."""
    (block,) = slide.slide.blocks
    if len(plan.bodies) < 2 or len(plan.objects) < 2 or not isinstance(block, Columns):
        return _arrange_columns(slide, plan)
    arranged: Arrangement = []
    for column, head, content in zip(block.columns, plan.bodies, plan.objects, strict=False):
        heading, *rest = column.blocks
        shape = _fill(slide, head, heading.inlines, "The heading") if isinstance(heading, Heading) else None
        if shape is not None and column.step:
            (shape,) = appear([shape], column.step)
        arranged.append(Area(content.box, build_pieces(slide, rest, offer(content, rest)), shape))
    return arranged


def _arrange_lab(slide: SlideContext, plan: LayoutPlan) -> Arrangement:
    """Put the first exercise's duration on the badge and stack all else in the content's place."""
    if not plan.objects or not plan.bodies:
        return _arrange_flow(slide, plan)
    content, badge = plan.objects[0], plan.bodies[0]
    arranged: Arrangement = []
    flow = start_flow(slide, Slots((content,)))
    for block in slide.slide.blocks:
        if isinstance(block, Lab) and not arranged:
            if block.duration:
                paragraph = TextParagraph((Run(block.duration, slide.deck.style),))
                arranged.append(lay_out_text(slide, badge, (paragraph,), 10, "The duration"))
            flow.add(block.blocks)
        else:
            flow.add((block,))
    return [*arranged, Area(content.box, flow.pieces())]


def _fill(slide: SlideContext, slot: Placeholder, inlines: Sequence[Inline], what: str) -> Shape:
    """Fill a placeholder with one paragraph."""
    paragraph = TextParagraph(flatten(inlines, slide.deck.style, slide))
    minimum = slide.deck.brand.minimum.body
    return lay_out_text(slide, slot, (paragraph,), minimum, what)


_arrange_quotation = late("deckbuild.layout.arrange_pictures", "arrange_quotation")

_ARRANGERS: dict[SlideKind, Callable[[SlideContext, LayoutPlan], Arrangement]] = {
    "title": _arrange_title,
    "section": _arrange_section,
    "columns": _arrange_columns,
    "comparison": _arrange_comparison,
    "code": _arrange_code,
    "lab": _arrange_lab,
    "text-picture": _arrange_text_picture,
    "quotation": _arrange_quotation,
    "quotation-picture": _arrange_quotation,
}
