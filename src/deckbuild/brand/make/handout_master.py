"""The handout master (ECMA-376 Part 1, 19.3.1.24): the lines around printed slides."""

from __future__ import annotations

from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.footers import SLIDE_NUMBER_FIELD, fill_copyright
from deckbuild.brand.make.pages import add_page_lines, spell_page_background, spell_page_colour_map
from deckbuild.brand.make.shapes import ShapeTree
from deckbuild.brand.make.text import field
from deckbuild.brand.make.xml import DECLARATION, NAMESPACES


def spell_handout_master(design: BrandDesign) -> str:
    """Spell the handout master: header, date, footer, page number."""
    tree = ShapeTree()
    add_page_lines(
        tree, design, fill_copyright(design), field("slidenum", SLIDE_NUMBER_FIELD, "‹#›", design.language),
        indexes={"dt": 1, "ftr": 2, "sldNum": 3},
    )  # fmt: skip
    return (
        f"{DECLARATION}<p:handoutMaster {NAMESPACES}><p:cSld>"
        f"{spell_page_background(design)}{tree.spell()}</p:cSld>"
        f"<p:clrMap {spell_page_colour_map(design)}/></p:handoutMaster>"
    )
