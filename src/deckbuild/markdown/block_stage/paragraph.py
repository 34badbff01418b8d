"""Paragraphs: the leaf that a line becomes when nothing else starts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from .blocks import Leaf
from .parsed import Cut, Cuts
from .reference import read_definitions

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage


class Paragraph(Leaf):
    """An open paragraph; ``texts`` and ``cuts`` are its lines from their first character that is no space.

    ``plain`` is False while the last line is a lazy one or one indented like code: such a line can be
    neither the head of a table nor a term.
    """

    __slots__ = ("cuts", "plain", "texts")

    ends_at_blank_line = True

    def __init__(self, parent: Element, text: str, cut: Cut) -> None:
        self.parent = parent
        self.texts = [text]
        self.cuts = [cut]
        self.plain = True

    def take_text(self, stage: BlockStage, line: Line) -> bool:
        """Go on with the paragraph, lazily if containers did not match."""
        first = line.first
        text, cut = line.tail(first)
        self.texts.append(text)
        self.cuts.append(cut)
        self.plain = stage.all_matched and first - line.position < 4
        return True

    def take_definitions(self, stage: BlockStage) -> None:
        """Move the link reference definitions at the beginning out of the paragraph."""
        if self.texts[0].startswith("["):
            count = read_definitions(stage, self.texts, self.cuts)
            del self.texts[:count], self.cuts[:count]

    def write(self, stage: BlockStage, tag: str, start: int = -1) -> Element:
        """Write the lines as an element, which begins at offset ``start`` or with the first line."""
        texts, cuts = self.texts, self.cuts
        last = texts[-1].rstrip(" \t")
        begin, _ = cuts[-1]
        texts[-1] = last
        cuts[-1] = begin, begin + len(last)
        element = SubElement(self.parent, tag)
        element.text = "\n".join(texts) if len(texts) > 1 else last
        stage.cuts[element] = Cuts(cuts[0][0] if start < 0 else start, begin + len(last), cuts)
        return element

    def close(self, stage: BlockStage) -> None:
        """Write a ``p``, unless the paragraph was nothing but link reference definitions."""
        if self.texts[0].startswith("["):
            self.take_definitions(stage)
            if not self.texts:
                return
        self.write(stage, "p")
        stage.paragraph_closed = stage.line.number
