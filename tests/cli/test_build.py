"""``deckbuild build`` as a user meets it: what is printed, what is written, the exit code."""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main
from tests import decks
from tests.pictures import noise, png
from tests.template.packages import make_template

SLIDE = "## Slide\n\nText.\n"
WARNED = "## Slide\n\n::: colums\nText.\n:::\n"
OLD = b"an old deck"
BROKEN = "## Slide\n\n![Alt](nothing.png)\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def _write(files: dict[str, str | bytes]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(text.encode() if isinstance(text, str) else text)


def _run(*arguments: str) -> Result:
    """Run the command; whatever it writes is kept for ``test_packages.py``."""
    result = CliRunner().invoke(main, ["build", *arguments], catch_exceptions=False)
    for path in Path().rglob("*.pptx"):
        if (data := path.read_bytes()) != OLD:
            decks.packages[f"cli: {path}, {len(data)} bytes"] = data
    return result


def _lines(result: Result) -> list[str]:
    """Return what was printed to standard output, times left out."""
    return [re.sub(r"\d+\.\d\d s$", "# s", line) for line in result.stdout.splitlines()]


def _slides(path: str) -> int:
    with zipfile.ZipFile(path) as package:
        return sum(name.startswith("ppt/slides/slide") for name in package.namelist())


# What is built, and where to


def test_all_decks_of_the_project(project: Path) -> None:
    _write({"content/one/01.md": SLIDE, "content/one/02.md": SLIDE, "content/two.md": SLIDE})
    result = _run()
    assert _lines(result) == [
        "build/one.pptx: 2 slides, 0 warnings, # s",
        "build/two.pptx: 1 slide, 0 warnings, # s",
    ]
    assert (result.stderr, result.exit_code) == ("", 0)
    assert (_slides("build/one.pptx"), _slides("build/two.pptx")) == (2, 1)


def test_from_a_folder_within_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write({"content/one/01.md": SLIDE})
    monkeypatch.chdir(project / "content" / "one")
    assert _run().exit_code == 0
    assert (project / "build" / "one.pptx").exists()


@pytest.mark.parametrize("path", [".", "content"])
def test_a_projects_folder_means_all_its_decks(project: Path, path: str) -> None:
    _write({"README.md": "# Not a deck", "content/one.md": SLIDE, "content/two.md": SLIDE})
    assert len(_lines(_run(path))) == 2


def test_the_decks_named_and_no_others(project: Path) -> None:
    _write({"content/one/01.md": SLIDE, "content/two.md": SLIDE, "content/three.md": SLIDE})
    result = _run("content/one", "content/three.md", "content/one/")
    assert [line.split(":")[0] for line in _lines(result)] == ["build/one.pptx", "build/three.pptx"]


def test_a_file_in_no_project(project: Path) -> None:
    _write({"talk.md": SLIDE})
    assert _lines(_run("talk.md")) == ["build/talk.pptx: 1 slide, 0 warnings, # s"]


def test_a_deck_of_another_project_goes_into_that_ones_build(project: Path) -> None:
    _write({"../other/content/talk.md": SLIDE})
    result = _run("../other/content/talk.md")
    assert result.exit_code == 0
    assert (project.parent / "other" / "build" / "talk.pptx").exists()


def test_the_projects_settings_say_where_things_are(project: Path) -> None:
    _write({"deckbuild.toml": 'content = "decks"\noutput = "out"\n', "decks/talk.md": SLIDE})
    assert _lines(_run()) == ["out/talk.pptx: 1 slide, 0 warnings, # s"]


def test_output_may_be_a_folder(project: Path) -> None:
    _write({"content/one.md": SLIDE, "content/two.md": SLIDE})
    assert _run("-o", "deep/down").exit_code == 0
    assert sorted(os.listdir("deep/down")) == ["one.pptx", "two.pptx"]


def test_output_may_be_a_file_for_one_deck(project: Path) -> None:
    _write({"talk.md": SLIDE})
    assert _lines(_run("talk.md", "-o", "out/final.pptx")) == ["out/final.pptx: 1 slide, 0 warnings, # s"]


def test_a_build_replaces_the_old_deck_and_leaves_nothing_else(project: Path) -> None:
    _write({"talk.md": SLIDE, "build/talk.pptx": OLD})
    _run("talk.md")
    assert os.listdir("build") == ["talk.pptx"]
    assert _slides("build/talk.pptx") == 1


def test_the_same_input_gives_the_same_bytes(project: Path) -> None:
    _write({"talk.md": "---\ntitle: T\n---\n" + SLIDE + "\n![Alt](a.png)\n", "a.png": png(9, 9)})
    _run("talk.md", "-o", "one.pptx")
    _run("talk.md", "-o", "two.pptx")
    assert Path("one.pptx").read_bytes() == Path("two.pptx").read_bytes()


def test_another_brand(project: Path) -> None:
    _write({"talk.md": "---\nbrand: nothing\n---\n" + SLIDE})
    assert _run("talk.md", "--brand", "alderwick").exit_code == 0


# What goes wrong in the content: exit code 1


def test_a_warning_is_printed_and_does_no_harm(project: Path) -> None:
    _write({"talk.md": WARNED})
    result = _run("talk.md")
    assert result.stderr == (
        "talk.md:3:1: warning: `colums` is no div; its content stands as if outside. [div-unknown]\n"
        "    3 | ::: colums\n      | ^~~~~~~~~~\n"
        "    Did you mean `columns`?\n"
    )
    assert _lines(result) == ["build/talk.pptx: 1 slide, 1 warning, # s"]
    assert result.exit_code == 0


def test_an_error_is_printed_and_the_deck_built_as_far_as_it_goes(project: Path) -> None:
    _write({"talk.md": BROKEN})
    result = _run("talk.md")
    assert result.stderr == (
        "talk.md:3:1: error: There is no picture `nothing.png`. [picture-missing]\n"
        "    3 | ![Alt](nothing.png)\n      | ^~~~~~~~~~~~~~~~~~~\n"
        "    Looked for nothing.png.\n"
    )
    assert _lines(result) == ["build/talk.pptx: 1 slide, 1 error, 0 warnings, # s"]
    assert result.exit_code == 1


def test_quiet_prints_errors_only(project: Path) -> None:
    _write({"talk.md": WARNED + BROKEN})
    result = _run("talk.md", "-q")
    assert result.stdout == ""
    assert result.stderr.startswith("talk.md:8:1: error:")
    assert len(result.stderr.splitlines()) == 4


def test_verbose_prints_notes_too(project: Path) -> None:
    _write({"talk.md": "## Slide {audience=all}\n\n- One\n"})
    assert _run("talk.md").stderr == ""
    assert "note: " in _run("talk.md", "-v").stderr


def test_a_broken_deck_does_not_keep_others_from_being_built(project: Path) -> None:
    _write({"content/bad.md": "", "content/good.md": SLIDE})
    result = _run()
    assert "content/bad.md:1:1: error: The deck `bad` has no slides. [deck-empty]" in result.stderr
    assert _lines(result) == ["build/good.pptx: 1 slide, 0 warnings, # s"]
    assert result.exit_code == 1


def test_a_deck_that_cannot_be_built_leaves_the_old_one(project: Path) -> None:
    _write({"talk.md": "", "build/talk.pptx": OLD})
    assert _run("talk.md").exit_code == 1
    assert Path("build/talk.pptx").read_bytes() == OLD


def test_bytes_that_are_not_utf_8(project: Path) -> None:
    _write({"talk.md": b"## Caf\xe9\n\nText.\n"})
    result = _run("talk.md")
    assert result.stderr == (
        "talk.md:1:7: error: This is not UTF-8 text (byte 0xe9). [encoding]\n"
        "    1 | ## Caf\ufffd\n      |       ^\n    Save it as UTF-8.\n"
    )
    assert _lines(result) == ["build/talk.pptx: 1 slide, 1 error, 0 warnings, # s"]
    assert result.exit_code == 1


def test_a_project_without_decks(project: Path) -> None:
    _write({"content/readme.txt": "", "deckbuild.toml": "contnt = 1\n"})
    result = _run()
    assert result.stderr == (
        "There is no deck in content.\n"
        "deckbuild.toml:1:1: warning: The key `contnt` means nothing here. [settings-unknown-key]\n"
        "    1 | contnt = 1\n      | ^~~~~~\n"
        "    Did you mean `content`?\n"
    )
    assert result.exit_code == 1


def test_a_folder_without_markdown(project: Path) -> None:
    _write({"talk/a.txt": ""})
    result = _run("talk")
    assert result.stderr.startswith("talk: error: There is no Markdown file in this folder. [deck-empty]")
    assert result.exit_code == 1


def test_a_projects_problems_are_said_once(project: Path) -> None:
    _write({"deckbuild.toml": "[deck]\nyear = 1\n", "content/one.md": SLIDE, "content/two.md": SLIDE})
    result = _run()
    assert result.stderr.count("[settings-value]") == 1
    assert result.exit_code == 1


def test_a_place_that_cannot_be_written(project: Path) -> None:
    _write({"talk.md": SLIDE, "file": ""})
    result = _run("talk.md", "-o", "file/out")
    assert re.fullmatch(
        r".*file/out/talk\.pptx: error: It cannot be written: Not a directory\. \[output-unwritable\]\n"
        r"    Close it if it is open, or name another place with -o\.\n",
        result.stderr,
    )
    assert (result.stdout, result.exit_code) == ("", 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(project: Path) -> None:
    _write({"talk.md": SLIDE})
    Path("build").mkdir(mode=0o555)
    assert "Permission denied" in _run("talk.md").stderr


# Wrong usage: exit code 2


def _usage_error(*arguments: str) -> str:
    result = _run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    return result.stderr.split("\n\n", 1)[1]


def test_nothing_to_build_here(project: Path) -> None:
    assert _usage_error() == (
        "Error: There is no content/ folder and no deckbuild.toml here or above.\n"
        "Name a deck, or write one to start from: deckbuild new my-talk\n"
    )


def test_a_path_that_is_not_there(project: Path) -> None:
    assert (
        _usage_error("nothing.md")
        == "Error: Invalid value for '[PATH]...': Path 'nothing.md' does not exist.\n"
    )


def test_a_file_that_is_no_markdown(project: Path) -> None:
    _write({"talk.txt": ""})
    assert _usage_error("talk.txt") == "Error: Invalid value for PATH: talk.txt is no .md file\n"


def test_one_file_for_two_decks(project: Path) -> None:
    _write({"content/one.md": SLIDE, "content/two.md": SLIDE})
    assert _usage_error("-o", "out.pptx") == (
        "Error: Invalid value for -o: one file cannot hold 2 decks: name a folder\n"
    )
    assert not Path("out.pptx").exists()


def test_two_decks_that_would_be_one_file(project: Path) -> None:
    _write({"content/talk/01.md": SLIDE, "content/talk.md": SLIDE})
    assert _usage_error() == (
        "Error: Invalid value for PATH: content/talk and content/talk.md would both be build/talk.pptx\n"
    )
    assert not Path("build").exists()


def test_an_unknown_option(project: Path) -> None:
    assert "No such option" in _usage_error("--quite")


# Help


def test_the_help_of_the_program() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert "build     Build decks from Markdown." in result.output
    assert "new       Write a small working deck to start from." in result.output
    assert "Exit codes: 0 built; 1 nothing built, or errors in the content; 2" in result.output


def test_the_help_of_build() -> None:
    result = CliRunner().invoke(main, ["build", "-h"])
    assert result.exit_code == 0
    for option in ("-o, --output PATH", "--brand NAME", "--full-images", "--fit-report", "-q, --quiet"):
        assert option in result.output
    assert "  deckbuild build talk.md -o talk.pptx         one file, written where you say\n" in result.output


def test_the_fit_report(project: Path) -> None:
    _write({"talk.md": "## One\n\n- Item\n\n---\n\n## Two\n\nText.\n"})
    result = _run("talk.md", "--fit-report", "--fit-report-json", "fits.json")
    printed = [line for line in result.stdout.splitlines() if line.startswith("  ")]
    assert [line.split()[0] for line in printed] == ["1", "Title", "Content", "2", "Title", "Text"]
    assert printed[0].endswith("talk.md:1:1")
    assert re.search(r" +\d+% +\d+ pt left +\d+ pt type$", printed[1])
    (deck,) = json.loads(Path("fits.json").read_text(encoding="utf-8"))
    assert [(slide["number"], slide["title"], slide["line"]) for slide in deck["slides"]] == [
        (1, "One", 1),
        (2, "Two", 7),
    ]
    box = deck["slides"][0]["boxes"][1]
    assert 0 < box["full"] < 1
    assert box["full"] == pytest.approx(box["height"] / box["room"], abs=0.01)


def test_a_fit_report_that_cannot_be_written(project: Path) -> None:
    _write({"talk.md": SLIDE})
    result = _run("talk.md", "--fit-report-json", "missing/fits.json")
    assert result.exit_code == 1
    assert "missing/fits.json cannot be written" in result.output


@pytest.mark.parametrize(
    ("arguments", "settings", "kept"),
    [((), "", False), (("--full-images",), "", True), ((), "full_images = true\n", True)],
)
def test_oversized_pictures(arguments: tuple[str, ...], settings: str, kept: bool, project: Path) -> None:
    photo = noise(1600, 800)
    _write(
        {"talk/01.md": "## T\n\n![A](a.png){width=2in}\n", "talk/a.png": photo, "talk/deck.toml": settings}
    )
    assert _run("talk", *arguments).exit_code == 0
    with zipfile.ZipFile("build/talk.pptx") as package:
        media = [package.read(name) for name in package.namelist() if name.startswith("ppt/media/")]
    assert (photo in media) is kept
    assert (sum(map(len, media)) > len(photo)) is kept


def test_the_version() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert re.fullmatch(r"deckbuild, version \d+\.\d+\.\d+\n", result.output)


def test_a_command_that_is_not_there() -> None:
    result = CliRunner().invoke(main, ["biuld"])
    assert result.exit_code == 2
    assert "No such command 'biuld'" in result.output


# What a deck was built of, and whether it must be built again


def test_a_deck_whose_inputs_have_not_changed_is_left_as_it_is(project: Path) -> None:
    _write({"talk.md": WARNED})
    first = _run("talk.md")
    before = Path("build/talk.pptx").stat()
    second = _run("talk.md")
    assert _lines(second) == ["build/talk.pptx: 1 slide, 1 warning, unchanged"]
    assert (second.stderr, second.exit_code) == (first.stderr, 0)
    assert Path("build/talk.pptx").stat() == before
    _write({"talk.md": SLIDE})
    assert _lines(_run("talk.md")) == ["build/talk.pptx: 1 slide, 0 warnings, # s"]


def test_force_builds_it_again(project: Path) -> None:
    _write({"talk.md": SLIDE})
    _run("talk.md")
    data = Path("build/talk.pptx").read_bytes()
    assert _lines(_run("talk.md", "--force")) == ["build/talk.pptx: 1 slide, 0 warnings, # s"]
    assert Path("build/talk.pptx").read_bytes() == data


@pytest.mark.parametrize("times", [1, 2])
def test_manifest_and_depfile(times: int, project: Path) -> None:
    picture = png(9, 9)
    _write({"content/my talk/01.md": "## Slide\n\n![A square](a.png)\n", "content/my talk/a.png": picture})
    for _ in range(times):
        _run("--manifest", "out.json", "--depfile", "out.d")
    (entry,) = json.loads(Path("out.json").read_text())
    assert entry["deck"] == "content/my talk"
    assert entry["output"] == "build/my talk.pptx"
    assert entry["sha256"] == hashlib.sha256(Path("build/my talk.pptx").read_bytes()).hexdigest()
    assert [item["path"] for item in entry["inputs"]] == ["content/my talk/01.md", "content/my talk/a.png"]
    assert entry["inputs"][1]["sha256"] == hashlib.sha256(picture).hexdigest()
    assert Path("out.d").read_text() == (
        "build/my\\ talk.pptx: \\\n  content/my\\ talk/01.md \\\n  content/my\\ talk/a.png\n"
        "content/my\\ talk/01.md:\ncontent/my\\ talk/a.png:\n"
    )


def test_a_manifest_names_a_template_from_elsewhere(project: Path) -> None:
    _write({"talk.md": SLIDE, "../house.potx": make_template()})
    _run("talk.md", "--template", "../house.potx", "--manifest", "out.json")
    (entry,) = json.loads(Path("out.json").read_text())
    assert [item["path"] for item in entry["inputs"]] == ["../house.potx", "talk.md"]


def test_the_date_of_the_source_is_the_decks(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    _write({"talk.md": SLIDE})
    _run("talk.md")
    with zipfile.ZipFile("build/talk.pptx") as package:
        assert b">2017-07-14T00:00:00Z</dcterms:created>" in package.read("docProps/core.xml")
