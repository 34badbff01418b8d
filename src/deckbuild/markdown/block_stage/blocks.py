"""What the two kinds of open blocks have in common: containers, and the one open leaf."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from .parsed import Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage


class Container:
    """An open block that holds blocks. Subclasses say which lines go on with it."""

    __slots__ = ("blank", "cuts", "element")

    hides_blank_lines = False
    """Whether a line that is blank inside is none outside: a quotation's ``>``."""

    def __init__(self, element: Element, cuts: Cuts) -> None:
        self.element = element
        self.cuts = cuts
        self.blank = -2
        """Number of the last line that was blank where this container's content is."""

    def goes_on(self, line: Line) -> bool:
        """Whether the line is part of this block; if so the cursor has moved to its content."""
        raise NotImplementedError

    def close(self, stage: BlockStage) -> None:
        """End the block where the last line with text ended."""
        self.cuts.end = stage.content_end

    def loosen(self) -> None:
        """Take note of a blank line between two of the container's blocks."""

    def seal(self) -> None:
        """Take no more content: the container began with a blank line, and another one follows."""


class Leaf:
    """An open block that holds lines."""

    __slots__ = ("parent",)

    takes_lines = False
    """Whether the leaf sees a line before any block start does."""
    ends_at_blank_line = False

    def __init__(self, parent: Element) -> None:
        self.parent = parent

    def take(self, stage: BlockStage, line: Line) -> bool:
        """Take a line that goes on with all containers; False if the line was left for others."""
        raise NotImplementedError

    def take_text(self, stage: BlockStage, line: Line) -> bool:
        """Take a line in which no block starts; False if the leaf wants none."""
        return False

    def close(self, stage: BlockStage) -> None:
        """Write the element's text and cuts."""
        raise NotImplementedError
