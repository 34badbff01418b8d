"""The inline stage: a leaf's text → inlines, in one pass over it, with exact places.

Python-Markdown's own inline stage replaces what a pattern matched by a placeholder, pattern by pattern,
so that no later pattern knows where it stands, and tries every pattern on every leaf. This one walks
the text once, from trigger character to trigger character, asks the patterns registered for that
character (Python-Markdown's ``InlineProcessor``, in ``md.inlinePatterns``), and pairs delimiters and
brackets as CommonMark's appendix "A parsing strategy" says.
"""

from __future__ import annotations

from .images import ImageDetails
from .stage import InlineStage

__all__ = ["ImageDetails", "InlineStage"]
