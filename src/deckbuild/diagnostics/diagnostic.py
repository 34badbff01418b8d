"""One problem: what, where, how bad, and what to do next."""

from __future__ import annotations

from enum import IntEnum

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span


class Severity(IntEnum):
    """How bad a problem is. Only errors make the exit code 1."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        """The word used in reports."""
        return self.name.lower()


class Diagnostic(NamedTuple):
    """A problem at a place. ``message`` says what is wrong, ``hint`` what to do next."""

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Format as ``file:line:column: severity: message [code]``; the hint is left out."""
        return f"{self.span}: {self.severity.label}: {self.message} [{self.code}]"
