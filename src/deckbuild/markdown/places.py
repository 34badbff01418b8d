"""From an offset in the text of a block to its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from deckbuild.source import SourceFile, Span


class Place(Protocol):
    """Where a text was written: maps offsets in the text to spans in a file."""

    def span(self, start: int, end: int) -> Span:
        """Return the place of ``text[start:end]``."""


class CutPlace:
    """The place of a text that is cuts of a file, joined by a line feed each or (``joint`` 0) by nothing."""

    __slots__ = ("_starts", "cuts", "joint", "shift", "source")

    def __init__(
        self, source: SourceFile, cuts: Sequence[tuple[int, int]], shift: int = 0, joint: int = 1
    ) -> None:
        """Take the cuts of the whole text; ``shift`` is the offset in it where the text at hand begins."""
        self.source = source
        self.cuts = cuts
        self.shift = shift
        self.joint = joint
        self._starts: list[int] | None = None

    def offset(self, position: int) -> int:
        """Return the offset in the file of the character at ``position`` in the text."""
        if not self.cuts:
            return 0
        if self._starts is None:
            self._starts = self._find_starts()
        position += self.shift
        number = bisect_right(self._starts, position) - 1
        begin, end = self.cuts[number]
        return min(begin + position - self._starts[number], end)

    def _find_starts(self) -> list[int]:
        """Return the offsets in the text at which the cuts begin."""
        starts: list[int] = []
        position = 0
        for begin, end in self.cuts:
            starts.append(position)
            position += end - begin + self.joint
        return starts

    def span(self, start: int, end: int) -> Span:
        """See Place."""
        last = max(end - 1, start)
        return self.source.span(self.offset(start), self.offset(last) + (end - last))

    def from_offset(self, start: int) -> CutPlace:
        """Return the place of the rest of the text, from offset ``start``."""
        rest = CutPlace(self.source, self.cuts, self.shift + start, self.joint)
        rest._starts = self._starts
        return rest


class FixedPlace:
    """The place of a text of which only the whole's place is known, such as a setting."""

    __slots__ = ("whole",)

    def __init__(self, whole: Span) -> None:
        self.whole = whole

    def span(self, start: int, end: int) -> Span:
        """See Place."""
        return self.whole
