"""A brand's design as resolved from its `brand.toml`: all that the template generator is told."""

from __future__ import annotations

import re
import struct
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckbuild.brand.colour import THEME_COLOURS, is_colour
from deckbuild.units import from_points

#: Roles that masters, layouts and the table style paint with, under `[palette.roles]`.
COLOUR_ROLES = (
    "text", "title", "muted", "strong", "accent", "rule", "bullet", "panel", "code_panel", "band",
    "band_text", "badge", "badge_text", "table_header", "table_header_text", "table_band", "table_rule",
)  # fmt: skip

#: Roles on the title slide and section headers, under `[cover]`, beside `link` and `tiles`.
COVER_ROLES = ("start", "end", "text", "muted", "accent")

#: Type sizes in points; `body` and `notes` have nine, a level each.
TEXT_SIZES = (
    "title", "heading", "caption", "table", "code", "quotation", "attribution", "statement",
    "statement_title", "badge", "cover_title", "cover_subtitle", "cover_details", "section_title",
    "section_subtitle", "footer", "slide_number",
)  # fmt: skip

#: Slide kinds, in the order of their layouts in the template.
SLIDE_KINDS = (
    "title", "section", "text", "columns", "comparison", "text-picture", "picture", "quotation",
    "quotation-picture", "table", "code", "title-only", "lab", "blank", "statement",
)  # fmt: skip

_GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")


class DesignError(ValueError):
    """A `brand.toml` that no template can be made from; `problems` names all that is wrong with it."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Logo:
    """One drawing of the logo: its SVG, the PNG for readers that draw no SVG, and the PNG's pixels."""

    svg: bytes
    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Fonts:
    """Typefaces: for Latin text, for code, for bullets; East Asian, complex, and by script."""

    heading: str
    body: str
    mono: str
    bullet: str
    ea: str
    cs: str
    scripts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BrandDesign:
    """A brand's design. Lengths are EMU, type sizes points, colours as `colour.py` reads them."""

    name: str
    language: str
    slide_width: int
    slide_height: int
    palette: Mapping[str, str]
    roles: Mapping[str, str]
    cover: Mapping[str, str]
    tiles: tuple[str, ...]
    fonts: Fonts
    sizes: Mapping[str, float]
    body_sizes: tuple[float, ...]
    notes_sizes: tuple[float, ...]
    logo: Logo
    reversed_logo: Logo
    logo_height: int
    cover_logo_height: int
    owner: str
    copyright: str
    table_style: str
    table_style_name: str
    layouts: Mapping[str, str]


def read_design(path: Path) -> BrandDesign:
    """Read a `brand.toml` and the logo files beside it.

    Raises `DesignError` with every missing or wrong entry, and with what is wrong if the file is
    unreadable.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DesignError([f"{path.name}: {error}"]) from error
    reader = _Reader(entries, path.parent)
    design = _resolve(reader)
    if reader.problems:
        raise DesignError(reader.problems)
    return design


def _resolve(read: _Reader) -> BrandDesign:
    return BrandDesign(
        name=read.text("name"),
        language=read.text("language"),
        slide_width=from_points(read.number("slide.width")),
        slide_height=from_points(read.number("slide.height")),
        palette={name: read.palette_colour(name) for name in THEME_COLOURS},
        roles={role: read.role(f"palette.roles.{role}") for role in COLOUR_ROLES},
        cover={
            **{role: read.colour(f"cover.{role}") for role in COVER_ROLES},
            "link": read.theme_colour("cover.link"),
        },
        tiles=read.colours("cover.tiles"),
        fonts=Fonts(
            heading=read.text("fonts.heading"),
            body=read.text("fonts.body"),
            mono=read.text("fonts.mono"),
            bullet=read.text("fonts.bullet"),
            ea=read.text("fonts.ea"),
            cs=read.text("fonts.cs"),
            scripts=read.texts("fonts.scripts"),
        ),
        sizes={name: read.number(f"sizes.{name}") for name in TEXT_SIZES},
        body_sizes=read.nine_sizes("sizes.body"),
        notes_sizes=read.nine_sizes("sizes.notes"),
        logo=read.logo("logo.svg", "logo.png"),
        reversed_logo=read.logo("logo.reversed_svg", "logo.reversed_png"),
        logo_height=from_points(read.number("logo.height")),
        cover_logo_height=from_points(read.number("logo.cover_height")),
        owner=read.text("footer.owner"),
        copyright=read.text("footer.copyright"),
        table_style=read.guid("table.style"),
        table_style_name=read.text("table.name"),
        layouts={kind: read.text(f"layouts.{kind}") for kind in SLIDE_KINDS},
    )


class _Reader:
    """Takes entries out of the parsed file by dotted key; notes what is wrong and goes on."""

    def __init__(self, entries: Mapping[str, Any], folder: Path) -> None:
        self.problems: list[str] = []
        self._entries = entries
        self._folder = folder

    def text(self, key: str) -> str:
        value = self._find(key)
        if not isinstance(value, str):
            self._report(key, "a text")
            return ""
        return value

    def texts(self, key: str) -> Mapping[str, str]:
        value = self._find(key)
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            self._report(key, "a table of texts")
            return {}
        return value

    def number(self, key: str) -> float:
        value = self._find(key)
        if not _is_positive(value):
            self._report(key, "a number of points above 0")
            return 1
        return float(value)

    def nine_sizes(self, key: str) -> tuple[float, ...]:
        value = self._find(key)
        if not isinstance(value, list) or len(value) != 9 or not all(map(_is_positive, value)):
            self._report(key, "nine sizes in points, one a level")
            return (1.0,) * 9
        return tuple(map(float, value))

    def palette_colour(self, name: str) -> str:
        value = self._find(f"palette.{name}")
        if not isinstance(value, str) or not re.fullmatch("[0-9A-Fa-f]{6}", value):
            self._report(f"palette.{name}", "six hexadecimal digits, RRGGBB")
            return "000000"
        return value.upper()

    def theme_colour(self, key: str) -> str:
        value = self._find(key)
        if value not in THEME_COLOURS:
            self._report(key, 'the name of a theme colour such as "lt1"')
            return "lt1"
        return str(value)

    def role(self, key: str) -> str:
        value = self._find(key)
        if not is_colour(value) or " " in value:
            self._report(key, 'a colour such as "0E6E68" or "accent1"')
            return "dk1"
        return str(value)

    def colour(self, key: str) -> str:
        value = self._find(key)
        if not is_colour(value):
            self._report(key, 'a colour such as "0E6E68", "accent1" or "accent1 lighter 40"')
            return "dk1"
        return str(value)

    def colours(self, key: str) -> tuple[str, ...]:
        value = self._find(key)
        if not isinstance(value, list) or len(value) < 3 or not all(map(is_colour, value)):
            self._report(key, "a list of at least three colours")
            return ("dk1",) * 3
        return tuple(value)

    def guid(self, key: str) -> str:
        value = self._find(key)
        if not isinstance(value, str) or not _GUID.fullmatch(value):
            self._report(key, "a GUID in braces and capitals")
            return ""
        return value

    def logo(self, svg_key: str, png_key: str) -> Logo:
        png = self._file(png_key)
        if png[:8] != b"\x89PNG\r\n\x1a\n" or png[12:16] != b"IHDR":
            if png:
                self._report(png_key, "the name of a PNG file")
            return Logo(b"", b"", 1, 1)
        width, height = struct.unpack(">II", png[16:24])
        return Logo(self._file(svg_key), png, width, height)

    def _file(self, key: str) -> bytes:
        name = self.text(key)
        try:
            return (self._folder / name).read_bytes() if name else b""
        except OSError as error:
            self.problems.append(f"{key}: cannot read {name}: {error.strerror}")
            return b""

    def _find(self, key: str) -> Any:
        value: Any = self._entries
        for part in key.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def _report(self, key: str, wanted: str) -> None:
        self.problems.append(f"{key}: missing or not {wanted}")


def _is_positive(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0
