"""One problem: what, where, how bad, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

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


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem at a place. ``message`` says what is wrong, ``hint`` what to do next."""

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
