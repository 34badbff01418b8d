"""``deckbuild template``: what a template has, what is unwise about it, and a brand made of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from deckbuild.brand import load_brand
from deckbuild.brand.mapping import map_layouts
from deckbuild.cli import main
from deckbuild.diagnostics import Collector
from deckbuild.source import Span
from deckbuild.template import open_template
from deckbuild.workspace import DiskWorkspace, MemoryWorkspace
from tests import decks
from tests.template.spoiled import ALDERWICK, spoil


@pytest.fixture(autouse=True)
def _in_an_empty_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def _write_plain(name: str = "plain.pptx") -> None:
    """Write python-pptx's own template: 4:3, no notes master."""
    Presentation().save(name)


def test_inspect_sketches_each_layout_and_says_what_slides_use() -> None:
    _write_plain()
    shown = _run("template", "inspect", "plain.pptx")
    assert shown.exit_code == 0
    assert (
        """
Layout 1: Title Slide (title)
    used for: title
    +--------------------------------------------+
    |                                            |
    |                                            |
    |                                            |
    |                                            |
    |                                            |
    |   .------------------------------------.   |
    |   :title                               :   |
    |   .------------------------------------.   |
    |                                            |
    |       .----------------------------.       |
    |       :subtitle 1                  :       |
    |       :                            :       |
    |       .----------------------------.       |
    |                                            |
    |                                            |
    |  date 10      footer 11        number 12   |
    +--------------------------------------------+
    title        612 x 116 pt   44 pt Calibri
    subtitle 1   504 x 138 pt   32 pt Calibri
"""
        in shown.output
    )
    assert "    columns            4: Two Content\n" in shown.output
    assert "its type is twoObj" in shown.output


def test_inspect_as_json() -> None:
    shown = json.loads(_run("template", "inspect", str(ALDERWICK), "--json").output)
    assert shown["slide_size"] == [960, 540]
    assert shown["masters"][0]["heading_font"] == "Calibri"
    assert [layout["name"] for layout in shown["layouts"]][:2] == ["Title Slide", "Section Header"]
    assert shown["layouts"][2]["used_for"] == ["text"]
    code = shown["slide_kinds"]["code"]
    assert (code["layout"], code["composed"]) == ("Code", False)
    assert code["placeholders"]["code"] == [{"type": "body", "index": 1}]


def test_inspect_draws_pictures() -> None:
    shown = _run("template", "inspect", str(ALDERWICK), "--pictures", "out/pictures")
    assert shown.exit_code == 0
    drawing = Path("out/pictures/layouts.svg").read_text(encoding="utf-8")
    assert "15 Statement" in drawing
    assert Path("out/pictures/layouts.png").read_bytes().startswith(b"\x89PNG")


def test_check_says_what_is_unwise_and_strict_fails_for_it() -> None:
    _write_plain()
    checked = _run("template", "check", "plain.pptx")
    assert checked.exit_code == 0
    codes = [line.rpartition("[")[2] for line in checked.output.splitlines() if not line.startswith(" ")]
    assert codes == ["template-layout-missing]", "template-notes]", "template-proportion]"]
    assert _run("template", "check", "--strict", "plain.pptx").exit_code == 1


def test_check_as_json() -> None:
    _write_plain()
    found = json.loads(_run("template", "check", "--json", "plain.pptx").output)
    assert found[1] == {
        "file": "plain.pptx",
        "severity": "warning",
        "code": "template-notes",
        "message": "There is no notes master: notes pages get a plain one in the theme's fonts.",
        "hint": "Open View, Notes Master in PowerPoint, and save.",
    }


def test_check_of_what_is_no_template() -> None:
    Path("x.pptx").write_bytes(b"no zip file")
    checked = _run("template", "check", "x.pptx")
    assert checked.exit_code == 1
    assert "x.pptx: error: It cannot be used as a template: it is not a" in checked.stderr
    assert json.loads(_run("template", "check", "x.pptx", "--json").output)[0]["code"] == "template-unusable"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("font", "`Acme Grotesk`, on `Title Slide`, comes neither with Office nor in this file. "
                 "[template-font]"),
        ("color", "is hard to read: F4F4F4 on FFFFFF is 1.1 to 1. [template-contrast]"),
        ("size", "Text on `Title and Content` is 12 pt: too small to be read from the last row. "
                 "[template-small-type]"),
        ("autofit", "does not shrink when somebody types more than there is room for. [template-autofit]"),
        ("title", "There is no title placeholder on `Two Content`: outlines and screen readers find none. "
                  "[template-title]"),
        ("name", "`Two Content` is the name of more than one layout, so that it names none for certain. "
                 "[template-layout-name]"),
        ("nameless", "1 of 15 layouts have no name to ask for them by. [template-layout-name]"),
        ("off", "A placeholder on `Title and Content` reaches over the slide's edge. [template-off-slide]"),
        ("number", "`Title and Content` has no slide number. [template-number]"),
    ],
)  # fmt: skip
def test_each_thing_that_is_unwise(what: str, said: str) -> None:
    Path("spoiled.pptx").write_bytes(spoil(what))
    lines = _run("template", "check", "spoiled.pptx").output.splitlines()
    assert any(line.endswith(said) for line in lines), lines


def test_map_writes_a_brand_that_maps_as_the_template_does() -> None:
    """What is read back is what was found: names, layouts, and no complaint."""
    Path("assets/brands/plain").mkdir(parents=True)
    _write_plain("assets/brands/plain/plain.pptx")
    written = _run("template", "map", "assets/brands/plain/plain.pptx", "--name", 'Pläin "&" Co')
    assert written.exit_code == 0
    Path("assets/brands/plain/brand.toml").write_text(written.output, encoding="utf-8")
    collector, workspace = Collector(), DiskWorkspace(Path.cwd())
    brand = load_brand("plain", Span("x"), workspace, collector)
    assert collector.sorted() == []
    assert brand is not None
    template = open_template(brand.template, MemoryWorkspace({}))
    mapped = map_layouts(template)
    assert brand.name == 'Pläin "&" Co'
    assert brand.layouts == {
        kind: template.layouts[found.layout_index].name
        for kind, found in mapped.items()
        if not found.composed
    }
    Path("content/talk.md").write_text("# Part\n\n## Hello\n\n- world\n", encoding="utf-8")
    built = _run("build", "--brand", "plain")
    assert (built.stderr, built.exit_code) == ("", 0)
    decks.packages["cli: a mapped brand"] = Path("build/talk.pptx").read_bytes()


def test_map_does_not_write_names_that_several_layouts_have() -> None:
    deck = Presentation()
    deck.slide_layouts[3].name = deck.slide_layouts[1].name
    deck.save("twice.pptx")
    text = _run("template", "map", "twice.pptx").output
    assert '\n# text = "Title and Content"\n' in text
    assert '\ntitle = "Title Slide"\n' in text


def test_a_mapped_brand_without_its_template_looks_like_it() -> None:
    """Colours, sizes and faces as found are enough to make a template of."""
    Path("assets/brands/like").mkdir(parents=True)
    text = _run("template", "map", str(ALDERWICK), "--name", "Like").output
    assert 'template = "template.pptx"\n' in text
    text = text.replace('template = "template.pptx"\n', "")
    Path("assets/brands/like/brand.toml").write_text(text, encoding="utf-8")
    made = _run("brand", "make", "like")
    assert (made.stderr, made.exit_code) == ("", 0)
    shown = json.loads(_run("template", "inspect", "build/like.potx", "--json").output)
    before = json.loads(_run("template", "inspect", str(ALDERWICK), "--json").output)
    assert shown["masters"][0]["colors"] == before["masters"][0]["colors"]


def test_help() -> None:
    assert "whatever their names" in " ".join(_run("template", "-h").output.split())
    assert (
        "deckbuild template map acme.potx > assets/brands/acme/brand.toml"
        in _run("template", "map", "-h").output
    )
