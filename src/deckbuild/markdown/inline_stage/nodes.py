"""What a text is taken apart into before it is put together as inlines."""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element

from deckbuild.markdown.attributes import Attributes
from deckbuild.model import Inline, Style
from deckbuild.named_tuple import NamedTuple

OpenerKind = Literal["link", "image", "note", "tag"]


class Tail(NamedTuple):
    """The target and title found after a bracket, and the offset after it; a span has no target."""

    target: str | None
    title: str
    title_start: int
    attributes: Attributes
    end: int


class Delimiter:
    """A run of one of ``* _ ~ ^ =`` that may open or close styled text, in a linked list of its kind.

    ``length`` is how many characters were written, ``count`` how many are not yet used. ``closes`` and
    ``opens`` are the styles that end and begin here, in reading order.
    """

    __slots__ = (
        "can_close",
        "can_open",
        "char",
        "closes",
        "count",
        "end",
        "length",
        "next",
        "opens",
        "previous",
        "start",
    )

    def __init__(self, char: str, start: int, end: int, can_open: bool, can_close: bool) -> None:
        self.char = char
        self.start = start
        self.end = end
        self.length = self.count = end - start
        self.can_open = can_open
        self.can_close = can_close
        self.opens: list[Style] = []
        self.closes: list[Style] = []
        self.previous: Delimiter | None = None
        self.next: Delimiter | None = None


class Opener:
    """A bracket or an HTML tag that something may close.

    ``delimiter``, ``brackets`` and ``tags`` say how much was open before it. ``element`` is the tag;
    ``tail`` what was found after the closing bracket. A link's opener before a finished link is no
    longer ``active``: links do not nest. ``closed_at`` is the offset of the bracket that closes it.
    """

    __slots__ = (
        "active",
        "brackets",
        "closed_at",
        "delimiter",
        "element",
        "end",
        "kind",
        "matched",
        "start",
        "tags",
        "tail",
        "text",
    )

    def __init__(self, kind: OpenerKind, text: str, start: int, element: Element | None = None) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.element = element
        self.tail: Tail | None = None
        self.matched = False
        self.active = True
        self.delimiter: Delimiter | None = None
        self.brackets = 0
        self.tags = 0
        self.closed_at = 0

    @property
    def name(self) -> str:
        """The tag's name."""
        return (self.element.text or "") if self.element is not None else ""


class Closer:
    """What closes an opener, and the offset in the text after it."""

    __slots__ = ("end", "opener")

    def __init__(self, opener: Opener, end: int) -> None:
        self.opener = opener
        self.end = end


Node = str | Delimiter | Opener | Closer | Inline
