"""Which pictures of a deck are read, and what is said of those that cannot be."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector, format_diagnostic
from deckbuild.figures import Media
from deckbuild.model import Deck, Image, List, ListItem, Notes, Paragraph, Picture, Pictures, Slide
from deckbuild.source import Span
from deckbuild.transform import read_pictures
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import png, svg

FILES = {
    "talk/a.png": png(1, 1),
    "talk/Logo.PNG": png(2, 1),
    "assets/b.png": png(3, 1),
    "talk/drawing.svg": svg(),
    "talk/broken.png": b"no picture",
}


def _at(line: int) -> Span:
    return Span("talk/01.md", line, 1)


def _picture(source: str, line: int = 1) -> Picture:
    return Picture(source, "alt", _at(line))


def _read(slide: Slide, folder: str = "talk") -> tuple[dict[str, Media], str]:
    collector = Collector()
    media = read_pictures(Deck("T", (slide,), "en"), MemoryWorkspace(FILES), folder, collector)
    return media, "\n".join(map(format_diagnostic, collector.sorted()))


def _of(*sources: str) -> tuple[dict[str, Media], str]:
    pictures = tuple(_picture(source, line) for line, source in enumerate(sources, 1))
    return _read(Slide("slide", "s", (), _at(1), blocks=pictures))


def test_pictures_are_found_wherever_they_stand() -> None:
    slide = Slide(
        "slide",
        "s",
        (Image("a.png", "", _at(1)),),
        _at(1),
        blocks=(
            Pictures((_picture("/talk/a.png"), _picture("assets/b.png")), _at(3)),
            List((ListItem((Paragraph((Image("drawing.svg", "", _at(4)),), _at(4)),), _at(4)),), _at(4)),
        ),
        background="./Logo.PNG",
    )
    media, report = _read(slide)
    assert report == ""
    assert sorted(media) == ["./Logo.PNG", "/talk/a.png", "a.png", "assets/b.png", "drawing.svg"]


def test_the_same_file_is_read_once_however_it_is_called() -> None:
    media, _ = _of("a.png", "./a.png", "/talk/a.png", "../talk/a.png")
    assert len(media) == 4
    assert len({id(each) for each in media.values()}) == 1


def test_pictures_of_notes_are_not_shown_so_not_read() -> None:
    slide = Slide("slide", "s", (), _at(1), notes=(Notes((_picture("nothing.png"),), _at(2)),))
    assert _read(slide) == ({}, "")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "nothing.png",
            "There is no picture `nothing.png`. [picture-missing]\n"
            "    Looked for talk/nothing.png and nothing.png.",
        ),
        (
            "/img/nothing.png",
            "There is no picture `/img/nothing.png`. [picture-missing]\n    Looked for img/nothing.png.",
        ),
        ("logo.png", "There is no picture `logo.png`. [picture-missing]\n    Did you mean `Logo.PNG`?"),
        (
            "../assets/bb.png",
            "There is no picture `../assets/bb.png`. [picture-missing]\n    Did you mean `../assets/b.png`?",
        ),
        ("", "The picture has no path. [picture-missing]\n    Write `![alt](path)`."),
        (
            "../../x.png",
            "`../../x.png` is not in this project. [path-outside-project]\n"
            "    Move the file into the project.",
        ),
        (
            "https://example.org/x.png",
            "`https://example.org/x.png` is on the network. [picture-remote]\n    Save it beside the deck.",
        ),
        ("//example.org/x.png",
         "`//example.org/x.png` is on the network. [picture-remote]\n    Save it beside the deck."),
        ("data:image/png;base64,AAAA",
         "A picture written into the text (`data:`) is not read. [picture-broken]\n"
         "    Save it as a file beside the deck."),
        ("broken.png",
         "`talk/broken.png` cannot be shown. It is broken, or of an unknown format. [picture-broken]\n"
         "    Save it anew as PNG, JPEG or SVG."),
        ("01.md/x.png",
         "There is no picture `01.md/x.png`. [picture-missing]\n"
         "    Looked for talk/01.md/x.png and 01.md/x.png."),
    ],
)  # fmt: skip
def test_what_is_said(source: str, expected: str) -> None:
    media, report = _of("a.png", source)
    assert list(media) == ["a.png"]
    assert report == f"talk/01.md:2:1: error: {expected}"


def test_a_file_is_reported_where_it_is_first_shown() -> None:
    assert _of("nothing.png", "nothing.png")[1].count("error") == 1


def test_in_a_deck_at_the_root_a_place_is_named_once() -> None:
    slide = Slide("slide", "s", (), _at(1), blocks=(_picture("x.gif"),))
    assert _read(slide, folder="")[1].endswith("    Looked for x.gif.")
