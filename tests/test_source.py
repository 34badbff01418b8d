"""Spans: file, line and column of a place in a text, counted from 1."""

from __future__ import annotations

import pytest

from deckbuild.source import SourceFile, Span


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("abc", 0, "a.md:1:1"),
        ("abc", 2, "a.md:1:3"),
        ("ab\ncd", 3, "a.md:2:1"),
        ("ab\ncd", 4, "a.md:2:2"),
        ("ab\n", 3, "a.md:2:1"),  # the end of a file that ends with a line end
        ("", 0, "a.md:1:1"),
        ("ab\r\ncd", 4, "a.md:2:1"),
        ("ab\rcd", 3, "a.md:2:1"),
        ("a\r\n\r\nb\rc\nd", 9, "a.md:5:1"),
        ("é中\n😀x", 4, "a.md:2:2"),  # characters, not bytes
        ("a\u2028b\x0bc", 4, "a.md:1:5"),  # not line ends in CommonMark
    ],
)
def test_an_offset_becomes_line_and_column(text: str, offset: int, expected: str) -> None:
    assert str(SourceFile("a.md", text).span(offset)) == expected


def test_a_span_keeps_its_offsets() -> None:
    span = SourceFile("a.md", "one\ntwo\n").span(4, 7)
    assert (span.line, span.column, span.start, span.end) == (2, 1, 4, 7)


def test_a_span_without_an_end_is_empty() -> None:
    span = SourceFile("a.md", "one").span(1)
    assert (span.start, span.end) == (1, 1)


def test_a_span_of_a_whole_file_shows_the_file_alone() -> None:
    assert str(Span("deck.toml")) == "deck.toml"
