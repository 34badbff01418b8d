"""Deck → deck: what a deck says only once all of it has been read.

The title slide from the settings, included notes, tables from files, the agenda, footnotes' numbers,
links between slides, and the pictures that all of it shows.
"""

from __future__ import annotations

from .deck import transform_deck
from .local_workspace import LocalWorkspace
from .pictures import read_pictures
from .title_slide import make_deck

__all__ = ["LocalWorkspace", "make_deck", "read_pictures", "transform_deck"]
