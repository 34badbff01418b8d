"""What follows a closing bracket and makes a link, a picture or a span of it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from deckbuild.markdown.attributes import NO_ATTRIBUTES, read_attributes

from .nodes import Opener, Tail

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_INLINE = re.compile(
    r"""\(\s*+
      (?: <((?:[^<>\n\\]|\\.)*+)>
        | (?!<)((?:[^\s()\\]|\\.|\\|\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+\))*+)
      )
      (?:\s++(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'|\(((?:[^()\\]|\\.)*+)\)))?
      \s*+\)""",
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
_BROKEN = re.compile(r"\([^()\n]*\.\w+[^()\n]*\)|\([^()\n]*://[^()\n]*\)")


def unescape(text: str) -> str:
    """Return the text with backslash escapes and character references resolved."""
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text


def normalize_label(label: str) -> str:
    """Return a reference's label as it is looked up: white space collapsed, case folded (CommonMark 4.7)."""
    return " ".join(label.split()).casefold()


def read_tail(
    text: str, opener: Opener, position: int, references: Mapping[str, tuple[str, str | None]]
) -> Tail | None:
    """Read what follows the bracket closed at ``text[position]``; None when it makes nothing."""
    after = position + 1
    following = text[after : after + 1]
    tail: Tail | None = None
    if following == "(":
        tail = _read_inline(text, after)
    if tail is None and references:
        tail = _read_reference(text, opener, position, references)
    if tail is None:
        if following == "{" and opener.kind == "link":
            attributes = read_attributes(text, after)
            if attributes:
                return Tail(None, "", 0, attributes, attributes.end)
        return None
    if text.startswith("{", tail.end):
        attributes = read_attributes(text, tail.end)
        if attributes:
            return Tail(tail.target, tail.title, tail.title_start, attributes, attributes.end)
    return tail


def _read_inline(text: str, start: int) -> Tail | None:
    found = _INLINE.match(text, start)
    if not found:
        return None
    target = found[1] if found[1] is not None else found[2]
    group = next((number for number in (3, 4, 5) if found[number] is not None), 0)
    title = unescape(found[group]) if group else ""
    return Tail(unescape(target), title, found.start(group) if group else 0, NO_ATTRIBUTES, found.end())


def _read_reference(
    text: str, opener: Opener, position: int, references: Mapping[str, tuple[str, str | None]]
) -> Tail | None:
    label, end = text[opener.end : position], position + 1
    full = _LABEL.match(text, end)
    if full:
        end = full.end()
        label = (full[1].strip() and full[1]) or label
    if len(label) > 999:
        return None
    found = references.get(normalize_label(label))
    if not found:
        return None
    return Tail(found[0], found[1] or "", 0, NO_ATTRIBUTES, end)


def looks_broken(text: str, position: int) -> re.Match[str] | None:
    """Whether the parentheses after a bracket hold a path or URL that does not make a link, as for spaces."""
    return _BROKEN.match(text, position + 1)
