"""Arrangements that put pictures beside text or beside a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model import Block, Columns, Paragraph, Picture, Pictures, Quotation, walk
from deckbuild.units import Box, from_points

from .blocks import build_pieces, join_pictures, start_flow
from .choose import is_chart
from .context import SlideContext
from .flow import Piece, Slots
from .inline import flatten
from .laid_out import Run, Shape, TextParagraph
from .placeholders import LayoutPlan, span_boxes
from .stack import GAP, Area, share_height, stack_height
from .title import lay_out_text

_WORTH_IT = 1.8
"""How much larger a picture must come out under the text to stand there and not beside it."""

_NARROW = 0.85
_NARROWEST = from_points(150)
_MOST_PARAGRAPHS = 3  # under more text there is never so much room


def arrange_text_picture(slide: SlideContext, plan: LayoutPlan) -> list[Area | Shape]:
    """Put text in the content's place and pictures, with their captions, in the picture's."""
    texts, pictures = _part(slide.slide.blocks)
    if not plan.pictures and len(plan.objects) == 2 and len(pictures) == 1:
        left, right = plan.objects
        beside = build_pieces(slide, pictures, Slots(pictures=(right,)))
        return [Area(left.box, build_pieces(slide, texts, Slots((left,)))), Area(right.box, beside)]
    if not plan.pictures or not plan.objects:
        slots = Slots(plan.objects or plan.bodies[:1])
        return [Area(plan.region, build_pieces(slide, join_pictures(slide.slide.blocks), slots))]
    captions = plan.bodies[-1:]
    aside = span_boxes(placeholder.box for placeholder in (plan.pictures[0], *captions))
    slots = Slots(pictures=plan.pictures[:1], captions=captions) if len(pictures) == 1 else Slots()
    shown = build_pieces(slide, pictures, slots)
    room, place = _share_room(slide, plan.objects[0].box, aside, shown)
    return [Area(room, build_pieces(slide, texts, Slots(plan.objects[:1]))), Area(place, shown)]


def _share_room(slide: SlideContext, left: Box, right: Box, shown: Sequence[Piece]) -> tuple[Box, Box]:
    """Return the boxes of text and pictures: what narrow pictures leave goes to the text beside them."""
    heights = share_height(shown, right, 0)
    widths = [
        piece.width(right.cx, height)
        for piece, height in zip(shown, heights, strict=True)
        if hasattr(piece, "width")
    ]
    width = max(*widths, _NARROWEST, 0)
    if left.right > right.x or width > right.cx * _NARROW:
        return left, right
    narrowed = Box(right.right - width, right.y, width, right.cy)
    return Box(left.x, left.y, narrowed.x - slide.deck.gutter - left.x, left.cy), narrowed


def stands_under(slide: SlideContext) -> bool:
    """Whether the pictures of a slide would be so much larger under its text that they should stand there."""
    typical, beside = slide.deck.plan_for("text"), slide.deck.plan_for("text-picture")
    if not beside.pictures:
        return False
    texts, pictures = _part(slide.slide.blocks)
    if sum(isinstance(node, Paragraph) for node in walk(texts)) > _MOST_PARAGRAPHS:
        return False
    written = build_pieces(slide, texts, Slots(typical.objects[:1]))
    pieces = build_pieces(slide, pictures, Slots())
    shown = [piece for piece in pieces if hasattr(piece, "area")]
    region, aside = typical.region, beside.pictures[0].box
    below = region.cy - stack_height(written, region.cx, 0) - GAP
    if below < region.cy // 3:
        return False
    area_under = sum(piece.area(region.cx, below) for piece in shown)
    area_aside = sum(piece.area(aside.cx, aside.cy) for piece in shown)
    return bool(area_under > area_aside * _WORTH_IT)


def _part(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Part blocks into text and what is shown beside it: charts, and pictures, joined."""
    pictures = [block for block in blocks if _is_shown(block)]
    return [block for block in blocks if not _is_shown(block)], join_pictures(pictures)


def _is_shown(block: Block) -> bool:
    return isinstance(block, Picture | Pictures) or is_chart(block)


def arrange_quotation(slide: SlideContext, plan: LayoutPlan) -> list[Area | Shape]:
    """Fill a quotation, its attribution and, where the layout has a place for it, the picture beside it."""
    blocks = _uncolumned(slide.slide.blocks)
    quotation = next(block for block in blocks if isinstance(block, Quotation))
    pictures = [block for block in blocks if isinstance(block, Picture)]
    if plan.objects and len(plan.pictures) == len(pictures) == 1:
        words = [block for block in blocks if not isinstance(block, Picture)]
        said = build_pieces(slide, words, Slots(plan.objects[:1]))
        aside = build_pieces(slide, pictures, Slots(pictures=plan.pictures))
        return [Area(plan.objects[0].box, said), Area(plan.pictures[0].box, aside)]
    if not plan.bodies or len(plan.pictures) < len(pictures):
        slots = Slots(plan.objects or plan.bodies[:1], plan.pictures)
        return [Area(plan.region, build_pieces(slide, blocks, slots))]
    place = plan.bodies[0]
    flow = start_flow(slide, Slots((place,)))
    flow.add(quotation.blocks)
    rest = plan.bodies[1:]
    if quotation.attribution and not rest:
        flow.add((Quotation((), quotation.span, quotation.attribution),))
    arranged: list[Area | Shape] = [Area(place.box, flow.pieces())]
    if quotation.attribution and rest:
        style = slide.deck.style
        runs = (Run("— ", style), *flatten(quotation.attribution, style, slide))
        minimum = slide.deck.brand.minimum.body
        arranged.append(
            lay_out_text(
                slide, rest[0], (TextParagraph(runs, step=quotation.step),), minimum, "The attribution"
            )
        )
    if pictures:
        shown: list[Piece] = build_pieces(slide, pictures, Slots(pictures=plan.pictures[:1]))
        arranged.append(Area(plan.pictures[0].box, shown))
    return arranged


def _uncolumned(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with those in columns in their place."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Columns):
            found += [inner for column in block.columns for inner in column.blocks]
        else:
            found.append(block)
    return found
