"""The flagship in templates of every shape: all words, a sound package, and nothing that Reset moves."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from deckbuild import build
from deckbuild.diagnostics import Severity
from deckbuild.pipeline import Built

from ..fitting.judge import judge_decks
from ..fitting.words_deck import deck_words
from .reset import moved_by_reset, placed_texts
from .shapes import SHAPES

FLAGSHIP = Path(__file__).parents[2] / "content" / "openstack-overview"
SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "templates"
SAMPLE_NAMES = ("iltci-2026-conference.potx", "jazznbass-uni-course.pptx", "nyu-shanghai.potx",
                "python-pptx-prs-slide-masters.pptx")  # fmt: skip
ALL = [*SHAPES, *SAMPLE_NAMES]
FAULTY = {"iltci-2026-conference.potx": ("slideMaster1.xml", "slideLayout1.xml", "slideLayout2.xml",
                                        "slideLayout3.xml", "slideLayout4.xml")}  # fmt: skip
Builder = Callable[[str], tuple[Built, bytes]]
DRAWN = ("wide", "portrait", "blank_only", "dark_ground")


@cache
def template(name: str) -> bytes:
    if name in SHAPES:
        return SHAPES[name]()
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"the sample {name} is not there")
    return path.read_bytes()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    folder = tmp_path_factory.mktemp("templates")

    @cache
    def make(name: str) -> tuple[Built, bytes]:
        file = folder / f"{name.partition('.')[0]}.potx"
        file.write_bytes(template(name))
        result = build(FLAGSHIP, folder / f"{file.stem}.pptx", template=file)
        return result, Path(result.path).read_bytes() if result.path else b""

    return make


@pytest.fixture(scope="module")
def in_own_brand(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    result = build(FLAGSHIP, tmp_path_factory.mktemp("own") / "own.pptx")
    assert result.path
    return Path(result.path).read_bytes()


@pytest.mark.parametrize("name", ALL)
def test_it_builds_without_errors(name: str, built: Builder) -> None:
    result, _ = built(name)
    assert result.path is not None
    assert [each for each in result.diagnostics if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", ALL)
def test_every_word_is_there(name: str, built: Builder, in_own_brand: bytes) -> None:
    """The words are those of the same deck in its own brand, whose words are held to the source elsewhere."""
    wanted, found = deck_words(in_own_brand), deck_words(built(name)[1])
    lost = set(wanted.slides) - set(found.slides)
    assert lost == set()
    assert set(wanted.notes) - set(found.notes) <= {"Continued"}


@pytest.mark.parametrize("name", ALL)
def test_reset_moves_nothing(name: str, built: Builder) -> None:
    assert moved_by_reset(built(name)[1]) == []


@pytest.mark.parametrize(
    "name", ["four_to_three", "wide", "nonsense_names", "dark_ground", "nyu-shanghai.potx"]
)
def test_titles_footers_and_numbers_keep_their_places(name: str, built: Builder) -> None:
    fixed = ("title", "ctrTitle", "ftr", "sldNum", "dt")
    assert [each for each in placed_texts(built(name)[1]) if each[1] in fixed] == []


@pytest.mark.rendering
def test_everything_fits(built: Builder) -> None:
    findings = judge_decks({name: built(name)[1] for name in DRAWN})
    assert {name: [str(each) for each in found] for name, found in findings.items() if found} == {}
