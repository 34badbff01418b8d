"""Where a thing was written: source files and positions in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from deckbuild.named_tuple import NamedTuple

_ONE_MORE = (1).__add__
_LINE_END = re.compile("\r\n?|\n")


class Span(NamedTuple):
    """The place of a thing in a source file.

    ``line`` and ``column`` count from 1 (columns in characters); ``start`` and ``end`` are
    character offsets into the file's text, end exclusive. A span without a place in a text, such
    as one for a whole file, has line and column 0.
    """

    file: str
    line: int = 0
    column: int = 0
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        """Format as ``file:line:column``, or ``file`` alone when there is no line."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text and the name by which diagnostics call it: a path relative to the project, with ``/``.

    ``text`` is as read: line ends are untouched, so that offsets are offsets into the file. A line ends
    with LF, CR LF or CR, as in CommonMark 2.1.
    ``body_start`` is the offset where the Markdown begins, after any front matter.
    """

    name: str
    text: str
    body_start: int = 0
    line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if "\r" in self.text:
            starts = (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        else:
            # A third of the time that looking for line ends takes: nothing is done in Python for a line.
            lengths = map(len, self.text.split("\n"))
            starts = tuple(accumulate(map(_ONE_MORE, lengths), initial=0))[:-1]
        object.__setattr__(self, "line_starts", starts)

    def begin_at(self, body_start: int) -> SourceFile:
        """Return the same file with its body's start set; where its lines start is not looked for again."""
        other = object.__new__(SourceFile)
        fields = self.name, self.text, body_start, self.line_starts
        for name, value in zip(SourceFile.__slots__, fields, strict=True):
            object.__setattr__(other, name, value)
        return other

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the span of the text from offset ``start`` to ``end`` (default: empty)."""
        row = bisect_right(self.line_starts, start) - 1
        return Span(
            self.name, row + 1, start - self.line_starts[row] + 1, start, start if end is None else end
        )
