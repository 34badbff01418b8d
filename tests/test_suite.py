"""Every case of ``suite/``: this Markdown becomes that deck, with these diagnostics."""

from __future__ import annotations

import re

import pytest

from .suite_cases import FOLDER, Case, read_cases, rewrite

FILES = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
CASES = [case for path in FILES for case in read_cases(path)]


@pytest.fixture(scope="session", autouse=True)
def _rewrite_on_demand(request: pytest.FixtureRequest) -> None:
    """With ``--update-goldens``, write what comes out into the case files first."""
    if request.config.getoption("--update-goldens"):
        for path in FILES:
            rewrite(path, [case.come_out() for case in read_cases(path)])
        CASES[:] = [case for path in FILES for case in read_cases(path)]


each_case = pytest.mark.parametrize("number", range(len(CASES)), ids=[case.id for case in CASES])
"""By number, since ``--update-goldens`` changes the cases after they are collected."""


@each_case
def test_case(number: int) -> None:
    case = CASES[number]
    out = case.come_out()
    assert out.diagnostics == case.diagnostics
    assert out.deck == case.deck


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_names_are_told_apart(path: object) -> None:
    names = [case.name for case in CASES if case.file == getattr(path, "name", "")]
    assert len(names) == len(set(names)), "two cases of one name"
    assert names, "a file without cases"


@each_case
def test_a_diagnostic_is_a_place_a_sentence_and_what_to_do(number: int) -> None:
    for line in CASES[number].diagnostics.splitlines():
        assert re.fullmatch(r"\S+: (note|warning|error): [A-Z`].*\. \[[a-z-]+\]|    [A-Z`].*[.?]", line), line


def test_a_case_with_nothing_expected_fails() -> None:
    """Guards the runner itself."""
    case = Case("x.md", "x", {"talk.md": "## Slide\n"})
    assert case.come_out().deck != case.deck
