"""What a company wants: colours, type scale, footer; slide kind to layout, role to placeholder."""

from __future__ import annotations

from .brand import Brand, MinimumSizes, SlideKind
from .words import Words, words_for

__all__ = ["Brand", "MinimumSizes", "SlideKind", "Words", "words_for"]
