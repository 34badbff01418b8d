"""ATX and setext headings (CommonMark 4.2 and 4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from .outcome import LEAF, NOTHING
from .parsed import Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage


def start_atx_heading(stage: BlockStage, line: Line) -> int:
    """Write an ``h1`` to ``h6``; attributes at its end stay in the text."""
    text = line.text
    first = line.first
    end = len(text)
    begin = first + 1
    while begin < end and text[begin] == "#":
        begin += 1
    level = begin - first
    if level > 6 or (begin < end and text[begin] != " "):
        return NOTHING
    while begin < end and text[begin] == " ":
        begin += 1
    content = text[begin:].rstrip(" ")
    if content.endswith("#"):
        before = content.rstrip("#")
        if not before or before.endswith(" "):
            content = before.rstrip(" ")
    cut = line.cut(begin, begin + len(content))
    element = SubElement(stage.begin_block(), f"h{level}")
    element.text = content if line.original is None else line.tail(begin)[0][: cut[1] - cut[0]]
    stage.cuts[element] = Cuts(line.offset(first), line.end, [cut])
    return LEAF


def start_setext_heading(stage: BlockStage, line: Line) -> int:
    """Turn the open paragraph into an ``h1`` (``=``) or ``h2`` (``-``) if the line underlines it."""
    paragraph = stage.open_paragraph
    if paragraph is None:
        return NOTHING
    character = line.text[line.first]
    underline = line.text[line.first :].rstrip(" ")
    if underline.strip(character):
        return NOTHING
    paragraph.take_definitions(stage)
    if not paragraph.texts:
        stage.leaf = None
        return NOTHING
    stage.leaf = None
    element = paragraph.write(stage, "h1" if character == "=" else "h2")
    stage.cuts[element].end = line.end
    return LEAF
