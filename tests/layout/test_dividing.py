"""What does not fit at the smallest size goes on: where it is divided, and what goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

import pytest

from deckbuild.brand import words_for
from deckbuild.fonts import Face, Line, break_lines
from deckbuild.layout import LayoutSettings, measure, text_split
from deckbuild.layout.laid_out import LaidOutSlide, Shape, TableShape, TextShape

from .laying import body, box_of, contents, lay_out, layout_name, paragraphs_of, shapes, table, text_of

SENTENCE = "Every ferry carries a bicycle, a dog and one passenger who talks to the captain."


def title_of(slide: LaidOutSlide) -> str:
    return text_of(body(slide, "title").body.paragraphs)[0]


def texts(slide: LaidOutSlide) -> list[str]:
    """Return the paragraphs of a slide without its title."""
    return [
        text
        for shape in contents(slide)
        if not (shape.placeholder is not None and shape.placeholder.type == "title")
        for text in text_of(list(paragraphs_of(shape)))
    ]


def first_cells(shape: Shape) -> list[str]:
    """Return the words of a table's first column without its header."""
    assert isinstance(shape, TableShape)
    return [
        word for row in shape.rows[1:] for text in text_of(row.cells[0].paragraphs) for word in text.split()
    ]


def items(count: int, mark: str = "-") -> str:
    return "".join(f"{mark} item {number}\n" for number in range(1, count + 1))


def test_a_list_goes_on_in_parts_of_about_equal_length() -> None:
    first, second, third = lay_out(f"## Title\n\n{items(40)}").deck.slides
    assert [title_of(slide) for slide in (first, second, third)] == [
        "Title (1/3)",
        "Title (2/3)",
        "Title (3/3)",
    ]
    assert [len(body(slide).body.paragraphs) for slide in (first, second, third)] == [14, 13, 13]


def test_all_parts_have_the_largest_type_that_needs_no_more_slides() -> None:
    assert {body(slide).body.font_scale for slide in lay_out(f"## T\n\n{items(17)}").deck.slides} == {1.0}


def test_the_mark_is_in_the_deck_s_language() -> None:
    slides = lay_out(f"## タイトル\n\n{items(40)}", language="ja").deck.slides
    assert title_of(slides[1]) == "タイトル（2/3）"


def test_automatic_numbers_go_on() -> None:
    first, second = lay_out(f"## T\n\n{items(20, '3.')}").deck.slides
    starts = [{p.bullet.start for p in body(slide).body.paragraphs if p.bullet} for slide in (first, second)]
    assert starts == [{3}, {13}]


def test_numbers_go_on_behind_an_item_that_is_divided() -> None:
    source = f"## T\n\n1. {f'{SENTENCE} ' * 50}\n2. second\n3. third\n"
    *_, last = lay_out(source).deck.slides
    starts = [p.bullet.start if p.bullet and p.bullet.scheme else None for p in body(last).body.paragraphs]
    assert starts == [None, 2, 2]


def test_items_stay_with_what_is_nested_in_them() -> None:
    source = "## T\n\n" + "- item\n  - nested\n  - nested\n" * 9
    for slide in lay_out(source).deck.slides:
        assert [p.level for p in body(slide).body.paragraphs][:1] == [0]


def test_an_item_longer_than_a_slide_is_divided_at_nested_ones() -> None:
    first, second = lay_out("## T\n\n- item\n" + "  - nested\n" * 24).deck.slides
    assert [p.level for p in body(second).body.paragraphs][:1] == [1]
    assert len(body(first).body.paragraphs) + len(body(second).body.paragraphs) == 25


@pytest.mark.parametrize("lead", ["### Heading", "The following holds:", "A plain line"])
def test_what_leads_to_a_list_stays_with_it(lead: str) -> None:
    source = f"## T\n\n{items(9)}\n{lead}\n\n{items(12)}"
    for slide in lay_out(source).deck.slides[:-1]:
        assert texts(slide)[-1] not in ("Heading", "The following holds:", "A plain line")


def test_what_leads_to_code_stays_with_it() -> None:
    _, second = lay_out(
        f"## T\n\n{items(9)}\nRun this:\n\n```\n{'line' * 3}\n" + "line\n" * 14 + "```\n"
    ).deck.slides
    assert "Run this:" in texts(second)


def test_no_item_stands_alone_on_the_last_slide() -> None:
    for count in range(17, 40):
        slides = lay_out(f"## T\n\n{items(count)}").deck.slides
        lengths = [len(body(slide).body.paragraphs) for slide in slides]
        assert max(lengths) - min(lengths) <= 1, lengths


def test_a_paragraph_longer_than_a_slide_is_divided_behind_a_sentence() -> None:
    slides = lay_out(f"## T\n\n{f'{SENTENCE} ' * 70}").deck.slides
    parts = [texts(slide)[0] for slide in slides]
    assert len(parts) > 1
    assert all(part.endswith("captain.") for part in parts)
    assert " ".join(parts) == " ".join([SENTENCE] * 70)


def test_a_word_longer_than_a_line_stays_in_its_box() -> None:
    laid = lay_out(f"## T\n\n{'x' * 3000}", settings=LayoutSettings(report_fits=True))
    assert all(fit.used <= fit.room for slide in laid.deck.slides for fit in slide.fits)


def test_notes_go_with_the_first_part() -> None:
    first, second = lay_out(f"## T\n\n{items(20)}\n::: notes\nSaid.\n:::\n").deck.slides
    assert first.notes is not None
    assert second.notes is not None
    assert text_of(first.notes.body.paragraphs) == ["Said."]
    assert text_of(second.notes.body.paragraphs) == [words_for("en").notes_continued]


def test_a_divided_slide_stays_one_slide_in_the_source() -> None:
    deck = lay_out(f"## A {{#a}}\n\n{items(20)}\n## B {{#b}}\n\n[to A](#a)\n").deck
    assert deck.anchors["a"] == 0
    assert deck.anchors["b"] == 2
    assert [slide.anchor for slide in deck.slides] == ["a", "", "b"]


def test_sections_begin_at_the_first_part() -> None:
    deck = lay_out(f"# One\n\n## A\n\n{items(20)}\n# Two\n\n## B\n\nText.\n").deck
    assert deck.sections == (("One", 0), ("Two", 3))


def test_footnotes_stand_on_the_part_with_their_mark() -> None:
    first, second = lay_out(f"## T\n\n{items(10)}- last[^a]\n{items(9)}\n[^a]: Foot.\n").deck.slides
    noted = [bool(shapes(slide, "Footnotes")) for slide in (first, second)]
    marked = [any("last1" in text for text in texts(slide)) for slide in (first, second)]
    assert noted == marked
    assert sorted(noted) == [False, True]


def test_only_the_part_with_a_mark_keeps_room_for_its_footnote() -> None:
    note = f"[^a]: {SENTENCE * 9}\n"
    first, second = lay_out(f"## T\n\n- first[^a]\n{items(23)}\n{note}").deck.slides
    assert [bool(shapes(slide, "Footnotes")) for slide in (first, second)] == [True, False]
    assert [shape.box is None for shape in shapes(second, "obj")] == [True]
    (text,), (foot,) = shapes(first, "obj"), shapes(first, "Footnotes")
    assert box_of(text, first).bottom < box_of(foot, first).y
    plain = lay_out(f"## T\n\n- first\n{items(23)}").deck.slides
    assert len(body(second).body.paragraphs) > len(body(plain[1]).body.paragraphs)


def test_text_beside_a_picture_goes_on_across_the_slide() -> None:
    source = "## T\n\n" + f"- {SENTENCE}\n" * 24 + "\n![](tall.png)\n"
    first, second = lay_out(source, {"tall.png": (400, 600)}).deck.slides
    assert [layout_name(first), layout_name(second)] == ["Content and Picture", "Title and Content"]


def test_columns_go_on_beside_each_other() -> None:
    column = f"::: column\n{items(20)}:::\n"
    first, second = lay_out(f"## T\n\n::: columns\n{column}{column}:::\n").deck.slides
    for slide in (first, second):
        left, right = (
            len(shape.body.paragraphs) for shape in shapes(slide, "obj") if isinstance(shape, TextShape)
        )
        assert left == right


def test_a_comparison_repeats_its_headings() -> None:
    column = f"::: column\n### Head\n\n{items(20)}:::\n"
    slides = lay_out(f"## T\n\n::: columns\n{column}{column}:::\n").deck.slides
    assert [texts(slide).count("Head") for slide in slides] == [2, 2]


def test_cards_go_on_row_by_row() -> None:
    card = f"### Card\n\n{SENTENCE} {SENTENCE} {SENTENCE} {SENTENCE}\n\n"
    slides = lay_out(f"## T\n\n::: cards\n{card * 12}:::\n").deck.slides
    cards = [len(shapes(slide, "Card")) for slide in slides]
    assert sum(cards) == 12
    assert len(cards) > 1


def test_the_attribution_stands_at_the_end_of_a_quotation() -> None:
    slides = lay_out(f"## T\n\n> {f'{SENTENCE} ' * 40}\n>\n> — Somebody\n").deck.slides
    assert len(slides) > 1
    assert [("— Somebody" in texts(slide)) for slide in slides] == [False] * (len(slides) - 1) + [True]


def test_code_goes_on_with_its_numbers_and_its_title_once() -> None:
    code = "".join(f"line {number}\n" for number in range(1, 61))
    slides = lay_out(f'## T\n\n```py {{.numberLines title="x.py"}}\n{code}```\n').deck.slides
    lines = [text for slide in slides for text in texts(slide)]
    assert lines == ["x.py", *(f"{number:>2}  line {number}" for number in range(1, 61))]


def test_code_is_divided_behind_a_blank_line() -> None:
    code = "def one():\n    two()\n    three()\n\n" * 12
    for slide in lay_out(f"## T\n\n```py\n{code}```\n").deck.slides:
        assert texts(slide)[0].startswith("def")


def test_a_line_of_code_too_long_is_broken_and_marked() -> None:
    words = " ".join(["word"] * 60)
    laid = lay_out(f"## T\n\n```\n{words}\n```\n")
    (line,) = texts(laid.slide)
    assert line.replace("\v↪ ", "") == words
    assert "\v↪ " in line
    assert laid.codes == ("code-wrapped",)


def test_captions_of_divided_tables_say_which_part_they_are() -> None:
    rows = "".join(f"| {number} |\n" for number in range(40))
    slides = lay_out(f"## T\n\n| H |\n|---|\n{rows}\nTable: Numbers\n").deck.slides
    assert [texts(slide)[-1] for slide in slides] == [f"Numbers ({n}/{len(slides)})" for n in (1, 2, 3)]


def test_a_row_higher_than_a_slide_is_divided_between_its_lines() -> None:
    laid = lay_out(f"## T\n\n| A | B |\n|---|---|\n| short | {f'{SENTENCE} ' * 60} |\n")
    cells = [row.cells for slide in laid.deck.slides for row in table(slide).rows[1:]]
    assert laid.codes == ()
    assert len(cells) > 1
    assert [text_of(row[0].paragraphs)[0] for row in cells] == ["short"] + [""] * (len(cells) - 1)
    assert " ".join(text_of(row[1].paragraphs)[0] for row in cells) == " ".join([SENTENCE] * 60)


def test_a_word_broken_in_a_narrow_cell_is_not_parted_by_the_end_of_a_slide() -> None:
    words = " ".join(["straightforwardness", "of", "a", "captain"] * 12)
    header = " | ".join(["notwithstanding", "irresponsibilities", *"ABC"])
    row = f"| {words} | Donaudampfschifffahrt | c | d | e |\n"
    table = f"| {header} |\n{'|---' * 5}|\n{row}"
    empty = "::: column\ntext\n:::\n"
    laid = lay_out(f"## T\n\n::: columns\n{empty * 3}::: column\n{table}:::\n:::\n")
    shown = [
        word for slide in laid.deck.slides for shape in shapes(slide, "Table") for word in first_cells(shape)
    ]
    assert "table-too-wide" in laid.codes
    assert len(laid.deck.slides) > 1
    assert shown == words.split()


def test_a_word_too_wide_for_its_column_names_it() -> None:
    header = " | ".join(f"Column{number}" + "x" * 12 for number in range(14))
    laid = lay_out(f"## T\n\n| {header} |\n{'|---' * 14}|\n")
    assert laid.codes == ("table-too-wide",)


@pytest.mark.parametrize("title", [60, 110])
def test_titles_keep_to_two_lines(title: int) -> None:
    assert lay_out(f"## {'word ' * (title // 5)}\n\nText.\n").codes == ()


def test_a_title_too_long_takes_room_from_what_stands_below() -> None:
    laid = lay_out(f"## {'word ' * 120}\n\n{items(3)}", settings=LayoutSettings(report_fits=True))
    title, content = body(laid.slide, "title"), body(laid.slide)
    assert laid.codes == ("title-too-long",)
    assert title.box is not None
    assert content.box is not None
    assert title.box.bottom <= content.box.y
    assert all(fit.used <= fit.room for fit in laid.slide.fits)


def test_a_slide_may_have_to_stay_whole() -> None:
    laid = lay_out(f"## T {{fit=shrink}}\n\n{items(24)}", settings=LayoutSettings(report_fits=True))
    assert laid.codes == ("text-overflow",)
    assert all(fit.used <= fit.room for fit in laid.slide.fits)


def test_a_slide_may_have_to_fit_as_it_is() -> None:
    assert lay_out(f"## T {{fit=error}}\n\n{items(10)}").codes == ()
    laid = lay_out(f"## T {{fit=error}}\n\n{items(20)}")
    assert laid.codes == ("slide-too-full",)
    assert len(laid.deck.slides) == 2


def test_the_deck_says_what_slides_do_that_say_nothing() -> None:
    source = f"## A\n\n{items(20)}\n## B {{fit=split}}\n\n{items(20)}"
    laid = lay_out(source, settings=LayoutSettings(fit="shrink"))
    assert laid.codes == ("text-overflow",)
    assert len(laid.deck.slides) == 3


def test_dividing_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        source = f"## T\n\n{items(count)}"
        start = process_time()
        slides = lay_out(source).deck.slides
        assert sum(len(body(slide).body.paragraphs) for slide in slides) == count
        return process_time() - start

    seconds(50)
    assert seconds(2000) < 12 * max(seconds(500), 0.02)


def test_dividing_one_paragraph_looks_at_text_in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not, for each slide that it fills, at all that is left."""
    looked_at = 0

    def count(runs: Sequence[tuple[str, Face, float]], first: float, other: float) -> list[Line]:
        nonlocal looked_at
        looked_at += sum(len(text) for text, _, _ in runs)
        return break_lines(runs, first, other)

    def look(sentences: int) -> int:
        nonlocal looked_at
        looked_at = 0
        source = f"{SENTENCE} " * sentences
        slides = lay_out(f"## T\n\n{source}").deck.slides
        assert len(slides) > sentences // 50
        assert " ".join(text for slide in slides for text in texts(slide)).split() == source.split()
        return looked_at

    for module in (measure, text_split):
        monkeypatch.setattr(module, "break_lines", count)
    assert look(1000) < 2.5 * look(500)


def test_tables_of_one_slide_s_parts_have_the_same_columns() -> None:
    rows = "".join(f"| {'word ' * (number % 7)} | {number} |\n" for number in range(60))
    slides = lay_out(f"## T\n\n| A | B |\n|---|---|\n{rows}").deck.slides
    columns = {shape.columns for slide in slides for shape in slide.shapes if isinstance(shape, TableShape)}
    assert len(columns) == 1
