"""Paragraphs, headings, quotations and code as paragraphs of a body of text."""

from __future__ import annotations

from deckbuild.model import Agenda, CodeBlock, Heading, Paragraph, Quotation
from deckbuild.source import Span
from deckbuild.units import from_points

from .context import Levels
from .flow import NO_BULLET, Flow, Place
from .inline import restyle
from .laid_out import BREAK, Bullet, Run, TextParagraph

HEADING_SPACE = 16.0
QUOTATION_MARGIN = from_points(18)


def add_paragraph(flow: Flow, block: Paragraph, place: Place) -> None:
    """Add a paragraph without a bullet, in a list item level with the item's text."""
    runs = flow.flatten(block.inlines, place)
    if runs:
        paragraph = plain_paragraph(flow, runs, place, block.span)
        if runs[0].formula is not None and runs[0].formula.display:
            paragraph = paragraph._replace(align="ctr")
        flow.add_text(paragraph, block.span)


def add_heading(flow: Flow, block: Heading, place: Place) -> None:
    """Add a heading as a bold paragraph with space before it."""
    inner = Place(restyle(place.style, bold=True), place.depth, place.margin)
    runs = flow.flatten(block.inlines, inner)
    flow.add_text(plain_paragraph(flow, runs, inner, block.span, HEADING_SPACE), block.span)


def add_quotation(flow: Flow, block: Quotation, place: Place) -> None:
    """Add a quotation among other text: italic and indented, then its attribution after a dash."""
    inner = Place(restyle(place.style, italic=True), place.depth, place.margin + QUOTATION_MARGIN)
    flow.add(block.blocks, inner)
    flow.step = block.step
    if block.attribution:
        plain = Place(place.style, place.depth, inner.margin)
        runs = (Run("— ", place.style), *flow.flatten(block.attribution, plain))
        flow.add_text(plain_paragraph(flow, runs, plain, block.span), block.span)


def add_nothing(flow: Flow, block: Agenda, place: Place) -> None:
    """Add nothing for the place of an agenda: a stage before layout has put a list there."""


def add_code_lines(flow: Flow, block: CodeBlock, place: Place) -> None:
    """Add code as one paragraph of lines in the brand's monospaced face."""
    style = restyle(place.style, font=flow.slide.deck.brand.mono_font)
    if block.title:
        title = (Run(block.title, restyle(place.style, bold=True)),)
        flow.add_text(plain_paragraph(flow, title, place, block.span), block.span)
    runs: list[Run] = []
    for line in block.text.removesuffix("\n").split("\n"):
        if runs:
            runs.append(Run(BREAK, style))
        if line:
            runs.append(Run(line, style))
    paragraph = plain_paragraph(flow, tuple(runs), place, block.span)
    flow.add_text(paragraph._replace(rtl=flow.slide.deck.code_rtl), block.span)


def plain_paragraph(
    flow: Flow, runs: tuple[Run, ...], place: Place, span: Span, space_before: float | None = None
) -> TextParagraph:
    """Return a paragraph without a bullet at a place; it inherits what the level has anyway."""
    levels = flow.body(span).levels
    depth = min(max(place.depth, 0), 8)
    level = levels[depth]
    bullet: Bullet | None = NO_BULLET if level.bullet else None
    if place.depth < 0:
        margin: int | None = place.margin
        if place.margin == level.margin_left:
            margin = None
        return TextParagraph(runs, 0, bullet, None, margin, 0 if level.indent else None, space_before)
    margin = text_margin(levels, depth) + place.margin
    if margin == level.margin_left:
        return TextParagraph(runs, depth, bullet, None, None, 0 if level.indent else None, space_before)
    return TextParagraph(runs, depth, bullet, None, margin, 0, space_before)


def text_margin(levels: Levels, depth: int) -> int:
    """Return where the text of list items at a level begins, in EMU from the box's left inset."""
    level = levels[depth]
    if level.bullet:
        return level.margin_left
    return (depth + 1) * LIST_INDENT


LIST_INDENT = from_points(18)
"""The indent of a list's level where the placeholder has none of its own."""
