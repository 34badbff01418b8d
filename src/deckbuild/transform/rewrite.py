"""Replacing blocks and inlines wherever they stand in a slide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from deckbuild.model import (
    Attributed,
    Block,
    Cards,
    Columns,
    Deck,
    DefinitionList,
    Figure,
    Heading,
    Inline,
    Lab,
    Link,
    List,
    Paragraph,
    Passage,
    Picture,
    Pictures,
    Quotation,
    Slide,
    Styled,
    Table,
)

BlockRewrite = Callable[[Block], "Block | None"]
"""Returns the block to put in the place of one; None to leave it out."""
InlineRewrite = Callable[[Inline], Inline]


Kinds = Sequence[set[type]]
"""For each slide of a deck, the types of all that it holds."""


def replace_slides(deck: Deck, kinds: Kinds, kind: type, rewrite: Callable[[Slide], Slide]) -> Deck:
    """Return the deck with ``rewrite`` applied to the slides that hold something of type ``kind``."""
    pairs = zip(deck.slides, kinds, strict=True)
    return deck._replace(slides=tuple(rewrite(slide) if kind in found else slide for slide, found in pairs))


def rewrite_blocks(blocks: Iterable[Block], rewrite: BlockRewrite) -> tuple[Block, ...]:
    """Return the blocks with ``rewrite`` applied to each one, the inner ones first."""

    def apply(inner: Iterable[Block]) -> tuple[Block, ...]:
        return rewrite_blocks(inner, rewrite)

    written = (rewrite(replace_inner_blocks(block, apply)) for block in blocks)
    return tuple(block for block in written if block is not None)


def replace_inner_blocks(block: Block, apply: Callable[[Iterable[Block]], tuple[Block, ...]]) -> Block:
    """Return a block with ``apply`` applied to each sequence of blocks that it holds."""
    match block:
        case List():
            items = [item._replace(blocks=apply(item.blocks)) for item in block.items]
            return block._replace(items=tuple(items))
        case DefinitionList():
            definitions = [
                item._replace(definitions=tuple(apply(part) for part in item.definitions))
                for item in block.items
            ]
            return block._replace(items=tuple(definitions))
        case Columns():
            columns = [item._replace(blocks=apply(item.blocks)) for item in block.columns]
            return block._replace(columns=tuple(columns))
        case Cards():
            cards = [item._replace(blocks=apply(item.blocks)) for item in block.cards]
            return block._replace(cards=tuple(cards))
        case Quotation() | Lab() | Passage():
            return block._replace(blocks=apply(block.blocks))
    return block


def rewrite_inlines(inlines: Iterable[Inline], rewrite: InlineRewrite) -> tuple[Inline, ...]:
    """Return the inlines with ``rewrite`` applied to each one, the inner ones first."""
    written: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Styled | Attributed | Link):
            inline = inline._replace(children=rewrite_inlines(inline.children, rewrite))
        written.append(rewrite(inline))
    return tuple(written)


def rewrite_block_inlines(block: Block, rewrite: InlineRewrite) -> Block:
    """Return a block with ``rewrite`` applied to the inlines that are its own, not its inner blocks'."""
    return replace_block_inlines(block, lambda inlines: rewrite_inlines(inlines, rewrite))


def replace_block_inlines(block: Block, apply: Callable[[Iterable[Inline]], tuple[Inline, ...]]) -> Block:
    """Return a block with ``apply`` applied to each sequence of inlines that is its own."""
    match block:
        case Paragraph() | Heading():
            return block._replace(inlines=apply(block.inlines))
        case DefinitionList():
            return block._replace(items=tuple(item._replace(term=apply(item.term)) for item in block.items))
        case Quotation():
            return block._replace(attribution=apply(block.attribution))
        case Picture() | Figure():
            return block._replace(caption=apply(block.caption), credit=apply(block.credit))
        case Pictures():
            return block._replace(
                pictures=tuple(
                    picture._replace(caption=apply(picture.caption), credit=apply(picture.credit))
                    for picture in block.pictures
                ),
            )
        case Table():
            rows = (
                tuple(cell._replace(inlines=apply(cell.inlines)) if cell else None for cell in row)
                for row in block.rows
            )
            return block._replace(rows=tuple(rows), caption=apply(block.caption), credit=apply(block.credit))
        case Cards():
            cards = (card._replace(heading=apply(card.heading)) for card in block.cards)
            return block._replace(cards=tuple(cards))
    return block
