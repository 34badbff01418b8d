"""Block quotations (CommonMark 5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from .blocks import Container
from .outcome import CONTAINER
from .parsed import Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage


class Quotation(Container):
    """A quotation wants a ``>`` on every line, unless its paragraph goes on lazily."""

    __slots__ = ()

    hides_blank_lines = True

    def goes_on(self, line: Line) -> bool:
        """Whether a ``>`` stands there, indented by less than four columns."""
        first = line.first
        if first - line.position >= 4 or first == len(line.text) or line.text[first] != ">":
            return False
        _skip_marker(line)
        return True


def _skip_marker(line: Line) -> None:
    """Move the cursor behind ``>`` and the one space that belongs to it."""
    text = line.text
    end = len(text)
    position = line.first + 1
    first = position
    while first < end and text[first] == " ":
        first += 1
    line.position = position + 1 if first > position else position
    line.first = first


def start_quotation(stage: BlockStage, line: Line) -> int:
    """Open a ``blockquote``."""
    element = SubElement(stage.begin_block(), "blockquote")
    cuts = stage.cuts[element] = Cuts(line.offset(line.first), 0, [])
    stage.push(Quotation(element, cuts))
    _skip_marker(line)
    return CONTAINER
