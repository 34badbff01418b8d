"""The judge must see what is wrong and keep quiet about what is right: decks made with python-pptx.

A slide is 13.33 x 7.5 inches (960 x 540 pt); text is Calibri, 18 pt, so a line is 21.6 pt high.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from .judge import Finding, judge_decks

pytestmark = pytest.mark.rendering

WORDS = "words that wrap around "
Draw = Callable[[Any], None]
Place = tuple[float, float, float, float]


def text(slide: Any, words: str, *, at: Place, size: float = 18) -> Any:
    """Add a text box called "Text" at left, top, width and height in inches."""
    shape = slide.shapes.add_textbox(*(Inches(length) for length in at))
    shape.name = "Text"
    shape.text_frame.word_wrap = True
    shape.text_frame.text = words
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)
    return shape


def autofit(shape: Any, attributes: str = "") -> None:
    properties = shape.text_frame._txBody.bodyPr
    for child in list(properties):
        properties.remove(child)
    properties.append(parse_xml(f"<a:normAutofit {nsdecls('a')} {attributes}/>"))


def table(slide: Any, rows: list[list[str]], *, at: Place, size: float = 18) -> Any:
    """Add a table called "Table"; cells of one row joined with the cell above hold "^^"."""
    frame = slide.shapes.add_table(len(rows), len(rows[0]), *(Inches(length) for length in at))
    frame.name = "Table"
    for y, row in enumerate(rows):
        for x, words in enumerate(row):
            frame.table.cell(y, x).text = "" if words == "^^" else words
            for run in frame.table.cell(y, x).text_frame.paragraphs[0].runs:
                run.font.size = Pt(size)
    for x in range(len(rows[0])):
        for y in reversed(range(len(rows))):
            if rows[y][x] != "^^" and y + 1 < len(rows) and rows[y + 1][x] == "^^":
                end = next((n for n in range(y + 1, len(rows)) if rows[n][x] != "^^"), len(rows))
                frame.table.cell(y, x).merge(frame.table.cell(end - 1, x))
    return frame


def panel(slide: Any, *, at: Place, name: str = "Panel") -> Any:
    shape = slide.shapes.add_shape(1, *(Inches(length) for length in at))
    shape.name = name
    return shape


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f8cfc0f01f"
    "0005000201ff77c8b4e90000000049454e44ae426082"
)


def picture(slide: Any, *, at: Place) -> Any:
    shape = slide.shapes.add_picture(io.BytesIO(PIXEL), *(Inches(length) for length in at))
    shape.name = "Picture"
    return shape


FAULTY: dict[str, tuple[Draw, list[tuple[str, str, float]]]] = {}
"""What to draw, and the findings: shape, the beginning of what is wrong, points (give or take 4)."""

RIGHT: dict[str, Draw] = {}


def faulty(*findings: tuple[str, str, float]) -> Callable[[Draw], Draw]:
    def keep(draw: Draw) -> Draw:
        FAULTY[draw.__name__] = (draw, list(findings))
        return draw

    return keep


def right(draw: Draw) -> Draw:
    RIGHT[draw.__name__] = draw
    return draw


# Shapes


@faulty(("Picture", "the picture is outside the slide", 24))
def picture_over_the_right_edge(slide: Any) -> None:
    picture(slide, at=(12, 1, 1 + 4 / 6, 2))  # 960 pt wide: 12 in = 864 pt, and 120 pt of picture


@faulty(
    ("Text", "the text is outside the slide", 36),
    ("Text", "text outside the slide (engine)", 32),
    ("Text", "text outside the slide (LibreOffice)", 28),
)
def text_above_the_slide(slide: Any) -> None:
    text(slide, "Above", at=(1, -0.5, 4, 1))


@faulty(
    ("Text", "the text is outside the slide", 144),
    ("Text", "text not drawn (LibreOffice)", float("inf")),
    ("Text", "text outside the slide (engine)", 140),
)
def text_wholly_above_the_slide(slide: Any) -> None:
    text(slide, "Nowhere", at=(1, -2, 4, 1))


@faulty(("Text / Text", "over each other", 36))
def two_texts_over_each_other(slide: Any) -> None:
    text(slide, "One", at=(1, 1, 4, 1))
    text(slide, "Two", at=(1, 1.5, 4, 1))


@faulty(("Text / Picture", "over each other", 18))
def picture_over_text(slide: Any) -> None:
    text(slide, "One", at=(1, 1, 4, 2))
    picture(slide, at=(4.75, 1, 3, 2))


@faulty(("Panel / Text", "over each other", 36))
def text_half_on_a_panel(slide: Any) -> None:
    panel(slide, at=(1, 1, 4, 1))
    text(slide, "Half", at=(2, 1.5, 2, 1))


@faulty(("Text / Text", "over each other", 72))
def shapes_in_a_group_over_each_other(slide: Any) -> None:
    group = slide.shapes.add_group_shape()
    text(group, "One", at=(1, 1, 4, 1))
    text(group, "Two", at=(1, 1, 4, 1))


@right
def texts_side_by_side_and_below_each_other(slide: Any) -> None:
    text(slide, "One", at=(1, 1, 4, 1))
    text(slide, "Two", at=(5, 1, 4, 1))
    text(slide, "Three", at=(1, 2, 4, 1))


@right
def text_on_a_panel_with_a_bar_in_it(slide: Any) -> None:
    panel(slide, at=(1, 1, 4, 2))
    panel(slide, at=(1, 1, 0.1, 2), name="Bar")
    text(slide, "Card", at=(1.2, 1, 3.8, 2))


@right
def text_on_a_picture_that_fills_the_slide(slide: Any) -> None:
    picture(slide, at=(0, 0, 13 + 1 / 3, 7.5))
    text(slide, "On it", at=(1, 1, 4, 1))


# Text


@faulty(("Text", "text outside its box (engine)", 43), ("Text", "text outside its box (LibreOffice)", 40))
def five_lines_in_a_box_of_three(slide: Any) -> None:
    text(slide, WORDS * 5, at=(1, 1, 3, 1))  # 5 x 21.6 + 7.2 = 115.2 of 72 pt


@faulty(("Text", "text outside its box (engine)", 43), ("Text", "text outside its box (LibreOffice)", 40))
def autofit_that_shrinks_nothing_until_someone_edits(slide: Any) -> None:
    autofit(text(slide, WORDS * 5, at=(1, 1, 3, 1)))


@faulty(("Text", "text outside its box (engine)", 22), ("Text", "text outside its box (LibreOffice)", 19))
def autofit_stored_too_large(slide: Any) -> None:
    # 18 x 90 % is painted at 16: 5 x 16 x 1.2 x 90 % + 7.2 = 93.6 of 72 pt
    autofit(text(slide, WORDS * 5, at=(1, 1, 3, 1)), 'fontScale="90000" lnSpcReduction="10000"')


@faulty(("Text", "text outside its box (engine)", 21.6), ("Text", "text outside its box (LibreOffice)", 14))
def lines_above_a_box_that_stands_on_its_foot(slide: Any) -> None:
    text(slide, WORDS * 4, at=(1, 1, 3, 1)).text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM


@faulty(("Text", "text outside its box (engine)", 115), ("Text", "text outside its box (LibreOffice)", 108))
def line_that_may_not_wrap(slide: Any) -> None:
    text(slide, WORDS * 2, at=(1, 1, 3.5, 1)).text_frame.word_wrap = False


@faulty(
    ("Title", "text outside its box (engine)", 117),
    ("Title", "text outside its box (LibreOffice)", 113),
    ("Title", "text outside the slide (engine)", 92),
    ("Title", "text outside the slide (LibreOffice)", 81),
)
def title_of_six_lines_in_its_inherited_place(slide: Any) -> None:
    shape = slide.shapes.title
    shape.name = "Title"
    shape.text = WORDS * 7  # (6 x 44 x 1.2 + 7.2 - 90) / 2 above and below


@faulty(("Text", "text outside its box (engine)", 43), ("Text", "text outside its box (LibreOffice)", 40))
def chinese_without_spaces(slide: Any) -> None:
    text(slide, "文" * 11 * 5, at=(1, 1, 3, 1))


@faulty(
    ("Text", "text outside its box (engine)", 43),
    ("Text", "text outside its box (LibreOffice)", 40),
    ("Text", "text outside the slide (engine)", 43),
    ("Text", "text outside the slide (LibreOffice)", 40),
)
def lines_below_the_slide(slide: Any) -> None:
    text(slide, WORDS * 6, at=(1, 6.25, 3, 1.25))  # 6 x 21.6 + 7.2 = 136.8 of 90 pt


@right
def three_lines_in_a_box_of_three(slide: Any) -> None:
    text(slide, WORDS * 3, at=(1, 1, 3, 1))


@right
def autofit_stored_small_enough(slide: Any) -> None:
    autofit(text(slide, WORDS * 5, at=(1, 1, 3, 1)), 'fontScale="70000" lnSpcReduction="20000"')


@right
def title_of_one_line(slide: Any) -> None:
    slide.shapes.title.text = WORDS


@right
def link_and_colour_and_raised_letters(slide: Any) -> None:
    shape = text(slide, WORDS, at=(1, 1, 3, 0.5))
    run = shape.text_frame.paragraphs[0].add_run()
    run.text, run.font.size = "2", Pt(18)
    run.font._element.set("baseline", "30000")
    run.hyperlink.address = "https://example.org/"
    shape.text_frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.ACCENT_1


# Tables


@faulty(("Table", "the table is outside the slide", 36))
def table_longer_than_the_slide(slide: Any) -> None:
    table(slide, [["row", "row"]] * 18, at=(1, 0.8, 6, 1))  # 18 x 28.8 + 57.6 = 576 of 540 pt


@faulty(("Table / Text", "over each other", 43))
def row_that_grows_into_what_stands_below(slide: Any) -> None:
    table(slide, [["row", WORDS * 3]], at=(1, 1, 6, 0.4))  # 3 lines: 72 pt and 7.2
    text(slide, "Caption", at=(1, 1.4, 6, 0.8))


@faulty(("Table / Text", "over each other", 35))
def joined_cell_that_needs_more_than_its_rows(slide: Any) -> None:
    table(slide, [["row", WORDS * 4], ["row", "^^"]], at=(1, 1, 6, 0.8))
    text(slide, "Caption", at=(1, 1.8, 6, 0.5))


@faulty(("Table / Text", "over each other", 12))
def cell_with_wide_margins(slide: Any) -> None:
    cell = table(slide, [["row"]], at=(1, 1, 6, 0.4)).table.cell(0, 0)
    cell.margin_top = cell.margin_bottom = Pt(10)
    text(slide, "Caption", at=(1, 1.4, 6, 0.5))


@right
def table_as_high_as_it_says(slide: Any) -> None:
    table(slide, [["row", WORDS * 2], ["row", "^^"], ["a", "b"]], at=(1, 1, 6, 1.2))
    text(slide, "Caption", at=(1, 2.2, 6, 0.5))


@right
def table_of_small_type(slide: Any) -> None:
    table(slide, [["row", "row"]] * 22, at=(1, 0.5, 6, 6.5), size=11)


@cache
def judged() -> dict[str, list[Finding]]:
    """Judge all decks at once; each has one slide, with a title only where it is what is judged."""
    draws = {**{name: draw for name, (draw, _) in FAULTY.items()}, **RIGHT}
    decks = {}
    for name, draw in draws.items():
        presentation = Presentation()
        presentation.slide_width, presentation.slide_height = Inches(13 + 1 / 3), Inches(7.5)
        draw(presentation.slides.add_slide(presentation.slide_layouts[5 if "title" in name else 6]))
        out = io.BytesIO()
        presentation.save(out)
        decks[name] = out.getvalue()
    return judge_decks(decks)


@pytest.mark.parametrize("name", FAULTY)
def test_faults_are_found(name: str) -> None:
    found = {(finding.shape, finding.what): finding.points for finding in judged()[name]}
    for shape, what, points in FAULTY[name][1]:
        assert found.pop((shape, what)) == pytest.approx(points, abs=4), what
    assert not found


@pytest.mark.parametrize("name", RIGHT)
def test_what_fits_is_left_alone(name: str) -> None:
    assert judged()[name] == []
