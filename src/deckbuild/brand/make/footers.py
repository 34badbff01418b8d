"""The date, footer and slide number placeholders, alike on master and layouts."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.grid import Grid
from deckbuild.brand.make.shapes import ShapeTree, body_properties, preset
from deckbuild.brand.make.text import field, one_level, paragraph
from deckbuild.units import Box

#: Fields need an id that says nothing; PowerPoint writes the same for all slide numbers of a file.
SLIDE_NUMBER_FIELD = "{5A3C8F70-1B7D-4E0B-9D52-6F2B1C0E7A41}"
DATE_FIELD = "{3D6E1A94-7C25-4B8F-8A03-91E4D2B7C650}"

_TOP, _BOTTOM = 500, 524


@dataclass(frozen=True, slots=True)
class FooterBoxes:
    """Where the footer, the date and the slide number stand."""

    footer: Box
    date: Box
    number: Box


def arrange_footers(grid: Grid, left: int, right: int) -> FooterBoxes:
    """Share the footer row from `left` to `right` (EMU): copyright line, date, slide number."""
    y = grid.unit(_TOP)
    height = grid.unit(_BOTTOM) - y
    number, date, gap = grid.unit(44), grid.unit(96), grid.unit(12)
    date_left = right - number - gap - date
    return FooterBoxes(
        footer=Box(left, y, date_left - gap - left, height),
        date=Box(date_left, y, date, height),
        number=Box(right - number, y, number, height),
    )


def fill_copyright(design: BrandDesign) -> str:
    """Give the copyright line with its owner; `{year}` is left for the deck to fill in."""
    return design.copyright.replace("{owner}", design.owner)


def add_footers(tree: ShapeTree, design: BrandDesign) -> None:
    """Add a layout's footers as they are on the master."""
    _add(tree, design, None, "", "")


def add_placed_footers(
    tree: ShapeTree, design: BrandDesign, boxes: FooterBoxes, colour: str, number_colour: str
) -> None:
    """Add footers with a place and a colour of their own."""
    _add(tree, design, boxes, colour, number_colour)


def _add(
    tree: ShapeTree, design: BrandDesign, boxes: FooterBoxes | None, colour: str, number_colour: str
) -> None:
    language, sizes = design.language, design.sizes
    kinds = (
        ("Date Placeholder", 'type="dt" sz="half" idx="10"', "date", "r", sizes["footer"], None,
         field("datetimeFigureOut", DATE_FIELD, "Date", language)),
        ("Footer Placeholder", 'type="ftr" sz="quarter" idx="11"', "footer", "l", sizes["footer"], None,
         paragraph(fill_copyright(design), language)),
        ("Slide Number Placeholder", 'type="sldNum" sz="quarter" idx="12"', "number", "r",
         sizes["slide_number"], True, field("slidenum", SLIDE_NUMBER_FIELD, "‹#›", language)),
    )  # fmt: skip
    for name, attributes, place, align, size, bold, paragraphs in kinds:
        if boxes is None:
            tree.placeholder(name, attributes, paragraphs)
            continue
        tree.placeholder(
            name,
            attributes,
            paragraphs,
            box=getattr(boxes, place),
            geometry=preset("rect"),
            body=body_properties(insets=(0, 0, 0, 0), anchor="ctr", autofit=False),
            style=one_level(size, number_colour if place == "number" else colour, align=align, bold=bold),
        )
