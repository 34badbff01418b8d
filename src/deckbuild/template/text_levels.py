"""Resolving how the nine list levels of a placeholder look (ECMA-376 Part 1, 21.1.2.4.12 to 21.1.2.4.24).

What a level does not say is said by the next of its sources: the layout's placeholder, the master's,
the master's text style for its type, the presentation's default text style.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .drawing import find, percentage
from .facts import TextLevel, Theme
from .theme import read_color

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_DEFAULT_SIZE = 18.0  # ECMA-376 Part 1, 21.1.2.3.9: sz


def resolve_levels(
    sources: Sequence[_Element], theme: Theme, override: Mapping[str, str]
) -> tuple[TextLevel, ...]:
    """Resolve nine levels from list styles, the nearest first; `override` is a layout's colour map."""
    colors = dict(theme.colors)
    levels = []
    for number in range(1, LEVELS + 1):
        found = [find(source, f"lvl{number}pPr") for source in sources]
        levels.append(
            resolve_level([element for element in found if element is not None], theme, colors, override)
        )
    return tuple(levels)


def resolve_level(
    paragraphs: Sequence[_Element], theme: Theme, colors: Mapping[str, str], override: Mapping[str, str]
) -> TextLevel:
    """Resolve one level from the `a:lvlNpPr` of its sources."""
    runs = [run for run in (find(paragraph, "defRPr") for paragraph in paragraphs) if run is not None]
    size = _attribute(runs, "sz")
    before_points, before_percent = _spacing(paragraphs, "spcBef")
    after_points, after_percent = _spacing(paragraphs, "spcAft")
    line_points, line_spacing = _spacing(paragraphs, "lnSpc")
    return TextLevel(
        size=int(size) / 100 if size else _DEFAULT_SIZE,
        bold=_attribute(runs, "b") in ("1", "true"),
        italic=_attribute(runs, "i") in ("1", "true"),
        font=_font(runs, theme),
        color=_color(runs, colors, override),
        align=_attribute(paragraphs, "algn") or "l",
        margin_left=int(_attribute(paragraphs, "marL") or 0),
        indent=int(_attribute(paragraphs, "indent") or 0),
        bullet=_bullet(paragraphs),
        bullet_font=_bullet_font(paragraphs),
        bullet_color=_bullet_color(paragraphs, colors, override),
        bullet_size=_bullet_size(paragraphs),
        space_before_points=before_points,
        space_before_percent=before_percent,
        space_after_points=after_points,
        space_after_percent=after_percent,
        line_spacing=line_spacing or 1.0,
        line_points=line_points or None,
        caps=_attribute(runs, "cap") in ("all", "small"),
        spacing=_points(_attribute(runs, "spc")),
        margin_right=int(_attribute(paragraphs, "marR") or 0),
    )


def _points(hundredths: str | None) -> float:
    """Give ST_TextPoint as points; a length with a unit, which Office never writes, as none."""
    try:
        return int(hundredths or 0) / 100
    except ValueError:
        return 0.0


def _attribute(elements: Sequence[_Element], name: str) -> str | None:
    """Give an attribute of the first element that has it."""
    return next((value for element in elements if (value := element.get(name)) is not None), None)


def _spacing(paragraphs: Sequence[_Element], name: str) -> tuple[float, float]:
    """Give a spacing element's points and fraction of a line; one of them is 0, both when nobody says."""
    for paragraph in paragraphs:
        spacing = find(paragraph, name)
        if spacing is None:
            continue
        points, percent = find(spacing, "spcPts"), find(spacing, "spcPct")
        if points is not None:
            return int(points.get("val", "0")) / 100, 0.0
        if percent is not None:
            return 0.0, percentage(percent.get("val", "0"))
    return 0.0, 0.0


def _font(runs: Sequence[_Element], theme: Theme) -> str:
    """Give the Latin typeface, with the theme's in place of a reference to it."""
    for run in runs:
        latin = find(run, "latin")
        typeface = None if latin is None else latin.get("typeface")
        if typeface:
            return {"+mj-lt": theme.major_font, "+mn-lt": theme.minor_font}.get(typeface, typeface)
    return theme.minor_font


def _color(runs: Sequence[_Element], colors: Mapping[str, str], override: Mapping[str, str]) -> str:
    for run in runs:
        fill = find(run, "solidFill")
        if fill is not None:
            return read_color(fill, colors, override) or "tx1"
    return override.get("tx1", "tx1")


def _bullet(paragraphs: Sequence[_Element]) -> str:
    """Give the bullet's character, "#" for a number; a picture bullet counts as a character's."""
    for paragraph in paragraphs:
        for element in paragraph:
            kind = str(element.tag).rpartition("}")[2]
            if kind == "buNone":
                return ""
            if kind == "buChar":
                return element.get("char") or ""
            if kind == "buAutoNum":
                return "#"
            if kind == "buBlip":
                return "\u2022"
    return ""


def _bullet_font(paragraphs: Sequence[_Element]) -> str:
    """Give the typeface of bullets, "" for the text's own."""
    for paragraph in paragraphs:
        if find(paragraph, "buFontTx") is not None:
            return ""
        font = find(paragraph, "buFont")
        if font is not None:
            return font.get("typeface") or ""
    return ""


def _bullet_color(
    paragraphs: Sequence[_Element], colors: Mapping[str, str], override: Mapping[str, str]
) -> str:
    """Give the colour of bullets, "" for the text's own."""
    for paragraph in paragraphs:
        if find(paragraph, "buClrTx") is not None:
            return ""
        color = find(paragraph, "buClr")
        if color is not None:
            return read_color(color, colors, override) or ""
    return ""


def _bullet_size(paragraphs: Sequence[_Element]) -> float:
    """Give the size of bullets as a fraction of the text's; one in points counts as the text's own."""
    for paragraph in paragraphs:
        if find(paragraph, "buSzTx") is not None or find(paragraph, "buSzPts") is not None:
            return 1.0
        size = find(paragraph, "buSzPct")
        if size is not None:
            return percentage(size.get("val", "100000"))
    return 1.0
