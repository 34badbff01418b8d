"""Which decks a project holds, and the settings of each: as written, then as resolved."""

from __future__ import annotations

from .decks import DeckSource, find_decks, find_root, open_deck, read_project
from .settings import DeckSettings, ProjectSettings
from .text import read_text
from .written import Written, read_toml

__all__ = [
    "DeckSettings",
    "DeckSource",
    "ProjectSettings",
    "Written",
    "find_decks",
    "find_root",
    "open_deck",
    "read_project",
    "read_text",
    "read_toml",
]
