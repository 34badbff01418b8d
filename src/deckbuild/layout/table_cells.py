"""The cells of a table, measured: their runs, how wide their lines and words are, who covers whom."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.fonts import Face, find_face
from deckbuild.model import TableCell

from .context import SlideContext
from .flow import orient
from .inline import flatten
from .laid_out import BREAK, Run, TextParagraph

Row = tuple[TableCell | None, ...]
Rows = tuple[Row, ...]

_ALIGN = {"left": None, "center": "ctr", "right": "r", None: None}


class Cell:
    """A cell's runs without a size.

    ``line`` and ``word`` are the widths of its longest line and word as multiples of the type size;
    ``broken`` says that it has line breaks of its own.
    """

    __slots__ = ("broken", "faces", "line", "paragraph", "source", "word")

    def __init__(
        self, source: TableCell, paragraph: TextParagraph, faces: tuple[tuple[str, Face], ...]
    ) -> None:
        self.source = source
        self.paragraph = paragraph
        self.faces = faces
        self.broken = any(run.text == BREAK for run in paragraph.runs)
        self.line, self.word = _measure(faces)


def make_cell(source: TableCell, alignment: str | None, is_head: bool, slide: SlideContext) -> Cell:
    """Return a cell with its runs; a header's are measured bold, as table styles draw them."""
    deck = slide.deck
    runs = flatten(source.inlines, deck.style, slide)
    align = _ALIGN[alignment]
    paragraph = TextParagraph(runs or (Run("", deck.style),), align=align)  # type: ignore[arg-type]
    if deck.rtl:
        paragraph = orient(paragraph, deck.text_levels)
    family = deck.font("+mn-lt")
    faces = tuple(
        (
            run.text,
            find_face(deck.font(run.style.font or family), run.style.bold or is_head, run.style.italic)[0],
        )
        for run in runs
    )
    return Cell(source, paragraph, faces)


def _measure(faces: Sequence[tuple[str, Face]]) -> tuple[float, float]:
    """Return the widths at one point of the longest line and the longest word (a word may span runs)."""
    line = widest = word = longest = 0.0
    for text, face in faces:
        if text == BREAK:
            widest, line, word = max(widest, line), 0.0, 0.0
            continue
        line += face.advance(text, 1.0)
        words = text.split()
        if not words or text[0].isspace():
            word = 0.0
        for index, part in enumerate(words):
            word = face.advance(part, 1.0) + (0.0 if index else word)
            longest = max(longest, word)
        if text[-1:].isspace():
            word = 0.0
    return max(widest, line), longest


def find_owners(rows: Rows) -> list[list[tuple[int, int]]]:
    """Return for every place of a table the row and column of the cell that covers it."""
    owners = [[(r, c) for c in range(len(row))] for r, row in enumerate(rows)]
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell is not None and (cell.row_span > 1 or cell.column_span > 1):
                for below in range(r, min(r + cell.row_span, len(rows))):
                    for right in range(c, min(c + cell.column_span, len(row))):
                        owners[below][right] = (r, c)
    return owners
