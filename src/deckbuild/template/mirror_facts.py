"""The mirror image of a template's facts: layout works from left to right, whatever its template is for."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.units import Box

from .facts import Placeholder, Template, TextLevel

_OTHER = {"l": "r", "r": "l"}


def mirror_facts(template: Template) -> Template:
    """Return the facts with all places and alignments mirrored; the package stays as it is."""
    width, page = template.slide_size[0], template.notes_size[0]
    layouts = tuple(
        layout._replace(
            placeholders=_mirror_all(layout.placeholders, width),
            obstacles=tuple(_mirror_box(box, width) for box in layout.obstacles),
        )
        for layout in template.layouts
    )
    return template._replace(
        layouts=layouts,
        notes=_mirror_all(template.notes, page),
        masters=tuple(_mirror_all(placeholders, width) for placeholders in template.masters),
    )


def _mirror_all(placeholders: tuple[Placeholder, ...], width: int) -> tuple[Placeholder, ...]:
    return tuple(_mirror(placeholder, width) for placeholder in placeholders)


def _mirror(placeholder: Placeholder, width: int) -> Placeholder:
    left, top, right, bottom = placeholder.insets
    return replace(
        placeholder,
        box=_mirror_box(placeholder.box, width),
        levels=tuple(map(_mirror_level, placeholder.levels)),
        insets=(right, top, left, bottom),
    )


def _mirror_level(level: TextLevel) -> TextLevel:
    return level._replace(align=_OTHER.get(level.align, level.align))


def _mirror_box(box: Box, width: int) -> Box:
    return Box(width - box.right, box.y, box.cx, box.cy)
