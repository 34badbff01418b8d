"""Reading a theme: its colours, as a colour element means them, and its typefaces."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .drawing import A, find, percentage
from .facts import Theme

if TYPE_CHECKING:
    from lxml.etree import _Element

_SCHEME = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
           "hlink", "folHlink")  # fmt: skip
_MAPPED = ("bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
           "hlink", "folHlink")  # fmt: skip
_PRESET = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
           "gray": "808080", "grey": "808080", "yellow": "FFFF00"}  # fmt: skip


def read_theme(theme: _Element, color_map: Mapping[str, str]) -> Theme:
    """Read a theme part's root; `color_map` holds the attributes of its master's `p:clrMap`.

    The colours come under the scheme's own names and the mapped ones (ECMA-376 Part 1, 19.3.1.6).
    """
    scheme: dict[str, str] = {}
    for name in _SCHEME:
        holder = find(theme, "themeElements", "clrScheme", name)
        color = holder[0] if holder is not None and len(holder) else None
        scheme[name] = (None if color is None else _base_color(color, {})) or "000000"
    colors = dict(scheme)
    for name in _MAPPED:
        colors[name] = scheme.get(color_map.get(name, ""), scheme.get(name, "000000"))
    name = theme.get("name", "")
    return Theme(tuple(colors.items()), _typeface(theme, "majorFont"), _typeface(theme, "minorFont"), name)


def _typeface(theme: _Element, which: str) -> str:
    latin = find(theme, "themeElements", "fontScheme", which, "latin")
    return (None if latin is None else latin.get("typeface")) or "Calibri"


def read_color(fill: _Element, colors: Mapping[str, str], override: Mapping[str, str]) -> str | None:
    """Read the colour in an `a:solidFill`: a theme colour name, RRGGBB when it is changed or its own.

    `colors` are the theme's; `override` is a layout's own colour map, empty when it uses the
    master's. None stands for a colour that cannot be told here.
    """
    color = next(iter(fill), None)
    if color is None:
        return None
    name = color.get("val", "") if color.tag == f"{A}schemeClr" else ""
    name = override.get(name, name)
    if name and not len(color):
        return name if name in colors else None
    base = colors.get(name) if name else _base_color(color, colors)
    return None if base is None else _changed(base, color)


def _base_color(color: _Element, colors: Mapping[str, str]) -> str | None:
    """Give a colour element's RRGGBB before the changes inside it."""
    kind = str(color.tag).rpartition("}")[2]
    value = color.get("val", "")
    if kind == "srgbClr":
        return value.upper()
    if kind == "sysClr":
        return (color.get("lastClr") or ("FFFFFF" if value == "window" else "000000")).upper()
    if kind == "prstClr":
        return _PRESET.get(value)
    if kind == "schemeClr":
        return colors.get(value)
    if kind == "scrgbClr":
        return _hexadecimal([_to_srgb(percentage(color.get(channel, "0"))) for channel in "rgb"])
    return None


def _changed(base: str, color: _Element) -> str:
    """Apply the colour changes (ECMA-376 Part 1, 20.1.2.3) in order; transparency is passed over.

    Tint and shade mix in linear light: PowerPoint shows black with a tint of 75 % as 898989.
    """
    channels = [int(base[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    for change in color:
        kind = str(change.tag).rpartition("}")[2]
        amount = percentage(change.get("val", "100000"))
        if kind in ("tint", "shade"):
            white = 1.0 - amount if kind == "tint" else 0.0
            channels = [_to_srgb(_to_linear(channel) * amount + white) for channel in channels]
        elif kind in ("lumMod", "lumOff", "satMod"):
            hue, light, saturation = colorsys.rgb_to_hls(*channels)
            if kind == "satMod":
                saturation = min(1.0, saturation * amount)
            else:
                light = min(1.0, max(0.0, light * amount if kind == "lumMod" else light + amount))
            channels = list(colorsys.hls_to_rgb(hue, light, saturation))
    return _hexadecimal(channels)


def _hexadecimal(channels: list[float]) -> str:
    return "".join(f"{round(min(1.0, max(0.0, channel)) * 255):02X}" for channel in channels)


def _to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _to_srgb(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else float(1.055 * channel ** (1 / 2.4) - 0.055)
