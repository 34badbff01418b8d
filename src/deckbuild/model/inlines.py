"""What stands in a line: text and what is marked in it, in CommonMark's terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

Style = Literal["emphasis", "strong", "strikethrough", "underline", "highlight", "superscript", "subscript"]


class Text(NamedTuple):
    """Literal text: entities resolved, soft line breaks turned to spaces."""

    text: str


class Code(NamedTuple):
    """A code span; its text is literal."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break."""


class Styled(NamedTuple):
    """Inlines under one style."""

    style: Style
    children: tuple[Inline, ...]


class Attributed(NamedTuple):
    """A bracketed span with attributes: ``[text]{lang=fr translate=no .class}``.

    ``lang`` is a BCP 47 tag; ``translate`` False keeps it out of translation.
    """

    children: tuple[Inline, ...]
    lang: str | None = None
    classes: tuple[str, ...] = ()
    translate: bool = True


class Link(NamedTuple):
    """A link. ``target`` is a URL, or ``#id`` for a slide of this deck."""

    target: str
    children: tuple[Inline, ...]
    span: Span
    title: str = ""


class Image(NamedTuple):
    """A picture within a line of text; ``width`` as written (``40%``, ``3cm``)."""

    source: str
    alt: str
    span: Span
    width: str | None = None


class FootnoteReference(NamedTuple):
    """A mark that refers to the footnote of the slide with this label."""

    label: str
    span: Span


class Formula(NamedTuple):
    """A formula in LaTeX, without its dollar signs; ``places`` has the span of each of its lines.

    ``display`` says that it stands on a line of its own. ``plain`` is its text as one reads it in a line,
    which ``transform`` fills in.
    """

    text: str
    span: Span
    places: tuple[Span, ...] = ()
    display: bool = False
    plain: str = ""


Inline = Text | Code | LineBreak | Styled | Attributed | Link | Image | FootnoteReference | Formula


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
            case Formula():
                parts.append(inline.plain or inline.text)
            case FootnoteReference():
                pass
    return "".join(parts)
