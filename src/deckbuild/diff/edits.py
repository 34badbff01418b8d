"""Edits made of values before and after."""

from __future__ import annotations

from .changes import Edit, Piece


def changed(what: str, old: str, new: str) -> Edit:
    """Return the change of a short value; one that was empty before was added, one that is now, removed."""
    return Edit("changed" if old and new else "added" if new else "removed", what, replaced(old, new))


def added(what: str, text: str) -> Edit:
    """Return that a text came."""
    return Edit("added", what, (Piece("added", text),))


def removed(what: str, text: str) -> Edit:
    """Return that a text went."""
    return Edit("removed", what, (Piece("removed", text),))


def moved(what: str, text: str) -> Edit:
    """Return that a text stands elsewhere."""
    return Edit("moved", what, (Piece("same", text),))


def shorten(text: str, most: int = 40) -> str:
    """Return a text of at most so many characters, cut at a word where that is not far back."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut).rstrip() + "…"


def replaced(old: str, new: str) -> tuple[Piece, ...]:
    """Return that all of a text went and another one came."""
    pieces: tuple[Piece, ...] = (Piece("removed", old), Piece("added", new))
    return tuple(piece for piece in pieces if piece.text)
