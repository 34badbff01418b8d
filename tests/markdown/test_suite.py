"""Small Markdown, and the model it must become: the cases under ``suite/``.

A case is its name after ``━━━``, the Markdown, and after ``──▶`` the outline of the model, with the
diagnostics last. Structure and notes are whole decks; the other files show what stands on one slide.
``REWRITE=1 pytest tests/markdown/test_suite.py`` writes what comes out now: read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from . import outline

SUITE = Path(__file__).parent / "suite"
FILES = sorted(path.stem for path in SUITE.glob("*.md"))
WHOLE_DECKS = ("structure", "notes")


def split_cases(text: str) -> list[tuple[str, str, str]]:
    """Return name, Markdown and expected outline of each case."""
    cases = []
    for case in text.split("━━━ ")[1:]:
        name, _, rest = case.partition("\n")
        source, _, expected = rest.partition("──▶\n")
        cases.append((name, source, expected))
    return cases


def outline_of(file: str, source: str) -> str:
    shown = outline.deck(source) if file in WHOLE_DECKS else outline.body(source)
    return shown + "\n"


def read_file(file: str) -> list[tuple[str, str, str]]:
    return split_cases((SUITE / f"{file}.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("file", "source", "expected"),
    [
        pytest.param(file, source, expected, id=f"{file}: {name}")
        for file in FILES
        for name, source, expected in read_file(file)
    ],
)
def test_case(file: str, source: str, expected: str) -> None:
    if "REWRITE" in os.environ:
        pytest.skip("rewriting")
    assert outline_of(file, source) == expected


@pytest.mark.skipif("REWRITE" not in os.environ, reason="set REWRITE=1 to write the suite anew")
@pytest.mark.parametrize("file", FILES)
def test_rewrite(file: str) -> None:
    cases = [f"━━━ {name}\n{source}──▶\n{outline_of(file, source)}" for name, source, _ in read_file(file)]
    (SUITE / f"{file}.md").write_text("".join(cases), encoding="utf-8")
