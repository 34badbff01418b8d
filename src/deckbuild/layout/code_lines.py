"""The lines of a code block: how wide each is, and where one too wide is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.figures.code import CodeLine, highlight_code
from deckbuild.fonts import Face
from deckbuild.model import CodeBlock

MARK = "↪ "
"""What stands before the rest of a line that was too wide."""

_LEAST_ROOM = 0.6  # of a row: a space further to the left is no place to break


class CodeLines:
    """The highlighted lines of a block, shared by its parts; widths are multiples of the type size."""

    __slots__ = ("digits", "face", "lines", "number_width", "widest", "widths")

    def __init__(self, block: CodeBlock, face: Face) -> None:
        self.face = face
        self.lines = highlight_code(block.text, block.language)
        self.widths = [sum(face.advance(text, 1.0) for _, text in line) for line in self.lines]
        self.widest = max(self.widths, default=0.0)
        last = block.first_line + len(self.lines) - 1
        self.digits = len(str(last)) if block.numbered else 0
        self.number_width = face.advance("0", 1.0) * (self.digits + 2 if self.digits else 0)

    def rows(self, index: int, room: float) -> list[CodeLine]:
        """Return a line as rows no wider than ``room`` sizes; all but the first leave room for the mark."""
        line = self.lines[index]
        if self.widths[index] <= room:
            return [line]
        text = "".join(part for _, part in line)
        return _cut(line, self._ends(text, room))

    def _ends(self, text: str, room: float) -> Iterator[int]:
        """Yield where the rows of a text end: behind a space near the row's end, else where it is full."""
        used, start, space = 0.0, 0, 0
        limit = room
        for index, character in enumerate(text):
            wide = self.face.advance(character, 1.0)
            if used + wide > limit and index > start:
                near = start + (index - start) * _LEAST_ROOM
                end = space if space > near else index
                yield end
                used = self.face.advance(text[end:index], 1.0) if end < index else 0.0
                start, limit = end, max(room - self.face.advance(MARK, 1.0), wide)
            used += wide
            if character == " ":
                space = index + 1
        yield len(text)


def _cut(line: CodeLine, ends: Iterable[int]) -> list[CodeLine]:
    """Return the pieces of a line in rows that end at these characters, the last at the line's end."""
    rows = []
    pieces = iter(line)
    kind = text = ""
    position = 0
    for end in ends:
        row = []
        while position < end:
            if not text:
                kind, text = next(pieces)
            row.append((kind, text[: end - position]))
            text = text[end - position :]
            position += len(row[-1][1])
        rows.append(tuple(row))
    return rows
