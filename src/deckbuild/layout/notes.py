"""Notes pages: all that a slide's notes hold as one body of text, with real lists."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from deckbuild.late import late
from deckbuild.model import (
    Agenda,
    Cards,
    CodeBlock,
    Columns,
    DefinitionList,
    Figure,
    Heading,
    Image,
    Lab,
    List,
    Notes,
    Paragraph,
    Picture,
    Pictures,
    Quotation,
    Table,
    ThematicBreak,
)

from .context import DeckContext, SlideContext
from .flow import Adder, Flow, Place
from .inline import restyle
from .laid_out import LaidOutNotes, Run, TextBody, TextParagraph
from .list import add_definition_list, add_list
from .notes_fit import fit_notes
from .paragraph import add_code_lines, add_heading, add_nothing, add_paragraph, add_quotation, plain_paragraph
from .text import TextPiece

_CELL_GAP = " — "
_RULE = "———"


def lay_out_notes(slide: SlideContext, chosen: Sequence[Notes] | None = None) -> LaidOutNotes | None:
    """Return the notes page of a slide, with all of its notes or those chosen; None when there are none."""
    deck = slide.deck
    written = slide.slide.notes if chosen is None else chosen
    if not written:
        return None
    flow = Flow(slide, _NOTES_BLOCKS, levels=deck.note_levels)
    for notes in written:
        flow.add(notes.blocks)
    bodies = [piece for piece in flow.pieces() if isinstance(piece, TextPiece)]
    paragraphs = tuple(_on_paper(paragraph, deck) for body in bodies for paragraph in body.paragraphs)
    if not paragraphs:
        return None
    fitted = fit_notes(paragraphs, deck)
    if fitted.pages > 1:
        message = f"The notes are {ceil(fitted.pages * 10) / 10:.1f} pages long."
        deck.collector.report("notes-long", written[0].span, message)
    return LaidOutNotes(TextBody(fitted.paragraphs), deck.deck.language)


def _on_paper(paragraph: TextParagraph, deck: DeckContext) -> TextParagraph:
    """Return a paragraph in the brand's colours for printed pages, which are light where slides are dark."""
    if not any(run.style.color or run.style.highlight for run in paragraph.runs):
        return paragraph
    highlight, color = deck.color("page_highlight", "FFE79A"), deck.color("page_strong", "tx1")
    runs = (
        run._replace(
            style=restyle(
                run.style,
                highlight=highlight if run.style.highlight else None,
                color=color if run.style.color else None,
            )
        )
        for run in paragraph.runs
    )
    return paragraph._replace(runs=tuple(runs))


def continue_notes(slide: SlideContext) -> LaidOutNotes | None:
    """Return the notes page of a slide's continuation: a word that says where the notes stand."""
    deck = slide.deck
    if not slide.slide.notes:
        return None
    flow = Flow(slide, _NOTES_BLOCKS, levels=deck.note_levels)
    run = Run(deck.words.notes_continued, restyle(deck.style, italic=True))
    paragraph = plain_paragraph(flow, (run,), flow.place, slide.slide.span)
    return LaidOutNotes(TextBody((paragraph,)), deck.deck.language)


def _add_table(flow: Flow, block: Table, place: Place) -> None:
    """Add a table as a line a row; the header's cells are bold."""
    for index, row in enumerate(block.rows):
        style = restyle(place.style, bold=True) if index < block.head_rows else place.style
        runs: list[Run] = []
        for cell in row:
            if cell is None or not cell.inlines:
                continue
            if runs:
                runs.append(Run(_CELL_GAP, style))
            runs.extend(flow.flatten(cell.inlines, Place(style)))
        if runs:
            flow.add_text(plain_paragraph(flow, tuple(runs), place, block.span), block.span)
    _add_caption(flow, block, place)


def _add_picture(flow: Flow, block: Picture, place: Place) -> None:
    """Add what a picture shows and where it is."""
    run = Run(f"[{block.alt}] {block.source}" if block.alt else block.source, place.style)
    flow.add_text(plain_paragraph(flow, (run,), place, block.span), block.span)
    _add_caption(flow, block, place)


def _add_caption(flow: Flow, block: Table | Picture, place: Place) -> None:
    if block.caption:
        runs = flow.flatten(block.caption, place)
        flow.add_text(plain_paragraph(flow, runs, place, block.span), block.span)
    if block.credit:
        before, _, after = flow.slide.deck.words.source.partition("{source}")
        parts = (Run(before, place.style), *flow.flatten(block.credit, place), Run(after, place.style))
        runs = tuple(run for run in parts if run.text)
        flow.add_text(plain_paragraph(flow, runs, place, block.span), block.span)


def _add_images(flow: Flow, images: list[Image], place: Place) -> None:
    """Add pictures that stood in lines of text, below the text."""
    for image in images:
        _add_picture(flow, Picture(image.source, image.alt, image.span), place)


def _add_pictures(flow: Flow, block: Pictures, place: Place) -> None:
    for picture in block.pictures:
        _add_picture(flow, picture, place)


def _add_columns(flow: Flow, block: Columns, place: Place) -> None:
    for column in block.columns:
        flow.add(column.blocks, place)


def _add_cards(flow: Flow, block: Cards, place: Place) -> None:
    for card in block.cards:
        add_heading(flow, Heading(3, card.heading, card.span), place)
        flow.add(card.blocks, place)


def _add_rule(flow: Flow, block: ThematicBreak, place: Place) -> None:
    flow.add_text(plain_paragraph(flow, (Run(_RULE, place.style),), place, block.span), block.span)


def _add_figure(flow: Flow, figure: Figure, place: Place) -> None:
    """Add a figure's source text: notes draw nothing, and nothing is lost."""
    add_code_lines(flow, CodeBlock(figure.text, figure.span, title=figure.alt or None), place)


_NOTES_BLOCKS: dict[type, Adder] = {
    Paragraph: add_paragraph,
    Heading: add_heading,
    List: add_list,
    DefinitionList: add_definition_list,
    Quotation: add_quotation,
    CodeBlock: add_code_lines,
    Figure: _add_figure,
    Table: _add_table,
    Picture: _add_picture,
    Pictures: _add_pictures,
    Image: _add_images,
    Columns: _add_columns,
    Cards: _add_cards,
    Lab: late("deckbuild.layout.lab", "add_lab"),
    ThematicBreak: _add_rule,
    Agenda: add_nothing,
}
