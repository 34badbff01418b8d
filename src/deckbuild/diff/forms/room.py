"""Edits made to fit: a reader wants what changed and a little around it, and a form has its bounds."""

from __future__ import annotations

from deckbuild.diff.changes import Edit, Piece, SlideDiff
from deckbuild.diff.edits import shorten
from deckbuild.named_tuple import NamedTuple

_LONGEST_NAME = 120


class Room(NamedTuple):
    """How many characters are shown: of words that stay, of words that went or came, of an edit."""

    kept: int
    changed: int
    edit: int


def name_slide(slide: SlideDiff) -> str:
    """Return what a slide is called, "" if nothing is on it."""
    return shorten(slide.name, _LONGEST_NAME)


def fit_edit(edit: Edit, room: Room) -> Edit:
    """Return an edit with no more words than there is room for."""
    pieces: list[Piece] = []
    left = room.edit
    last = len(edit.pieces) - 1
    for number, piece in enumerate(edit.pieces):
        if left <= 0:
            pieces.append(Piece("same", " …"))
            break
        if piece.op == "same" and last:
            text = _elide(piece.text, room.kept, number > 0, number < last)
        else:
            text = _cut(piece.text, room.changed)
        pieces.append(Piece(piece.op, text))
        left -= len(text)
    return edit._replace(pieces=tuple(pieces))


def _elide(text: str, most: int, follows: bool, leads: bool) -> str:
    """Shorten words that stay, keeping those next to a change."""
    if len(text) <= most:
        return text
    start, end = text[: most // 2] if follows else "", text[-(most // 2) :] if leads else ""
    return f"{start.rsplit(' ', 1)[0] if start else ''} … {end.split(' ', 1)[-1] if end else ''}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
