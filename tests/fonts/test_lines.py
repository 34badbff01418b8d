"""Where lines break. In Liberation Mono at 10 pt a character is 6 pt wide, so columns can be counted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.fonts import Line, Run, break_lines, find_face

from ..exploring import examples

MONO, _ = find_face("Courier New", False, False)
SANS, _ = find_face("Arial", False, False)
BOLD, _ = find_face("Arial", True, False)
COLUMN = 6.05  # a character at 10 pt, and a little for the part of the width that is kept free


def lines_of(text: str, columns: int, first: int | None = None) -> list[str]:
    """Break a text into lines of so many columns."""
    lines = break_lines([(text, MONO, 10)], (first or columns) * COLUMN, columns * COLUMN)
    return [text[line.start : line.end] for line in lines]


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two ", "three"]),
        ("one two three", 7, ["one two ", "three"]),  # the space behind "two" hangs
        ("one   two", 4, ["one   ", "two"]),
        ("one ", 3, ["one "]),
        ("", 5, [""]),
        # hyphens and dashes between letters
        ("a well-known one", 10, ["a well-", "known one"]),
        ("the years 2019-2024", 14, ["the years ", "2019-2024"]),
        ("pass the --flag now", 13, ["pass the ", "--flag now"]),
        ("now–never", 6, ["now–", "never"]),
        # slashes are no place to break, but in what is wider than a line
        ("either and/or", 11, ["either ", "and/or"]),
        ("https://a.example/one/two", 18, ["https://a.example/", "one/two"]),
        ("a https://b.example/x-y", 18, ["a ", "https://b.example/", "x-y"]),
        # wider than a line: between characters
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("an abcdefgh ij", 4, ["an ", "abcd", "efgh ", "ij"]),
        # closing punctuation stays with its word
        ("Ah bonjour ! Salut", 10, ["Ah ", "bonjour ! ", "Salut"]),
        ("no\u00a0break here", 8, ["no\u00a0break ", "here"]),
        # hard breaks
        ("one\vtwo", 9, ["one", "two"]),
        ("one\n\ntwo\n", 9, ["one", "", "two", ""]),
    ],
)
def test_latin(text: str, columns: int, lines: list[str]) -> None:
    assert lines_of(text, columns) == lines


def test_the_first_line_has_its_own_width() -> None:
    assert lines_of("one two three four", columns=9, first=4) == ["one ", "two three ", "four"]


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("云计算是一种模式", 4, ["云计算是", "一种模式"]),
        # a full stop or a closing bracket does not begin a line, an opening one does not end it
        ("云计算是。一种", 4, ["云计算", "是。一种"]),
        ("云计算「一种」", 4, ["云计算", "「一种」"]),
        # nor does a small kana or a long vowel begin one
        ("サーバーです", 3, ["サー", "バーで", "す"]),
        ("ちょっと待つ", 3, ["ちょっ", "と待つ"]),
        # Latin words stay whole; a quarter of an em is kept between the scripts
        ("云OpenStack云", 7, ["云OpenStack", "云"]),
        # Korean is broken at its spaces
        ("클라우드 환경", 5, ["클라우드 ", "환경"]),
    ],
)
def test_east_asian(text: str, ems: float, lines: list[str]) -> None:
    broken = break_lines([(text, SANS, 10)], ems * 10.05, ems * 10.05)
    assert [text[line.start : line.end] for line in broken] == lines


def test_thai_is_not_broken_before_a_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckbuild.fonts.phrases._thai_parser", lambda: None)
    text = "หลักสูตรนี้จะสอนคุณเกี่ยวกับการจัดการเครือข่าย"
    lines = [text[line.start : line.end] for line in break_lines([(text, SANS, 10)], 60, 60)]
    assert "".join(lines) == text
    assert len(lines) > 2
    assert not any(line[0] in "ัิีึืุูั็่้๊๋์ะาำ" for line in lines)
    assert not any(line[-1] in "เแโใไ" for line in lines)


def test_thai_is_broken_between_words() -> None:
    pytest.importorskip("budoux", reason="budoux finds words: pip install deckbuild[phrases]")
    words = ["ผู้", "เรียน", "ติด", "ตั้ง", "ระบบปฏิบัติการบน", "เครื่อง", "คอมพิวเตอร์"]
    text = "".join(words)
    lines = [text[line.start : line.end] for line in break_lines([(text, SANS, 10)], 90, 90)]
    ends = {len("".join(words[: count + 1])) for count in range(len(words))}
    assert len(lines) > 2
    assert {len("".join(lines[: count + 1])) for count in range(len(lines))} <= ends


def test_widths_and_sizes() -> None:
    runs = [("Big ", SANS, 24.0), ("bold", BOLD, 12.0), (" small text", SANS, 12.0)]
    text = "Big bold small text"
    lines = break_lines(runs, 80, 80)
    assert [text[line.start : line.end] for line in lines] == ["Big bold ", "small text"]
    assert lines[0].width_pt == pytest.approx(SANS.advance("Big ", 24) + BOLD.advance("bold", 12))
    assert lines[1].width_pt == pytest.approx(SANS.advance("small text", 12))
    assert [line.size_pt for line in lines] == [24, 12]


def test_an_empty_line_has_the_size_of_the_run_its_break_is_in() -> None:
    lines = break_lines(
        [("a", SANS, 10.0), ("\v", SANS, 30.0), ("\v", SANS, 20.0), ("b", SANS, 10.0)], 99, 99
    )
    assert [(line.start, line.end, line.size_pt) for line in lines] == [(0, 1, 10), (2, 2, 20), (3, 4, 10)]


def test_no_runs_are_one_empty_line() -> None:
    assert break_lines([], 100, 100) == [Line(0, 0, 0.0, 0.0)]
    assert break_lines([("", SANS, 18.0)], 100, 100) == [Line(0, 0, 0.0, 18.0)]


# Properties

texts = st.text(st.sampled_from("aaeimnot  --–/.,!()\v\u00a0é云。「」กี่เ\u0301😀\u200d"), max_size=60)
words = st.lists(st.text(st.sampled_from("aeimnotABCé."), min_size=1, max_size=12), max_size=30).map(" ".join)
paragraphs = st.lists(
    st.tuples(texts | words, st.sampled_from([SANS, BOLD, MONO]), st.sampled_from([9.0, 18.0])), max_size=4
)
widths = st.floats(5, 300)


@settings(max_examples=examples(100))
@given(paragraphs, widths, widths)
def test_every_character_is_on_one_line(runs: list[Run], first: float, other: float) -> None:
    text = "".join(run[0] for run in runs)
    lines = break_lines(runs, first, other)
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    for line, following in pairwise(lines):
        between = text[line.end : following.start]
        assert between in ("", "\v")
        assert between or line.end > line.start


@settings(max_examples=examples(100))
@given(paragraphs, widths, widths)
def test_no_line_is_too_wide_unless_it_is_one_character_with_its_marks(
    runs: list[Run], first: float, other: float
) -> None:
    text = "".join(run[0] for run in runs)
    for number, line in enumerate(break_lines(runs, first, other)):
        drawn = [c for c in text[line.start : line.end].rstrip() if c not in "ี่\u0301\u200d"]
        assert line.width_pt <= (other if number else first) or len(drawn) <= 1 or "\u200d" in text


@settings(max_examples=examples(100))
@given(words, widths, widths)
def test_plain_words_break_the_same_in_one_run_as_in_two(text: str, first: float, other: float) -> None:
    half = len(text) // 2
    one = break_lines([(text, SANS, 18.0)], first, other)
    two = break_lines([(text[:half], SANS, 18.0), (text[half:], SANS, 18.0)], first, other)
    assert [line[:2] for line in one] == [line[:2] for line in two]
    assert [line.width_pt for line in one] == pytest.approx([line.width_pt for line in two])


@settings(max_examples=examples(100))
@given(words.map(lambda text: text.replace(".", "")), widths)
def test_a_line_is_broken_only_where_the_next_word_does_not_fit(text: str, width: float) -> None:
    lines = break_lines([(text, SANS, 18.0)], width, width)
    for line, following in pairwise(lines):
        if text[line.end - 1] == " ":
            with_next_word = text[line.start : following.start] + text[following.start :].split(" ")[0]
            assert SANS.advance(with_next_word, 18) > width * 0.997


@settings(max_examples=examples(100))
@given(paragraphs, widths)
def test_wider_lines_are_never_more(runs: list[Run], width: float) -> None:
    assert len(break_lines(runs, width * 1.5, width * 1.5)) <= len(break_lines(runs, width, width))
