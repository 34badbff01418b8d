"""The list that all stages of one build report to."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.source import Span

from .diagnostic import Diagnostic, Severity
from .rules import RULES


class Collector:
    """Collects diagnostics in the order found; a repeated one (same code, place, text) is kept once."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def report(self, code: str, span: Span, message: str, hint: str = "") -> None:
        """Add a diagnostic; its severity is that of the rule ``code`` in ``RULES``."""
        self._found[Diagnostic(code, RULES[code].severity, span, message, hint or RULES[code].hint)] = None

    def extend(self, other: Collector) -> None:
        """Take over all that ``other`` found."""
        self._found.update(other._found)

    def relocate(self, move: Callable[[Diagnostic], Diagnostic]) -> None:
        """Put ``move`` of each diagnostic in its place."""
        self._found = {move(diagnostic): None for diagnostic in self._found}

    def sorted(self) -> list[Diagnostic]:
        """Return all diagnostics by file, line and column, then code."""
        return sorted(self._found, key=lambda d: (d.span.file, d.span.line, d.span.column, d.code, d.message))

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have exactly this severity."""
        return sum(1 for diagnostic in self._found if diagnostic.severity is severity)

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self._found)
