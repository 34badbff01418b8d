"""Finished decks from another producer: python-pptx makes one with each fault, and only that is said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deckbuild.checking import check_file
from deckbuild.checks import finished
from deckbuild.cli import main
from deckbuild.diagnostics import RULES, format_diagnostic
from deckbuild.project import ProjectSettings
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import noise, png

from . import finished_faults as make
from .finished_faults import Fault, make_deck


def _check(data: bytes, files: dict[str, bytes] | None = None) -> list[str]:
    found = check_file(data, "deck.pptx", ProjectSettings(), MemoryWorkspace(files or {}))
    return [format_diagnostic(each).splitlines()[0].removeprefix("deck.pptx: ") for each in found]


FAULTS: list[tuple[str, Fault, list[str]]] = [
    ("sound", make.nothing, []),
    ("no title", make.no_title, ["This slide has no title. [title-missing]"]),
    ("same title", make.same_title, ["Slide 1 is called `FIRST` too. [title-repeated]"]),
    ("empty", make.empty, ["There is nothing on this slide. [slide-empty]"]),
    (
        "broken link",
        make.broken_link,
        ["The link `Text of the slide called Second.` leads to nothing: it names no host. [link-broken]"],
    ),
    ("no alt text", make.picture(""), ["`Picture 3` has no alt text. [alt-missing]"]),
    (
        "a file's name",
        make.picture("globe.png"),
        ["The alt text `globe.png` is the name of a file, and says nothing. [alt-file-name]"],
    ),
    ("good picture", make.picture("A globe"), []),
    (
        "coarse picture",
        make.picture("A globe", png(64, 32)),
        ["The picture `A globe` has 16 dots per inch here; 96 are wanted. [picture-coarse]"],
    ),
    (
        "off the slide",
        make.off_slide,
        ["`Far` reaches over the slide's edge by # pt. [shape-off-slide]"],
    ),
    (
        "overlap",
        make.overlap,
        ["`Text of the slide called Seco…` and `In the way` stand over each other by # pt. [text-overlap]"],
    ),
    (
        "overflow",
        make.overflow,
        ["`Much more than a line can hol…` runs out of its box by about # pt. [text-overflow]"],
    ),
    (
        "a box that grows off the slide",
        make.growing,
        ["`Much more than a line can hol…` reaches over the slide's edge by # pt. [shape-off-slide]"],
    ),
    (
        "title last",
        make.title_last,
        ["The title is read after `Text of the slide called Seco…`. [reading-order]"],
    ),
    (
        "upside down",
        make.upside_down,
        ["`Above` stands above `Below`, and is read after it. [reading-order]"],
    ),
    (
        "pale text",
        make.pale,
        [
            "`Text of the slide called Seco…` is hard to read: EEECE1 on FFFFFF is 1.2 to 1, "
            "and 3 is wanted. [contrast-low]"
        ],
    ),
    (
        "pale text on a shape",
        make.pale_on_shape,
        [
            "`White by the shape's own style` is hard to read: FFFFFF on EEECE1 is 1.2 to 1, "
            "and 3 is wanted. [contrast-low]"
        ],
    ),
    (
        "no header row",
        make.no_header,
        ["The table `Table 3` has no header row. [table-header-missing]"],
    ),
    (
        "small type",
        make.small,
        ["`Text of the slide called Seco…` is 8 pt: less than 10 pt. [type-too-small]"],
    ),
    (
        "no language",
        make.no_language,
        ["There is text without a language on slide 2. [language-missing]"],
    ),
    (
        "colour alone",
        make.color_alone,
        ["Only its colour tells `Stop` from the words around it. [colour-alone]"],
    ),
    (
        "foreign typeface",
        make.foreign_font,
        ["`Comic Sans MS`, on slide 2, is no typeface of the theme. [font-foreign]"],
    ),
    (
        "foreign colour",
        make.foreign_color,
        ["The colour 123456, on slide 2, is none of the theme's. [colour-foreign]"],
    ),
]


@pytest.mark.parametrize(
    ("fault", "expected"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS]
)
def test_a_fault_is_found_and_nothing_else(fault: Fault, expected: list[str]) -> None:
    found = [line.removeprefix("warning: Slide 2: ") for line in _check(make_deck(fault))]
    assert [re.sub(r"by (about )?\d+ pt", r"by \1# pt", line) for line in found] == expected


EACH: dict[str, Fault] = {
    "title-missing": make.no_title,
    "title-repeated": make.same_title,
    "slide-empty": make.empty,
    "link-broken": make.broken_link,
    "alt-missing": make.picture(""),
    "alt-file-name": make.picture("globe.png"),
    "picture-coarse": make.picture("A globe", png(64, 32)),
    "picture-heavy": make.picture("Noise", noise(2800, 2200)),
    "shape-off-slide": make.off_slide,
    "text-overlap": make.overlap,
    "text-overflow": make.overflow,
    "reading-order": make.title_last,
    "contrast-low": make.pale,
    "table-header-missing": make.no_header,
    "type-too-small": make.small,
    "language-missing": make.no_language,
    "colour-alone": make.color_alone,
    "font-foreign": make.foreign_font,
    "colour-foreign": make.foreign_color,
    "notes-missing": make.no_notes,
    "term-spelling": make.misspelling,
}
OF_THE_WHOLE = ["speaking-time-long", "speaking-time-short"]
STRICT = {
    "glossary.csv": b"term\nOpenStack\n",
    "assets/brands/strict/brand.toml": b'[palette]\naccent1 = "0E6E68"\n[notes]\nrequired = true\n',
}


def test_a_deck_with_one_of_each_fault_has_exactly_those() -> None:
    data = make_deck(*EACH.values(), notes="Ten words are what is said here, and not more.")

    def check(seconds: int) -> list[tuple[str, str]]:
        found = check_file(data, "deck.pptx", ProjectSettings(), MemoryWorkspace(STRICT), "strict", seconds)
        return [(each.message.split(":")[0], each.code) for each in found]

    expected = [(f"Slide {number}", code) for number, code in enumerate(EACH, 2)]
    whole = "The notes of the deck take about 2 min, and 60 s are planned."
    assert sorted(check(60)) == sorted([*expected, (whole, "speaking-time-long")])
    assert [code for _, code in check(3600) if code in OF_THE_WHOLE] == ["speaking-time-short"]


def test_every_rule_on_finished_decks_has_its_fault() -> None:
    """What the rules in ``checks/finished`` say are the codes that stand there in quotes."""
    quoted = {
        word
        for file in Path(finished.__file__).parent.glob("*.py")
        for word in re.findall('"([a-z-]+)"', file.read_text(encoding="utf-8"))
    }
    assert quoted & set(RULES) == {*EACH, "deck-unreadable"}, (
        "speaking times are judged in checks/speaking.py"
    )


def test_a_heavy_picture() -> None:
    (found,) = _check(make_deck(make.picture("Noise", noise(2800, 2200))))
    assert re.search(r"The picture `Noise` is \d+\.\d MB large\. \[picture-heavy\]", found)


def test_terms_are_those_of_the_projects_glossary() -> None:
    def fault(presentation: Any, slide: Any) -> None:
        slide.placeholders[1].text = "Open stack"

    assert _check(make_deck(fault), {"glossary.csv": b"term\nOpenStack\n"}) == [
        "warning: Slide 2: `Open stack` is `OpenStack` in the glossary. [term-spelling]"
    ]


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"no deck", make_deck(make.nothing)[:2000]], ids=["empty", "PK", "text", "cut"]
)
def test_what_is_no_deck_is_said(data: bytes) -> None:
    (found,) = _check(data)
    assert re.search(r"error: It cannot be read: .*\. \[deck-unreadable\]", found)


def test_a_deck_is_compared_with_the_time_that_is_planned_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.pptx").write_bytes(make_deck(make.nothing, notes="Say this."))

    def check(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["check", "-v", "--deck", "talk.pptx", *arguments])

    short = "talk.pptx: note: The notes of the deck take only about 2 s, and 45 min are planned."
    assert short in check("--duration", "45 min").stdout
    assert check("--duration", "soon").exit_code == 2
    assert "[speaking" not in check().stdout
    Path("deckbuild.toml").write_text('[deck]\nduration = "45 min"\n', encoding="utf-8")
    assert short in check().stdout


def test_the_command_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.pptx").write_bytes(make_deck(make.small))

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)

    result = run("--deck", "old.pptx")
    assert result.stdout.startswith("old.pptx: warning: Slide 2: ")
    assert result.exit_code == 0
    assert run("--deck", "old.pptx", "--strict").exit_code == 1
    Path("deckbuild.toml").write_text("[check]\nleast_type = 8\n", encoding="utf-8")
    assert run("--deck", "old.pptx", "--strict").exit_code == 0


def test_what_was_built_is_found_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.md").write_text("## One\n\nText with a [link](https://example.org).\n", encoding="utf-8")
    CliRunner().invoke(main, ["build", "talk.md", "-o", "talk.pptx"], catch_exceptions=False)
    result = CliRunner().invoke(main, ["check", "--deck", "talk.pptx", "--strict"], catch_exceptions=False)
    assert (result.stdout, result.exit_code) == ("1 deck checked: nothing to say against it\n", 0)
