"""Finished decks from another producer: python-pptx makes one with each fault, and only that is said."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from deckbuild.checking import check_file
from deckbuild.cli import main
from deckbuild.diagnostics import format_diagnostic
from deckbuild.project import ProjectSettings
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import noise, png

Fault = Callable[[Any, Any], None]
"""Puts a fault on the second of two sound slides, of which the presentation is given too."""


def _deck(fault: Fault) -> bytes:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(10), Inches(7.5)
    for title in ("First", "Second"):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = f"Text of the slide called {title}."
    fault(presentation, slide)
    for slide in presentation.slides:
        for run in slide.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
            run.set("lang", "en-GB") if run.get("lang") != "none" else run.attrib.pop("lang")
        for run in slide.element.iter(qn("a:r")):
            if run.find(qn("a:rPr")) is None:
                run.get_or_add_rPr().set("lang", "en-GB")
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _check(data: bytes, files: dict[str, bytes] | None = None) -> list[str]:
    found = check_file(data, "deck.pptx", ProjectSettings(), MemoryWorkspace(files or {}))
    return [format_diagnostic(each).splitlines()[0].removeprefix("deck.pptx: ") for each in found]


def _box(
    slide: Any, text: str, left: float = 1, top: float = 5.6, width: float = 6, height: float = 0.6
) -> Any:
    shape = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    shape.text_frame.word_wrap = True
    shape.text_frame.text = text
    return shape


def _room(slide: Any) -> None:
    """Leave the lower half of a slide free."""
    body = slide.placeholders[1]
    body.left, body.top, body.width, body.height = Inches(0.5), Inches(1.75), Inches(9), Inches(2)


def _nothing(presentation: Any, slide: Any) -> None:
    pass


def _no_title(presentation: Any, slide: Any) -> None:
    slide.shapes.title.text = ""


def _same_title(presentation: Any, slide: Any) -> None:
    slide.shapes.title.text = "FIRST"


def _empty(presentation: Any, slide: Any) -> None:
    slide.shapes.title.text = slide.placeholders[1].text = ""


def _broken_link(presentation: Any, slide: Any) -> None:
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].hyperlink.address = "https:///nowhere"


def _picture(alt: str, pixels: bytes = b"") -> Fault:
    def add(presentation: Any, slide: Any) -> None:
        _room(slide)
        data = pixels or png(640, 320)
        shape = slide.shapes.add_picture(io.BytesIO(data), Inches(1), Inches(4), Inches(4), Inches(2))
        shape._element.nvPicPr.cNvPr.set("descr", alt)

    return add


def _off_slide(presentation: Any, slide: Any) -> None:
    _room(slide)
    _box(slide, "Far", left=9, width=2)


def _overlap(presentation: Any, slide: Any) -> None:
    _box(slide, "In the way", left=0.5, top=1.8, width=3)


def _overflow(presentation: Any, slide: Any) -> None:
    _room(slide)
    shape = _box(slide, "Much more than a line can hold " * 6, width=3)
    shape.text_frame.auto_size = MSO_AUTO_SIZE.NONE


def _growing(presentation: Any, slide: Any) -> None:
    _room(slide)
    _box(slide, "Much more than a line can hold " * 9, width=3)


def _order(presentation: Any, slide: Any) -> None:
    title = slide.shapes.title._element
    title.getparent().append(title)


def _upside_down(presentation: Any, slide: Any) -> None:
    _room(slide)
    _box(slide, "Below", top=6.4)
    _box(slide, "Above", top=5.4)


def _pale(presentation: Any, slide: Any) -> None:
    run = slide.placeholders[1].text_frame.paragraphs[0].runs[0]
    run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2


def _pale_on_shape(presentation: Any, slide: Any) -> None:
    _room(slide)
    shape = slide.shapes.add_shape(1, Inches(1), Inches(5), Inches(4), Inches(1))
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    shape.text_frame.text = "White by the shape's own style"


def _no_header(presentation: Any, slide: Any) -> None:
    _room(slide)
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(4.5), Inches(4), Inches(1)).table
    table.first_row = False


def _small(presentation: Any, slide: Any) -> None:
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.size = Pt(8)


def _no_language(presentation: Any, slide: Any) -> None:
    slide.shapes.title.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", "none")


def _color_alone(presentation: Any, slide: Any) -> None:
    run = slide.placeholders[1].text_frame.paragraphs[0].add_run()
    run.text = " Stop"
    run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_2
    run.font.color.brightness = -0.5


def _font(presentation: Any, slide: Any) -> None:
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.name = "Comic Sans MS"


def _color(presentation: Any, slide: Any) -> None:
    color: Any = RGBColor
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.color.rgb = color.from_string("123456")


FAULTS: list[tuple[str, Fault, list[str]]] = [
    ("sound", _nothing, []),
    ("no title", _no_title, ["This slide has no title. [title-missing]"]),
    ("same title", _same_title, ["Slide 1 is called `FIRST` too. [title-repeated]"]),
    ("empty", _empty, ["There is nothing on this slide. [slide-empty]"]),
    (
        "broken link",
        _broken_link,
        ["The link `Text of the slide called Second.` leads to nothing: it names no host. [link-broken]"],
    ),
    ("no alt text", _picture(""), ["`Picture 3` has no alt text. [alt-missing]"]),
    (
        "a file's name",
        _picture("globe.png"),
        ["The alt text `globe.png` is the name of a file, and says nothing. [alt-file-name]"],
    ),
    ("good picture", _picture("A globe"), []),
    (
        "coarse picture",
        _picture("A globe", png(64, 32)),
        ["The picture `A globe` has 16 dots per inch here; 96 are wanted. [picture-coarse]"],
    ),
    (
        "off the slide",
        _off_slide,
        ["`Far` reaches over the slide's edge by # pt. [shape-off-slide]"],
    ),
    (
        "overlap",
        _overlap,
        ["`Text of the slide called Seco…` and `In the way` stand over each other by # pt. [text-overlap]"],
    ),
    (
        "overflow",
        _overflow,
        ["`Much more than a line can hol…` runs out of its box by about # pt. [text-overflow]"],
    ),
    (
        "a box that grows off the slide",
        _growing,
        ["`Much more than a line can hol…` reaches over the slide's edge by # pt. [shape-off-slide]"],
    ),
    (
        "title last",
        _order,
        ["The title is read after `Text of the slide called Seco…`. [reading-order]"],
    ),
    (
        "upside down",
        _upside_down,
        ["`Above` stands above `Below`, and is read after it. [reading-order]"],
    ),
    (
        "pale text",
        _pale,
        [
            "`Text of the slide called Seco…` is hard to read: EEECE1 on FFFFFF is 1.2 to 1, "
            "and 3 is wanted. [contrast-low]"
        ],
    ),
    (
        "pale text on a shape",
        _pale_on_shape,
        [
            "`White by the shape's own style` is hard to read: FFFFFF on EEECE1 is 1.2 to 1, "
            "and 3 is wanted. [contrast-low]"
        ],
    ),
    (
        "no header row",
        _no_header,
        ["The table `Table 3` has no header row. [table-header-missing]"],
    ),
    (
        "small type",
        _small,
        ["`Text of the slide called Seco…` is 8 pt: less than 10 pt. [type-too-small]"],
    ),
    (
        "no language",
        _no_language,
        ["There is text without a language on slide 2. [language-missing]"],
    ),
    (
        "colour alone",
        _color_alone,
        ["Only its colour tells `Stop` from the words around it. [colour-alone]"],
    ),
    (
        "foreign typeface",
        _font,
        ["`Comic Sans MS`, on slide 2, is no typeface of the theme. [font-foreign]"],
    ),
    (
        "foreign colour",
        _color,
        ["The colour 123456, on slide 2, is none of the theme's. [colour-foreign]"],
    ),
]


@pytest.mark.parametrize(
    ("fault", "expected"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS]
)
def test_a_fault_is_found_and_nothing_else(fault: Fault, expected: list[str]) -> None:
    found = [line.removeprefix("warning: Slide 2: ") for line in _check(_deck(fault))]
    assert [re.sub(r"by (about )?\d+ pt", r"by \1# pt", line) for line in found] == expected


def test_a_heavy_picture() -> None:
    (found,) = _check(_deck(_picture("Noise", noise(2800, 2200))))
    assert re.search(r"The picture `Noise` is \d+\.\d MB large\. \[picture-heavy\]", found)


def test_terms_are_those_of_the_projects_glossary() -> None:
    def fault(presentation: Any, slide: Any) -> None:
        slide.placeholders[1].text = "Open stack"

    assert _check(_deck(fault), {"glossary.csv": b"term\nOpenStack\n"}) == [
        "warning: Slide 2: `Open stack` is `OpenStack` in the glossary. [term-spelling]"
    ]


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"no deck", _deck(_nothing)[:2000]], ids=["empty", "PK", "text", "cut"]
)
def test_what_is_no_deck_is_said(data: bytes) -> None:
    (found,) = _check(data)
    assert re.search(r"error: It cannot be read: .*\. \[deck-unreadable\]", found)


def test_the_command_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.pptx").write_bytes(_deck(_small))

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
