"""What footnotes and definitions share: a body, indented under a marker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks import Container

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .line import Line
    from .parsed import Cuts

_LEAST, _MOST = 2, 4


class Body(Container):
    """A body goes on with lines indented by two to four columns more than its marker, and blank ones.

    Both habits are read: the first line after the marker says how much of the indentation is the
    body's, so that code in it may be indented by four more.
    """

    __slots__ = ("indent", "offset")

    def __init__(self, element: Element, cuts: Cuts, offset: int) -> None:
        super().__init__(element, cuts)
        self.offset = offset
        self.indent = 0

    def goes_on(self, line: Line) -> bool:
        """Whether the line is indented enough, or blank."""
        indent = line.first - line.position
        if indent >= self.offset + _LEAST:
            if not self.indent:
                if line.first == len(line.text):
                    line.position = line.first
                    return True
                self.indent = min(indent, self.offset + _MOST)
            line.position += min(indent, self.indent)
            return True
        if line.first == len(line.text):
            line.position = line.first
            return True
        return False
