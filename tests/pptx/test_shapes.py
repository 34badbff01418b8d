"""Shapes, pictures and tables, and the XML they become."""

from __future__ import annotations

from itertools import count

from deckbuild.layout.laid_out import (
    Hyperlink,
    LaidOutRow,
    Line,
    PictureShape,
    PlaceholderKey,
    TableShape,
    TextShape,
)
from deckbuild.pptx.media import MediaParts
from deckbuild.pptx.part import Part
from deckbuild.pptx.picture import spell_picture
from deckbuild.pptx.shape import spell_text_shape
from deckbuild.pptx.slide import spell_slide
from deckbuild.pptx.table import spell_table
from deckbuild.units import Box

from .deck_parts import MEDIA, body, cell, deck, slide, template

BOX = Box(1, 2, 30, 40)
FRAME = '<a:xfrm><a:off x="1" y="2"/><a:ext cx="30" cy="40"/></a:xfrm>'
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
PARAGRAPH = '<a:p><a:r><a:rPr lang="en-GB"/><a:t>x</a:t></a:r><a:endParaRPr lang="en-GB"/></a:p>'
EMPTY = '<a:p><a:endParaRPr lang="en-GB"/></a:p>'


def make_part() -> Part:
    return Part(deck(media=MEDIA), MediaParts(MEDIA, count(1)), "en-GB")


def test_a_placeholder_inherits_its_place_and_looks() -> None:
    shape = TextShape("Content", body("x"), placeholder=PlaceholderKey("obj", 1))
    assert spell_text_shape(shape, 3, make_part()) == (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Content"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{PARAGRAPH}</p:txBody></p:sp>"
    )


def test_a_title_placeholder_needs_no_index() -> None:
    shape = TextShape("Title", body("x"), BOX, placeholder=PlaceholderKey("title", 0))
    xml = spell_text_shape(shape, 2, make_part())
    assert f'<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>{FRAME}</p:spPr>' in xml


def test_a_text_box() -> None:
    shape = TextShape("Box", body("x"), BOX)
    assert spell_text_shape(shape, 2, make_part()) == (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{FRAME}{RECTANGLE}<a:noFill/></p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>{PARAGRAPH}</p:txBody></p:sp>'
    )


def test_a_card_with_fill_and_outline() -> None:
    shape = TextShape(
        "Card", body("x"), BOX, geometry="roundRect", fill="accent1", line=Line("0A0B0C", 12700)
    )
    assert (
        f'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{FRAME}<a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln w="12700"><a:solidFill>'
        '<a:srgbClr val="0A0B0C"/></a:solidFill></a:ln></p:spPr>'
    ) in spell_text_shape(shape, 2, make_part())


def test_a_line_is_a_connector_and_can_be_decorative() -> None:
    shape = TextShape("Rule", body(), BOX, geometry="line", line=Line("accent6", 9525), decorative=True)
    assert spell_text_shape(shape, 2, make_part()) == (
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="2" name="Rule"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst></p:cNvPr><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{FRAME}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
    )


def test_a_picture_has_the_author_s_alternative_text_and_its_crop() -> None:
    shape = PictureShape("Picture 1", "red", BOX, crop=(0.1, 0, 0.25, 0), alt='A "red" square')
    part = make_part()
    assert spell_picture(shape, 2, part) == (
        '<p:pic><p:nvPicPr><p:cNvPr id="2" name="Picture 1" descr="A &quot;red&quot; square"/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        '<p:blipFill><a:blip r:embed="rId1"/><a:srcRect l="10000" r="25000"/>'
        "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{FRAME}{RECTANGLE}</p:spPr></p:pic>"
    )
    assert 'relationships/image" Target="../media/image1.png"/>' in part.relationships.spell()


def test_a_picture_placeholder_with_a_link() -> None:
    shape = PictureShape(
        "Picture", "red", BOX, PlaceholderKey("pic", 13), link=Hyperlink("https://example.org")
    )
    xml = spell_picture(shape, 2, make_part())
    assert (
        '<p:cNvPr id="2" name="Picture"><a:hlinkClick r:id="rId2"/></p:cNvPr>'
        '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        '<p:nvPr><p:ph type="pic" idx="13"/></p:nvPr>'
    ) in xml
    assert xml.endswith(f"<p:spPr>{FRAME}</p:spPr></p:pic>")


def test_a_picture_on_a_mat_with_a_frame_and_round_corners() -> None:
    shape = PictureShape("Picture", "red", BOX, fill="bg1", line=Line("accent6", 9525), rounded=True)
    assert spell_picture(shape, 2, make_part()).endswith(
        f'<p:spPr>{FRAME}<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 3500"/></a:avLst>'
        '</a:prstGeom><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln></p:spPr></p:pic>'
    )


def test_a_vector_picture_has_its_source_beside_the_bitmap() -> None:
    part = make_part()
    assert (
        '<a:blip r:embed="rId1"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        'r:embed="rId2"/></a:ext></a:extLst></a:blip>'
    ) in spell_picture(PictureShape("Drawing", "drawing", BOX), 2, part)
    assert 'Target="../media/image1.png"' in part.relationships.spell()
    assert 'Target="../media/image2.svg"' in part.relationships.spell()


def make_table(*rows: LaidOutRow, **properties: object) -> TableShape:
    return TableShape("Table", BOX, (10, 20), rows, **properties)  # type: ignore[arg-type]


def test_a_table() -> None:
    table = make_table(LaidOutRow(5, (cell("x"), cell(""))), style="{S}", alt="Two cells")
    assert spell_table(table, 4, make_part()) == (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Table" descr="Two cells"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="1" y="2"/><a:ext cx="30" cy="40"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        '<a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>{S}</a:tableStyleId></a:tblPr>'
        '<a:tblGrid><a:gridCol w="10"/><a:gridCol w="20"/></a:tblGrid><a:tr h="5">'
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{PARAGRAPH}</a:txBody><a:tcPr/></a:tc>"
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{EMPTY}</a:txBody><a:tcPr/></a:tc></a:tr>"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def test_joined_cells_say_what_they_cover() -> None:
    text = f"<a:txBody><a:bodyPr/><a:lstStyle/>{PARAGRAPH}</a:txBody><a:tcPr/></a:tc>"
    covered = f"<a:txBody><a:bodyPr/><a:lstStyle/>{EMPTY}</a:txBody><a:tcPr/></a:tc>"
    table = make_table(
        LaidOutRow(5, (cell("x", row_span=2, column_span=2), cell("", covered_by="row"))),
        LaidOutRow(5, (cell("", covered_by="column"), cell("", covered_by="both"))),
    )
    assert (
        f'<a:tr h="5"><a:tc rowSpan="2" gridSpan="2">{text}<a:tc hMerge="1">{covered}</a:tr>'
        f'<a:tr h="5"><a:tc vMerge="1">{covered}<a:tc hMerge="1" vMerge="1">{covered}</a:tr>'
    ) in spell_table(table, 4, make_part())


def test_a_cell_s_own_looks() -> None:
    table = make_table(LaidOutRow(5, (cell("x", anchor="ctr", insets=(1, 2, 3, 4), fill="lt2"), cell(""))))
    assert (
        '<a:tcPr marL="1" marT="2" marR="3" marB="4" anchor="ctr"><a:solidFill><a:schemeClr val="lt2"/>'
        "</a:solidFill></a:tcPr>"
    ) in spell_table(table, 4, make_part())


def test_a_table_without_a_style_has_the_template_s() -> None:
    table = make_table(
        LaidOutRow(5, (cell("x"), cell(""))), first_row=False, banded_rows=False, first_column=True, rtl=True
    )
    style = template().table_styles[0]
    assert (
        f'<a:tblPr rtl="1" firstCol="1"><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>'
    ) in spell_table(table, 4, make_part())


def test_a_slide_follows_its_master_s_colours_unless_its_layout_maps_them_anew() -> None:
    assert "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>" in spell_slide(slide(), make_part())
    mapped = spell_slide(slide(), make_part(), (("tx1", "lt1"), ("hlink", "lt1")))
    assert '<p:clrMapOvr><a:overrideClrMapping tx1="lt1" hlink="lt1"/></p:clrMapOvr>' in mapped
