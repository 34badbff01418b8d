"""What a report says of one deck."""

from __future__ import annotations

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.named_tuple import NamedTuple


class Located(NamedTuple):
    """A diagnostic, the file as machines are to find it, and the column behind its place (0: not known)."""

    diagnostic: Diagnostic
    file: str
    end_column: int = 0


class Reported(NamedTuple):
    """A deck by its path, and what was found in it."""

    deck: str
    found: tuple[Located, ...]
