"""Footnotes: in small type at the foot of the content, on the slides where their marks stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckbuild.model import Footnote
from deckbuild.units import Box, from_points

from .blocks import build_pieces
from .context import Levels, SlideContext
from .flow import Slots
from .inline import SUPERSCRIPT, restyle
from .laid_out import Run, Shape, TableShape, TextBody, TextParagraph, TextShape
from .measure import measure_text
from .text import TextPiece, dress

SIZE = 12.0
GAP = from_points(8)


def lay_out_footnotes(slide: SlideContext, footnotes: Sequence[Footnote], region: Box) -> TextShape | None:
    """Return footnotes in a box at the foot of ``region``; None when there are none."""
    if not footnotes:
        return None
    deck = slide.deck
    levels = _levels(deck.caption_levels)
    paragraphs = tuple(paragraph for footnote in footnotes for paragraph in _paragraphs(slide, footnote))
    height = measure_text(paragraphs, levels, region.cx, deck)
    box = Box(region.x, region.bottom - height, region.cx, height)
    return TextShape(
        "Footnotes", TextBody(dress(paragraphs, levels, deck), insets=(0, 0, 0, 0), anchor="b"), box
    )


def _levels(levels: Levels) -> Levels:
    return tuple(level._replace(size=min(level.size, SIZE), align="l") for level in levels)


def _paragraphs(slide: SlideContext, footnote: Footnote) -> Iterator[TextParagraph]:
    """Yield a footnote's paragraphs, the first with its mark."""
    style = slide.deck.style
    mark = Run(slide.marks[footnote.label.casefold()], restyle(style, baseline=SUPERSCRIPT))
    pieces = build_pieces(slide, footnote.blocks, Slots())
    texts = [piece for piece in pieces if isinstance(piece, TextPiece)]
    for index, paragraph in enumerate(paragraph for text in texts for paragraph in text.paragraphs):
        if index == 0:
            paragraph = paragraph._replace(runs=(mark, Run(" ", style), *paragraph.runs))
        yield paragraph._replace(space_before=0.0)


def used_footnotes(slide: SlideContext, shapes: Iterable[Shape]) -> list[Footnote]:
    """Return the footnotes whose marks stand in these shapes."""
    return marked_footnotes(slide, (run for shape in shapes for run in runs_of(shape)))


def marked_footnotes(slide: SlideContext, runs: Iterable[Run]) -> list[Footnote]:
    """Return the footnotes whose marks are among these runs, in their order."""
    shown = {run.text for run in runs if run.style.baseline == SUPERSCRIPT}
    return [footnote for footnote in slide.slide.footnotes if slide.marks[footnote.label.casefold()] in shown]


def runs_of(shape: Shape) -> Iterator[Run]:
    """Yield the runs of a shape."""
    if isinstance(shape, TextShape):
        bodies: Iterable[Sequence[TextParagraph]] = (shape.body.paragraphs,)
    elif isinstance(shape, TableShape):
        bodies = (cell.paragraphs for row in shape.rows for cell in row.cells)
    else:
        bodies = ()
    for body in bodies:
        for paragraph in body:
            yield from paragraph.runs
