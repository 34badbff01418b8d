"""Build branded, native, editable PowerPoint decks from Markdown.

from deckbuild import build

built = build("content/openstack-overview")
print(built.path, built.slides, *built.diagnostics, sep=" ")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .pipeline import Built

__version__ = "0.1.0"
__all__ = ["__version__", "build"]


def build(
    deck: str | Path,
    output: str | Path | None = None,
    brand: str | None = None,
    template: str | Path | None = None,
) -> Built:
    """Build the deck in a folder or a single Markdown file; the same as ``deckbuild build DECK``.

    ``output`` is the .pptx to write, or a folder; by default ``build/`` in the deck's project.
    ``brand`` replaces the brand that the deck's settings name; ``template``, a .pptx or .potx, goes before
    the brand's. Returns what was built, with all
    diagnostics; its ``path`` is None when nothing could be. Raises FileNotFoundError when there is
    no such deck; nothing that an author can get wrong inside it raises.
    """
    from .pipeline import build_path

    return build_path(deck, output, brand, template)
