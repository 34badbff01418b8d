"""The block stage as an extension of Python-Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.extensions import Extension

from .block_starts import OPTIONS
from .stage import BlockStage

if TYPE_CHECKING:
    from markdown import Markdown

    from .parsed import Parsed


class BlockStageExtension(Extension):
    """Puts the block stage in the place of Python-Markdown's block parser.

    Options, all on: ``divs``, ``footnotes``, ``definition_lists``, ``fancy_lists``, ``tables``,
    ``table_captions`` (a line without a bar that begins with ``Table:``, ``: `` or
    ``{`` ends a table).
    """

    def __init__(self, **options: bool) -> None:
        self.config = {name: [default, ""] for name, default in OPTIONS.items()}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Install the stage; take out what would change the text before it is read."""
        md.parser = BlockStage(md, self.getConfigs())
        md.preprocessors.deregister("normalize_whitespace", strict=False)
        md.preprocessors.deregister("html_block", strict=False)


def parse(md: Markdown, source_text: str) -> Parsed:
    """Parse a source into blocks, with a Markdown instance that has the extension.

    Line ends may be any of CommonMark's; all offsets are offsets into ``source_text``. Leaves carry
    their text as ``text``, with no inline markup resolved. ``md.references`` holds the source's link
    reference definitions until the next source is parsed.
    """
    stage = md.parser
    if not isinstance(stage, BlockStage):
        raise TypeError("the Markdown instance lacks BlockStageExtension")
    return stage.parse(source_text)
