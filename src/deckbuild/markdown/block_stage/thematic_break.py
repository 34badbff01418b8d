"""Thematic breaks (CommonMark 4.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from .outcome import LEAF, NOTHING
from .parsed import Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage


def start_thematic_break(stage: BlockStage, line: Line) -> int:
    """Write an ``hr`` with the line as written for its ``marker``: only some of them part slides."""
    text = line.text
    first = line.first
    character = text[first]
    if text[-1] != character and text[-1] != " ":
        return NOTHING
    marks = text[first:].replace(" ", "")
    if len(marks) < 3 or marks.strip(character):
        return NOTHING
    element = SubElement(stage.begin_block(), "hr")
    marker, cut = line.tail(first)
    marker = marker.rstrip(" \t")
    element.set("marker", marker)
    stage.cuts[element] = Cuts(cut[0], cut[0] + len(marker), [])
    return LEAF
