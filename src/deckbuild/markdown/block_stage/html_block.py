"""HTML blocks (CommonMark 4.6), comments among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from .blocks import Leaf
from .outcome import LEAF, NOTHING
from .paragraph import Paragraph
from .parsed import Cut, Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage

_COMMENT = "-->"
_VERBATIM = "</"
_BLANK_LINE = ""
"""Three of the ends of a block; the others are the very text that ends it."""

_VERBATIM_NAMES = frozenset(("pre", "script", "style", "textarea"))
_SPEC_NAMES = """
    address article aside base basefont blockquote body caption center col colgroup dd details
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p
    param search section summary table tbody td tfoot th thead title tr track ul
"""
_BLOCK_NAMES = frozenset(_SPEC_NAMES.split())
_NAME = r"</?([A-Za-z][A-Za-z0-9-]*)(?:[ \t\v\f]|/?>|$)"
_ATTRIBUTE = (
    r"""[ \t\v\f]+[A-Za-z_:][A-Za-z0-9_.:-]*(?:[ \t\v\f]*=[ \t\v\f]*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?"""
)
_TAG = (
    rf"(?:<[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*[ \t\v\f]*/?>|</[A-Za-z][A-Za-z0-9-]*[ \t\v\f]*>)[ \t\v\f]*$"
)


class HtmlBlock(Leaf):
    """Lines up to the one with the block's end in it, or to a blank line."""

    __slots__ = ("cuts", "end", "is_closed", "texts")

    takes_lines = True

    def __init__(self, parent: Element, end: str) -> None:
        self.parent = parent
        self.end = end
        self.texts: list[str] = []
        self.cuts: list[Cut] = []
        self.is_closed = False

    def take(self, stage: BlockStage, line: Line) -> bool:
        """Take a line, with its indentation; a blank one ends the kinds that have no end of their own."""
        if self.end == _BLANK_LINE:
            if line.first == len(line.text):
                stage.close_leaf()
                return False
            self._add(line)
            return True
        if line.first == len(line.text):
            stage.note_blank_line()
        self._add(line)
        if self._ends_in(self.texts[-1]):
            self.is_closed = True
            stage.close_leaf()
        return True

    def _add(self, line: Line) -> None:
        text, cut = line.tail(line.position)
        self.texts.append(text)
        self.cuts.append(cut)

    def _ends_in(self, text: str) -> bool:
        if self.end == _VERBATIM:
            lowered = text.lower()
            return any(f"</{name}>" in lowered for name in _VERBATIM_NAMES)
        return self.end in text

    def close(self, stage: BlockStage) -> None:
        """Write a ``comment`` if the block is nothing else, an ``html`` otherwise."""
        text = "\n".join(self.texts)
        is_comment = self.end == _COMMENT and not text.partition(_COMMENT)[2].strip(" \t")
        element = SubElement(self.parent, "comment" if is_comment else "html")
        element.text = text
        first = self.texts[0]
        start = self.cuts[0][0] + len(first) - len(first.lstrip(" \t"))
        stage.cuts[element] = Cuts(start, self.cuts[-1][1], self.cuts)
        if is_comment and not self.is_closed:
            stage.report("unclosed-comment", start, "comment is not closed: what follows is part of it")


def start_html_block(stage: BlockStage, line: Line) -> int:
    """Open an HTML block of the kind that the tag asks for."""
    end = _find_end(line.text[line.first :], stage.leaf.__class__ is Paragraph)
    if end is None:
        return NOTHING
    parent = stage.begin_block()
    block = HtmlBlock(parent, end)
    stage.leaf = block
    block.take(stage, line)
    return LEAF


def _find_end(text: str, in_paragraph: bool) -> str | None:
    """Return what ends the block that begins with a text, or None if none begins."""
    if text.startswith("<!--"):
        return _COMMENT
    if text.startswith("<?"):
        return "?>"
    if text.startswith("<![CDATA["):
        return "]]>"
    if text.startswith("<!"):
        return ">" if text[2:3].isascii() and text[2:3].isalpha() else None
    name = re.match(_NAME, text)
    if name is not None:
        lowered = name[1].lower()
        if lowered in _VERBATIM_NAMES and text[1] != "/" and not name[0].endswith("/>"):
            return _VERBATIM
        if lowered in _BLOCK_NAMES:
            return _BLANK_LINE
    return _BLANK_LINE if not in_paragraph and re.match(_TAG, text) else None
