"""A project with one of each fault that a source can have: what is said of it. The flagship is clean."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main
from deckbuild.diagnostics import RULES
from tests.diagnostics.rule_page import read_page
from tests.pictures import noise

FAULTS = Path(__file__).parent / "faults"
"""A file a fault, called by its code; what wants settings of its own is a deck, or has a brand."""
ROOT = Path(__file__).parents[2]
ENGLISH = "---\nlanguage: en-GB\n---\n\n"
ONLY_WRITTEN = {"build-stopped", "output-unwritable"}
"""What only a build that writes can come to."""
IN_BRANDS = {"brand-incomplete", "brand-unknown-key", "brand-value", "template-unusable", "type-too-small"}
"""What a deck's sources can have, although the page shows it otherwise."""


def _check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


@pytest.fixture
def faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, with the one picture that is too large to be kept; it is where the test runs."""
    project = shutil.copytree(FAULTS, tmp_path / "project", ignore=shutil.ignore_patterns("expected.txt"))
    (project / "assets/photo.png").write_bytes(noise(2800, 2200))
    monkeypatch.chdir(project)
    return project


def _is_of_sources(code: str) -> bool:
    """Whether `deckbuild check` of a source can say a code: by what its page shows."""
    commands = " ".join(read_page(code).wrong.commands)
    is_built = commands.startswith(("deckbuild check", "deckbuild build"))
    return is_built and "--deck" not in commands and "--lang" not in commands


def test_the_project_has_each_fault_that_a_source_can_have_exactly_once(faults: Path) -> None:
    """A code that is new wants a file in ``faults/content/slides``, or a deck of its own beside."""
    reports = json.loads(_check("--format", "json").stdout)
    found = [each for report in reports for each in report["diagnostics"]]
    expected = ({code for code in RULES if _is_of_sources(code)} | IN_BRANDS) - ONLY_WRITTEN
    assert sorted(each["code"] for each in found) == sorted(expected)
    assert [
        each for each in found if each["code"] not in each["file"] and each["code"] != "rule-unknown"
    ] == []


def test_what_is_said_of_each_fault(faults: Path, request: pytest.FixtureRequest) -> None:
    result = _check("-v")
    if request.config.getoption("--update-goldens"):
        (FAULTS / "expected.txt").write_text(result.stdout, encoding="utf-8")
    assert result.stdout == (FAULTS / "expected.txt").read_text(encoding="utf-8")
    assert result.exit_code == 1


def test_nothing_is_written(faults: Path) -> None:
    before = sorted(faults.parent.rglob("*"))
    _check("content/slides")
    assert sorted(faults.parent.rglob("*")) == before


def test_warnings_fail_when_they_are_to(faults: Path) -> None:
    assert _check("content/notes-missing.md").exit_code == 0
    assert _check("content/notes-missing.md", "--strict").exit_code == 1


def test_the_flagship_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = _check("--strict")
    assert result.stdout.splitlines()[:-1] == []
    assert result.exit_code == 0


def test_rules_change_what_is_said_and_what_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.md").write_text(f"{ENGLISH}## One\n\n![](a.png)\n\n## One\n\nText.\n", encoding="utf-8")
    Path("deckbuild.toml").write_text(
        '[rules]\npicture-missing = "off"\ntitle-repeated = "error"\nalt-missing = "note"\n', encoding="utf-8"
    )
    result = _check("talk.md", "-v")
    assert re.findall(r"(note|warning|error): [^\n]* \[([a-z-]+)\]", result.stdout) == [
        ("note", "alt-missing"),
        ("error", "title-repeated"),
    ]
    assert result.exit_code == 1


def test_a_project_without_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.md").write_text(f"{ENGLISH}## One\n\nText.\n", encoding="utf-8")
    result = _check("talk.md")
    assert (result.stdout, result.exit_code) == ("1 deck checked: nothing to say against it\n", 0)


def test_shared_pictures_are_unused_only_when_no_deck_uses_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", "## A\n\n![Used](/assets/used.svg)\n"), ("b", "## B\n\nText.\n")):
        Path(f"content/{name}").mkdir(parents=True)
        Path(f"content/{name}/1.md").write_text(text, encoding="utf-8")
    Path("assets").mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="9" height="6"/></svg>'
    for name in ("used.svg", "used.de.svg", "unused.svg"):
        Path("assets", name).write_text(svg, encoding="utf-8")
    assert re.findall(r"assets/\S+(?=: warning)", _check().stdout) == ["assets/unused.svg"]
    assert re.findall(r"asset-unused", _check("content/a").stdout) == []
