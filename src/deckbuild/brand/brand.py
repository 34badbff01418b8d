"""What a company wants of its decks, resolved: the layouts for each kind of slide, colours, words, sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class MinimumSizes:
    """The smallest type the brand allows, in points."""

    body: float = 14
    table: float = 11
    code: float = 10
    title: float = 24


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand.

    ``layouts`` maps a kind of slide to the name of a layout of the template. ``palette`` maps the
    brand's roles to theme colour names or RRGGBB. ``code_colors`` maps Pygments token types
    (``Keyword``, ``Name.Function``) to colours. ``table_style`` is a table style's id, None for the
    template's default. ``footer`` is a pattern with the fields ``{year}``, ``{owner}``, ``{title}``.
    """

    name: str
    template: bytes
    layouts: dict[SlideKind, str]
    palette: dict[str, str]
    mono_font: str
    code_colors: dict[str, str]
    table_style: str | None
    footer: str
    owner: str
    minimum: MinimumSizes
