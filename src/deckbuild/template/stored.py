"""A compiled template as bytes for the cache: its facts as JSON, then the base package."""

from __future__ import annotations

import json
import zlib
from typing import Any

from deckbuild.units import Box

from .facts import Placeholder, Template, TemplateLayout, TextLevel, Theme

_COMPILER = 4  # to be raised when the compiler finds other facts in the same file
_FIELDS = "|".join(
    ",".join(names)
    for names in (
        TextLevel._fields,
        Placeholder.__slots__,
        TemplateLayout._fields,
        Theme._fields,
        Template._fields,
    )
)
_HEADER = b"deckbuild template %d.%08x\n" % (_COMPILER, zlib.crc32(_FIELDS.encode()))
"""First line of a stored template: the compiler's version and the shape of the facts."""


def dump_template(template: Template) -> bytes:
    """Write a template as bytes that `load_template` reads."""
    numbers: dict[TextLevel, int] = {}

    def dump_placeholders(placeholders: tuple[Placeholder, ...]) -> list[Any]:
        return [
            [p.type, p.index, p.name, [p.box.x, p.box.y, p.box.cx, p.box.cy],
             [numbers.setdefault(level, len(numbers)) for level in p.levels], p.insets, p.anchor, p.autofit,
             p.turned, p.text, False, p.fill, p.odd_flow]
            for p in placeholders
        ]  # fmt: skip

    facts = {
        "digest": template.digest,
        "slide_size": template.slide_size,
        "notes_size": template.notes_size,
        "layouts": [
            [
                x.name,
                x.type,
                x.part,
                x.master,
                dump_placeholders(x.placeholders),
                x.color_map,
                x.background,
                x.obstacles,
            ]
            for x in template.layouts
        ],
        "masters": [dump_placeholders(placeholders) for placeholders in template.masters],
        "themes": [
            [theme.colors, theme.major_font, theme.minor_font, theme.name, theme.bare]
            for theme in template.themes
        ],
        "notes": dump_placeholders(template.notes),
        "table_styles": template.table_styles,
        "rtl": template.rtl,
        "levels": [[getattr(level, name) for name in TextLevel._fields] for level in numbers],
    }
    text = json.dumps(facts, separators=(",", ":")).encode()
    body = len(text).to_bytes(4, "big") + text + template.base
    return _HEADER + zlib.crc32(body).to_bytes(4, "big") + body


def load_template(data: bytes, digest: str) -> Template | None:
    """Read what `dump_template` wrote for the file of that digest.

    None for bytes of another version or another file, and for ones that were cut or changed.
    """
    start = len(_HEADER)
    body = memoryview(data)[start + 4 :]
    if not data.startswith(_HEADER) or zlib.crc32(body) != int.from_bytes(data[start : start + 4], "big"):
        return None
    end = 4 + int.from_bytes(body[:4], "big")
    facts = json.loads(bytes(body[4:end]))
    if facts["digest"] != digest:
        return None
    levels = [TextLevel(*values) for values in facts["levels"]]

    def load_placeholders(entries: list[Any]) -> tuple[Placeholder, ...]:
        return tuple(
            Placeholder(kind, index, name, Box(*box), tuple([levels[n] for n in own]), tuple(insets), *rest)
            for kind, index, name, box, own, insets, *rest in entries
        )

    def load_layout(entry: list[Any]) -> TemplateLayout:
        name, kind, part, master, placeholders, color_map, background, obstacles = entry
        boxes = tuple(Box(*box) for box in obstacles)
        own = load_placeholders(placeholders)
        return TemplateLayout(name, kind, part, master, own, _pairs(color_map), background, boxes)

    return Template(
        digest=digest,
        slide_size=tuple(facts["slide_size"]),
        notes_size=tuple(facts["notes_size"]),
        layouts=tuple(map(load_layout, facts["layouts"])),
        themes=tuple(Theme(_pairs(colors), *rest) for colors, *rest in facts["themes"]),
        notes=load_placeholders(facts["notes"]),
        table_styles=tuple(facts["table_styles"]),
        base=bytes(body[end:]),
        masters=tuple(map(load_placeholders, facts["masters"])),
        rtl=facts["rtl"],
    )


def _pairs(entries: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in entries)
