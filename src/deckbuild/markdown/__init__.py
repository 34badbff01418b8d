"""Reading: Markdown text → model.

``block_stage`` builds the tree of blocks, ``inline_stage`` the inlines of a leaf, ``blocks`` and its
neighbours turn the tree into the model, ``structure`` parts it into slides. The dialect is written down in
``docs/markdown.md``.
"""

from __future__ import annotations

from .reader import read_blocks, read_inlines, read_notes, read_part, read_slides

__all__ = ["read_blocks", "read_inlines", "read_notes", "read_part", "read_slides"]
