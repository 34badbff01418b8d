"""Comparing decks in tests: two projects in memory, built and compared."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diff.changes import Comparison
from deckbuild.diff.compare import compare_decks
from deckbuild.diff.facts import Deck
from deckbuild.diff.read import read_deck

from ..decks import build

Project = str | Mapping[str, str | bytes]
"""A project's files, or the text of its only one."""


def read(project: Project) -> Deck:
    """Build a deck and read it again."""
    files = {"deck.md": project} if isinstance(project, str) else project
    built = build(files)
    assert built.data is not None, built.report
    return read_deck(built.data)


def compare(old: Project, new: Project) -> Comparison:
    """Build two decks and compare them."""
    return Comparison("old", "new", (compare_decks("deck", read(old), read(new)),))
