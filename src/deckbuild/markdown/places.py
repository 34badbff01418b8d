"""From an offset in the text of a block to its place in the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from deckbuild.source import SourceFile, Span


class Place(Protocol):
    """Where a text was written: maps offsets in the text to spans in a file."""

    def span(self, start: int, end: int) -> Span:
        """Return the place of ``text[start:end]``."""


class CutPlace:
    """The place of a text that is cuts of a file, joined by a line feed each or (``joint`` 0) by nothing."""

    __slots__ = ("cuts", "joint", "shift", "source")

    def __init__(
        self, source: SourceFile, cuts: Sequence[tuple[int, int]], shift: int = 0, joint: int = 1
    ) -> None:
        """Take the cuts of the whole text; ``shift`` is the offset in it where the text at hand begins."""
        self.source = source
        self.cuts = cuts
        self.shift = shift
        self.joint = joint

    def offset(self, position: int) -> int:
        """Return the offset in the file of the character at ``position`` in the text."""
        position += self.shift
        end = 0
        for begin, end in self.cuts:
            length = end - begin
            if position < length + self.joint:
                return begin + position
            position -= length + self.joint
        return end

    def span(self, start: int, end: int) -> Span:
        """See Place."""
        last = max(end - 1, start)
        return self.source.span(self.offset(start), self.offset(last) + (end - last))

    def from_offset(self, start: int) -> CutPlace:
        """Return the place of the rest of the text, from offset ``start``."""
        return CutPlace(self.source, self.cuts, self.shift + start, self.joint)


class FixedPlace:
    """The place of a text of which only the whole's place is known, such as a setting."""

    __slots__ = ("whole",)

    def __init__(self, whole: Span) -> None:
        self.whole = whole

    def span(self, start: int, end: int) -> Span:
        """See Place."""
        return self.whole
