"""The slide layouts (ECMA-376 Part 1, 19.3.1.39): one drawing function a slide kind."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.brand.make.canvas import Canvas
from deckbuild.brand.make.covers import (
    draw_section_header,
    draw_title_slide,
    spell_cover_background,
    spell_cover_mapping,
)
from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.lab import draw_lab
from deckbuild.brand.make.master import BODY_BOTTOM, BODY_TOP, FOOTER_RULE, TITLE_BOTTOM, TITLE_TOP
from deckbuild.brand.make.motifs import motif_of
from deckbuild.brand.make.xml import DECLARATION, NAMESPACES, escape_text
from deckbuild.units import Box

#: Units of the grid: the caption line, and the foot of what stands above it.
_CAPTION_TOP, _ABOVE_CAPTION = 440, 430
#: ECMA-376 Part 1, 19.7.15, where one of its types fits the kind.
_TYPES = {
    "title": "title", "section": "secHead", "text": "obj", "columns": "twoObj",
    "comparison": "twoTxTwoObj", "title-only": "titleOnly", "blank": "blank",
}  # fmt: skip
#: Kinds that stand on a cover and bring their own logo.
COVER_KINDS = ("title", "section")


def spell_layout(design: BrandDesign, kind: str, png_id: str, svg_id: str) -> str:
    """Spell the layout of a slide kind; the ids are the reversed logo's, for the covers."""
    canvas = Canvas(design)
    background, attributes, mapping = "", "", "<a:masterClrMapping/>"
    if kind in COVER_KINDS:
        draw_cover = draw_title_slide if kind == "title" else draw_section_header
        draw_cover(canvas, png_id, svg_id)
        background, attributes = spell_cover_background(design), ' showMasterSp="0"'
        mapping = spell_cover_mapping(design)
    else:
        _DRAWINGS[kind](canvas)
        canvas.add_footers()
    own = f' type="{_TYPES[kind]}"' if kind in _TYPES else ' userDrawn="1"'
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES}{attributes}{own} preserve="1">'
        f'<p:cSld name="{escape_text(design.layouts[kind])}">{background}{canvas.tree.spell()}</p:cSld>'
        f"<p:clrMapOvr>{mapping}</p:clrMapOvr></p:sldLayout>"
    )


def _draw_text(canvas: Canvas) -> None:
    canvas.add_title()
    canvas.add_content(1)


def _draw_columns(canvas: Canvas) -> None:
    canvas.add_title()
    canvas.add_content(1, canvas.grid.box(BODY_TOP, BODY_BOTTOM, 0, 6), half=True)
    canvas.add_content(2, canvas.grid.box(BODY_TOP, BODY_BOTTOM, 6, 6), half=True)


def _draw_comparison(canvas: Canvas) -> None:
    canvas.add_title()
    for start, index, role in ((0, 1, "strong"), (6, 3, "accent")):
        rule = canvas.grid.box(158, 160.5, start, 6)
        canvas.fill("Heading Rule", rule, canvas.roles[role])
        canvas.add_text(
            index,
            "Heading",
            canvas.grid.box(BODY_TOP, 154, start, 6),
            "heading",
            canvas.roles[role],
            bold=True,
            anchor="b",
        )
        canvas.add_content(index + 1, canvas.grid.box(174, BODY_BOTTOM, start, 6), half=True)


def _draw_text_picture(canvas: Canvas) -> None:
    canvas.add_title()
    canvas.add_content(1, canvas.grid.box(BODY_TOP, BODY_BOTTOM, 0, 7), half=True)
    canvas.add_picture(13, canvas.grid.box(BODY_TOP, _ABOVE_CAPTION, 7, 5))
    canvas.add_caption(14, canvas.grid.box(_CAPTION_TOP, BODY_BOTTOM, 7, 5))


def _draw_picture(canvas: Canvas) -> None:
    canvas.add_title()
    canvas.add_picture(13, canvas.grid.box(BODY_TOP, _ABOVE_CAPTION))
    canvas.add_caption(14, canvas.grid.box(_CAPTION_TOP, BODY_BOTTOM))


def _draw_quotation(canvas: Canvas) -> None:
    canvas.add_title()
    _add_quotation(canvas, 12)


def _draw_quotation_picture(canvas: Canvas) -> None:
    canvas.add_title()
    _add_quotation(canvas, 7)
    canvas.add_picture(14, canvas.grid.box(BODY_TOP, BODY_BOTTOM, 7, 5))


def _add_quotation(canvas: Canvas, span: int) -> None:
    """Add quotation and attribution on a panel that spans so many columns, under a mark."""
    grid = canvas.grid
    panel = grid.box(BODY_TOP, BODY_BOTTOM, 0, span)
    canvas.fill("Panel", panel, canvas.roles["panel"])
    canvas.fill("Panel Edge", Box(panel.x, panel.y, grid.unit(6), panel.cy), canvas.roles["strong"])
    left, unit = panel.x + grid.unit(36), grid.unit
    width = panel.right - unit(36) - left
    motif_of(canvas).quotation_mark(canvas, left, BODY_TOP + 30, 26, canvas.roles["accent"])
    quotation = Box(left, unit(BODY_TOP + 68), width, unit(BODY_BOTTOM - 76) - unit(BODY_TOP + 68))
    attribution = Box(left, unit(BODY_BOTTOM - 70), width, unit(46))
    canvas.add_text(1, "Quotation", quotation, "quotation", canvas.roles["title"], anchor="ctr", space=8)
    canvas.add_text(13, "Attribution", attribution, "attribution", canvas.roles["strong"], anchor="b")


def _draw_table(canvas: Canvas) -> None:
    canvas.add_title()
    canvas.add_table(13, canvas.grid.box(BODY_TOP, _ABOVE_CAPTION))
    canvas.add_caption(14, canvas.grid.box(_CAPTION_TOP, BODY_BOTTOM))


def _draw_code(canvas: Canvas) -> None:
    unit = canvas.grid.unit
    canvas.add_title()
    panel = canvas.grid.box(BODY_TOP, BODY_BOTTOM)
    canvas.add_text(
        1, "Code", panel, "code", canvas.roles["text"], font=canvas.design.fonts.mono,
        panel=canvas.roles["code_panel"], insets=(unit(20), unit(16), unit(20), unit(16)),
    )  # fmt: skip


def _draw_title_only(canvas: Canvas) -> None:
    canvas.add_title()


def _draw_blank(canvas: Canvas) -> None:
    """Draw nothing: a blank slide has its footers only."""


def _draw_statement(canvas: Canvas) -> None:
    """Draw a small title and a large text, beside the motif."""
    grid = canvas.grid
    side = grid.unit(FOOTER_RULE / 3)
    motif_of(canvas).statement(canvas)
    width = grid.width - side - grid.margin - grid.unit(40)
    title, body = grid.box(TITLE_TOP, TITLE_BOTTOM), grid.box(BODY_TOP, BODY_BOTTOM)
    canvas.add_title(
        box=Box(title.x, title.y, width, title.cy), size="statement_title", colour=canvas.roles["accent"]
    )
    box = Box(body.x, body.y, width, body.cy)
    canvas.add_text(1, "Statement", box, "statement", canvas.roles["title"], anchor="ctr", space=8)


_DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "text": _draw_text,
    "columns": _draw_columns,
    "comparison": _draw_comparison,
    "text-picture": _draw_text_picture,
    "picture": _draw_picture,
    "quotation": _draw_quotation,
    "quotation-picture": _draw_quotation_picture,
    "table": _draw_table,
    "code": _draw_code,
    "title-only": _draw_title_only,
    "lab": draw_lab,
    "blank": _draw_blank,
    "statement": _draw_statement,
}
