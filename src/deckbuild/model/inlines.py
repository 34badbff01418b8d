"""What stands in a line: text and what is marked in it, in CommonMark's terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from deckbuild.source import Span

Style = Literal[
    "emphasis", "strong", "strikethrough", "underline", "highlight", "superscript", "subscript"
]


@dataclass(frozen=True, slots=True)
class Text:
    """Literal text: entities resolved, soft line breaks turned to spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code span; its text is literal."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Inlines under one style."""

    style: Style
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Attributed:
    """A bracketed span with attributes: ``[text]{lang=fr .class}``."""

    children: tuple[Inline, ...]
    lang: str | None = None
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link. ``target`` is a URL, or ``#id`` for a slide of this deck."""

    target: str
    children: tuple[Inline, ...]
    span: Span
    title: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture within a line of text; ``width`` as written (``40%``, ``3cm``)."""

    source: str
    alt: str
    span: Span
    width: str | None = None


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """A mark that refers to the footnote of the slide with this label."""

    label: str
    span: Span


Inline = Text | Code | LineBreak | Styled | Attributed | Link | Image | FootnoteReference


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the text of inlines without any marks; a picture gives its alt text, a break a space."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Code(text):
                parts.append(text)
            case LineBreak():
                parts.append(" ")
            case Image():
                parts.append(inline.alt)
            case Styled() | Attributed() | Link():
                parts.append(plain_text(inline.children))
            case FootnoteReference():
                pass
    return "".join(parts)
