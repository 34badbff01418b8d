"""What a company wants of its decks, resolved: the layouts for each kind of slide, colours, words, sizes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from deckbuild.named_tuple import NamedTuple

if TYPE_CHECKING:
    from deckbuild.fonts.named import NamedFonts
    from deckbuild.template import Template

SlideKind = Literal[
    "title",
    "section",
    "text",
    "columns",
    "comparison",
    "text-picture",
    "picture",
    "quotation",
    "quotation-picture",
    "table",
    "code",
    "title-only",
    "lab",
    "blank",
    "statement",
]


class MinimumSizes(NamedTuple):
    """The smallest type the brand allows, in points."""

    body: float = 14
    table: float = 11
    code: float = 10
    title: float = 24


class PictureTreatment(NamedTuple):
    """How a brand wants pictures: with a hairline around them, with rounded corners, on a colour.

    ``mat`` is the colour that shows through where a picture is transparent, None for the slide's own.
    """

    frame: bool = False
    rounded: bool = False
    mat: str | None = None


class Brand(NamedTuple):
    """A brand.

    ``layouts`` maps a kind of slide to the name of a layout of the template; kinds that it lacks are
    mapped by what the layouts are. ``palette`` maps the brand's roles to theme colour names, such names
    with a change (``accent1 darker 25``), or RRGGBB. ``code_colors`` maps Pygments token types
    (``Keyword``, ``Name.Function``) to colours. ``table_style`` is a table style's id, None for the
    template's default. ``footer`` is a pattern with the fields ``{year}``, ``{owner}``, ``{title}``.
    ``words`` are the brand's own fixed words by language. ``code_wrap`` says that lines of code too long for
    a slide may be wrapped without a warning, ``notes_required`` that every slide is to have notes. ``fonts``
    measures typefaces whose files the brand names, ``scripts`` are the brand's own typefaces by script
    (ISO 15924).
    """

    name: str
    template: bytes
    layouts: Mapping[SlideKind, str]
    palette: Mapping[str, str]
    mono_font: str
    code_colors: Mapping[str, str]
    table_style: str | None
    footer: str
    owner: str
    minimum: MinimumSizes
    words: Mapping[str, Mapping[str, str]]
    pictures: PictureTreatment
    code_wrap: bool = False
    notes_required: bool = False
    fonts: NamedFonts | None = None
    scripts: Mapping[str, str] | None = None


def complete_brand(brand: Brand, template: Template) -> Brand:
    """Return a brand whose file names few colours with those of its template's theme for the rest."""
    if "panel" in brand.palette and "muted" in brand.palette:
        return brand
    from .derive import derive_palette
    from .mapping import map_layouts

    layout = template.layouts[map_layouts(template)["text"].layout_index]
    return brand._replace(palette={**derive_palette(template, layout), **brand.palette})
