"""Small Markdown, and the model it must become: the cases under ``suite/``.

A case is its name after ``━━━``, the Markdown, and after ``──▶`` the outline of the model, with the
diagnostics last. Structure and notes are whole decks; the other files show what stands on one slide.
``--update-goldens`` writes what comes out now: read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from . import outline

FILES = sorted((Path(__file__).parent / "suite").glob("*.md"))
WHOLE_DECKS = ("structure", "notes")


def read_cases(path: Path) -> list[tuple[str, str, str]]:
    """Return name, Markdown and expected outline of each case in a file."""
    cases = []
    for case in path.read_text(encoding="utf-8").split("━━━ ")[1:]:
        name, _, rest = case.partition("\n")
        source, _, expected = rest.partition("──▶\n")
        cases.append((name, source, expected))
    return cases


def outline_of(path: Path, source: str) -> str:
    """Return what a case's Markdown becomes."""
    return (outline.deck(source) if path.stem in WHOLE_DECKS else outline.body(source)) + "\n"


CASES = [
    pytest.param(path, source, expected, id=f"{path.stem}: {name}")
    for path in FILES
    for name, source, expected in read_cases(path)
]


@pytest.mark.parametrize(("path", "source", "expected"), CASES)
def test_case(path: Path, source: str, expected: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-goldens"):
        cases = [f"━━━ {name}\n{text}──▶\n{outline_of(path, text)}" for name, text, _ in read_cases(path)]
        path.write_text("".join(cases), encoding="utf-8")
    else:
        assert outline_of(path, source) == expected
