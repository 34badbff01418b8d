"""What changed, as every form of the report tells it."""

from __future__ import annotations

from typing import Literal

from deckbuild.named_tuple import NamedTuple

from .facts import Slide

Op = Literal["same", "removed", "added"]
EditOp = Literal["added", "removed", "changed", "moved"]
Status = Literal["added", "removed", "changed", "same"]

KINDS = (
    "title",
    "text",
    "table",
    "picture",
    "chart",
    "diagram",
    "object",
    "notes",
    "language",
    "visibility",
    "layout",
    "animation",
    "footer",
    "appearance",
)
"""What can change on a slide, what a reviewer wants to know first coming first."""


class Piece(NamedTuple):
    """Some words that stay, go or come."""

    op: Op
    text: str


class Edit(NamedTuple):
    """One thing that was done: to what, in words ("" where the kind says it), and the words before and after.

    Of what was moved, ``pieces`` are what it is.
    """

    op: EditOp
    what: str
    pieces: tuple[Piece, ...] = ()

    @property
    def old(self) -> str:
        """The words before."""
        return "".join(piece.text for piece in self.pieces if piece.op != "added")

    @property
    def new(self) -> str:
        """The words after."""
        return "".join(piece.text for piece in self.pieces if piece.op != "removed")


class Change(NamedTuple):
    """What was done to one thing on a slide; ``subject`` tells which, where there are several of its kind."""

    kind: str
    subject: str
    edits: tuple[Edit, ...]


class SlideDiff(NamedTuple):
    """What became of a slide; ``old`` or ``new`` is None for one that was added or removed."""

    old: Slide | None
    new: Slide | None
    is_moved: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def status(self) -> Status:
        """What became of it, but for its place."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed" if self.changes else "same"

    @property
    def name(self) -> str:
        """What it is called."""
        return (self.new or self.old or Slide(0)).name


class DeckDiff(NamedTuple):
    """What became of a deck: of the whole, then of each slide, in the new order, unchanged ones left out.

    ``status`` is ``added`` or ``removed`` for one that has no partner. The counts are those of all slides.
    """

    name: str
    status: Status
    old_slides: int
    new_slides: int
    changes: tuple[Change, ...] = ()
    slides: tuple[SlideDiff, ...] = ()


class Comparison(NamedTuple):
    """Everything compared: what the two sides are called, and what became of each deck."""

    old: str
    new: str
    decks: tuple[DeckDiff, ...]

    @property
    def has_differences(self) -> bool:
        """Whether anything is different."""
        return any(deck.status != "same" for deck in self.decks)
