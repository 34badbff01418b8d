"""What a company wants: colours, type scale, footer; slide kind to layout, role to placeholder."""

from __future__ import annotations

from .brand import Brand, MinimumSizes, PictureTreatment, SlideKind, complete_brand
from .load import load_brand
from .words import Words, words_for

__all__ = [
    "Brand",
    "MinimumSizes",
    "PictureTreatment",
    "SlideKind",
    "Words",
    "complete_brand",
    "load_brand",
    "words_for",
]
