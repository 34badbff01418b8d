"""Styles: ``classDef``, ``class``, ``style`` and ``linkStyle``, and the paint that they come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .colours import read_colour
from .flowchart import Paint
from .scan import DiagramText, shown

_DECLARATION = re.compile(r"[\s,]*(?P<key>[A-Za-z-]+)[ \t]*:[ \t]*(?P<value>(?:[^,(]|\\,|\([^()]*\)|\()*)")
_LENGTH = re.compile(r"(?P<number>\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})(?P<unit>px|pt)?$")
_POINTS_PER_PIXEL = 0.75
NO_PAINT = Paint()
_COLOURS = {"fill": "fill", "stroke": "line", "color": "text"}

Styles = dict[str, Any]
"""Fields of ``Paint`` by name."""


def read_styles(source: DiagramText, start: int, end: int) -> Styles:
    """Read ``key:value,key:value`` between two offsets.

    Known are fill, stroke, color, stroke-width and stroke-dasharray. Diagnostics: diagram-syntax,
    diagram-ignored (other keys, and values that are none).
    """
    styles: Styles = {}
    position = start
    while item := _DECLARATION.match(source.text, position, end):
        position = item.end()
        _read_declaration(source, item, styles)
    rest = source.text[position:end].strip(" \t,")
    if rest or position == start:
        message = f"`{shown(rest)}` is no style." if rest else "There is no style."
        source.report("diagram-syntax", position, message, "Write `fill:#f96,stroke:#333`.")
    return styles


def _read_declaration(source: DiagramText, item: re.Match[str], styles: Styles) -> None:
    key, value = item["key"].lower(), item["value"].strip()
    if key in _COLOURS:
        colour = read_colour(value)
        if colour:
            styles[_COLOURS[key]] = colour
        else:
            message = f"`{shown(value)}` is no colour that can be used."
            hint = "Write `#rrggbb`, a CSS name, or a theme colour such as `accent2`."
            source.report("diagram-ignored", item.start("value"), message, hint)
    elif key == "stroke-width":
        length = _LENGTH.match(value)
        if length:
            points = float(length["number"]) * (1 if length["unit"] == "pt" else _POINTS_PER_PIXEL)
            styles["weight"] = min(points, 20.0)
        else:
            source.report("diagram-ignored", item.start("value"), f"`{shown(value)}` is no width of a line.")
    elif key == "stroke-dasharray":
        styles["dashed"] = value not in ("0", "none", "")
    else:
        message = f"The style `{key}` has no effect."
        hint = "Known are fill, stroke, color, stroke-width, stroke-dasharray."
        source.report("diagram-ignored", item.start("key"), message, hint)


def make_paint(classes: Iterable[str], defined: Mapping[str, Styles], own: Styles | None) -> Paint:
    """Return what a part's classes and its own style come to, the later ones before the earlier."""
    merged: Styles = {}
    for name in classes:
        merged.update(defined.get(name, {}))
    if own:
        merged.update(own)
    return Paint(**merged) if merged else NO_PAINT
