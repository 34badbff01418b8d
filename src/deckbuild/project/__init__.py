"""Which decks a project holds, and the settings of each: as written, then as resolved."""

from __future__ import annotations

from .decks import PROJECT_FILE, DeckSource, find_decks, find_root, open_deck, read_project
from .settings import CheckSettings, DeckSettings, ProjectSettings, report_unknown_rule
from .text import read_text
from .written import Written, read_toml

__all__ = [
    "PROJECT_FILE",
    "CheckSettings",
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
    "report_unknown_rule",
]
