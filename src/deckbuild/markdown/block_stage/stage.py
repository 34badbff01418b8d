"""CommonMark's procedure for blocks, line by line, as Python-Markdown's block parser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ElementTree

from markdown.blockparser import BlockParser

from .block_starts import CONTAINER_STARTS, block_starts
from .blocks import Container, Leaf
from .indented_code import open_indented_code
from .line import Line
from .line_endings import split_lines
from .outcome import LEAF
from .paragraph import Paragraph
from .parsed import Cut, Cuts, Parsed, Problem
from .reference import References

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown import Markdown

MAX_DEPTH = 100
"""Containers inside each other; what is deeper is text. CommonMark sets no limit, and no deck comes near:
this one keeps a hostile line of thousands of ``>`` linear, and trees walkable by recursion."""


class BlockStage(BlockParser):
    """Builds Python-Markdown's tree, and beside it where in the source each element was written.

    Block starts reach the state of the parse through the attributes below; ``begin_block`` is how a
    block takes its place in the tree.
    """

    def __init__(self, md: Markdown, options: Mapping[str, bool]) -> None:
        super().__init__(md)
        self.options = options
        self.starts, self.interrupting_starts = block_starts(options)
        self.line = Line()
        self._clear()

    def _clear(self) -> None:
        self.root: Element = Element(self.md.doc_tag)
        self.cuts: dict[Element, Cuts] = {}
        self.references = References()
        self.definitions: list[Cut] = []
        self.footnotes: dict[str, Element] = {}
        self.problems: list[Problem] = []
        self.line.number = -1
        self.stack: list[Container] = []
        """The open containers, outermost first."""
        self.matched = 0
        """How many of them the current line goes on with."""
        self.leaf: Leaf | None = None
        self.content_end = 0
        """Offset of the end of the last line that was not blank, before the current one."""
        self.paragraph_closed = -1
        """Number of the line at which a paragraph was closed last."""

    def parseDocument(self, lines: Iterable[str]) -> ElementTree[Element | None]:
        """Parse a document, as Python-Markdown's ``convert`` asks for it."""
        root: Element | None = self.parse("\n".join(lines)).root
        return ElementTree(root)

    def parse(self, text: str) -> Parsed:
        """Parse a source; its link references are in ``md.references`` until the next one is parsed."""
        self._clear()
        for start, line in split_lines(text):
            self._take(line, start)
        self.matched = 0
        self.close_unmatched()
        self.close_leaf()
        self.md.references = self.references
        return Parsed(
            self.root, self.cuts, dict(self.references), self.definitions, self.footnotes, self.problems
        )

    def _take(self, text: str, start: int) -> None:
        """Add one line to the tree."""
        line = self.line
        line.number += 1
        line.start = start
        end = start + len(text)
        if "\t" in text:
            line.original = text
            text = text.expandtabs(4)
        else:
            line.original = None
        line.text = text
        line.position = 0
        line.first = len(text) - len(text.lstrip(" "))
        stack = self.stack
        matched = 0
        for container in stack:
            if not container.goes_on(line):
                break
            matched += 1
        self.matched = matched
        leaf = self.leaf
        if leaf is not None and leaf.takes_lines and matched == len(stack) and leaf.take(self, line):
            self.content_end = end
        elif line.first == len(text):
            self._take_blank_line()
        else:
            self._take_blocks()
            self.content_end = end

    def _take_blank_line(self) -> None:
        self.close_unmatched()
        leaf = self.leaf
        if leaf is not None and leaf.ends_at_blank_line:
            self.close_leaf()
        self.note_blank_line()

    def note_blank_line(self) -> None:
        """Tell the containers that the line goes on with that it is blank: their lists may be loose."""
        number = self.line.number
        for container in reversed(self.stack):
            container.blank = number
            container.seal()
            if container.hides_blank_lines:
                break

    def _take_blocks(self) -> None:
        """Open the blocks that start in the line, then give its rest to a leaf."""
        line = self.line
        stack = self.stack
        text = line.text
        while True:
            first = line.first
            if first - line.position >= 4:
                if self.leaf.__class__ is Paragraph:
                    break
                open_indented_code(self, line)
                return
            if self.leaf is None or self.matched < len(stack):
                starts = self.starts.get(text[first])
            else:
                starts = self.interrupting_starts.get(text[first])
            if starts is None:
                break
            if self.matched >= MAX_DEPTH:
                starts = tuple(start for start in starts if start not in CONTAINER_STARTS)
            for start in starts:
                outcome = start(self, line)
                if outcome:
                    break
            else:
                break
            if outcome == LEAF or line.first == len(text):
                return
        leaf = self.leaf
        if leaf is None or not leaf.take_text(self, line):
            parent = self.begin_block()
            self.leaf = Paragraph(parent, *line.tail(line.first))

    @property
    def is_full(self) -> bool:
        """Whether no container may be opened in the innermost one that the line goes on with."""
        return self.matched >= MAX_DEPTH

    @property
    def all_matched(self) -> bool:
        """Whether the line goes on with all open containers."""
        return self.matched == len(self.stack)

    @property
    def open_paragraph(self) -> Paragraph | None:
        """The open paragraph, if the line goes on with all containers around it."""
        leaf = self.leaf
        return leaf if isinstance(leaf, Paragraph) and self.matched == len(self.stack) else None

    def begin_block(self) -> Element:
        """Close what the line does not go on with, and the open leaf; return the new block's parent."""
        if self.leaf is not None or self.matched < len(self.stack):
            self.close_unmatched()
            if self.leaf is not None:
                self.close_leaf()
        if not self.stack:
            return self.root
        container = self.stack[-1]
        if container.blank == self.line.number - 1:
            container.loosen()
        return container.element

    def push(self, container: Container) -> None:
        """Open a container in the one that ``begin_block`` gave."""
        self.stack.append(container)
        self.matched += 1

    def close_unmatched(self) -> None:
        """Close the containers that the line does not go on with, and a leaf inside them."""
        stack = self.stack
        if self.matched < len(stack):
            self.close_leaf()
            while len(stack) > self.matched:
                stack.pop().close(self)

    def close_leaf(self) -> None:
        """Close the open leaf."""
        leaf = self.leaf
        if leaf is not None:
            self.leaf = None
            leaf.close(self)

    def report(self, code: str, start: int, message: str) -> None:
        """Note a problem at an offset."""
        self.problems.append(Problem(code, start, message))
