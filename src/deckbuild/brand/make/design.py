"""A brand's design as resolved from its `brand.toml`: all that the template generator is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from deckbuild.brand.brand_file import BrandFile
from deckbuild.brand.colour import THEME_COLOURS, map_colour
from deckbuild.brand.defaults import complete
from deckbuild.brand.keys import COLOUR_ROLES, COVER_ROLES, SLIDE_KINDS, TEXT_SIZES
from deckbuild.brand.make.logo import Logo, read_logo
from deckbuild.diagnostics import Collector
from deckbuild.units import from_points


@dataclass(frozen=True, slots=True)
class Fonts:
    """Typefaces: for Latin text, for code, for bullets; East Asian, complex, and by script."""

    heading: str
    heading_bold: bool
    body: str
    mono: str
    bullet: str
    ea: str
    cs: str
    scripts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BrandDesign:
    """A brand's design. Lengths are EMU, type sizes points, colours as `colour.py` reads them.

    `dark` says whether slides stand on the theme's dark colour; pages always stand on `page`. Without
    a `logo` (on pages' and slides' own ground) or a `reversed_logo` (on covers) the name is set in type.
    """

    name: str
    language: str
    slide_width: int
    slide_height: int
    dark: bool
    palette: Mapping[str, str]
    roles: Mapping[str, str]
    cover: Mapping[str, str]
    motif: str
    tiles: tuple[str, ...]
    fonts: Fonts
    sizes: Mapping[str, float]
    body_sizes: tuple[float, ...]
    notes_sizes: tuple[float, ...]
    logo: Logo | None
    reversed_logo: Logo | None
    logo_height: int
    cover_logo_height: int
    owner: str
    copyright: str
    table_style: str
    table_style_name: str
    layouts: Mapping[str, str]
    code: Mapping[str, str]


def read_design(file: BrandFile, collector: Collector) -> BrandDesign | None:
    """Resolve a brand's file and its logos to a design.

    None when a template cannot be made of it, which has been reported: `brand-incomplete`,
    `file-unreadable`, `path-outside-project`, `brand-value`.
    """
    own = Collector()
    if "palette.accent1" not in file.values:
        message = "A brand without a template of its own wants at least `accent1` under `[palette]`."
        own.report("brand-incomplete", file.locate("palette.accent1"), message)
    logo = read_logo(file, "logo.svg", "logo.png", own)
    reversed_logo = read_logo(file, "logo.reversed_svg", "logo.reversed_png", own)
    collector.extend(own)
    return None if own.has_errors else _resolve(complete(file.values), logo, reversed_logo)


def _resolve(values: Mapping[str, Any], logo: Logo | None, reversed_logo: Logo | None) -> BrandDesign:
    dark = values["slide.ground"] == "dark"
    return BrandDesign(
        name=values["name"],
        language=values["language"],
        slide_width=from_points(values["slide.width"]),
        slide_height=from_points(values["slide.height"]),
        dark=dark,
        palette={name: values[f"palette.{name}"] for name in THEME_COLOURS},
        roles={role: _map_role(role, values[f"palette.roles.{role}"], dark) for role in COLOUR_ROLES},
        cover={
            **{role: map_colour(values[f"cover.{role}"], dark) for role in COVER_ROLES},
            "link": values["cover.link"],
        },
        motif=values["cover.motif"],
        tiles=tuple(map_colour(colour, dark) for colour in values["cover.tiles"]),
        fonts=Fonts(
            heading=values["fonts.heading"],
            heading_bold=values["fonts.heading_weight"] == "bold",
            body=values["fonts.body"],
            mono=values["fonts.mono"],
            bullet=values["fonts.bullet"],
            ea=values["fonts.ea"],
            cs=values["fonts.cs"],
            scripts=values["fonts.scripts"],
        ),
        sizes={name: values[f"sizes.{name}"] for name in TEXT_SIZES},
        body_sizes=values["sizes.body"],
        notes_sizes=values["sizes.notes"],
        logo=logo,
        reversed_logo=reversed_logo,
        logo_height=from_points(values["logo.height"]),
        cover_logo_height=from_points(values["logo.cover_height"]),
        owner=values["footer.owner"],
        copyright=values["footer.copyright"],
        table_style=values["table.style"],
        table_style_name=values["table.name"],
        layouts={kind: values[f"layouts.{kind}"] for kind in SLIDE_KINDS},
        code={kind: map_colour(colour, dark) for kind, colour in values["code"].items()},
    )


def _map_role(role: str, colour: str, dark: bool) -> str:
    """Name a role's colour as it is called where it is used: pages are light even where slides are dark."""
    return map_colour(colour, dark and not role.startswith("page"))
