"""The agenda (``::: toc``): a list of links to the deck's sections."""

from __future__ import annotations

from dataclasses import dataclass, field

from deckbuild.diagnostics import Collector
from deckbuild.model import (
    Agenda,
    Attributed,
    Block,
    Deck,
    FootnoteReference,
    Image,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Slide,
    Styled,
    Text,
)
from deckbuild.source import Span

from .rewrite import Kinds, replace_slides, rewrite_blocks


@dataclass(slots=True)
class _Section:
    slide: Slide
    slides: list[Slide] = field(default_factory=list)


def fill_agendas(deck: Deck, kinds: Kinds, most: int, collector: Collector) -> Deck:
    """Put a list of at most so many entries in the place of every agenda.

    Diagnostics: agenda-empty, agenda-too-long (it is then left out).
    """
    if not any(Agenda in found for found in kinds):
        return deck
    sections = _find_sections(deck)

    def fill(block: Block) -> Block | None:
        if not isinstance(block, Agenda):
            return block
        if not sections:
            collector.report("agenda-empty", block.span, "The deck has no sections to list.")
            return None
        count = len(sections) + (sum(len(each.slides) for each in sections) if block.depth > 1 else 0)
        if count > most:
            message = f"This agenda would have {count} entries, more than {most}: it is left out."
            collector.report("agenda-too-long", block.span, message)
            return None
        return _list(sections, block)

    def fill_all(slide: Slide) -> Slide:
        notes = tuple(notes._replace(blocks=rewrite_blocks(notes.blocks, fill)) for notes in slide.notes)
        return slide._replace(blocks=rewrite_blocks(slide.blocks, fill), notes=notes)

    return replace_slides(deck, kinds, Agenda, fill_all)


def _find_sections(deck: Deck) -> list[_Section]:
    sections: list[_Section] = []
    for slide in deck.slides:
        if slide.role == "section":
            sections.append(_Section(slide))
        elif sections and slide.title:
            sections[-1].slides.append(slide)
    return sections


def _list(sections: list[_Section], agenda: Agenda) -> List:
    span = agenda.span
    items: list[ListItem] = []
    for section in sections:
        blocks: list[Block] = [_entry(section.slide, span)]
        if agenda.depth > 1 and section.slides:
            inner = [ListItem((_entry(slide, span),), span) for slide in section.slides]
            blocks.append(List(tuple(inner), span))
        items.append(ListItem(tuple(blocks), span))
    return List(tuple(items), span)


def _entry(slide: Slide, span: Span) -> Paragraph:
    return Paragraph((Link(f"#{slide.id}", _without_links(slide.title), span),), span)


def _without_links(title: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a title's inlines as they may stand in a link: links and footnotes' marks undone."""
    inlines: list[Inline] = []
    for inline in title:
        match inline:
            case Link():
                inlines += _without_links(inline.children)
            case Styled() | Attributed():
                inlines.append(inline._replace(children=_without_links(inline.children)))
            case FootnoteReference():
                pass
            case Image():
                inlines.append(Text(inline.alt))
            case _:
                inlines.append(inline)
    return tuple(inlines)
