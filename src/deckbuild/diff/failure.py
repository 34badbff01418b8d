"""What ends a comparison before it is made."""

from __future__ import annotations


class CannotCompare(Exception):
    """Two decks cannot be compared; the text says why, and what to do, for whoever ran the command."""
