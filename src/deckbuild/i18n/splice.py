"""Putting translations into a source's text, and finding the way back from the new text to the old."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import SourceFile, Span


class Change(NamedTuple):
    """A stretch of a file that is replaced: offsets in the old text, the new text.

    ``written`` is where the new text was written, in a catalogue; None for what no catalogue says.
    """

    start: int
    end: int
    text: str
    written: Span | None = None


class TranslatedFile:
    """A source with changes made: ``text`` is the new text."""

    def __init__(self, source: SourceFile, changes: Iterable[Change]) -> None:
        """Make the changes; one that reaches into an earlier one is left out."""
        self.source = source
        self.changes: list[Change] = []
        self._starts: list[int] = []
        parts: list[str] = []
        done = length = 0
        for change in sorted(changes, key=lambda change: (change.start, change.end)):
            if change.start < done:
                continue
            before = source.text[done : change.start]
            parts += before, change.text
            self.changes.append(change)
            self._starts.append(length + len(before))
            length += len(before) + len(change.text)
            done = change.end
        parts.append(source.text[done:])
        self.text = "".join(parts)

    def find(self, start: int) -> tuple[Span, Span | None]:
        """Return the place in the old text of an offset in the new one, and in the catalogue if there."""
        number = bisect_right(self._starts, start) - 1
        if number < 0:
            return self.source.span(start), None
        change = self.changes[number]
        beyond = start - self._starts[number] - len(change.text)
        if beyond < 0 or (beyond == 0 and change.text):
            return self.source.span(change.start), change.written
        return self.source.span(change.end + beyond), None

    def find_written(self, start: int, end: int) -> Span | None:
        """Return where in a catalogue the first text was written that begins in a stretch of the new text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return next((change.written for change in self.changes[first:last] if change.written), None)
