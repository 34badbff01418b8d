"""Columns, cards, code and notes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckbuild.layout.laid_out import Bullet, TextShape
from deckbuild.units import from_points

from . import laying
from .laying import body, box_of, lay_out, shapes, text_of

THREE = "::: columns\n::: column\nOne\n:::\n::: column\nTwo\n:::\n::: column\nThree\n:::\n:::\n"


def test_two_columns_fill_the_placeholders_as_they_stand() -> None:
    slide = lay_out("## T\n\n::: columns\n::: column\n- a\n:::\n::: column\n- b\n:::\n:::\n").slide
    texts = [shape for shape in shapes(slide, "obj") if isinstance(shape, TextShape)]
    assert [text_of(shape.body.paragraphs) for shape in texts] == [["a"], ["b"]]
    assert [shape.box for shape in texts] == [None, None]


def test_any_number_of_columns_share_the_region() -> None:
    slide = lay_out(f"## T\n\n{THREE}").slide
    boxes = [box_of(shape, slide) for shape in shapes(slide, "Text")]
    assert [round(box.cx / 12700) for box in boxes] == [276, 276, 276]
    assert boxes[1].x - boxes[0].right == boxes[2].x - boxes[1].right == from_points(18)
    assert boxes[2].right == from_points(912)


def test_widths_divide_what_the_gutters_leave() -> None:
    source = THREE.replace("column\nOne", "column {width=50%}\nOne")
    slide = lay_out(f"## T\n\n{source}").slide
    assert [round(box_of(shape, slide).cx / 12700) for shape in shapes(slide, "Text")] == [414, 207, 207]


def test_comparison_puts_headings_above_contents() -> None:
    source = "::: columns\n::: column\n### A\n- a\n:::\n::: column\n### B\n- b\n:::\n:::\n"
    slide = lay_out(f"## T\n\n{source}").slide
    order = [text_of(shape.body.paragraphs) for shape in slide.shapes if isinstance(shape, TextShape)]
    assert order[1:5] == [["A"], ["a"], ["B"], ["b"]]


def cards(count: int) -> str:
    return "::: cards\n" + "".join(f"### Card {n}\n\n- some text\n" for n in range(count)) + ":::\n"


def test_cards_have_one_size_and_even_gaps() -> None:
    slide = lay_out(f"## T\n\n{cards(4)}").slide
    boxes = [box_of(shape, slide) for shape in shapes(slide, "Card")]
    assert len({(box.y, box.cx, box.cy) for box in boxes}) == 1
    assert {right.x - left.right for left, right in pairwise(boxes)} == {from_points(16)}


def test_six_cards_stand_in_two_rows() -> None:
    slide = lay_out(f"## T\n\n{cards(6)}").slide
    boxes = [box_of(shape, slide) for shape in shapes(slide, "Card")]
    assert [len({box.y for box in boxes}), len({box.x for box in boxes})] == [2, 3]


def test_card_holds_its_heading_and_bullets() -> None:
    slide = lay_out(f"## T\n\n{cards(2)}").slide
    (first, _) = (shape for shape in shapes(slide, "Card") if isinstance(shape, TextShape))
    heading, item = first.body.paragraphs
    assert text_of(first.body.paragraphs) == ["Card 0", "some text"]
    assert heading.runs[0].style.bold
    assert item.bullet is not None
    assert item.bullet.character


def test_code_is_coloured_and_in_the_code_placeholder() -> None:
    slide = lay_out('## T\n\n```python {title="x.py" lines=2}\nimport os\n\nprint(1)\n```\n').slide
    code = body(slide, "body")
    assert text_of(code.body.paragraphs) == ["import os", "", "print(1)"]
    styles = [run.style for paragraph in code.body.paragraphs for run in paragraph.runs]
    assert {style.font for style in styles} == {"Courier New"}
    assert {style.size for style in styles} == {16}
    assert len({style.color for style in styles}) > 2
    assert text_of(body(slide, "Code title").body.paragraphs) == ["x.py"]


def test_highlighted_lines_are_marked() -> None:
    slide = lay_out("## T\n\n```python {lines=2}\na = 1\nb = 2\n```\n").slide
    marked = [
        {run.style.highlight is not None for run in paragraph.runs}
        for paragraph in body(slide, "body").body.paragraphs
    ]
    assert marked == [{False}, {True}]


def test_long_lines_make_code_smaller_then_wrap() -> None:
    def size(length: int) -> tuple[float | None, tuple[str, ...]]:
        laid = lay_out(f"## T\n\n```\n{'x' * length}\n```\n")
        return body(laid.slide, "body").body.paragraphs[0].runs[0].style.size, laid.codes

    assert size(50) == (16, ())
    assert size(100) == (12, ())
    assert size(200) == (10, ("code-wrapped",))


def test_a_brand_may_be_content_with_wrapped_code(monkeypatch: pytest.MonkeyPatch) -> None:
    brand, template = laying.branding()
    monkeypatch.setattr(laying, "branding", lambda: (brand._replace(code_wrap=True), template))
    laid = lay_out(f"## T\n\n```\n{'x' * 200}\n```\n")
    assert "↪" in text_of(body(laid.slide, "body").body.paragraphs)[0]
    assert laid.codes == ()


def test_code_in_a_list_stays_in_the_text() -> None:
    slide = lay_out("## T\n\n- run\n\n  ```\n  a\n  b\n  ```\n").slide
    assert text_of(body(slide).body.paragraphs) == ["run", "a\vb"]


def test_notes_have_real_lists_and_lose_nothing() -> None:
    source = "Text.\n\n1. one\n   - two\n\n### Heading\n\nTerm\n: Meaning\n\n"
    source += "| a | b |\n|---|---|\n| 1 | 2 |\n\n![Alt](x.png)\n"
    notes = lay_out(f"## T\n\n::: notes\n{source}:::\n").slide.notes
    assert notes is not None
    paragraphs = notes.body.paragraphs
    assert text_of(paragraphs) == [
        "Text.", "one", "two", "Heading", "Term", "Meaning", "a — b", "1 — 2", "[Alt] x.png",
    ]  # fmt: skip
    assert paragraphs[0].bullet == Bullet()
    assert paragraphs[1].bullet is not None
    assert paragraphs[1].bullet.scheme == "arabicPeriod"
    assert (paragraphs[2].level, paragraphs[2].bullet) == (1, None)
    assert paragraphs[3].runs[0].style.bold
