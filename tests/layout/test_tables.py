"""Tables: columns by content, rows as PowerPoint draws them, long ones continued with their header."""

from __future__ import annotations

import pytest

from deckbuild.fonts import find_face
from deckbuild.layout import LayoutSettings
from deckbuild.layout.laid_out import Run, RunStyle, TextParagraph
from deckbuild.layout.table_cells import Cell
from deckbuild.layout.table_rows import measure_rows
from deckbuild.model import TableCell
from deckbuild.source import Span
from deckbuild.units import from_points

from .laying import body, box_of, lay_out, rows_of, shapes, table, text_of

HEAD = "| Name | Value |\n|:-----|------:|\n"


def long_table(rows: int) -> str:
    return HEAD + "".join(f"| row {number} | {number} |\n" for number in range(1, rows + 1))


def test_cells_carry_text_alignment_and_size() -> None:
    shape = table(lay_out(f"## Title\n\n{HEAD}| a | 1 |\n").slide)
    assert rows_of(shape) == [["Name", "Value"], ["a", "1"]]
    assert [cell.paragraphs[0].align for cell in shape.rows[1].cells] == [None, "r"]
    assert {cell.paragraphs[0].runs[0].style.size for row in shape.rows for cell in row.cells} == {16}
    assert shape.first_row


def test_table_alone_fills_its_placeholder_from_edge_to_edge() -> None:
    slide = lay_out(f"## Title\n\n{HEAD}| a | 1 |\n").slide
    shape = table(slide)
    assert shape.placeholder is not None
    assert shape.placeholder.type == "tbl"
    assert sum(shape.columns) == shape.box.cx == from_points(864)
    assert sum(row.height for row in shape.rows) == shape.box.cy


def test_columns_share_the_width_by_what_they_hold() -> None:
    source = f"| A | B |\n|---|---|\n| 1 | {'many words ' * 30}|\n"
    narrow, wide = table(lay_out(f"## Title\n\n{source}").slide).columns
    assert narrow * 5 < wide


def test_text_without_spaces_is_no_long_word() -> None:
    names = "、".join(["**Designate**"] * 20)
    row = f"| {names} | {'共通のウェブ画面' * 2} | {'y' * 60} |\n"
    assert lay_out(f"## Title\n\n| プログラム | 備考 | URL |\n|---|---|---|\n{row}").codes == ()


def test_author_gives_the_widths() -> None:
    source = f"{HEAD}| a | 1 |\n\nTable: A caption {{widths='3 1'}}\n"
    left, right = table(lay_out(f"## Title\n\n{source}").slide).columns
    assert left == pytest.approx(3 * right, abs=3)


def test_rows_are_as_high_as_their_lines_and_margins() -> None:
    source = f"{HEAD}| one<br>two<br>three | 1 |\n"
    row = table(lay_out(f"## Title\n\n{source}").slide).rows[1]
    assert row.height == from_points(3 * 1.2 * 16 + 2 * 3.6)


@pytest.mark.parametrize(("spare", "lines"), [(1.001, 2), (1.004, 1)])
def test_a_line_that_just_fits_is_not_relied_on(spare: float, lines: int) -> None:
    """Renderers round each advance: a line may be drawn a quarter of a percent wider."""
    face = find_face("Calibri")[0]
    text = Run("Autumn 2017", RunStyle("en-GB"))
    cell = Cell(TableCell((), Span("test")), TextParagraph((text,)), ((text.text, face),))
    width = from_points(face.advance(text.text, 11.0) * spare + 2 * 7.2)
    assert measure_rows([[cell]], [width], 11.0) == [from_points(lines * 1.2 * 11 + 2 * 3.6)]


def test_joined_cells() -> None:
    source = "| a | b | c |\n|---|---|---|\n| x | << | 1 |\n| ^^ | ^^ | 2 |\n"
    shape = table(lay_out(f"## Title\n\n{source}").slide)
    assert rows_of(shape) == [["a", "b", "c"], ["x", "[row]", "1"], ["[column]", "[both]", "2"]]
    assert (shape.rows[1].cells[0].row_span, shape.rows[1].cells[0].column_span) == (2, 2)


def test_caption_and_source_stand_directly_under_the_table() -> None:
    source = f"{HEAD}| a | 1 |\n\nTable: A caption {{source='https://example.org/x'}}\n"
    slide = lay_out(f"## Title\n\n{source}").slide
    caption = body(slide, "body")
    assert text_of(caption.body.paragraphs) == ["A caption", "Source: https://example.org/x"]
    assert caption.body.paragraphs[1].runs[1].link is not None
    assert box_of(caption, slide).y - table(slide).box.bottom == from_points(6)


def test_long_table_goes_on_under_its_header() -> None:
    slides = lay_out(f"## Prices {{#prices}}\n\n{long_table(25)}").deck.slides
    assert [text_of(body(slide, "title").body.paragraphs) for slide in slides] == [
        ["Prices (1/2)"],
        ["Prices (2/2)"],
    ]
    assert [slide.title for slide in slides] == ["Prices (1/2)", "Prices (2/2)"]
    assert [slide.anchor for slide in slides] == ["prices", ""]
    rows = [rows_of(table(slide)) for slide in slides]
    assert [part[0] for part in rows] == [["Name", "Value"]] * 2
    assert [row[1] for part in rows for row in part[1:]] == [str(number) for number in range(1, 26)]
    assert abs(len(rows[0]) - len(rows[1])) <= 1, "the parts are about equal"
    assert table(slides[0]).columns == table(slides[1]).columns


def test_links_lead_to_the_first_part_and_the_slides_after_count_on() -> None:
    deck = lay_out(f"## One\n\n{long_table(25)}\n## Two\n", settings=LayoutSettings()).deck
    assert deck.anchors == {"one": 0, "two": 2}
    assert text_of(body(deck.slides[2], "sldNum").body.paragraphs) == ["3"]


def test_joined_cells_stay_on_one_slide() -> None:
    rows = "".join(f"| {'group ' + str(n // 3) if n % 3 == 0 else '^^'} | {n} |\n" for n in range(30))
    slides = lay_out(f"## T\n\n{HEAD}{rows}").deck.slides
    assert len(slides) > 1
    assert all(row[0] != "[column]" for slide in slides for row in rows_of(table(slide))[1:2])


def test_joined_cell_too_high_for_a_slide_is_divided_and_its_text_repeated() -> None:
    rows = "".join(f"| {'group' if n == 0 else '^^'} | {n} |\n" for n in range(30))
    slides = lay_out(f"## T\n\n{HEAD}{rows}").deck.slides
    assert len(slides) > 1
    for slide in slides:
        first = table(slide).rows[1].cells[0]
        assert text_of(first.paragraphs) == ["group"]
        assert first.row_span == len(table(slide).rows) - 1


def test_footnotes_stand_on_the_part_that_has_their_mark() -> None:
    source = long_table(25).replace("row 2 ", "row 2[^a] ").replace("row 25", "row 25[^b]")
    slides = lay_out(f"## T\n\n{source}\n[^a]: First.\n\n[^b]: Last.\n").deck.slides
    assert [text_of(body(slide, "Footnotes").body.paragraphs) for slide in slides] == [
        ["1 First."],
        ["2 Last."],
    ]


def test_notes_go_with_the_first_part_and_are_marked_as_continued() -> None:
    slides = lay_out(f"## T\n\n{long_table(25)}\n::: notes\nSay this.\n:::\n").deck.slides
    notes = [slide.notes for slide in slides]
    assert [text_of(note.body.paragraphs) for note in notes if note] == [["Say this."], ["Continued"]]


def test_text_over_a_table_keeps_its_placeholder() -> None:
    slide = lay_out(f"## Title\n\nSome text.\n\n{HEAD}| a | 1 |\n").slide
    text = body(slide)
    assert box_of(text, slide).bottom < table(slide).box.y
    assert shapes(slide, "tbl") == []


def test_wide_table_is_reported() -> None:
    head = (
        "| "
        + " | ".join(f"Donaudampfschiffahrtsgesellschaft{n}" for n in range(9))
        + " |\n"
        + "|---" * 9
        + "|\n"
    )
    assert "table-too-wide" in lay_out(f"## T\n\n{head}{'| x ' * 9}|\n").codes
