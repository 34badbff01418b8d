"""The two sides of a comparison: finished decks by name, and what the side is called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckbuild.digest import sha256_hex
from deckbuild.named_tuple import NamedTuple
from deckbuild.template import TemplateError
from deckbuild.workspace import DiskWorkspace

from .changes import Comparison, DeckDiff
from .compare import compare_decks
from .facts import Deck
from .failure import CannotCompare
from .read import read_deck


class Side(NamedTuple):
    """One side: its label, and its finished decks' files by the name under which decks are matched.

    ``names`` are what files are called in messages, where that is not their path.
    """

    label: str
    decks: Mapping[str, Path]
    names: Mapping[str, str] = {}


def compare_sides(old: Side, new: Side) -> Comparison:
    """Compare decks of the same name, in name order; raises CannotCompare for a file that cannot be read."""
    decks = [_compare(name, old, new) for name in sorted({*old.decks, *new.decks})]
    return Comparison(old.label, new.label, tuple(decks))


def _compare(name: str, old: Side, new: Side) -> DeckDiff:
    if name not in new.decks:
        return DeckDiff(name, "removed", len(_read(name, old).slides), 0)
    if name not in old.decks:
        return DeckDiff(name, "added", 0, len(_read(name, new).slides))
    contents = [_content(name, side) for side in (old, new)]
    before = _parse(name, old, contents[0])
    same = sha256_hex(contents[0]) == sha256_hex(contents[1])
    return compare_decks(name, before, before if same else _parse(name, new, contents[1]))


def _read(name: str, side: Side) -> Deck:
    return _parse(name, side, _content(name, side))


def _content(name: str, side: Side) -> bytes:
    path = side.decks[name]
    try:
        return DiskWorkspace(path.parent).read(str(path.absolute()))
    except OSError as error:
        raise CannotCompare(f"{_shown(name, side)} cannot be read: {error.strerror or error}.") from None


def _parse(name: str, side: Side, content: bytes) -> Deck:
    try:
        return read_deck(content)
    except TemplateError as error:
        reason = str(error).rstrip(".")
        raise CannotCompare(f"{_shown(name, side)} cannot be read: {reason}.") from None


def _shown(name: str, side: Side) -> str:
    return side.names.get(name, str(side.decks[name]))
