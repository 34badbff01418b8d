"""Spelling XML: the declaration, namespaces, escaped text, colours, boxes."""

from __future__ import annotations

import re
from functools import cache

from deckbuild.layout.laid_out import INVISIBLE
from deckbuild.units import Box

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{RELATIONSHIPS}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

# Beside what XML reserves: what no XML 1.0 document may hold (its production 2).
_FORBIDDEN = "\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff"
_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": " ", "\r": " ", "\v": " ", "\f": " "}
_ATTRIBUTE = _TEXT | {'"': "&quot;", "\t": "&#9;", "\n": "&#10;"}


def escape_text(text: str) -> str:
    """Escape character data. Line ends become spaces; what XML cannot hold is left out."""
    if text.isprintable() and "&" not in text and "<" not in text and ">" not in text:
        return text
    return _compile("&<>\n").sub(lambda match: _TEXT.get(match[0], ""), text)


def escape_attribute(text: str) -> str:
    """Escape an attribute's value for double quotes. What XML cannot hold is left out."""
    if text.isprintable() and '"' not in text:
        return escape_text(text)
    return _compile('&<>"\t\n').sub(lambda match: _ATTRIBUTE.get(match[0], ""), text)


@cache
def _compile(reserved: str) -> re.Pattern[str]:
    """Compile what to replace; most texts are printable and hold none, so not at the start."""
    return re.compile(f"[{reserved}{_FORBIDDEN}]")


def spell_color(color: str) -> str:
    """Spell a colour element: RRGGBB as `a:srgbClr`, a theme colour's name as `a:schemeClr`."""
    if len(color) == 6:  # as no theme colour's name is
        return f'<a:srgbClr val="{escape_attribute(color)}"/>'
    return f'<a:schemeClr val="{escape_attribute(color)}"/>'


def spell_fill(color: str) -> str:
    """Spell a solid fill, or none for what is not to be seen."""
    if color == INVISIBLE:
        return "<a:noFill/>"
    return f"<a:solidFill>{spell_color(color)}</a:solidFill>"


def spell_frame(box: Box, tag: str = "a:xfrm", flip: str = "") -> str:
    """Spell a place: `a:xfrm`, or `p:xfrm` for a graphic frame; `flip` are attributes that turn it."""
    return f'<{tag}{flip}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></{tag}>'
