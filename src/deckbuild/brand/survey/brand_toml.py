"""A `brand.toml` for a template: its layouts as mapped, its colours, fonts and sizes as found."""

from __future__ import annotations

import json
from collections.abc import Iterator

from deckbuild.brand.colour import THEME_COLOURS, contrast
from deckbuild.brand.derive import derive_brand
from deckbuild.brand.mapping import MappedLayout
from deckbuild.template import Placeholder, Template, TemplateLayout
from deckbuild.units import to_points

from .describe import Mapped, typeface


def write_brand_toml(template: Template, mapped: Mapped, name: str, file: str) -> str:
    """Return the text of a brand's file; `file` is the template's name beside it."""
    layout = template.layouts[mapped["text"].layout_index]
    theme = template.themes[layout.master]
    colors = dict(theme.colors)
    dark = _is_dark(layout.background)
    brand = derive_brand(template, b"", name, name)
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
        "# What is painted with which colour: the theme's where they can be read on the slides' ground.",
        "[palette.roles]",
        *(f'{role} = "{color}"' for role, color in brand.palette.items()),
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
        f"copyright = {_quote(brand.footer)}",
        f"owner = {_quote(name)}",
        "",
        *_table(template),
        *_layouts(template, mapped),
        "# Pygments token types; a type without an entry takes its parent's colour.",
        "[code]",
        *(f'"{kind}" = "{color}"' for kind, color in brand.code_colors.items()),
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


def _table(template: Template) -> Iterator[str]:
    if template.table_styles:
        yield "# The style of tables: the template's own for new ones."
        yield "[table]"
        yield f'style = "{template.table_styles[0]}"'
        yield ""


def _layouts(template: Template, mapped: Mapped) -> Iterator[str]:
    """Give the layout of each kind; one composed is said, not written: a layout may yet be made for it.

    Nor is a name that several layouts have.
    """
    yield "# Which layout a kind of slide takes, and why. A kind that is left out is mapped as here."
    yield "[layouts]"
    for kind, found in mapped.items():
        yield from _layout(kind, found, template)
    yield ""


def _layout(kind: str, found: MappedLayout, template: Template) -> Iterator[str]:
    name = template.layouts[found.layout_index].name
    names = [layout.name.casefold() for layout in template.layouts]
    is_clear = bool(name.strip()) and names.count(name.casefold()) == 1
    yield f"# {' '.join(found.reason.split())}"
    yield f"{'' if is_clear and not found.composed else '# '}{kind} = {_quote(name)}"
