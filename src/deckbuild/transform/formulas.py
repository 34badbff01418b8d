"""Formulas: each one is read, so that what is wrong in it is said once, and gets its readable text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.diagnostics import Collector
from deckbuild.model import Block, CodeBlock, Deck, Figure, Formula, Inline, Paragraph, Slide, Text
from deckbuild.source import Span

from .rewrite import InlineRewrite, Kinds, rewrite_block_inlines, rewrite_blocks, rewrite_inlines


def read_formulas(deck: Deck, kinds: Kinds, collector: Collector) -> Deck:
    """Return the deck with each formula's ``plain`` text, and ``math`` fences as formulas on their own lines.

    In notes a formula is that text. One that cannot be read is shown as it was written (``math-syntax``).
    """
    slides = (
        _read_slide(slide, collector) if Formula in found or Figure in found else slide
        for slide, found in zip(deck.slides, kinds, strict=True)
    )
    return deck._replace(slides=tuple(slides))


def _read_slide(slide: Slide, collector: Collector) -> Slide:
    def show(inline: Inline) -> Inline:
        return _read(inline, collector) if isinstance(inline, Formula) else inline

    def tell(inline: Inline) -> Inline:
        shown = show(inline)
        return Text(shown.plain) if isinstance(shown, Formula) else shown

    return slide._replace(
        title=rewrite_inlines(slide.title, show),
        subtitle=rewrite_inlines(slide.subtitle, show),
        blocks=_rewrite(slide.blocks, show),
        footnotes=tuple(note._replace(blocks=_rewrite(note.blocks, show)) for note in slide.footnotes),
        notes=tuple(notes._replace(blocks=_rewrite(notes.blocks, tell)) for notes in slide.notes),
    )


def _rewrite(blocks: Iterable[Block], rewrite: InlineRewrite) -> tuple[Block, ...]:
    def change(block: Block) -> Block:
        if isinstance(block, Figure) and block.kind == "math":
            return _read_fence(block, rewrite)
        return rewrite_block_inlines(block, rewrite)

    return rewrite_blocks(blocks, change)


def _read_fence(figure: Figure, rewrite: InlineRewrite) -> Block:
    formula = Formula(figure.text.rstrip("\n"), figure.span, figure.places, display=True)
    found = rewrite(formula)
    is_text = isinstance(found, Text) and found.text == _as_written(formula)
    return CodeBlock(figure.text, figure.span) if is_text else Paragraph((found,), figure.span)


def _read(formula: Formula, collector: Collector) -> Formula | Text:
    from deckbuild.figures.math import FormulaError, linear_text, read_formula

    try:
        return formula._replace(plain=linear_text(read_formula(formula.text, formula.display)))
    except FormulaError as error:
        span = _place(formula.text, formula.places, error.offset) or formula.span
        collector.report("math-syntax", span, f"The formula cannot be read: {error}.")
        return Text(_as_written(formula))


def _as_written(formula: Formula) -> str:
    mark = "$$" if formula.display else "$"
    return f"{mark}{formula.text}{mark}"


def _place(text: str, places: Sequence[Span], offset: int) -> Span | None:
    """Return where a character of a formula stands in the file, ``places`` being those of its lines."""
    before = text[:offset]
    line = before.count("\n")
    if line >= len(places):
        return None
    shift = min(offset - (before.rfind("\n") + 1), places[line].end - places[line].start)
    place = places[line]
    return place._replace(column=place.column + shift, start=place.start + shift)
