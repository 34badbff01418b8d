"""A template's facts, and what each layout is used for, as plain values for JSON."""

from __future__ import annotations

from typing import Any

from deckbuild.brand.brand import SlideKind
from deckbuild.brand.mapping import MappedLayout
from deckbuild.template import Placeholder, Template, Theme
from deckbuild.units import to_points

Mapped = dict[SlideKind, MappedLayout]


def describe_template(template: Template, mapped: Mapped) -> dict[str, Any]:
    """Return all that is known of a template; lengths and type sizes in points."""
    kinds = kinds_by_layout(mapped)
    return {
        "slide_size": [round(to_points(side), 2) for side in template.slide_size],
        "masters": [_describe_theme(theme) for theme in template.themes],
        "layouts": [
            {
                "name": layout.name,
                "type": layout.type,
                "master": layout.master + 1,
                "background": layout.background,
                "used_for": kinds.get(index, []),
                "placeholders": [
                    _describe_placeholder(each, template.themes[layout.master])
                    for each in layout.placeholders
                ],
            }
            for index, layout in enumerate(template.layouts)
        ],
        "slide_kinds": {kind: _describe_kind(found, template) for kind, found in mapped.items()},
        "table_styles": list(template.table_styles),
    }


def kinds_by_layout(mapped: Mapped) -> dict[int, list[SlideKind]]:
    """Return the kinds of slide that each layout is used for, by its index."""
    kinds: dict[int, list[SlideKind]] = {}
    for kind, found in mapped.items():
        kinds.setdefault(found.layout_index, []).append(kind)
    return kinds


def typeface(name: str, theme: Theme) -> str:
    """Return the typeface that a theme font's name (`+mn-lt`) stands for, others as they are."""
    return {"+mn-lt": theme.minor_font, "+mj-lt": theme.major_font}.get(name, name)


def _describe_theme(theme: Theme) -> dict[str, Any]:
    scheme = {name: color for name, color in theme.colors if name not in ("tx1", "bg1", "tx2", "bg2")}
    mapped = {name: color for name, color in theme.colors if name in ("tx1", "bg1", "tx2", "bg2")}
    return {
        "theme": theme.name,
        "heading_font": theme.major_font,
        "body_font": theme.minor_font,
        "colors": scheme,
        "text_and_ground": mapped,
    }


def _describe_placeholder(placeholder: Placeholder, theme: Theme) -> dict[str, Any]:
    level = placeholder.levels[0]
    return {
        "type": placeholder.type,
        "index": placeholder.index,
        "name": placeholder.name,
        "box": [round(to_points(length), 1) for length in placeholder.box],
        "size": level.size,
        "font": typeface(level.font, theme),
        "color": level.color,
        "autofit": placeholder.autofit,
    }


def _describe_kind(found: MappedLayout, template: Template) -> dict[str, Any]:
    return {
        "layout": template.layouts[found.layout_index].name,
        "layout_number": found.layout_index + 1,
        "composed": found.composed,
        "reason": found.reason,
        "placeholders": {
            role: [{"type": each.type, "index": each.index} for each in placeholders]
            for role, placeholders in found.placeholders.items()
            if placeholders
        },
    }
