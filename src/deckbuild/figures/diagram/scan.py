"""The text of a diagram as it is read: where each character stands in a file, and what is wrong there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from deckbuild.diagnostics import RULES, Collector, Severity
from deckbuild.figures.figure_text import FigureText
from deckbuild.source import Span

_MOST_ERRORS = 20
"""Errors after which reading ends: what follows is seldom worth its time."""


class DiagramText:
    """A diagram's text, in which offsets count, and the reports about it.

    ``text`` may have comments blanked out in it, but never loses or gains a character. ``failed`` is
    whether an error was reported, so that the diagram cannot be drawn. ``texts`` are all texts read so far.
    """

    __slots__ = ("_collector", "_errors", "_places", "_starts", "failed", "steps", "text", "texts")

    def __init__(self, text: str, places: Sequence[Span], collector: Collector) -> None:
        """Take a text with a span for each of its lines."""
        self.text = text
        self.failed = False
        self.steps: list[tuple[int, int]] = []
        self.texts: list[FigureText] = []
        self._places = places
        self._collector = collector
        self._errors = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the place in its file of the text from ``start`` to ``end``."""
        if not self._places:
            return Span("")
        row = bisect_right(self._starts, start) - 1
        place = self._places[min(row, len(self._places) - 1)]
        column = start - self._starts[row]
        begin = place.start + column
        return place._replace(
            column=place.column + column, start=begin, end=begin + max((end or start) - start, 0)
        )

    def note_text(self, text: str, start: int, end: int) -> None:
        """Note a text that the diagram shows and where it is written."""
        if text:
            self.texts.append(FigureText(text, self.span(start, end)))

    def texts_shown(self, shown: Collection[str]) -> tuple[FigureText, ...]:
        """Return the texts noted that are among those ``shown``, in their order in the source."""
        kept = {text.span.start: text for text in self.texts if text.text in shown}
        return tuple(kept[start] for start in sorted(kept))

    def report(self, code: str, start: int, message: str, hint: str = "", end: int | None = None) -> None:
        """Report a problem at an offset."""
        if RULES[code].severity is Severity.ERROR:
            self.failed = True
            self._errors += 1
            if self._errors > _MOST_ERRORS:
                return
        self._collector.report(code, self.span(start, end), message, hint)

    @property
    def is_hopeless(self) -> bool:
        """Whether so much is wrong that reading on makes no sense."""
        return self._errors >= _MOST_ERRORS

    def step(self, offset: int) -> int:
        """Return the build step of what stands at ``offset``: that of the last ``%% step`` line before it."""
        number = bisect_right(self.steps, (offset, 1 << 30)) - 1
        return self.steps[number][1] if number >= 0 else 0


def shown(text: str) -> str:
    """Return the beginning of a text as quoted in a message."""
    line = text.strip().split("\n", 1)[0].rstrip()
    return line if len(line) <= 40 else f"{line[:40]}…"
