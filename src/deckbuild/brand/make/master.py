"""The slide master (ECMA-376 Part 1, 19.3.1.42): what every slide inherits."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.brand.colour import fill
from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.footers import FooterBoxes, add_placed_footers, arrange_footers
from deckbuild.brand.make.grid import Grid
from deckbuild.brand.make.logo import Logo, wordmark_size
from deckbuild.brand.make.shapes import ShapeTree, body_properties, preset
from deckbuild.brand.make.text import (
    LEVEL_ATTRIBUTES,
    bulleted_levels,
    paragraph,
    theme_fonts,
    unstyled_levels,
)
from deckbuild.brand.make.xml import DECLARATION, NAMESPACES, centipoints, escape_text
from deckbuild.units import Box

#: Units of the grid: where titles end and bodies begin, on every layout that has both.
TITLE_TOP, TITLE_BOTTOM = 26, 100
BODY_TOP, BODY_BOTTOM = 122, 476
FOOTER_RULE = 494
_MARK_WIDTH, _MARK_HEIGHT = 54, 9
_FOOTER_MIDDLE = 512

_BASES = {
    False: 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
    True: 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
}
_LEVEL_PROMPTS = ("Text", "Second level", "Third level", "Fourth level", "Fifth level")


def spell_colour_map(dark: bool, link: str = "") -> str:
    """Spell the attributes of a `p:clrMap` (19.3.1.6) for dark or light ground.

    `link` is the theme colour that links are painted in, in place of the theme's own for links.
    """
    accents = " ".join(f'accent{number}="accent{number}"' for number in range(1, 7))
    return f'{_BASES[dark]} {accents} hlink="{link or "hlink"}" folHlink="{link or "folHlink"}"'


def spell_plain_background() -> str:
    """Spell the background of slides: the theme's first, in the ground's colour."""
    return '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'


def level_prompts(language: str) -> str:
    """Spell the prompt text of a body, a paragraph a level."""
    return "".join(paragraph(text, language, level) for level, text in enumerate(_LEVEL_PROMPTS))


def place_logo(design: BrandDesign, logo: Logo | None, height: int, x: int, middle: int) -> Box:
    """Give the box of a logo of a height, or of the name set in type, from its left edge and its middle."""
    if logo is None:
        width = wordmark_size(design.name, design.fonts.heading, height)[1]
    else:
        width = round(height * logo.width / logo.height)
    return Box(x, middle - height // 2, width, height)


def add_logo(tree: ShapeTree, design: BrandDesign, box: Box, colour: str, png_id: str, svg_id: str) -> None:
    """Add the logo in its box, or without a file for it the brand's name in a colour."""
    if png_id:
        tree.picture("Logo", design.name, box, png_id, svg_id)
        return
    size, _ = wordmark_size(design.name, design.fonts.heading, box.cy)
    properties = f'<a:rPr lang="{design.language}" sz="{centipoints(size)}" b="1">'
    properties += f"{fill(colour)}{theme_fonts('mj')}</a:rPr>"
    tree.write("Logo", box, f"<a:p><a:r>{properties}<a:t>{escape_text(design.name)}</a:t></a:r></a:p>")


def arrange_master_footers(design: BrandDesign, grid: Grid) -> FooterBoxes:
    """Share the master's footer row: it begins right of the logo."""
    logo = place_logo(design, design.logo, design.logo_height, grid.margin, 0)
    return arrange_footers(grid, logo.right + grid.unit(24), grid.width - grid.margin)


def spell_master(design: BrandDesign, layout_ids: Sequence[tuple[int, str]], png_id: str, svg_id: str) -> str:
    """Spell the slide master; `layout_ids` are the layouts' ids and relationships, in order."""
    grid = Grid(design.slide_width, design.slide_height)
    listed = "".join(f'<p:sldLayoutId id="{number}" r:id="{relation}"/>' for number, relation in layout_ids)
    return (
        f'{DECLARATION}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld>'
        f"{spell_plain_background()}{_draw(design, grid, png_id, svg_id).spell()}</p:cSld>"
        f"<p:clrMap {spell_colour_map(design.dark)}/><p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        f"<p:txStyles>{_spell_text_styles(design)}</p:txStyles></p:sldMaster>"
    )


def _draw(design: BrandDesign, grid: Grid, png_id: str, svg_id: str) -> ShapeTree:
    tree, roles, language = ShapeTree(), design.roles, design.language
    if design.motif != "arcs":
        mark = Box(grid.margin, 0, grid.unit(_MARK_WIDTH), grid.unit(_MARK_HEIGHT))
        tree.fill_rectangle("Page Mark", mark, fill(roles["accent"]))
    rule = Box(grid.margin, grid.unit(FOOTER_RULE), grid.width - 2 * grid.margin, grid.unit(0.75))
    tree.fill_rectangle("Footer Rule", rule, fill(roles["rule"]))
    logo = place_logo(design, design.logo, design.logo_height, grid.margin, grid.unit(_FOOTER_MIDDLE))
    add_logo(tree, design, logo, roles["strong"], png_id, svg_id)
    tree.placeholder(
        "Title Placeholder",
        'type="title"',
        paragraph("Title", language),
        box=grid.box(TITLE_TOP, TITLE_BOTTOM),
        geometry=preset("rect"),
        body=body_properties(insets=(0, 0, 0, 0), anchor="b"),
    )
    tree.placeholder(
        "Text Placeholder",
        'type="body" idx="1"',
        level_prompts(language),
        box=grid.box(BODY_TOP, BODY_BOTTOM),
        geometry=preset("rect"),
        body=body_properties(insets=(0, 0, 0, 0), anchor="t"),
    )
    add_placed_footers(tree, design, arrange_master_footers(design, grid), roles["muted"], roles["strong"])
    return tree


def _spell_text_styles(design: BrandDesign) -> str:
    roles, weight = design.roles, int(design.fonts.heading_bold)
    body = bulleted_levels(
        design.body_sizes, roles["text"], roles["bullet"], design.fonts.bullet, step=20, space=9
    )
    return (
        f'<p:titleStyle><a:lvl1pPr algn="l" {LEVEL_ATTRIBUTES}>'
        '<a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{centipoints(design.sizes["title"])}" b="{weight}" kern="1200">'
        f"{fill(roles['title'])}{theme_fonts('mj')}</a:defRPr></a:lvl1pPr></p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{unstyled_levels()}</p:otherStyle>"
    )
