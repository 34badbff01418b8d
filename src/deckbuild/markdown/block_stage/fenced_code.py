"""Fenced code (CommonMark 4.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from .blocks import Leaf
from .outcome import LEAF, NOTHING
from .parsed import Cut, Cuts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .line import Line
    from .stage import BlockStage


class FencedCode(Leaf):
    """All lines up to a closing fence or the container's end, less the opening fence's indentation."""

    __slots__ = ("element", "indent", "info", "is_closed", "lines", "marker", "start", "texts")

    takes_lines = True

    def __init__(self, element: Element, marker: str, indent: int, start: int, info: Cut) -> None:
        self.element = element
        self.marker = marker
        self.indent = indent
        self.start = start
        self.info = info
        self.texts: list[str] = []
        self.lines: list[Cut] = []
        self.is_closed = False

    def take(self, stage: BlockStage, line: Line) -> bool:
        """Take a line of code, or be closed by a closing fence."""
        first = line.first
        text = line.text
        marker = self.marker
        if text.startswith(marker, first) and first - line.position < 4:
            fence = text[first:].rstrip(" ")
            if not fence.strip(marker[0]):
                self.is_closed = True
                stage.content_end = line.end
                stage.close_leaf()
                return True
        code, cut = line.tail(min(line.position + self.indent, first))
        self.texts.append(code)
        self.lines.append(cut)
        return True

    def close(self, stage: BlockStage) -> None:
        """Write the code; report a fence that was not closed."""
        self.element.text = "\n".join(self.texts)
        end = stage.content_end
        if not self.is_closed:
            stage.report("unclosed-fence", self.start, f"code fence {self.marker} is not closed")
            if self.lines:
                end = self.lines[-1][1]
        stage.cuts[self.element] = Cuts(self.start, end, self.lines, self.info)


def start_fenced_code(stage: BlockStage, line: Line) -> int:
    """Open a ``pre`` with ``fenced="1"`` and the whole info string as ``info``."""
    text = line.text
    first = line.first
    rest = text[first:]
    after = rest.lstrip(text[first])
    length = len(rest) - len(after)
    if length < 3 or (text[first] == "`" and "`" in after):
        return NOTHING
    content = after.strip(" ")
    begin = first + length + len(after) - len(after.lstrip(" "))
    info = line.cut(begin, begin + len(content))
    if line.original is not None:
        content = line.original[info[0] - line.start : info[1] - line.start]
    element = SubElement(stage.begin_block(), "pre", {"fenced": "1", "info": content})
    stage.leaf = FencedCode(element, rest[:length], first - line.position, line.offset(first), info)
    return LEAF
