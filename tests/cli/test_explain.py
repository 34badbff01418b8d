"""``deckbuild explain``: the page of a code in the terminal."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main
from deckbuild.diagnostics import RULES


def _explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], catch_exceptions=False)


def test_it_shows_the_page_as_text() -> None:
    shown = _explain("speaking-time-long")
    assert shown.exit_code == 0
    assert shown.output.startswith("# speaking-time-long\n\nwarning\n\nThe notes take more than")
    assert '\n  talk.md:\n    ## Clouds {duration="5 s"}\n' in shown.output
    assert "\n    $ deckbuild check talk.md\n    talk.md:1:1: warning: The notes of" in shown.output
    assert "```" not in shown.output
    assert "](" not in shown.output


def test_a_code_may_be_copied_with_its_brackets() -> None:
    assert _explain("[alt-missing]").output.startswith("# alt-missing\n")


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("alt-mising", "Did you mean `alt-missing`?"),
        ("overlap", "Did you mean `text-overlap`?"),
        ("xyz", "`deckbuild explain` lists all."),
    ],
)
def test_of_an_unknown_code_the_nearest_are_named(code: str, hint: str) -> None:
    shown = _explain(code)
    assert (shown.exit_code, shown.output) == (2, f"There is no code `{code}`. {hint}\n")


def test_without_a_code_it_lists_all() -> None:
    listed = _explain().output.splitlines()
    assert [line.split()[0] for line in listed] == list(RULES)
