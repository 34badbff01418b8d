"""What a ``brand.toml`` need not say: everything but its name and its first colours.

Colours are chosen by the ground of the slides, light or dark, and kept readable on it: a brand that says
nothing of a colour shall not have to repair it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .colour import THEME_COLOURS, contrast, resolve_colour

_READABLE = 7.0

_ALWAYS: dict[str, Any] = {
    "language": "en-US",
    "slide.width": 960.0,
    "slide.height": 540.0,
    "slide.ground": "light",
    "logo.height": 20.0,
    "logo.cover_height": 32.0,
    "cover.motif": "none",
    "fonts.heading": "Calibri",
    "fonts.body": "Calibri",
    "fonts.mono": "Courier New",
    "fonts.bullet": "Arial",
    "fonts.heading_weight": "bold",
    "fonts.ea": "",
    "fonts.cs": "",
    "sizes.title": 32.0,
    "sizes.body": (22.0, 20.0, 18.0, 16.0, 16.0, 14.0, 14.0, 14.0, 14.0),
    "sizes.heading": 20.0,
    "sizes.caption": 14.0,
    "sizes.table": 16.0,
    "sizes.code": 16.0,
    "sizes.quotation": 30.0,
    "sizes.attribution": 18.0,
    "sizes.statement": 40.0,
    "sizes.statement_title": 20.0,
    "sizes.badge": 20.0,
    "sizes.cover_title": 46.0,
    "sizes.cover_subtitle": 24.0,
    "sizes.cover_details": 16.0,
    "sizes.section_title": 40.0,
    "sizes.section_subtitle": 24.0,
    "sizes.footer": 10.0,
    "sizes.slide_number": 11.0,
    "sizes.notes": (12.0, 12.0, *(11.0,) * 7),
    "footer.copyright": "",
    "footer.owner": "",
    "table.style": "{8A1D3C52-6B0E-4F7A-9C41-5E2B7D90A6F3}",
    "layouts.title": "Title Slide",
    "layouts.section": "Section Header",
    "layouts.text": "Title and Content",
    "layouts.columns": "Two Content",
    "layouts.comparison": "Comparison",
    "layouts.text-picture": "Content and Picture",
    "layouts.picture": "Picture",
    "layouts.quotation": "Quotation",
    "layouts.quotation-picture": "Quotation and Picture",
    "layouts.table": "Table",
    "layouts.code": "Code",
    "layouts.title-only": "Title Only",
    "layouts.lab": "Lab",
    "layouts.blank": "Blank",
    "layouts.statement": "Statement",
}
_SCRIPTS = {
    "Jpan": "Yu Gothic", "Hang": "Malgun Gothic", "Hans": "Microsoft YaHei", "Hant": "Microsoft JhengHei",
    "Arab": "Arial", "Hebr": "Arial", "Thai": "Leelawadee UI",
}  # fmt: skip
_ACCENTS = {
    False: {"lt1": "FFFFFF", "dk1": "1F2529", "accent3": "2C6C9F", "accent4": "6C5594", "accent5": "7A5C0C",
            "accent6": "56656B", "hlink": "0A5C9E", "folHlink": "6A4A8C"},
    True: {"lt1": "F4F5F6", "dk1": "14181C", "accent3": "8CBCE0", "accent4": "C0ACE6", "accent5": "DDBC6A",
           "accent6": "AEB9BE", "hlink": "9CCBF0", "folHlink": "CDB4EE"},
}  # fmt: skip
_ROLES = {
    "text": "tx1", "title": "tx2", "strong": "accent1", "accent": "accent2", "bullet": "accent1",
    "panel": "bg2", "code_panel": "bg2", "band": "accent1", "band_text": "bg1", "badge": "accent2",
    "badge_text": "bg1", "table_header": "accent1", "table_header_text": "bg1", "table_band": "bg2",
    "page_text": "dk1", "page_highlight": "FFE79A",
}  # fmt: skip
_ROLES_BY_GROUND = {
    False: {"muted": "tx1 lighter 30", "rule": "bg1 darker 25", "table_rule": "bg1 darker 25",
            "highlight": "FFE79A", "page": "lt1", "page_muted": "dk1 lighter 30", "page_strong": "accent1",
            "page_rule": "lt1 darker 25", "page_bullet": "accent1"},
    True: {"muted": "tx1 darker 25", "rule": "bg1 lighter 30", "table_rule": "bg1 lighter 30",
           "highlight": "57440D", "page": "FFFFFF", "page_muted": "dk1 lighter 30", "page_strong": "dk1",
           "page_rule": "BFBFBF", "page_bullet": "dk1 lighter 30"},
}  # fmt: skip
_COVER = {
    False: {"start": "tx2", "end": "accent1 darker 40", "text": "bg1", "muted": "bg1 darker 10",
            "accent": "accent2 lighter 60", "link": "lt1"},
    True: {"start": "bg1", "end": "bg2", "text": "tx1", "muted": "tx1 darker 15", "accent": "accent1",
           "link": "accent1"},
}  # fmt: skip
_TILES = ("accent1", "accent1 darker 25", "accent1 lighter 40", "accent2")
_CODE_FAMILIES = {
    "Text": "text", "Comment": "quiet", "Comment.Preproc": "constant", "Keyword": "keyword",
    "Keyword.Constant": "constant", "Keyword.Type": "type", "Operator": "text", "Operator.Word": "keyword",
    "Punctuation": "text", "Name.Builtin": "type", "Name.Function": "name", "Name.Class": "name",
    "Name.Decorator": "constant", "Name.Exception": "string", "Name.Namespace": "name",
    "Name.Tag": "keyword", "Name.Attribute": "type", "Name.Variable": "constant",
    "Literal.String": "string", "Literal.Number": "constant", "Generic.Heading": "name",
    "Generic.Prompt": "quiet", "Generic.Output": "text", "Generic.Deleted": "string",
    "Generic.Inserted": "keyword", "Generic.Error": "string", "Error": "string",
}  # fmt: skip
_CODE = {
    False: {"quiet": "56616A", "constant": "5F4A86", "keyword": "0B524E", "type": "215177",
            "name": "0A4F88", "string": "8A3810"},
    True: {"quiet": "B4BCC2", "constant": "CDBBF0", "keyword": "8FD6C8", "type": "9CCBF0",
           "name": "F0D48A", "string": "F2B79A"},
}  # fmt: skip


def code_colours(dark: bool, text: str = "tx1") -> dict[str, str]:
    """Return a colour for each kind of token, made for a panel on light or on dark ground."""
    families = {**_CODE[dark], "text": text}
    return {kind: families[family] for kind, family in _CODE_FAMILIES.items()}


def complete(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a brand's checked entries with everything that they do not say.

    ``palette.accent1`` and ``name`` must be there.
    """
    dark = values.get("slide.ground") == "dark"
    name = values["name"]
    colours = _complete_palette(values, dark)
    return {
        **_ALWAYS,
        "footer.owner": name,
        "table.name": f"{name} Table",
        "fonts.scripts": _SCRIPTS,
        "code": code_colours(dark),
        "cover.tiles": _TILES,
        **{f"palette.roles.{role}": colour for role, colour in {**_ROLES, **_ROLES_BY_GROUND[dark]}.items()},
        **{f"cover.{role}": colour for role, colour in _COVER[dark].items()},
        **({"pictures.mat": "lt1"} if dark else {}),
        **values,
        **{f"palette.{colour}": rgb for colour, rgb in colours.items()},
    }


def _complete_palette(values: Mapping[str, Any], dark: bool) -> dict[str, str]:
    """Return all twelve theme colours, those not given made from the first accent and the two grounds."""
    given = {name: values[f"palette.{name}"] for name in THEME_COLOURS if f"palette.{name}" in values}
    palette: dict[str, str] = {**_ACCENTS[dark], **given}
    ground = palette["dk1" if dark else "lt1"]
    palette.setdefault("accent2", palette["accent5"])
    if dark:
        palette.setdefault("dk2", resolve_colour("dk1 lighter 10", palette))
        palette.setdefault("lt2", _readable("lt1 darker 10", palette, ground))
    else:
        palette.setdefault("dk2", _readable("accent1 darker 40", palette, ground))
        palette.setdefault("lt2", resolve_colour("accent1 lighter 90", palette))
    return palette


def _readable(wish: str, palette: Mapping[str, str], ground: str) -> str:
    """Return a colour as wished, as far on from the ground as large text wants it."""
    name, direction, percent = wish.split(" ")
    for amount in range(int(percent), 100, 5):
        rgb = resolve_colour(f"{name} {direction} {amount}", palette)
        if contrast(rgb, ground) >= _READABLE:
            return rgb
    return resolve_colour(name, palette)
