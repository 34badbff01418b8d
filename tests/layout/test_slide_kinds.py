"""What a slide holds decides its layout, unless its author names one."""

from __future__ import annotations

import pytest

from .laying import body, box_of, lay_out, layout_name, shapes, text_of

WIDE = {"wide.png": (1600, 500), "photo.png": (1200, 800)}
QUOTE = "> Simplicity is prerequisite for reliability.\n>\n> — Edsger W. Dijkstra\n"
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n"
COLUMNS = "::: columns\n::: column\n{}\n:::\n::: column\n{}\n:::\n:::\n"


@pytest.mark.parametrize(
    ("content", "layout"),
    [
        ("", "Title Only"),
        ("- a bullet", "Title and Content"),
        ("A short sentence.", "Statement"),
        ("A sentence. " * 20, "Title and Content"),
        (TABLE, "Table"),
        (f"Text.\n\n{TABLE}", "Title and Content"),
        ("![Alt](photo.png)", "Picture"),
        ("![Alt](photo.png) ![Alt](photo.png)", "Title Only"),
        ("- a\n- b\n- c\n- d\n\n![Alt](photo.png)", "Content and Picture"),
        ("One line.\n\n![Alt](wide.png)", "Title and Content"),
        (QUOTE, "Quotation"),
        (f"{QUOTE}\n![Alt](photo.png)", "Quotation and Picture"),
        ("```\ncode\n```", "Code"),
        ("::: cards\n### A\ntext\n### B\ntext\n:::", "Title Only"),
        (COLUMNS.format("- a", "- b"), "Two Content"),
        (COLUMNS.format("### A\n- a", "### B\n- b"), "Comparison"),
        ('::: lab {duration="5 min"}\nDo it.\n:::', "Lab"),
    ],
)
def test_content_decides_the_layout(content: str, layout: str) -> None:
    assert layout_name(lay_out(f"## Title\n\n{content}\n", WIDE).slide) == layout


def test_section_and_title_slide_have_their_own_layouts() -> None:
    laid = lay_out(
        "# Part one\n\nIts subtitle\n\n## Slide\n", title="Deck", subtitle="Of slides", author="A. U. Thor"
    )
    title, section, slide = laid.deck.slides
    assert [layout_name(slide) for slide in laid.deck.slides] == [
        "Title Slide",
        "Section Header",
        "Title Only",
    ]
    assert text_of(body(title, "ctrTitle").body.paragraphs) == ["Deck"]
    assert text_of(body(title, "subTitle").body.paragraphs) == ["Of slides"]
    assert text_of(body(title, "body").body.paragraphs) == ["A. U. Thor"]
    assert text_of(body(section, "body").body.paragraphs) == ["Its subtitle"]
    assert laid.deck.sections == (("Deck", 0), ("Part one", 1))
    assert slide.title == "Slide"


def test_section_with_more_than_a_subtitle_is_a_slide() -> None:
    slide = lay_out("# Part one\n\nA lead-in.\n\n- a bullet\n").slide
    assert layout_name(slide) == "Title and Content"
    assert text_of(body(slide).body.paragraphs) == ["A lead-in.", "a bullet"]


def test_slide_without_title_shows_none_but_has_one_for_screen_readers() -> None:
    slide = lay_out("---\n\nJust some text.\n").slide
    assert layout_name(slide) == "Blank"
    assert shapes(slide, "title") == []
    assert slide.title == "Just some text."


def test_author_names_a_layout_in_any_case() -> None:
    assert layout_name(lay_out("## Title {layout='two content'}\n\n- a\n").slide) == "Two Content"


def test_unknown_layout_is_reported_and_the_content_decides() -> None:
    laid = lay_out("## Title {layout='Tow Content'}\n\n- a\n")
    assert laid.codes == ("layout-unknown",)
    assert layout_name(laid.slide) == "Title and Content"


def test_lab_shows_its_duration_on_the_badge() -> None:
    slide = lay_out('## Lab\n\n::: lab {duration="15 min"}\nDo it.\n:::\n').slide
    assert text_of(body(slide, "body").body.paragraphs) == ["15 min"]
    assert text_of(body(slide).body.paragraphs) == ["Do it."]


def test_footnote_of_a_quotation_pushes_its_attribution_up() -> None:
    slide = lay_out(f"## Title[^a]\n\n{QUOTE}\n[^a]: A note.\n").slide
    quotation, attribution = shapes(slide, "body")
    (footnote,) = shapes(slide, "Footnotes")
    boxes = [box_of(shape, slide) for shape in (quotation, attribution, footnote)]
    assert boxes[0].bottom <= boxes[1].y
    assert boxes[1].bottom <= boxes[2].y


def test_quotation_and_attribution_have_placeholders_of_their_own() -> None:
    slide = lay_out(f"## Title\n\n{QUOTE}").slide
    quotation, attribution = shapes(slide, "body")
    assert [text_of(shape.body.paragraphs) for shape in (quotation, attribution)] == [  # type: ignore[union-attr]
        ["Simplicity is prerequisite for reliability."],
        ["— Edsger W. Dijkstra"],
    ]
