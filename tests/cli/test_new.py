"""``deckbuild new``: a deck to start from, which builds without a word."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main
from tests import decks


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def test_a_new_deck_builds_without_a_warning() -> None:
    result = _run("new", "my-talk")
    assert result.output == "Wrote content/my-talk. Build it: deckbuild build content/my-talk\n"
    built = _run("build")
    assert (built.stderr, built.exit_code) == ("", 0)
    assert built.stdout.startswith("build/my-talk.pptx: ")
    decks.packages["cli: a new deck"] = Path("build/my-talk.pptx").read_bytes()


@pytest.mark.parametrize(
    ("name", "folder", "title"),
    [
        ("my-talk", "my-talk", "My talk"),
        ("Cloud basics", "Cloud-basics", "Cloud basics"),
        ('Say "hi"', "Say-hi", "Say hi"),
        ("Résumé", "Résumé", "Résumé"),
        ("C++ in a day", "C-in-a-day", "C++ in a day"),
        ("two\nlines", "two-lines", "Two lines"),
        ("../escape", "", ""),
        ("..", "", ""),
        ("", "", ""),
        ("a/b", "", ""),
        ("a\\b", "", ""),
    ],
)
def test_names(name: str, folder: str, title: str) -> None:
    result = _run("new", name)
    if not folder:
        assert result.exit_code == 2
        assert "a name of letters, digits and hyphens is wanted" in result.stderr
        assert not Path("content").exists()
    else:
        settings = tomllib.loads(Path("content", folder, "deck.toml").read_text(encoding="utf-8"))
        assert settings["title"] == title


def test_nothing_is_overwritten() -> None:
    _run("new", "talk")
    Path("content/talk/01-start.md").write_text("mine", encoding="utf-8")
    result = _run("new", "talk")
    assert result.exit_code == 2
    assert "content/talk exists already" in result.stderr
    assert Path("content/talk/01-start.md").read_text(encoding="utf-8") == "mine"


def test_it_goes_into_the_project_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("content/old").mkdir(parents=True)
    monkeypatch.chdir("content/old")
    _run("new", "talk")
    assert (tmp_path / "content" / "talk" / "deck.toml").exists()


def test_a_place_that_cannot_be_written() -> None:
    Path("content").write_text("a file", encoding="utf-8")
    result = _run("new", "talk")
    assert result.exit_code == 1
    assert result.stderr == "Error: content/talk cannot be written: Not a directory.\n"


def test_help() -> None:
    result = _run("new", "--help")
    assert result.exit_code == 0
    assert "Nothing that exists is overwritten." in " ".join(result.output.split())
