"""Languages of slides and of passages: put on all the text that is in them."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.model import Attributed, Block, Deck, Inline, Passage, Slide

from .rewrite import Kinds, replace_block_inlines, replace_inner_blocks, rewrite_blocks


def spread_languages(deck: Deck, kinds: Kinds) -> Deck:
    """Return the deck without passages: their blocks stand in their place, their text in their language.

    So does the text of slides with a language of their own, titles and notes too. Text with a nearer language
    keeps that.
    """
    pairs = zip(deck.slides, kinds, strict=True)
    return deck._replace(
        slides=tuple(_spread(slide) if slide.lang or Passage in found else slide for slide, found in pairs)
    )


def _spread(slide: Slide) -> Slide:
    def put(blocks: Iterable[Block]) -> tuple[Block, ...]:
        return _put_all(_open_passages(blocks), slide.lang)

    return slide._replace(
        title=_put(slide.title, slide.lang),
        subtitle=_put(slide.subtitle, slide.lang),
        blocks=put(slide.blocks),
        notes=tuple(notes._replace(blocks=put(notes.blocks)) for notes in slide.notes),
        footnotes=tuple(note._replace(blocks=put(note.blocks)) for note in slide.footnotes),
    )


def _open_passages(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks with what passages hold in the place of these."""
    opened: list[Block] = []
    for block in blocks:
        inner = replace_inner_blocks(block, _open_passages)
        if isinstance(inner, Passage):
            opened += _put_all(inner.blocks, inner.lang)
        else:
            opened.append(inner)
    return tuple(opened)


def _put_all(blocks: tuple[Block, ...], lang: str | None) -> tuple[Block, ...]:
    if lang is None:
        return blocks
    return rewrite_blocks(
        blocks, lambda block: replace_block_inlines(block, lambda inlines: _put(tuple(inlines), lang))
    )


def _put(inlines: tuple[Inline, ...], lang: str | None) -> tuple[Inline, ...]:
    return (Attributed(inlines, lang),) if lang and inlines else inlines
