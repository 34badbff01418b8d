"""Colours as a brand writes them, and as DrawingML wants them.

A colour is `RRGGBB`, a theme colour (`accent1`), or a theme colour made lighter or darker by
per cent (`accent1 lighter 40`). The four base colours may be named as the theme has them (`dk1`) or by
what they are on a slide: `tx1` and `tx2` for text, `bg1` and `bg2` for grounds.

Lighter and darker move the HSL luminance with `a:lumMod` and `a:lumOff` (ECMA-376 Part 1, 20.1.2.3.20
and 21), as PowerPoint's colour picker does, so that a change of theme carries every colour of the
template with it.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping

THEME_COLOURS = (
    "dk1", "lt1", "dk2", "lt2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip

#: Masters and layouts name the four base colours through `p:clrMap` (19.3.1.6).
_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_MAPPED_DARK = {"dk1": "bg1", "lt1": "tx1", "dk2": "bg2", "lt2": "tx2"}

_NAMES = "|".join((*THEME_COLOURS, *_MAPPED.values()))
_SPEC = re.compile(rf"(?:([0-9A-Fa-f]{{6}})|({_NAMES})(?: (lighter|darker) (\d{{1,2}}))?)")


def map_colour(spec: str, dark: bool) -> str:
    """Name a base colour by what it is on a slide: on dark ground `dk1` is `bg1`; others as they are."""
    name, _, change = spec.partition(" ")
    mapped = (_MAPPED_DARK if dark else _MAPPED).get(name, name)
    return f"{mapped} {change}" if change else mapped


def map_palette(palette: Mapping[str, str], dark: bool) -> dict[str, str]:
    """Give a palette of theme colours with the four names that base colours have on a slide as well."""
    names = _MAPPED_DARK if dark else _MAPPED
    return {**palette, **{mapped: palette[name] for name, mapped in names.items()}}


def is_colour(spec: object) -> bool:
    """Tell whether `spec` is written as a colour may be."""
    return isinstance(spec, str) and _SPEC.fullmatch(spec) is not None


def spell_colour(spec: str) -> str:
    """Spell a colour as `a:srgbClr` or `a:schemeClr`."""
    found = _SPEC.fullmatch(spec)
    if found is None:
        raise ValueError(f"not a colour: {spec!r}")
    hexadecimal, name, direction, percent = found.groups()
    if hexadecimal:
        return f'<a:srgbClr val="{hexadecimal.upper()}"/>'
    name = _MAPPED.get(name, name)
    if not direction:
        return f'<a:schemeClr val="{name}"/>'
    change = f'<a:lumMod val="{(100 - int(percent)) * 1000}"/>'
    if direction == "lighter":
        change += f'<a:lumOff val="{int(percent) * 1000}"/>'
    return f'<a:schemeClr val="{name}">{change}</a:schemeClr>'


def fill(spec: str) -> str:
    """Spell a solid fill."""
    return f"<a:solidFill>{spell_colour(spec)}</a:solidFill>"


def resolve_colour(spec: str, palette: Mapping[str, str]) -> str:
    """Give the `RRGGBB` that is painted for a colour under a palette of theme colours."""
    found = _SPEC.fullmatch(spec)
    if found is None:
        raise ValueError(f"not a colour: {spec!r}")
    hexadecimal, name, direction, percent = found.groups()
    if hexadecimal:
        return hexadecimal.upper()
    rgb = palette[name]
    if not direction:
        return rgb.upper()
    hue, luminance, saturation = colorsys.rgb_to_hls(*(int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    luminance *= 1 - int(percent) / 100
    if direction == "lighter":
        luminance += int(percent) / 100
    return "".join(f"{round(c * 255):02X}" for c in colorsys.hls_to_rgb(hue, luminance, saturation))


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two `RRGGBB` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_relative_luminance(one), _relative_luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _relative_luminance(rgb: str) -> float:
    channels = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
