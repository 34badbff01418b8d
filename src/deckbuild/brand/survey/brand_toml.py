"""A `brand.toml` for a template: its layouts as mapped, its colours, fonts and sizes as found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from deckbuild.brand.colour import THEME_COLOURS, contrast, resolve_colour
from deckbuild.brand.defaults import code_colours
from deckbuild.brand.mapping import MappedLayout
from deckbuild.template import Placeholder, Template, TemplateLayout
from deckbuild.units import to_points

from .describe import Mapped, typeface

_READABLE = 4.5


def write_brand_toml(template: Template, mapped: Mapped, name: str, file: str) -> str:
    """Return the text of a brand's file; `file` is the template's name beside it."""
    layout = template.layouts[mapped["text"].layout_index]
    theme = template.themes[layout.master]
    colors = dict(theme.colors)
    dark = _is_dark(layout.background)
    body, title = _text_of(layout), _title_of(layout)
    sizes = [level.size for level in body.levels] if body else [18.0] * 9
    lines = [
        f"# {name}: made from {file}, to be edited. docs/brand.md explains every table.",
        f"name = {_quote(name)}",
        f"template = {_quote(file)}",
        "",
        "[slide]",
        f"width = {to_points(template.slide_size[0]):g}",
        f"height = {to_points(template.slide_size[1]):g}",
        f'ground = "{"dark" if dark else "light"}"',
        "",
        "# As found in the theme. The template has the last word: these count when `template` is taken out.",
        "[palette]",
        *(f'{color} = "{colors[color]}"' for color in THEME_COLOURS),
        "",
        "# What is painted with which colour, the first ones that can be read on the slides' ground.",
        "[palette.roles]",
        *(f'{role} = "{color}"' for role, color in _roles(colors, layout.background, dark).items()),
        "",
        "[fonts]",
        f"heading = {_quote(typeface(title.levels[0].font, theme) if title else theme.major_font)}",
        f"body = {_quote(typeface(body.levels[0].font, theme) if body else theme.minor_font)}",
        'mono = "Courier New"',
        "",
        "[sizes]",
        f"title = {title.levels[0].size if title else 32:g}",
        f"body = [{', '.join(f'{size:g}' for size in sizes)}]",
        "",
        "# The smallest type that fitting may go down to, in points.",
        "[minimum]",
        f"body = {min(14.0, sizes[0]):g}",
        "table = 11",
        "code = 10",
        f"title = {min(24.0, title.levels[0].size if title else 24.0):g}",
        "",
        "# {year}, {owner} and {title} are filled in.",
        "[footer]",
        'copyright = ""',
        f"owner = {_quote(name)}",
        "",
        *_table(template),
        *_layouts(template, mapped),
        "# Pygments token types; a type without an entry takes its parent's colour.",
        "[code]",
        *(f'"{kind}" = "{color}"' for kind, color in code_colours(dark).items()),
        "",
    ]
    return "\n".join(lines)


def _quote(text: str) -> str:
    """Return a TOML basic string, whose escapes are JSON's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _is_dark(background: str) -> bool:
    return contrast(background, "FFFFFF") > contrast(background, "000000")


def _text_of(layout: TemplateLayout) -> Placeholder | None:
    texts = [each for each in layout.placeholders if each.type in ("obj", "body")]
    return max(texts, key=lambda each: each.box.cx * each.box.cy, default=None)


def _title_of(layout: TemplateLayout) -> Placeholder | None:
    return next((each for each in layout.placeholders if each.type in ("title", "ctrTitle")), None)


def _roles(colors: Mapping[str, str], background: str, dark: bool) -> dict[str, str]:
    """Return roles that can be read: text, headings, the warm accent, captions, panels."""
    panel = (
        "bg2"
        if _can_be_read(colors["tx1"], [colors["bg2"]])
        else "bg1 lighter 10"
        if dark
        else "bg1 darker 5"
    )
    grounds = [background, *([colors["bg2"]] if panel == "bg2" else [])]
    strong, accent = (_readable_variant(name, colors, grounds, dark) for name in ("accent1", "accent2"))
    header = strong if _can_be_read(resolve_colour(strong, colors), [colors["bg1"]]) else "tx1"
    return {
        "text": "tx1",
        "title": "tx1",
        "muted": "tx1",
        "strong": strong,
        "accent": accent,
        "rule": "bg1 lighter 30" if dark else "bg1 darker 25",
        "panel": panel,
        "code_panel": panel,
        "highlight": "6B5410" if dark else "FFE79A",
        "table_header": header,
        "table_header_text": "bg1",
    }


def _readable_variant(name: str, colors: Mapping[str, str], grounds: list[str], dark: bool) -> str:
    """Return a theme colour as it is, else as little changed as reading wants, else the colour of text."""
    changes = ("", *(f" {'lighter' if dark else 'darker'} {percent}" for percent in (25, 40, 50, 60, 75)))
    for change in changes:
        if _can_be_read(resolve_colour(name + change, colors), grounds):
            return name + change
    return "tx1"


def _can_be_read(color: str, grounds: list[str]) -> bool:
    return all(contrast(color, ground) >= _READABLE for ground in grounds)


def _table(template: Template) -> Iterator[str]:
    if template.table_styles:
        yield "# The style of tables: the template's own for new ones."
        yield "[table]"
        yield f'style = "{template.table_styles[0]}"'
        yield ""


def _layouts(template: Template, mapped: Mapped) -> Iterator[str]:
    """Give the layout of each kind; one composed is said, not written: a layout may yet be made for it."""
    yield "# Which layout a kind of slide takes, and why. A kind that is left out is mapped as here."
    yield "[layouts]"
    for kind, found in mapped.items():
        yield from _layout(kind, found, template)
    yield ""


def _layout(kind: str, found: MappedLayout, template: Template) -> Iterator[str]:
    name = template.layouts[found.layout_index].name
    yield f"# {' '.join(found.reason.split())}"
    yield f"{'# ' if found.composed or not name.strip() else ''}{kind} = {_quote(name)}"
