"""List items and the lists they make (CommonMark 5.2 and 5.3), pandoc's fancy markers included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from .blocks import Container
from .fancy_marker import FancyMarker, may_start_list, read_fancy_marker
from .outcome import CONTAINER, NOTHING
from .paragraph import Paragraph
from .parsed import Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage

_ORDERED_MARKER = re.compile(r"([0-9]{1,9})([.)])(?= |$)")
_SEALED = 1 << 30

ListKey = tuple[str, str]
"""What items must share to be in one list: style and delimiter, or ``""`` and the bullet."""


class Item(Container):
    """An item goes on with lines indented to its content, and with blank ones."""

    __slots__ = ("bare_line", "indent", "key", "list")

    def __init__(self, element: Element, cuts: Cuts, indent: int, key: ListKey, parent: Element) -> None:
        self.element = element
        self.cuts = cuts
        self.blank = -2
        self.indent = indent
        self.key = key
        self.list = parent
        self.bare_line = -2
        """Number of the line on which the marker stands alone."""

    def goes_on(self, line: Line) -> bool:
        """Whether the line is indented enough, or blank."""
        position = line.position + self.indent
        if line.first >= position:
            line.position = position
            return True
        if line.first == len(line.text):
            line.position = line.first
            return True
        return False

    def close(self, stage: BlockStage) -> None:
        """End the item, and the list for as long as it has no further one."""
        end = stage.content_end
        self.cuts.end = end
        stage.cuts[self.list].end = end

    def loosen(self) -> None:
        """Make the list loose."""
        self.list.set("loose", "1")

    def seal(self) -> None:
        """Stay open for a sibling alone, if the line before this blank one was a bare marker."""
        if self.bare_line == self.blank - 1:
            self.indent = _SEALED


def start_bullet_item(stage: BlockStage, line: Line) -> int:
    """Open an ``li`` in a ``ul``."""
    text = line.text
    after = line.first + 1
    if after < len(text):
        if text[after] != " ":
            return NOTHING
        if stage.open_paragraph is not None and not text[after:].strip(" "):
            return NOTHING
    elif stage.open_paragraph is not None:
        return NOTHING
    key = ("", text[line.first])
    _open_item(stage, line, after, key, _sibling(stage, key), {})
    return CONTAINER


def start_ordered_item(stage: BlockStage, line: Line) -> int:
    """Open an ``li`` in an ``ol`` whose markers are CommonMark's: digits, then ``.`` or ``)``."""
    marker = _ORDERED_MARKER.match(line.text, line.first)
    if marker is None:
        return NOTHING
    number, delimiter = marker.groups()
    if stage.open_paragraph is not None and (int(number) != 1 or not line.text[marker.end() :].strip(" ")):
        return NOTHING
    key = ("decimal", delimiter)
    attributes = {"start": str(int(number)), "delimiter": delimiter, "style": "decimal"}
    _open_item(stage, line, marker.end(), key, _sibling(stage, key), attributes)
    return CONTAINER


def start_fancy_item(stage: BlockStage, line: Line) -> int:
    """Open an ``li`` in an ``ol`` whose markers are pandoc's: letters, Roman numerals, ``#``, ``(1)``."""
    position = stage.matched
    previous = stage.stack[position] if position < len(stage.stack) else None
    key = previous.key if isinstance(previous, Item) and previous.key[0] else None
    marker = read_fancy_marker(line.text, line.first, key)
    if marker is None:
        return NOTHING
    key = (marker.style, marker.delimiter)
    sibling = _sibling(stage, key)
    if sibling is None:
        if not may_start_list(marker, line.text):
            return NOTHING
        if isinstance(stage.leaf, Paragraph) and not _begins_nested_list(stage, line, marker):
            return NOTHING
    attributes = {"start": str(marker.number), "delimiter": marker.delimiter, "style": marker.style}
    _open_item(stage, line, marker.end, key, sibling, attributes)
    return CONTAINER


def _begins_nested_list(stage: BlockStage, line: Line, marker: FancyMarker) -> bool:
    """Whether a fancy marker may interrupt the open paragraph: a first one with text, inside an item, may.

    Elsewhere a line of prose that begins with ``a.`` or ``(1)`` stays prose.
    """
    return (
        stage.all_matched
        and bool(stage.stack)
        and isinstance(stage.stack[-1], Item)
        and marker.number == 1
        and bool(line.text[marker.end :].strip(" "))
    )


def _sibling(stage: BlockStage, key: ListKey) -> Item | None:
    """Return the item that the line does not go on with, if its list takes such a marker."""
    if stage.matched < len(stage.stack):
        container = stage.stack[stage.matched]
        if isinstance(container, Item) and container.key == key:
            return container
    return None


def _open_item(
    stage: BlockStage, line: Line, after: int, key: ListKey, sibling: Item | None, attributes: dict[str, str]
) -> None:
    """Open an item whose marker ends at column ``after``, in its sibling's list or a new one."""
    start = line.offset(line.first)
    if sibling is not None:
        stage.close_unmatched()
        parent = sibling.list
        if sibling.blank == line.number - 1:
            parent.set("loose", "1")
    else:
        parent = SubElement(stage.begin_block(), "ol" if key[0] else "ul", attributes)
        stage.cuts[parent] = Cuts(start, 0, [])
    text = line.text
    end = len(text)
    first = after
    while first < end and text[first] == " ":
        first += 1
    content = first if first < end and first - after <= 4 else min(after + 1, end)
    element = SubElement(parent, "li")
    cuts = stage.cuts[element] = Cuts(start, 0, [])
    item = Item(element, cuts, (content if first < end else after + 1) - line.position, key, parent)
    if first == end:
        item.bare_line = line.number
    stage.push(item)
    line.position = content
    line.first = first
