"""Fenced divs: pandoc's ``::: name {attributes}`` … ``:::``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from .blocks import Container
from .outcome import LEAF, NOTHING
from .parsed import Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage


class Div(Container):
    """A div takes every line up to its end, whatever the indentation."""

    __slots__ = ("is_closed",)

    def __init__(self, element: Element, cuts: Cuts) -> None:
        super().__init__(element, cuts)
        self.is_closed = False

    def goes_on(self, line: Line) -> bool:
        """Go on with every line."""
        return True

    def close(self, stage: BlockStage) -> None:
        """End the div; report one that ends because what is around it does."""
        self.cuts.end = stage.content_end
        if not self.is_closed:
            name = self.element.get("name") or self.element.get("attributes") or ""
            stage.report("unclosed-div", self.cuts.start, f"div {name} is not closed".replace("  ", " "))


def start_div(stage: BlockStage, line: Line) -> int:
    """Open a ``div`` with the raw ``name`` and ``attributes``, or close the innermost one.

    How many colons there are (three or more) makes no difference. A line of colons closes the innermost
    open div, as long as no list item, quotation or footnote has been opened in it that goes on.
    """
    text = line.text
    first = line.first
    if not text.startswith(":::", first):
        return NOTHING
    after = text[first:].lstrip(":")
    content = after.strip(" ")
    if not content:
        _end_div(stage, line)
        return LEAF
    if content.endswith(":"):
        shortened = content.rstrip(":")
        if shortened.endswith((" ", "}")):
            content = shortened.rstrip(" ")
    if stage.is_full or not (content[0] == "{" or content[0].isalnum()):
        return NOTHING
    begin = len(text) - len(after.lstrip(" "))
    info = line.cut(begin, begin + len(content))
    if line.original is not None:
        content = line.original[info[0] - line.start : info[1] - line.start]
    name, attributes = _split_name(content)
    element = SubElement(stage.begin_block(), "div", {"name": name, "attributes": attributes})
    cuts = stage.cuts[element] = Cuts(line.offset(first), 0, [], info)
    stage.push(Div(element, cuts))
    return LEAF


def _split_name(content: str) -> tuple[str, str]:
    """Part a name from the attributes after it; either may be empty."""
    end = 0
    while end < len(content) and content[end] not in " \t{":
        end += 1
    return content[:end], content[end:].strip(" \t")


def _end_div(stage: BlockStage, line: Line) -> None:
    stage.close_unmatched()
    stage.close_leaf()
    container = stage.stack[-1] if stage.stack else None
    if not isinstance(container, Div):
        stage.report("stray-div-end", line.offset(line.first), "no div is open that this line could close")
        return
    container.is_closed = True
    stage.content_end = line.end
    stage.matched -= 1
    stage.close_unmatched()
