"""``<!-- deckbuild: ignore CODE reason -->``: which diagnostics it takes away."""

from __future__ import annotations

import pytest

from tests import decks

IGNORE = "<!-- deckbuild: ignore link-empty meant so -->"
FAULT = "[](https://example.org)"


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines and codes that are left."""
    built = decks.build({"talk.md": text})
    return [(each.span.line, each.code) for each in built.diagnostics]


def test_it_counts_for_the_block_that_follows_and_no_further() -> None:
    assert _lines(f"## One\n\n{IGNORE}\n\n{FAULT}\n\n{FAULT}\n") == [(7, "link-empty")]


def test_right_before_a_heading_it_counts_for_all_of_that_slide() -> None:
    text = f"## One\n\n{FAULT}\n\n{IGNORE}\n\n## Two\n\n{FAULT}\n\n- {FAULT}\n\n## Three\n\n{FAULT}\n"
    assert _lines(text) == [(3, "link-empty"), (15, "link-empty")]


def test_it_counts_for_what_is_said_of_the_slide_as_a_whole() -> None:
    comment = "<!-- deckbuild: ignore slide-id-duplicate meant so -->"
    text = f"## One {{#x}}\n\nText.\n\n## Two {{#x}}\n\n{comment}\n\nText.\n"
    assert _lines(text) == []


def test_another_code_is_still_said() -> None:
    text = f"## One\n\n<!-- deckbuild: ignore div-unknown meant so -->\n\n{FAULT}\n"
    assert _lines(text) == [(5, "link-empty")]


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("<!-- deckbuild: ignore link-empty -->", "ignore-malformed"),
        ("<!-- deckbuild: ignore -->", "ignore-malformed"),
        ("<!-- deckbuild: forget link-empty please -->", "ignore-malformed"),
        ("<!-- deckbuild: ignore link-emty meant so -->", "rule-unknown"),
    ],
)
def test_a_comment_that_is_not_understood_is_said_and_ignores_nothing(comment: str, code: str) -> None:
    assert _lines(f"## One\n\n{comment}\n\n{FAULT}\n") == [(3, code), (5, "link-empty")]


def test_in_code_it_is_code() -> None:
    assert _lines("## One\n\n```html\n<!-- deckbuild: ignore nonsense -->\n```\n") == []


def test_it_counts_for_what_the_block_takes_in_from_a_file() -> None:
    notes = '::: notes {include="script.md"}\n:::\n'
    files = {"talk.md": f"## One\n\n{IGNORE}\n\n{notes}", "script.md": f"Say {FAULT}.\n"}
    assert decks.build(files).diagnostics == ()
    files = {"talk.md": f"## One\n\n{IGNORE}\n\nText.\n\n{notes}", "script.md": f"Say {FAULT}.\n"}
    assert [str(each.span) for each in decks.build(files).diagnostics] == ["script.md:1:5"]


def test_it_counts_for_a_table_that_is_read_from_a_file() -> None:
    comment = "<!-- deckbuild: ignore table-csv the last quote is open on purpose -->"
    files = {"talk.md": f"## One\n\n{comment}\n\n![Prices](a.csv)\n", "a.csv": 'Size,Price\n"small,1\n'}
    assert decks.build(files).diagnostics == ()
