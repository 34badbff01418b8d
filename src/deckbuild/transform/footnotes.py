"""Footnotes: put in the order in which each slide refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckbuild.diagnostics import Collector
from deckbuild.model import (
    Block,
    Deck,
    Footnote,
    FootnoteReference,
    Inline,
    List,
    ListItem,
    Notes,
    Slide,
    Text,
    walk,
)
from deckbuild.model.walk import Node

from .rewrite import Kinds, rewrite_block_inlines, rewrite_blocks, rewrite_inlines

SIGNS = frozenset("*†‡§¶#")
"""A label of these alone is its own mark and takes no number."""


def number_footnotes(deck: Deck, kinds: Kinds, collector: Collector) -> Deck:
    """Return the deck with each slide's footnotes being those it refers to, in order of their first use.

    A footnote's number is its place among the slide's footnotes whose labels are not signs. A label
    means the slide's own footnote, else the first one of that label in the deck. Footnotes that only
    the notes refer to are not shown on the slide: their numbers go on, and their text stands at the end
    of the notes. Diagnostics: footnote-missing (the reference becomes text), footnote-unused,
    footnote-duplicate.
    """
    everywhere: dict[str, Footnote] = {}
    for slide in deck.slides:
        for footnote in slide.footnotes:
            everywhere.setdefault(_key(footnote.label), footnote)
    used: set[int] = set()
    slides = tuple(
        _Numbering(slide, everywhere, used, collector).apply()
        if FootnoteReference in found or slide.footnotes
        else slide
        for slide, found in zip(deck.slides, kinds, strict=True)
    )
    for slide in deck.slides:
        for footnote in slide.footnotes:
            if id(footnote) not in used:
                collector.report(
                    "footnote-unused", footnote.span, f"Nothing refers to the footnote `{footnote.label}`."
                )
    return deck._replace(slides=slides)


def _key(label: str) -> str:
    return label.casefold()


def _references(nodes: Iterable[Node]) -> list[FootnoteReference]:
    return [node for node in walk(nodes) if isinstance(node, FootnoteReference)]


class _Numbering:
    """The footnotes of one slide and its notes."""

    def __init__(
        self, slide: Slide, everywhere: Mapping[str, Footnote], used: set[int], collector: Collector
    ) -> None:
        self.slide = slide
        self.everywhere = everywhere
        self.used = used
        self.collector = collector
        self.own: dict[str, Footnote] = {}
        self.replaced: dict[FootnoteReference, Inline] = {}

    def apply(self) -> Slide:
        """Return the slide with its footnotes in order."""
        slide = self.slide
        on_slide = _references([*slide.title, *slide.subtitle, *slide.blocks])
        in_notes = _references(slide.notes)
        self._find_own()
        shown = self._follow(on_slide, {})
        further = self._follow(in_notes, shown)
        slide = slide._replace(footnotes=tuple(shown.values()))
        if self.replaced:
            slide = self._replace(slide)
        return self._write_notes(slide, shown, further) if further else slide

    def _find_own(self) -> None:
        for footnote in self.slide.footnotes:
            first = self.own.setdefault(_key(footnote.label), footnote)
            if first is not footnote:
                self.used.add(id(footnote))
                self.collector.report(
                    "footnote-duplicate",
                    footnote.span,
                    f"The footnote `{footnote.label}` is already defined at {first.span}; that one counts.",
                )

    def _follow(
        self, references: list[FootnoteReference], known: Mapping[str, Footnote]
    ) -> dict[str, Footnote]:
        """Return the footnotes that references lead to, and those that these refer to, without known ones."""
        found: dict[str, Footnote] = {}
        queue = list(references)
        for reference in queue:
            key = _key(reference.label)
            footnote = self.own.get(key) or self.everywhere.get(key)
            if footnote is None:
                self._report_missing(reference)
                continue
            if reference.label != footnote.label:
                self.replaced[reference] = reference._replace(label=footnote.label)
            if key not in found and key not in known:
                found[key] = footnote
                self.used.add(id(footnote))
                queue += _references(footnote.blocks)
        return found

    def _report_missing(self, reference: FootnoteReference) -> None:
        self.replaced[reference] = Text(f"[^{reference.label}]")
        self.collector.report(
            "footnote-missing", reference.span, f"There is no footnote `{reference.label}`.",
            f"Write `[^{reference.label}]: text` on this slide.",
        )  # fmt: skip

    def _write_notes(
        self, slide: Slide, shown: Mapping[str, Footnote], further: Mapping[str, Footnote]
    ) -> Slide:
        """Go on numbering in the notes, and put the footnotes under them."""
        first = 1 + sum(1 for footnote in shown.values() if not set(footnote.label) <= SIGNS)
        numbers = {key: str(number) for number, key in enumerate(further, first)}

        def renumber(inline: Inline) -> Inline:
            if isinstance(inline, FootnoteReference) and _key(inline.label) in numbers:
                return inline._replace(label=numbers[_key(inline.label)])
            return inline

        items = [ListItem(footnote.blocks, footnote.span) for footnote in further.values()]
        span = items[0].span
        texts = Notes((List(tuple(items), span, "decimal", first),), span)

        def renumber_block(block: Block) -> Block:
            return rewrite_block_inlines(block, renumber)

        notes = [
            notes._replace(blocks=rewrite_blocks(notes.blocks, renumber_block))
            for notes in (*slide.notes, texts)
        ]
        return slide._replace(notes=tuple(notes))

    def _replace(self, slide: Slide) -> Slide:
        """Put in their place what takes that of references that lead nowhere or spell a label otherwise."""

        def undo(inline: Inline) -> Inline:
            return self.replaced.get(inline, inline) if isinstance(inline, FootnoteReference) else inline

        def undo_all(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
            return rewrite_blocks(blocks, lambda block: rewrite_block_inlines(block, undo))

        return slide._replace(
            title=rewrite_inlines(slide.title, undo),
            subtitle=rewrite_inlines(slide.subtitle, undo),
            blocks=undo_all(slide.blocks),
            notes=tuple(notes._replace(blocks=undo_all(notes.blocks)) for notes in slide.notes),
            footnotes=tuple(note._replace(blocks=undo_all(note.blocks)) for note in slide.footnotes),
        )
