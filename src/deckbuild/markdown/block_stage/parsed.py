"""What the block stage hands on: a tree of blocks and where each of them stands in the source."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from deckbuild.named_tuple import NamedTuple

Cut = tuple[int, int]
"""Offsets of a stretch of the source, end exclusive."""


class Cuts:
    r"""Where one element was written.

    ``start`` and ``end`` enclose the block with its own markup: from a heading's first ``#``, a
    list item's marker, a code block's opening fence or a div's first colon to the end of its last
    line that is not blank.

    ``lines`` is empty for containers. For leaves it holds a cut for each line of the text, and the
    leaf's text is by definition those cuts joined with line feeds; cells of a table join theirs
    with nothing, since a ``\|`` in a cell is two cuts that leave out the backslash. Two things are in
    the text alone: the spaces before a line of code whose indentation ended inside a tab, and U+FFFD
    for a character that may not stand in a text (U+0000, U+0002, U+0003).

    ``info`` is the cut of a fence's info string, of what follows a div's colons, or of a footnote's
    label; None where there is none.
    """

    __slots__ = ("end", "info", "lines", "start")

    def __init__(self, start: int, end: int, lines: list[Cut], info: Cut | None = None) -> None:
        self.start = start
        self.end = end
        self.lines = lines
        self.info = info

    def __repr__(self) -> str:
        return f"Cuts({self.start}, {self.end}, {self.lines}, {self.info})"


class Problem(NamedTuple):
    """Something an author should hear of: a diagnostic's code, an offset into the source, what is wrong."""

    code: str
    start: int
    message: str


class Parsed(NamedTuple):
    """A source's blocks.

    ``root`` holds the tree; ``cuts`` has an entry for every element below it but ``thead``
    and ``tbody``; ``references`` maps a normalised label to its address and title (empty if it has
    none), and ``definitions`` are the cuts of the link reference definitions, which leave no element behind;
    ``footnotes`` maps a normalised label to its element, which stands where it was written.
    """

    root: Element
    cuts: Mapping[Element, Cuts]
    references: Mapping[str, tuple[str, str]]
    definitions: list[Cut]
    footnotes: Mapping[str, Element]
    problems: list[Problem]
