"""Which function adds which kind of block to a slide."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.late import late
from deckbuild.model import (
    Agenda,
    Block,
    Cards,
    CodeBlock,
    Columns,
    DefinitionList,
    Figure,
    Heading,
    Image,
    Lab,
    List,
    Paragraph,
    Picture,
    Pictures,
    Quotation,
    Table,
    ThematicBreak,
)

from .context import SlideContext
from .flow import Adder, Flow, Piece, Slots
from .list import add_definition_list, add_list
from .paragraph import add_heading, add_nothing, add_paragraph, add_quotation

SLIDE_BLOCKS: dict[type, Adder] = {
    Paragraph: add_paragraph,
    Heading: add_heading,
    List: add_list,
    DefinitionList: add_definition_list,
    Quotation: add_quotation,
    CodeBlock: late("deckbuild.layout.code", "add_code"),
    Figure: late("deckbuild.layout.figure", "add_figure"),
    Table: late("deckbuild.layout.table", "add_table"),
    Picture: late("deckbuild.layout.picture", "add_picture"),
    Pictures: late("deckbuild.layout.picture_grid", "add_pictures"),
    Image: late("deckbuild.layout.picture", "add_images"),
    Columns: late("deckbuild.layout.columns", "add_columns"),
    Cards: late("deckbuild.layout.cards", "add_cards"),
    Lab: late("deckbuild.layout.lab", "add_lab"),
    ThematicBreak: late("deckbuild.layout.rule", "add_rule"),
    Agenda: add_nothing,
}


def start_flow(slide: SlideContext, slots: Slots) -> Flow:
    """Return an empty flow of a slide, with the placeholders offered."""
    return Flow(slide, SLIDE_BLOCKS, slots)


def build_pieces(slide: SlideContext, blocks: Sequence[Block], slots: Slots) -> list[Piece]:
    """Return the pieces of blocks, in the placeholders offered."""
    return start_flow(slide, slots).add(blocks).pieces()


def join_pictures(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with pictures that follow each other joined, to stand beside each other."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Picture | Pictures) and isinstance(last, Picture | Pictures):
            joined[-1] = Pictures((*_pictures_of(last), *_pictures_of(block)), last.span)
        else:
            joined.append(block)
    return joined


def _pictures_of(block: Picture | Pictures) -> tuple[Picture, ...]:
    return block.pictures if isinstance(block, Pictures) else (block,)
