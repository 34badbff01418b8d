"""Tables (ECMA-376 Part 1, 21.1.3)."""

from __future__ import annotations

from deckbuild.layout.laid_out import LaidOutCell, TableShape

from .part import Part
from .shape import spell_identity, spell_placeholder
from .text import spell_paragraphs
from .xml import spell_fill, spell_frame

_COVERED = {"row": ' hMerge="1"', "column": ' vMerge="1"', "both": ' hMerge="1" vMerge="1"', None: ""}


def spell_table(shape: TableShape, number: int, part: Part) -> str:
    """Spell a table's graphic frame; without a style of its own it has the template's for new tables."""
    style = shape.style or next(iter(part.deck.template.table_styles), None)
    columns = "".join([f'<a:gridCol w="{width}"/>' for width in shape.columns])
    rows = "".join(
        [
            f'<a:tr h="{row.height}">{"".join([_spell_cell(cell, part) for cell in row.cells])}</a:tr>'
            for row in shape.rows
        ]
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{spell_identity(number, shape.name, shape.alt, part)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"{spell_placeholder(shape.placeholder)}</p:nvGraphicFramePr>{spell_frame(shape.box, 'p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f"{_spell_properties(shape, style)}<a:tblGrid>{columns}</a:tblGrid>{rows}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _spell_properties(shape: TableShape, style: str | None) -> str:
    attributes = ' rtl="1"' if shape.rtl else ""
    attributes += ' firstRow="1"' if shape.first_row else ""
    attributes += ' firstCol="1"' if shape.first_column else ""
    attributes += ' bandRow="1"' if shape.banded_rows else ""
    if not style:
        return f"<a:tblPr{attributes}/>"
    return f"<a:tblPr{attributes}><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>"


def _spell_cell(cell: LaidOutCell, part: Part) -> str:
    attributes = _COVERED[cell.covered_by]
    if cell.row_span > 1:
        attributes += f' rowSpan="{cell.row_span}"'
    if cell.column_span > 1:
        attributes += f' gridSpan="{cell.column_span}"'
    properties = ' marL="{}" marT="{}" marR="{}" marB="{}"'.format(*cell.insets) if cell.insets else ""
    if cell.anchor is not None:
        properties += f' anchor="{cell.anchor}"'
    fill = f">{spell_fill(cell.fill)}</a:tcPr>" if cell.fill is not None else "/>"
    return (
        f"<a:tc{attributes}><a:txBody><a:bodyPr/><a:lstStyle/>{spell_paragraphs(cell.paragraphs, part)}"
        f"</a:txBody><a:tcPr{properties}{fill}</a:tc>"
    )
