"""A deck with one of each fault that a source can have: what is said of it. The flagship is clean."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main

FAULTS = Path(__file__).parent / "faults"
ROOT = Path(__file__).parents[2]
ENGLISH = "---\nlanguage: en-GB\n---\n\n"


def _check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def test_each_fault_is_found_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(FAULTS)
    result = _check("-v")
    if request.config.getoption("--update-goldens"):
        (FAULTS / "expected.txt").write_text(result.stdout, encoding="utf-8")
    assert result.stdout == (FAULTS / "expected.txt").read_text(encoding="utf-8")
    assert result.exit_code == 0


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FAULTS, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    before = sorted(tmp_path.rglob("*"))
    _check()
    assert sorted(tmp_path.rglob("*")) == before


def test_warnings_fail_when_they_are_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FAULTS)
    assert _check("--strict").exit_code == 1


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


def test_the_deck_of_faults_has_one_of_each_kind() -> None:
    """All that a source can have; the others are in ``test_finished.py``."""
    expected = (FAULTS / "expected.txt").read_text(encoding="utf-8")
    assert sorted(set(re.findall(r"\[([a-z-]+)\]$", expected, re.MULTILINE))) == [
        "alt-file-name",
        "alt-missing",
        "asset-unused",
        "attribute-value",
        "colour-foreign",
        "contrast-low",
        "ignore-malformed",
        "ignore-unused",
        "link-broken",
        "notes-missing",
        "picture-coarse",
        "rule-unknown",
        "speaking-time-long",
        "speaking-time-short",
        "table-header-missing",
        "term-spelling",
        "title-missing",
        "title-repeated",
    ]
