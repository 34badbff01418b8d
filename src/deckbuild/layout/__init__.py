"""Layout: chooses layouts, measures, fits, divides and places; Deck and Brand become a LaidOutDeck."""

from __future__ import annotations

from .deck import lay_out_deck
from .laid_out import LaidOutDeck, LaidOutSlide, Properties
from .picture_extent import picture_extents
from .settings import LayoutSettings, layout_settings

__all__ = [
    "LaidOutDeck",
    "LaidOutSlide",
    "LayoutSettings",
    "Properties",
    "lay_out_deck",
    "layout_settings",
    "picture_extents",
]
