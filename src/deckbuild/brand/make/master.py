"""The slide master (ECMA-376 Part 1, 19.3.1.42): what every slide inherits."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.brand.colour import fill
from deckbuild.brand.make.design import BrandDesign, Logo
from deckbuild.brand.make.footers import FooterBoxes, add_placed_footers, arrange_footers
from deckbuild.brand.make.grid import Grid
from deckbuild.brand.make.shapes import ShapeTree, body_properties, preset
from deckbuild.brand.make.text import (
    LEVEL_ATTRIBUTES,
    bulleted_levels,
    paragraph,
    theme_fonts,
    unstyled_levels,
)
from deckbuild.brand.make.xml import DECLARATION, NAMESPACES, centipoints
from deckbuild.units import Box

#: Units of the grid: where titles end and bodies begin, on every layout that has both.
TITLE_TOP, TITLE_BOTTOM = 26, 100
BODY_TOP, BODY_BOTTOM = 122, 476
FOOTER_RULE = 494
_MARK_WIDTH, _MARK_HEIGHT = 54, 9
_FOOTER_MIDDLE = 512

LINK_MAP = 'hlink="hlink" folHlink="folHlink"'
COLOUR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    f'accent4="accent4" accent5="accent5" accent6="accent6" {LINK_MAP}'
)
_LEVEL_PROMPTS = ("Text", "Second level", "Third level", "Fourth level", "Fifth level")


def spell_plain_background() -> str:
    """Spell the background of masters: the theme's first, in the light colour."""
    return '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'


def level_prompts(language: str) -> str:
    """Spell the prompt text of a body, a paragraph a level."""
    return "".join(paragraph(text, language, level) for level, text in enumerate(_LEVEL_PROMPTS))


def place_logo(logo: Logo, height: int, x: int, middle: int) -> Box:
    """Give the box of a logo of a height, from its left edge and the middle of its height."""
    return Box(x, middle - height // 2, round(height * logo.width / logo.height), height)


def arrange_master_footers(design: BrandDesign, grid: Grid) -> FooterBoxes:
    """Share the master's footer row: it begins right of the logo."""
    logo = place_logo(design.logo, design.logo_height, grid.margin, 0)
    return arrange_footers(grid, logo.right + grid.unit(24), grid.width - grid.margin)


def spell_master(design: BrandDesign, layout_ids: Sequence[tuple[int, str]], png_id: str, svg_id: str) -> str:
    """Spell the slide master; `layout_ids` are the layouts' ids and relationships, in order."""
    grid = Grid(design.slide_width, design.slide_height)
    listed = "".join(f'<p:sldLayoutId id="{number}" r:id="{relation}"/>' for number, relation in layout_ids)
    return (
        f'{DECLARATION}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld>'
        f"{spell_plain_background()}{_draw(design, grid, png_id, svg_id).spell()}</p:cSld>"
        f"<p:clrMap {COLOUR_MAP}/><p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        f"<p:txStyles>{_spell_text_styles(design)}</p:txStyles></p:sldMaster>"
    )


def _draw(design: BrandDesign, grid: Grid, png_id: str, svg_id: str) -> ShapeTree:
    tree, roles, language = ShapeTree(), design.roles, design.language
    mark = Box(grid.margin, 0, grid.unit(_MARK_WIDTH), grid.unit(_MARK_HEIGHT))
    tree.fill_rectangle("Page Mark", mark, fill(roles["accent"]))
    rule = Box(grid.margin, grid.unit(FOOTER_RULE), grid.width - 2 * grid.margin, grid.unit(0.75))
    tree.fill_rectangle("Footer Rule", rule, fill(roles["rule"]))
    logo = place_logo(design.logo, design.logo_height, grid.margin, grid.unit(_FOOTER_MIDDLE))
    tree.picture("Logo", design.name, logo, png_id, svg_id)
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
    roles = design.roles
    body = bulleted_levels(
        design.body_sizes, roles["text"], roles["bullet"], design.fonts.bullet, step=20, space=9
    )
    return (
        f'<p:titleStyle><a:lvl1pPr algn="l" {LEVEL_ATTRIBUTES}>'
        '<a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{centipoints(design.sizes["title"])}" b="1" kern="1200">{fill(roles["title"])}'
        f"{theme_fonts('mj')}</a:defRPr></a:lvl1pPr></p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{unstyled_levels()}</p:otherStyle>"
    )
