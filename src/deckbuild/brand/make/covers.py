"""The full-bleed layouts: title slide and section header, with the brand's motif."""

from __future__ import annotations

from deckbuild.brand.colour import spell_colour
from deckbuild.brand.make.canvas import Canvas
from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.footers import add_placed_footers, arrange_footers
from deckbuild.brand.make.master import add_logo, place_logo, spell_colour_map
from deckbuild.brand.make.motifs import motif_of, motif_side
from deckbuild.units import Box


def spell_cover_background(design: BrandDesign) -> str:
    """Spell the background of title slide and section header: a gradient between the cover colours."""
    start, end = (spell_colour(design.cover[role]) for role in ("start", "end"))
    return (
        '<p:bg><p:bgPr><a:gradFill rotWithShape="1"><a:gsLst>'
        f'<a:gs pos="0">{start}</a:gs><a:gs pos="100000">{end}</a:gs></a:gsLst>'
        '<a:lin ang="2700000" scaled="0"/></a:gradFill><a:effectLst/></p:bgPr></p:bg>'
    )


def spell_cover_mapping(design: BrandDesign) -> str:
    """Spell the colour mapping of the covers: the master's, but links in a colour for dark ground.

    A hyperlink is painted in the theme's `hlink` whatever its run says, so only a mapping can
    change it; a slide on such a layout repeats the layout's mapping.
    """
    return f"<a:overrideClrMapping {spell_colour_map(design.dark, design.cover['link'])}/>"


def draw_title_slide(canvas: Canvas, png_id: str, svg_id: str) -> None:
    """Draw the title slide: logo, title, subtitle, details (author, link, date), motif."""
    cover = canvas.design.cover
    motif_of(canvas).title_slide(canvas)
    width = _text_width(canvas, 2 if canvas.grid.is_wide else 1)
    _add_logo(canvas, png_id, svg_id)
    canvas.add_title(
        box=_text_box(canvas, 120, 292, width),
        size="cover_title",
        colour=cover["text"],
        anchor="b",
        kind="ctrTitle",
    )
    canvas.add_text(
        1,
        "Subtitle",
        _text_box(canvas, 306, 376, width),
        "cover_subtitle",
        cover["muted"],
        kind="subTitle",
    )
    canvas.add_text(
        13, "Author, link, date", _text_box(canvas, 404, 484, width), "cover_details", cover["text"],
        space=4, anchor="b",
    )  # fmt: skip
    _add_footers(canvas, width)


def draw_section_header(canvas: Canvas, png_id: str, svg_id: str) -> None:
    """Draw the section header: logo, title and subtitle, motif."""
    cover, grid = canvas.design.cover, canvas.grid
    motif_of(canvas).section_header(canvas)
    width = _text_width(canvas, 1)
    _add_logo(canvas, png_id, svg_id)
    canvas.add_title(
        box=_text_box(canvas, 140, 280, width),
        size="section_title",
        colour=cover["text"],
        anchor="b",
    )
    rule = Box(grid.margin, grid.unit(293), grid.unit(72), grid.unit(4))
    canvas.fill("Rule", rule, cover["accent"])
    canvas.add_text(1, "Subtitle", _text_box(canvas, 312, 420, width), "section_subtitle", cover["muted"])
    _add_footers(canvas, width)


def _text_width(canvas: Canvas, columns: int) -> int:
    """Return the width that the motif leaves; one without a picture takes no columns."""
    grid = canvas.grid
    columns = columns if canvas.design.motif != "none" else 0
    return grid.width - columns * motif_side(canvas) - grid.margin - grid.unit(40)


def _text_box(canvas: Canvas, top: float, bottom: float, width: int) -> Box:
    whole = canvas.grid.box(top, bottom)
    return Box(whole.x, whole.y, width, whole.cy)


def _add_logo(canvas: Canvas, png_id: str, svg_id: str) -> None:
    design, grid = canvas.design, canvas.grid
    box = place_logo(design, design.reversed_logo, design.cover_logo_height, grid.margin, grid.unit(60))
    add_logo(canvas.tree, design, box, design.cover["text"], png_id, svg_id)


def _add_footers(canvas: Canvas, width: int) -> None:
    left, muted = canvas.grid.margin, canvas.design.cover["muted"]
    boxes = arrange_footers(canvas.grid, left, left + width)
    add_placed_footers(canvas.tree, canvas.design, boxes, muted, muted)
