"""``deckbuild brand``: a brand to start from, and the template that is made of one."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main
from tests import decks

BRANDS = Path(__file__).parents[2] / "assets" / "brands"


@pytest.fixture(autouse=True)
def _in_an_empty_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def test_a_new_brand_builds_a_deck_without_a_warning() -> None:
    written = _run("brand", "new", "acme")
    assert written.output == "Wrote assets/brands/acme/brand.toml. See it: deckbuild build --brand acme\n"
    Path("content/talk.md").write_text("## Hello\n\n- world\n", encoding="utf-8")
    built = _run("build", "--brand", "acme")
    assert (built.stderr, built.exit_code) == ("", 0)
    decks.packages["cli: a new brand"] = Path("build/talk.pptx").read_bytes()


def test_nothing_in_a_new_brand_is_hard_to_read() -> None:
    _run("brand", "new", "Acme & Sons")
    assert (
        tomllib.loads(Path("assets/brands/Acme-Sons/brand.toml").read_text(encoding="utf-8"))["name"]
        == "Acme & Sons"
    )
    made = _run("brand", "make", "Acme-Sons")
    assert (made.stderr, made.stdout) == ("", "build/Acme-Sons.potx: 15 layouts\n")


def test_nothing_is_overwritten() -> None:
    _run("brand", "new", "acme")
    again = _run("brand", "new", "acme")
    assert again.exit_code == 2
    assert "assets/brands/acme/brand.toml exists already" in again.stderr


@pytest.mark.parametrize("name", ["", "..", "a/b", "a\\b"])
def test_names_that_are_none(name: str) -> None:
    result = _run("brand", "new", name)
    assert result.exit_code == 2
    assert "a name of letters, digits and hyphens is wanted" in result.stderr


@pytest.mark.parametrize(("output", "main_type"), [("x.pptx", "presentation"), ("out/x.potx", "template")])
def test_a_template_of_a_built_in_brand(output: str, main_type: str) -> None:
    import zipfile

    made = _run("brand", "make", "alderwick", "-o", output)
    assert (made.stdout, made.stderr, made.exit_code) == (f"{output}: 15 layouts\n", "", 0)
    with zipfile.ZipFile(output) as package:
        assert f"presentationml.{main_type}.main+xml".encode() in package.read("[Content_Types].xml")
    assert _run("template", "check", output).stdout == f"{output}: nothing to say against it.\n"


def test_a_brand_in_a_folder_anywhere(tmp_path: Path) -> None:
    shutil.copytree(BRANDS / "vesperine", tmp_path / "elsewhere")
    made = _run("brand", "make", "elsewhere")
    assert (made.stdout, made.stderr) == ("build/elsewhere.potx: 15 layouts\n", "")


def test_what_is_hard_to_read_is_said_and_the_template_is_made() -> None:
    _brand('[palette]\naccent1 = "1F5FA8"\n[palette.roles]\nmuted = "CCCCCC"\n')
    made = _run("brand", "make", "acme")
    assert made.exit_code == 0
    assert made.stdout == "build/acme.potx: 15 layouts\n"
    assert made.stderr.splitlines()[0] == (
        "assets/brands/acme/brand.toml:4:1: warning: `palette.roles.muted` on `palette.lt1` has a contrast "
        "of 1.6 to 1; text wants 4.5. [brand-contrast]"
    )


def test_errors_are_said_and_nothing_is_made() -> None:
    _brand('[palette]\naccent1 = "blue"\n')
    made = _run("brand", "make", "acme")
    assert (made.stdout, made.exit_code) == ("", 1)
    assert "assets/brands/acme/brand.toml:2:1: error: `palette.accent1` must be six" in made.stderr
    assert not Path("build").exists()


def test_a_brand_that_is_not_there() -> None:
    made = _run("brand", "make", "alderwik")
    assert made.exit_code == 1
    assert made.stderr.splitlines()[1] == "    Did you mean `alderwick`?"


def test_other_files_than_templates_are_not_written() -> None:
    assert _run("brand", "make", "alderwick", "-o", "x.pdf").exit_code == 2


@pytest.mark.parametrize(("brand", "ground"), [("vesperine", "dk1"), ("alderwick", "lt1")])
def test_the_same_content_in_another_brand(brand: str, ground: str) -> None:
    shutil.copytree(BRANDS, "assets/brands")
    Path("content/talk.md").write_text(
        "## Code\n\n```python\nx = 1\n```\n\n## Table\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n"
        "::: notes\n==Marked== on paper, by [hand](https://example.org).\n:::\n",
        encoding="utf-8",
    )
    built = _run("build", "--brand", brand)
    assert (built.stderr, built.exit_code) == ("", 0)
    deck = decks.BuiltDeck(Path("build/talk.pptx").read_bytes(), (), {}).open()
    decks.packages[f"cli: the brand {brand}"] = Path("build/talk.pptx").read_bytes()
    maps = deck.slide_masters[0].element.xpath("p:clrMap/@bg1")
    assert maps == [ground]
    notes = deck.slides[1].notes_slide.notes_text_frame._txBody.xpath(".//a:highlight/a:srgbClr/@val")
    assert notes == ["FFE79A"]


def _brand(text: str) -> None:
    Path("assets/brands/acme").mkdir(parents=True)
    Path("assets/brands/acme/brand.toml").write_text(text, encoding="utf-8")


def test_help() -> None:
    assert "docs/brand.md walks through one in ten minutes" in " ".join(_run("brand", "-h").output.split())
    assert "Exits with 1" in " ".join(_run("brand", "make", "-h").output.split())
