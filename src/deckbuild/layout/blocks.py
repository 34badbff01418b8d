"""Which function adds which kind of block to a slide."""

from __future__ import annotations

from collections.abc import Sequence

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

from .cards import add_cards
from .code import add_code
from .columns import add_columns
from .context import SlideContext
from .figure import add_figure
from .flow import Adder, Flow, Piece, Slots
from .lab import add_lab
from .list import add_definition_list, add_list
from .paragraph import add_heading, add_nothing, add_paragraph, add_quotation
from .picture import add_images, add_picture
from .picture_grid import add_pictures
from .rule import add_rule
from .table import add_table

SLIDE_BLOCKS: dict[type, Adder] = {
    Paragraph: add_paragraph,
    Heading: add_heading,
    List: add_list,
    DefinitionList: add_definition_list,
    Quotation: add_quotation,
    CodeBlock: add_code,
    Figure: add_figure,
    Table: add_table,
    Picture: add_picture,
    Pictures: add_pictures,
    Image: add_images,
    Columns: add_columns,
    Cards: add_cards,
    Lab: add_lab,
    ThematicBreak: add_rule,
    Agenda: add_nothing,
}


def start_flow(slide: SlideContext, slots: Slots) -> Flow:
    """Return an empty flow of a slide, with the placeholders offered."""
    return Flow(slide, SLIDE_BLOCKS, slots)


def build_pieces(slide: SlideContext, blocks: Sequence[Block], slots: Slots) -> list[Piece]:
    """Return the pieces of blocks, in the placeholders offered."""
    return start_flow(slide, slots).add(blocks).pieces()
