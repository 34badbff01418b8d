"""What the printed pages, notes and handouts, share: header and date above, footer and number below."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.brand.colour import fill
from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.footers import DATE_FIELD
from deckbuild.brand.make.master import spell_colour_map
from deckbuild.brand.make.shapes import ShapeTree, body_properties, preset
from deckbuild.brand.make.text import field, named_font, one_level, paragraph
from deckbuild.units import Box, from_points

#: `p:notesSz` as PowerPoint has it, in portrait.
PAGE_WIDTH, PAGE_HEIGHT = 6_858_000, 9_144_000
PAGE_MARGIN = from_points(54)

_LINE_HEIGHT = from_points(20)
_HEADER_TOP = from_points(28)
_FOOTER_TOP = PAGE_HEIGHT - from_points(46)
_WIDE, _NARROW = 0.72, 0.24


def spell_page_background(design: BrandDesign) -> str:
    """Spell the background of printed pages, which are light even where slides are dark."""
    page = fill(design.roles["page"])
    return f"<p:bg><p:bgPr>{page}<a:effectLst/></p:bgPr></p:bg>"


def spell_page_colour_map(design: BrandDesign) -> str:
    """Spell the colour map of printed pages; links made for dark slides take a dark colour here."""
    return spell_colour_map(dark=False, link="dk2" if design.dark else "")


def add_page_lines(
    tree: ShapeTree, design: BrandDesign, footer: str, number: str, indexes: Mapping[str, int]
) -> None:
    """Add header, date, footer and page number; `number` is a spelled paragraph.

    `indexes` gives `p:ph/@idx` of date (`dt`), footer (`ftr`) and number (`sldNum`).
    """
    width = PAGE_WIDTH - 2 * PAGE_MARGIN
    wide, narrow = round(width * _WIDE), round(width * _NARROW)
    right = PAGE_WIDTH - PAGE_MARGIN - narrow
    language = design.language
    lines = (
        ("Header Placeholder", 'type="hdr" sz="quarter"', PAGE_MARGIN, _HEADER_TOP, wide,
         paragraph("", language)),
        ("Date Placeholder", f'type="dt" sz="quarter" idx="{indexes["dt"]}"', right, _HEADER_TOP, narrow,
         field("datetimeFigureOut", DATE_FIELD, "Date", language)),
        ("Footer Placeholder", f'type="ftr" sz="quarter" idx="{indexes["ftr"]}"', PAGE_MARGIN, _FOOTER_TOP,
         wide, paragraph(footer, language)),
        ("Slide Number Placeholder", f'type="sldNum" sz="quarter" idx="{indexes["sldNum"]}"', right,
         _FOOTER_TOP, narrow, number),
    )  # fmt: skip
    for name, attributes, x, y, cx, paragraphs in lines:
        tree.placeholder(
            name,
            attributes,
            paragraphs,
            box=Box(x, y, cx, _LINE_HEIGHT),
            geometry=preset("rect"),
            body=body_properties(insets=(0, 0, 0, 0), anchor="ctr", autofit=False),
            style=one_level(
                design.sizes["footer"],
                design.roles["page_muted"],
                align="r" if x == right else "l",
                fonts=named_font(design.fonts.body),
            ),
        )
