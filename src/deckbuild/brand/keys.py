"""The keys of a ``brand.toml``: what each may hold, and the words for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .colour import THEME_COLOURS, is_colour
from .words import WORD_FIELDS

#: Roles that masters, layouts and the table style paint with, under `[palette.roles]`. Those that begin
#: with `page` are for what is printed, notes and handouts.
COLOUR_ROLES = (
    "text", "title", "muted", "strong", "accent", "rule", "bullet", "panel", "code_panel", "band",
    "band_text", "badge", "badge_text", "table_header", "table_header_text", "table_band", "table_rule",
    "highlight", "page", "page_text", "page_muted", "page_strong", "page_rule", "page_bullet",
    "page_highlight",
)  # fmt: skip

#: Roles on the title slide and section headers, under `[cover]`, beside `link`, `tiles` and `motif`.
COVER_ROLES = ("start", "end", "text", "muted", "accent")

#: What is drawn on covers, statements and quotations.
MOTIFS = ("leaves", "arcs", "none")

#: Type sizes in points; `body` and `notes` have nine, a level each.
TEXT_SIZES = (
    "title", "heading", "caption", "table", "code", "quotation", "attribution", "statement",
    "statement_title", "badge", "cover_title", "cover_subtitle", "cover_details", "section_title",
    "section_subtitle", "footer", "slide_number",
)  # fmt: skip

#: Styles of a typeface that files may be named for.
FONT_STYLES = ("regular", "bold", "italic", "bold_italic")

#: Slide kinds, in the order of their layouts in a template that is made.
SLIDE_KINDS = (
    "title", "section", "text", "columns", "comparison", "text-picture", "picture", "quotation",
    "quotation-picture", "table", "code", "title-only", "lab", "blank", "statement",
)  # fmt: skip

Kind = tuple[Callable[[Any], Any], str]
"""A function that gives a good value and None for any other, and what is wanted, in words."""

_GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_FIELD = re.compile(r"\{(.*?)\}")


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _points(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 < value <= 4000 else None


def _nine_sizes(value: Any) -> tuple[float, ...] | None:
    sizes = [_points(size) for size in value] if isinstance(value, list) else []
    return tuple(size for size in sizes if size) if len(sizes) == 9 and None not in sizes else None


def _palette_colour(value: Any) -> str | None:
    is_rgb = isinstance(value, str) and re.fullmatch("#?[0-9A-Fa-f]{6}", value)
    return value.lstrip("#").upper() if is_rgb else None


def _colour(value: Any) -> str | None:
    written = value.removeprefix("#") if isinstance(value, str) else None
    return written if is_colour(written) else None


def _colours(value: Any) -> tuple[str, ...] | None:
    colours = [_colour(colour) for colour in value] if isinstance(value, list) else []
    return tuple(colour for colour in colours if colour) if colours and None not in colours else None


def _footer(value: Any) -> str | None:
    known = isinstance(value, str) and set(_FIELD.findall(value)) <= {"year", "owner", "title"}
    return value if known else None


def _one_of(*choices: str) -> Kind:
    return (lambda value: value if value in choices else None), f"one of {', '.join(choices)}"


def _words(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _font_files(value: Any) -> dict[str, str] | None:
    files = {"regular": value} if isinstance(value, str) else value
    if not isinstance(files, dict) or not files or not set(files) <= set(FONT_STYLES):
        return None
    return files if all(isinstance(file, str) and file.strip() for file in files.values()) else None


TEXT: Kind = (_text, "text")
NAME: Kind = (_name, "text that is not empty")
FILE: Kind = (_name, "the name of a file")
POINTS: Kind = (_points, "a number of points above 0")
COLOUR: Kind = (_colour, "a colour such as `0E6E68`, `accent1` or `accent1 lighter 40`")
_NINE: Kind = (_nine_sizes, "nine sizes in points, one a level")
_YES_NO: Kind = ((lambda value: value if isinstance(value, bool) else None), "true or false")

KEYS: dict[str, Kind] = {
    "name": NAME,
    "language": (
        (lambda value: value if isinstance(value, str) and _LANGUAGE.fullmatch(value) else None),
        "a language tag, such as en-US or de",
    ),
    "template": FILE,
    "slide.width": POINTS,
    "slide.height": POINTS,
    "slide.ground": _one_of("light", "dark"),
    **dict.fromkeys(("logo.svg", "logo.png", "logo.reversed_svg", "logo.reversed_png"), FILE),
    "logo.height": POINTS,
    "logo.cover_height": POINTS,
    **{f"palette.{name}": (_palette_colour, "six hexadecimal digits, RRGGBB") for name in THEME_COLOURS},
    **{f"palette.roles.{role}": COLOUR for role in COLOUR_ROLES},
    **{f"cover.{role}": COLOUR for role in COVER_ROLES},
    "cover.link": (
        (lambda value: value if value in THEME_COLOURS else None),
        "the name of a theme colour such as `lt1`",
    ),
    "cover.tiles": (_colours, "a list of colours"),
    "cover.motif": _one_of(*MOTIFS),
    **dict.fromkeys(("fonts.heading", "fonts.body", "fonts.mono", "fonts.bullet"), NAME),
    "fonts.heading_weight": _one_of("bold", "regular"),
    **dict.fromkeys(("fonts.ea", "fonts.cs"), TEXT),
    **{f"sizes.{size}": POINTS for size in TEXT_SIZES},
    "sizes.body": _NINE,
    "sizes.notes": _NINE,
    **{f"minimum.{size}": POINTS for size in ("body", "table", "code", "title")},
    "footer.copyright": (_footer, "text with no other fields than {year}, {owner} and {title}"),
    "footer.owner": TEXT,
    "table.style": (
        (lambda value: value.upper() if isinstance(value, str) and _GUID.fullmatch(value) else None),
        "the GUID of a table style, in braces",
    ),
    "table.name": NAME,
    "code_block.wrap": _YES_NO,
    "notes.required": _YES_NO,
    "pictures.frame": _YES_NO,
    "pictures.corners": _one_of("square", "rounded"),
    "pictures.mat": COLOUR,
    **{f"layouts.{kind}": NAME for kind in SLIDE_KINDS},
}
"""Each key by its dotted name, `palette.roles.text`."""

_FONT_FILES: Kind = (
    _font_files,
    f"the name of a font file, or a table with some of {', '.join(FONT_STYLES)}",
)

OPEN_TABLES: dict[str, Kind] = {"fonts.scripts": NAME, "fonts.files": _FONT_FILES, "code": COLOUR}
"""Tables with any keys, and what each of these may hold."""

WORD_KEYS: dict[str, Kind] = dict.fromkeys(WORD_FIELDS, (_words, "text"))
"""The keys of `[words.<language>]`."""

TABLES = {
    "words",
    *OPEN_TABLES,
    *(key.rpartition(".")[0] for key in KEYS if "." in key),
}
"""All tables there may be, but those in `[words]`."""
