"""The notes master (ECMA-376 Part 1, 19.3.1.27): a portrait page with the slide above its notes."""

from __future__ import annotations

from deckbuild.brand.colour import fill
from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.footers import SLIDE_NUMBER_FIELD, fill_copyright
from deckbuild.brand.make.master import level_prompts
from deckbuild.brand.make.pages import (
    PAGE_HEIGHT,
    PAGE_MARGIN,
    PAGE_WIDTH,
    add_page_lines,
    spell_page_background,
    spell_page_colour_map,
)
from deckbuild.brand.make.shapes import ShapeTree, body_properties, preset
from deckbuild.brand.make.text import bulleted_levels, field, named_font, paragraph, theme_fonts
from deckbuild.brand.make.xml import DECLARATION, NAMESPACES
from deckbuild.units import Box, from_points

_IMAGE_TOP = from_points(62)
_BODY_GAP = from_points(22)
_BODY_BOTTOM = PAGE_HEIGHT - from_points(62)


def spell_notes_master(design: BrandDesign) -> str:
    """Spell the notes master: header, date, slide image, notes (idx 1), footer, slide number."""
    tree = ShapeTree()
    width = PAGE_WIDTH - 2 * PAGE_MARGIN
    image = Box(PAGE_MARGIN, _IMAGE_TOP, width, round(width * design.slide_height / design.slide_width))
    add_page_lines(
        tree, design, fill_copyright(design), field("slidenum", SLIDE_NUMBER_FIELD, "‹#›", design.language),
        indexes={"dt": 2, "ftr": 4, "sldNum": 5},
    )  # fmt: skip
    tree.placeholder(
        "Slide Image Placeholder",
        'type="sldImg" idx="3"',
        paragraph("", design.language),
        box=image,
        geometry=preset("rect"),
        paint=f'<a:noFill/><a:ln w="9525">{fill(design.roles["page_rule"])}</a:ln>',
        body=body_properties(anchor="ctr", autofit=False),
        locks='noGrp="1" noRot="1" noChangeAspect="1"',
    )
    body_top = image.bottom + _BODY_GAP
    tree.placeholder(
        "Notes Placeholder",
        'type="body" sz="quarter" idx="1"',
        level_prompts(design.language),
        box=Box(PAGE_MARGIN, body_top, width, _BODY_BOTTOM - body_top),
        geometry=preset("rect"),
        body=body_properties(insets=(0, 0, 0, 0), anchor="t"),
        style=f"<a:lstStyle>{_spell_levels(design, named_font(design.fonts.body))}</a:lstStyle>",
    )
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld>"
        f"{spell_page_background(design)}{tree.spell()}</p:cSld><p:clrMap {spell_page_colour_map(design)}/>"
        f"<p:notesStyle>{_spell_levels(design, theme_fonts('mn'))}</p:notesStyle></p:notesMaster>"
    )


def _spell_levels(design: BrandDesign, fonts: str) -> str:
    return bulleted_levels(
        design.notes_sizes,
        design.roles["page_text"],
        design.roles["page_bullet"],
        design.fonts.bullet,
        step=14,
        space=5,
        fonts=fonts,
    )
