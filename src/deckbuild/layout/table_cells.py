"""The cells of a table, measured: their runs, how wide their lines and words are, who covers whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuild.fonts import Face, break_lines, find_breaks
from deckbuild.model import TableCell

from .context import SlideContext
from .inline import flatten
from .laid_out import BREAK, Run, TextParagraph
from .measure import LINE_PITCH, stretch_of
from .text_split import count_whole_lines, divide_runs

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0010ffff]")
"""Letters of scripts that break elsewhere than at spaces."""
_LEAST_IDEOGRAPHS = 5.0
"""Text without spaces may break nearly everywhere; a column is not made narrower than so many ideographs."""
_ALIGN = {"left": None, "center": "ctr", "right": "r", None: None}


class Cell:
    """A cell's runs without a size.

    ``line`` and ``word`` are the widths of its longest line and word as multiples of the type size;
    ``broken`` says that it has line breaks of its own. ``pitch`` is the height of a line in sizes.
    """

    __slots__ = ("broken", "faces", "line", "paragraph", "pitch", "source", "word")

    def __init__(
        self, source: TableCell, paragraph: TextParagraph, faces: tuple[tuple[str, Face], ...]
    ) -> None:
        self.source = source
        self.paragraph = paragraph
        self.faces = faces
        self.broken = any(run.text == BREAK for run in paragraph.runs)
        self.line, self.word = _measure(faces)
        self.pitch = LINE_PITCH * max((stretch_of(face, text) for text, face in faces), default=1.0)

    def span_rows(self, count: int) -> Cell:
        """Return the cell over another number of rows."""
        return Cell(self.source._replace(row_span=count), self.paragraph, self.faces)

    def divide(self, width_pt: float, size: float, lines: int) -> tuple[Cell, Cell, bool]:
        """Return a cell with the first ``lines`` of its text and one with the rest, either may be empty.

        The third value says that a word higher than that many lines is parted; else none is.
        """
        broken = break_lines([(text, face, size) for text, face in self.faces], width_pt, width_pt)
        if len(broken) <= lines:
            return self, self._with_runs(()), False
        whole = count_whole_lines("".join(text for text, _ in self.faces), broken, lines)
        head, tail = divide_runs(self.paragraph.runs, broken[(whole or lines) - 1].end)
        return self._with_runs(head), self._with_runs(tail), whole == 0

    def _with_runs(self, runs: tuple[Run, ...]) -> Cell:
        known = {run.style: face for run, (_, face) in zip(self.paragraph.runs, self.faces, strict=False)}
        style = self.paragraph.runs[0].style
        paragraph = self.paragraph._replace(runs=runs or (Run("", style),))
        return Cell(self.source, paragraph, tuple((run.text, known[run.style]) for run in runs))


def make_cell(source: TableCell, alignment: str | None, is_head: bool, slide: SlideContext) -> Cell:
    """Return a cell with its runs; a header's are measured bold, as table styles draw them."""
    deck = slide.deck
    runs = flatten(source.inlines, deck.style, slide)
    align = _ALIGN[alignment]
    paragraph = TextParagraph(runs or (Run("", deck.style),), align=align)  # type: ignore[arg-type]
    faces = tuple(
        (
            run.text,
            deck.face(run.style.font or "+mn-lt", run.style.bold or is_head, run.style.italic)[0],
        )
        for run in runs
    )
    return Cell(source, paragraph, faces)


def _measure(faces: Sequence[tuple[str, Face]]) -> tuple[float, float]:
    """Return the widths at one point of the longest line and the longest word (a word may span runs)."""
    if any(not text.isascii() and _UNSPACED.search(text) for text, _ in faces):
        return _measure_unspaced(faces)
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


def _measure_unspaced(faces: Sequence[tuple[str, Face]]) -> tuple[float, float]:
    """Return the same for scripts without spaces: a word goes from one place to break (UAX #14) to the next.

    Words that could be broken count as long as they are, up to ``_LEAST_IDEOGRAPHS`` sizes.
    """
    widest = longest = 0.0
    for line in _divide_lines(faces):
        text = "".join(part for part, _ in line)
        widest = max(widest, _advance(line, 0, len(text)))
        unit = start = 0
        for end, following in find_breaks(text):
            longest = max(longest, _advance(line, unit, end))
            if following > end or following == len(text):
                longest = max(longest, min(_advance(line, start, end), _LEAST_IDEOGRAPHS))
                start = following
            unit = following
    return widest, longest


def _divide_lines(faces: Sequence[tuple[str, Face]]) -> list[list[tuple[str, Face]]]:
    """Divide runs at line breaks."""
    lines: list[list[tuple[str, Face]]] = [[]]
    for text, face in faces:
        if text == BREAK:
            lines.append([])
        else:
            lines[-1].append((text, face))
    return [line for line in lines if any(text for text, _ in line)]


def _advance(line: Sequence[tuple[str, Face]], start: int, end: int) -> float:
    """Return the width at one point of a line's text from one offset to another."""
    width = 0.0
    offset = 0
    for text, face in line:
        part = text[max(0, start - offset) : max(0, end - offset)]
        width += face.advance(part, 1.0) if part else 0.0
        offset += len(text)
    return width


def find_owners(grid: Sequence[Sequence[Cell | None]]) -> list[list[tuple[int, int]]]:
    """Return for every place of a table the row and column of the cell that covers it."""
    owners = [[(r, c) for c in range(len(row))] for r, row in enumerate(grid)]
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell is not None and (cell.source.row_span > 1 or cell.source.column_span > 1):
                for below in range(r, min(r + cell.source.row_span, len(grid))):
                    for right in range(c, min(c + cell.source.column_span, len(row))):
                        owners[below][right] = (r, c)
    return owners
