"""CSV with the place of every cell (RFC 4180): commas, semicolons or tabs, quoted cells."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

from .figure_text import FigureText


class Rows(NamedTuple):
    """The rows of a CSV text that are not blank; ``unclosed`` is where a quote begins that does not end."""

    rows: tuple[tuple[FigureText, ...], ...]
    unclosed: Span | None = None


def read_rows(lines: Sequence[tuple[str, Span]], delimiter: str = "") -> Rows:
    """Read lines of CSV, each with its place. Space around a cell does not count.

    Without a ``delimiter`` the first line tells it.
    """
    if not lines:
        return Rows(())
    text = "\n".join(line for line, _ in lines)
    places = _Places(lines)
    delimiter = delimiter or find_delimiter(text)
    rows: list[tuple[FigureText, ...]] = []
    row: list[FigureText] = []
    at, end = 0, len(text)
    while at <= end:
        while at < end and text[at] in " \u00a0":
            at += 1
        start = at
        if at < end and text[at] == '"':
            cell, at, closed = _read_quoted(text, at + 1)
            if not closed:
                return Rows(tuple(rows), places.span(start, start + 1))
        else:
            at = _find_end(text, start, delimiter)
            cell = text[start:at]
        row.append(FigureText(" ".join(cell.split()), places.span(start, at)))
        at = _find_end(text, at, delimiter)
        if at >= end or text[at] == "\n":
            if any(cell.text for cell in row):
                rows.append(tuple(row))
            row = []
        at += 1
    return Rows(tuple(rows))


def find_delimiter(text: str) -> str:
    """Return what parts the cells of the first line: a tab or semicolon if it holds one, else a comma."""
    first = text.lstrip("\n").split("\n", 1)[0]
    unquoted = "".join(first.split('"')[::2])
    return next((sign for sign in "\t;" if sign in unquoted), ",")


def _read_quoted(text: str, at: int) -> tuple[str, int, bool]:
    """Return a quoted cell from behind its first quote, where it ends, and whether it does."""
    parts = []
    while True:
        quote = text.find('"', at)
        if quote < 0:
            return "", len(text), False
        parts.append(text[at:quote])
        if text[quote + 1 : quote + 2] != '"':
            return "".join(parts), quote + 1, True
        parts.append('"')
        at = quote + 2


def _find_end(text: str, at: int, delimiter: str) -> int:
    """Return where a cell ends: at a delimiter, the end of the line or of the text."""
    line_end = text.find("\n", at)
    end = len(text) if line_end < 0 else line_end
    found = text.find(delimiter, at, end)
    return end if found < 0 else found


class _Places:
    """From offsets in joined lines to places in the file."""

    __slots__ = ("_lines", "_starts")

    def __init__(self, lines: Sequence[tuple[str, Span]]) -> None:
        self._lines = lines
        self._starts = [0]
        for line, _ in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def span(self, start: int, end: int) -> Span:
        from bisect import bisect_right

        number = min(bisect_right(self._starts, start) - 1, len(self._lines) - 1)
        line, span = self._lines[number]
        shift = start - self._starts[number]
        return part_of(span, shift, min(shift + end - start, len(line)))


def part_of(span: Span, start: int, end: int) -> Span:
    """Return the place of a part of a line by its offsets there."""
    return Span(span.file, span.line, span.column + start, span.start + start, span.start + max(end, start))
