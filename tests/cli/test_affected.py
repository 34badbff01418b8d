"""``check --affected`` and ``i18n check --affected``: the decks that changed files belong to."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuild.cli import main
from tests.pictures import png

FILES: dict[str, str | bytes] = {
    "content/first/01.md": "## One\n\n![A square](/assets/shared.png)\n",
    "content/second/01.md": "## Two\n\n![A square](own.png)\n\n[](https://example.org)\n",
    "content/second/own.png": png(9, 9),
    "content/third.md": "## Three\n\n![A square](lost.png)\n",
    "assets/shared.png": png(99, 99),
    "README.md": "# Nobody's slides\n",
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three decks, in the folder to stand in."""
    monkeypatch.chdir(tmp_path)
    for path, content in FILES.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content if isinstance(content, bytes) else content.encode())


def _checked(*files: str) -> list[str]:
    """Return the decks that are checked when ``files`` have changed."""
    result = CliRunner().invoke(
        main, ["check", "--affected", "--report", "found.md", *files], catch_exceptions=False
    )
    rows = [line.split("`")[1] for line in Path("found.md").read_text().splitlines() if "| `" in line]
    failing = {"content/third.md"}
    assert result.exit_code == (1 if failing.intersection(rows) else 0)
    return rows


@pytest.mark.parametrize(
    ("file", "decks"),
    [
        ("content/second/01.md", ["content/second"]),
        ("content/second/own.png", ["content/second"]),
        ("content/second/gone/deep.png", ["content/second"]),
        ("content/second", ["content/second"]),
        ("content/third.md", ["content/third.md"]),
        ("assets/shared.png", ["content/first"]),
        ("lost.png", ["content/third.md"]),
        ("content/lost.png", ["content/third.md"]),
        ("deckbuild.toml", ["content/first", "content/second", "content/third.md"]),
        ("glossary.csv", ["content/first", "content/second", "content/third.md"]),
        ("README.md", []),
        ("/no/project", []),
    ],
)
def test_a_file_leads_to_the_decks_made_of_it(file: str, decks: list[str]) -> None:
    """Be it in the deck's folder, shared, settings, or gone; ``lost.png`` is looked for in two places."""
    assert _checked(file) == decks


def test_files_of_several_decks() -> None:
    assert _checked("content/second/own.png", "assets/shared.png") == ["content/first", "content/second"]


def test_nothing_changed_is_nothing_wrong() -> None:
    assert _checked() == []
    assert CliRunner().invoke(main, ["check", "--affected"]).stdout == "0 decks checked\n"


def test_projects_are_found_from_the_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path.parent)
    inside = tmp_path.name
    assert _checked(f"{inside}/assets/shared.png") == [f"{inside}/content/first"]


def test_a_shared_file_that_no_deck_uses_is_said() -> None:
    Path("assets/idle.png").write_bytes(png(9, 9))
    Path("assets/old.png").write_bytes(png(9, 9))
    result = CliRunner().invoke(main, ["check", "--affected", "assets/idle.png"])
    assert "assets/idle.png: warning" in result.stdout
    assert "assets/old.png" not in result.stdout
    assert "0 decks checked, 1 warning" in result.stdout


def test_translations_of_those_decks_alone_are_checked() -> None:
    run = CliRunner().invoke
    assert run(main, ["i18n", "extract", "--lang", "de"]).exit_code == 0

    def checked(file: str) -> list[str]:
        lines = run(main, ["i18n", "check", "--affected", file]).stdout.splitlines()
        return [line.split()[0] for line in lines if line.startswith("content/")]

    assert checked("content/first/locale/de.po") == ["content/first"]
    assert checked("assets/shared.png") == ["content/first"]
    assert checked("assets/shared.de.png") == ["content/first"]
    assert checked("README.md") == []


def test_without_it_a_path_must_be_there() -> None:
    result = CliRunner().invoke(main, ["check", "content/nowhere"])
    assert result.exit_code == 2
    assert "Path 'content/nowhere' does not exist." in result.stderr
