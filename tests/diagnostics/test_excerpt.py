"""The text form: the line of the source, and the caret under the place whatever the line is written in."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.diagnostics.excerpt import format_excerpt
from deckbuild.source import SourceFile


def _excerpt(text: str, words: str) -> list[str]:
    """Return the line and the caret for the place of some words in a text of one line."""
    at = text.index(words)
    span = SourceFile("talk.md", text).span(at, at + len(words))
    return format_excerpt(Diagnostic("slide-empty", Severity.ERROR, span, "Message."), text).splitlines()[1:]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("see [a](b c)", "[a]", ["    1 | see [a](b c)", "      |     ^~~"]),
        ("\t- [a](b c)", "[a]", ["    1 |     - [a](b c)", "      |       ^~~"]),
        ("日本語 [字](b)", "[字]", ["    1 | 日本語 [字](b)", "      |        ^~~~"]),
        ("e\u0301t [a]", "[a]", ["    1 | e\u0301t [a]", "      |    ^~~"]),
        ("\x1b[31m [a]", "[a]", ["    1 | \ufffd[31m [a]", "      |       ^~~"]),
        ("a\u202eb [a]", "[a]", ["    1 | a\ufffdb [a]", "      |     ^~~"]),
    ],
    ids=["plain", "tab", "wide", "combining", "escape", "bidi override"],
)
def test_the_caret_stands_under_the_place(text: str, words: str, expected: list[str]) -> None:
    assert _excerpt(text, words) == expected


def test_a_long_line_is_shown_about_the_place() -> None:
    line, caret = _excerpt("x" * 500 + "[a]" + "y" * 500, "[a]")
    assert line[8] == line[-1] == "…"
    assert line[caret.index("^") :].startswith("[a]")
    assert len(line) < 120


def test_what_goes_on_is_marked_to_the_end_of_its_first_line() -> None:
    source = SourceFile("talk.md", "a [b\nc] d")
    diagnostic = Diagnostic("slide-empty", Severity.ERROR, source.span(2, 7), "Message.", "Hint.")
    assert format_excerpt(diagnostic, "a [b").splitlines()[1:] == [
        "    1 | a [b",
        "      |   ^~",
        "    Hint.",
    ]


def test_without_a_line_there_is_no_caret() -> None:
    diagnostic = Diagnostic("slide-empty", Severity.ERROR, SourceFile("talk.md", "x").span(0), "Message.")
    assert format_excerpt(diagnostic, None) == "talk.md:1:1: error: Message. [slide-empty]"


def test_colours_are_asked_for() -> None:
    diagnostic = Diagnostic("slide-empty", Severity.ERROR, SourceFile("talk.md", "x").span(0), "Message.")
    assert "\x1b[1;31merror:\x1b[0m" in format_excerpt(diagnostic, "x", in_colour=True)
