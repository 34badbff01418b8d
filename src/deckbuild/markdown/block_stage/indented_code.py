"""Indented code (CommonMark 4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from .blocks import Leaf
from .parsed import Cut, Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage


class IndentedCode(Leaf):
    """Lines indented by four columns or more, and the blank lines between them."""

    __slots__ = ("cuts", "texts")

    takes_lines = True

    def __init__(self, parent: Element, text: str, cut: Cut) -> None:
        self.parent = parent
        self.texts = [text]
        self.cuts = [cut]

    def take(self, stage: BlockStage, line: Line) -> bool:
        """Take an indented line; take a blank one too, but leave it to be seen as blank."""
        is_blank = line.first == len(line.text)
        if not is_blank and line.first - line.position < 4:
            stage.close_leaf()
            return False
        text, cut = line.tail(min(line.position + 4, len(line.text)))
        self.texts.append(text)
        self.cuts.append(cut)
        return not is_blank

    def close(self, stage: BlockStage) -> None:
        """Write a ``pre`` without the blank lines at the end."""
        texts, cuts = self.texts, self.cuts
        while not texts[-1].strip(" \t"):
            texts.pop()
            cuts.pop()
        element = SubElement(self.parent, "pre")
        element.text = "\n".join(texts)
        stage.cuts[element] = Cuts(cuts[0][0], cuts[-1][1], cuts)


def open_indented_code(stage: BlockStage, line: Line) -> None:
    """Open a code block with a line that is indented by four columns or more."""
    parent = stage.begin_block()
    stage.leaf = IndentedCode(parent, *line.tail(line.position + 4))
