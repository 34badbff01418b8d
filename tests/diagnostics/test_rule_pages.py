"""Every code has a page that is true: its example says what it shows, and mended says nothing of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckbuild.diagnostics import RULES

from .rule_page import FOLDER, read_page, run_part, said_of

CODES = sorted(path.stem for path in FOLDER.glob("*.md"))
SHOWN_ELSEWHERE = {"build-stopped": "cli/test_workers.py"}
"""Codes that no example in a folder has, and the test that has what the page shows."""
TRIED = [code for code in CODES if code not in SHOWN_ELSEWHERE]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("code", TRIED)
def test_the_example_says_what_the_page_shows(
    code: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    page = read_page(code)
    assert page.wrong.commands, "a page shows the command that says it"
    said = said_of(code, run_part(page, page.wrong, tmp_path))
    assert said, f"nothing is said of {code}"
    if request.config.getoption("--update-goldens"):
        start, end = page.wrong.said_at
        (FOLDER / f"{code}.md").write_text(page.text[:start] + said + page.text[end:], encoding="utf-8")
    assert said == read_page(code).wrong.said


@pytest.mark.parametrize("code", TRIED)
def test_what_is_mended_or_ignored_is_not_said(code: str, tmp_path: Path) -> None:
    page = read_page(code)
    tried = [part for part in page.others if part.files or part.commands]
    assert tried, "a page shows how it is mended"
    for number, part in enumerate(tried):
        folder = tmp_path / str(number)
        folder.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            assert said_of(code, run_part(page, part, folder)) == "", part.name


@pytest.mark.parametrize("code", CODES)
def test_a_page_begins_with_its_code_and_severity(code: str) -> None:
    heading, blank, severity = read_page(code).text.splitlines()[:3]
    assert (heading, blank) == (f"# {code}", "")
    assert re.match(r"\*\*(\w+)\*\*", severity)[1] == RULES[code].severity.label  # type: ignore[index]


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """A new code wants a page: see the end of ``docs/diagnostics.md``."""
    assert sorted(RULES) == CODES


@pytest.mark.parametrize(("code", "where"), SHOWN_ELSEWHERE.items())
def test_what_no_example_has_is_what_another_test_expects(code: str, where: str) -> None:
    expected = (Path(__file__).parents[1] / where).read_text(encoding="utf-8")
    assert read_page(code).wrong.said.splitlines()[0] in expected


@pytest.mark.parametrize("code", CODES)
def test_links_of_a_page_lead_somewhere(code: str) -> None:
    text = read_page(code).text
    prose = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"(?<![`!])\]\(([^)`]+)\)", prose):
        if "://" not in target:
            path, _, heading = target.partition("#")
            linked = (FOLDER / path).resolve()
            assert linked.is_file(), target
            assert not heading or heading in _headings(linked), target


def _headings(page: Path) -> list[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles]
