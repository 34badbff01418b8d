"""Labels: what is between a shape's brackets or an edge's bars, as text with line feeds."""

from __future__ import annotations

import re

from deckbuild.named_tuple import NamedTuple

from .scan import DiagramText, shown

_ENTITY = re.compile(r"#(?P<name>\w{1,31});|&(?:\w{1,31}|#\w{1,8});")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_ICON = re.compile(r"\bfa[bsrlk]?:fa-[\w-]+[ \t]*")
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<text>[^*_\n]+?)(?<=\S)(?P=mark)")


class Label(NamedTuple):
    """A label as written: without quotes; ``start`` is its offset in the diagram's text."""

    text: str
    start: int


def read_entities(text: str) -> str:
    """Replace Mermaid's ``#quot;`` and ``#9829;`` and HTML's ``&amp;`` by their characters."""
    if "#" not in text and "&" not in text:
        return text
    return _ENTITY.sub(_character, text)


def _character(entity: re.Match[str]) -> str:
    from html import unescape

    name = entity["name"]
    if name is None:
        return unescape(entity[0])
    character = unescape(f"&#{name};" if name.isdecimal() else f"&{name};")
    return entity[0] if character.startswith("&") and len(character) > 1 else character


def read_label(source: DiagramText, label: Label, *, escapes: bool = True) -> str:
    r"""Return a label as text: ``<br>`` and, with ``escapes``, ``\n`` are line feeds, markup is taken off.

    A Markdown string (in backticks) loses its stars. Diagnostics: diagram-unsupported (icons, formulas),
    diagram-ignored (bold and italic, HTML tags). The text is noted with its place.
    """
    text = written = label.text.strip()
    start = label.start + len(label.text) - len(label.text.lstrip())
    if len(text) > 1 and text[0] == text[-1] == "`":
        text = text[1:-1].strip()
        if _EMPHASIS.search(text):
            _ignore(source, label, "bold and italic")
            text = _EMPHASIS.sub(r"\g<text>", text)
    text = _BREAK.sub("\n", text) if "<" in text else text
    if escapes and "\\n" in text:
        text = text.replace("\\n", "\n")
    if "<" in text and _TAG.search(text):
        _ignore(source, label, "HTML tags")
        text = _TAG.sub("", text)
    if ":fa-" in text and _ICON.search(text):
        message = f"The icon in `{shown(text)}` is left out."
        source.report("diagram-unsupported", label.start, message, "Use a picture.")
        text = _ICON.sub("", text)
    if text.count("$$") > 1:
        source.report("diagram-unsupported", label.start, f"The formula in `{shown(text)}` is shown as text.")
    text = read_entities(text)
    if "\n" in text:
        text = "\n".join(line.strip() for line in text.split("\n")).strip("\n")
    source.note_text(text, start, start + len(written))
    return text


def _ignore(source: DiagramText, label: Label, what: str) -> None:
    source.report("diagram-ignored", label.start, f"A label is shown without {what}.")
