"""The check of words must notice every word that is lost, doubled, joined or out of place."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches

from ..exploring import examples
from .words import assert_words_whole, compare
from .words_source import source_words

Table = list[list[str]]


def deck(*slides: tuple[str, str | Table, str]) -> bytes:
    """Return a deck of slides with a title, text or a table, and notes; an empty string leaves one out."""
    presentation = Presentation()
    for title, body, notes in slides:
        slide: Any = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = title
        if isinstance(body, str):
            slide.shapes.add_textbox(0, 0, Inches(4), Inches(1)).text_frame.text = body
        else:
            frame = slide.shapes.add_table(len(body), len(body[0]), 0, 0, Inches(4), Inches(1))
            for y, row in enumerate(body):
                for x, words in enumerate(row):
                    frame.table.cell(y, x).text = words
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("source", "slides", "notes"),
    [
        ("## A *slide* {#id .class}\n\nOne **two**\nthree<br>four", "A slide One two three four", ""),
        ("# Section\n\nSubtitle\n\n## Slide\n\n- a\n  1. b\n\n---\n\nc", "Section Subtitle Slide a b c", ""),
        ("## S\n\n::: notes\nSaid\n:::\n\nShown\n\n## T\n\n::: notes\nMore\n:::", "S Shown T", "Said More"),
        ("## S\n\n| A | << |\n|---|---|\n| b | c |\n| ^^ | d |", "S A b c d", ""),
        ("## S\n\n| A |\n|---|\n| b |\n\nTable: Cap {widths=\"1 2\"}", "S A b Cap", ""),
        ("## S\n\n```py {title=\"x.py\"}\n# One\n::: two\n```", "S x.py # One ::: two", ""),
        ("## S\n\n`three` x^2^ ==y== H~2~O", "S three x2 y H2O", ""),
        ("## S\n\n![Alt](p.png \"Seen\"){width=40%}", "S Seen", ""),
        ('## S\n\n![Alt](p.png "Seen"){source="A. N. Other"}', "S Seen A. N. Other", ""),
        ("## S\n\n[link](http://x.org) <http://y.org>", "S link http://y.org", ""),
        ("## S\n\n::: lab {duration=\"15 min\"}\n1. do\n:::", "S 15 min do", ""),
        ("## S\n\nTerm\n:   Definition\n\n> Said\n>\n> — Who", "S Term Definition Said — Who", ""),
        ("---\ntitle: T\nauthor: [A B, C]\nwebsite: https://x.org/y/\n---\n\n## S", "T A B, C x.org/y S", ""),
    ],
)  # fmt: skip
def test_words_of_a_source(source: str, slides: str, notes: str) -> None:
    words = source_words(source)
    assert (" ".join(words.slides), " ".join(words.notes)) == (slides, notes)


def test_footnotes_are_read_apart() -> None:
    words = source_words("## S\n\nWord[^a] more\n\n[^a]: Foot\n\nlast")
    assert (words.slides, words.footnotes) == (["S", "Word", "more", "last"], ["Foot"])


SOURCE = "## Title\n\nOne two three\n\n::: notes\nSpoken words\n:::"


@pytest.mark.parametrize(
    ("body", "notes", "problem"),
    [
        ("One three", "Spoken words", "slides: 'two' is missing"),
        ("One three two", "Spoken words", "slides: 'three' is out of order"),
        ("One two two three", "Spoken words", "slides: more than the source says: two"),
        ("One twothree", "Spoken words", "slides: 'two' is missing"),
        ("One two three", "", "notes: 'Spoken' is missing"),
        ("One two three", "Spoken words Continued", "notes: more than the source says: Continued"),
    ],
)
def test_lost_doubled_and_misplaced_words_are_found(body: str, notes: str, problem: str) -> None:
    with pytest.raises(AssertionError) as caught:
        assert_words_whole(SOURCE, deck(("Title", body, notes)))
    assert problem in str(caught.value)


def test_a_slide_may_go_on() -> None:
    assert_words_whole(
        SOURCE,
        deck(("Title (1/2)", "One", "Spoken words"), ("Title (2/2)", "two three", "Continued")),
        extras=frozenset({"Continued"}),
    )


def test_only_a_continuation_may_repeat_its_title() -> None:
    with pytest.raises(AssertionError, match="more than the source says: Title"):
        assert_words_whole("## Title\n\nOne two", deck(("Title", "One", ""), ("Title", "two", "")))


def test_a_table_that_goes_on_repeats_its_header() -> None:
    source = "## T\n\n| H | I |\n|---|---|\n| a | b |\n| c | d |"
    first: Table = [["H", "I"], ["a", "b"]]
    second: Table = [["H", "I"], ["c", "d"]]
    assert_words_whole(source, deck(("T (1/2)", first, ""), ("T (2/2)", second, "")))
    with pytest.raises(AssertionError, match="more than the source says: a b"):
        assert_words_whole(source, deck(("T (1/2)", first, ""), ("T (2/2)", [*second, ["a", "b"]], "")))


def test_a_long_word_may_come_in_pieces() -> None:
    assert_words_whole("## T\n\nabcdef gh", deck(("T", "abc ↪ def gh", "")), extras=frozenset("↪"))


@settings(max_examples=examples(100))
@given(words=st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=12), data=st.data())
def test_any_word_dropped_or_doubled_is_noticed(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    assert compare(words, words) is None
    assert compare(words, words[:place] + words[place + 1 :]) is not None
    assert compare(words, [*words[:place], words[place], *words[place:]]) is not None
