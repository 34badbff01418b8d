"""The flagship in templates of every shape: all words, a sound package, and nothing that Reset moves.

A short deck with every kind of slide is judged in all made templates, the flagship in a few, in which a
lot must give way; ``--all-templates`` judges it in all (ten seconds each).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from deckbuild import build
from deckbuild.diagnostics import Severity
from deckbuild.pipeline import Built

from .. import decks
from ..fitting.judge import Finding, judge_decks
from ..fitting.words import compare
from ..fitting.words_deck import deck_words
from .company_extremes import COMPANY_SHAPES
from .company_shapes import png
from .reset import moved_by_reset, placed_texts
from .shapes import SHAPES

FLAGSHIP = Path(__file__).parents[2] / "content" / "openstack-overview"
KINDS = Path(__file__).with_name("kinds.md")
SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "templates"
SAMPLE_NAMES = ("iltci-2026-conference.potx", "jazznbass-uni-course.pptx", "nyu-shanghai.potx",
                "python-pptx-prs-slide-masters.pptx")  # fmt: skip
MADE = {**SHAPES, **COMPANY_SHAPES}
ALL = [*MADE, *SAMPLE_NAMES]
DIVIDED = {"portrait", "huge_logo", "google_slides", "beside_a_brand_panel", "tiny_body", "upside_down_sizes",
           "huge_slides"}  # fmt: skip
"""Here slides are divided elsewhere than on common ones, so that their words come in another order: a caption
stands behind other rows, or before the rest of the text beside its picture; and a flowchart whose ranks stand
in columns has its boxes in the order of these."""

TYPICAL = ("wide", "four_to_three", "forty_eight_layouts", "tiny_type")
"""Between them they divide the long table at the rows where most do."""

UNTITLED = {"blank_only", "titles_are_bodies", "python-pptx-prs-slide-masters.pptx"}
"""Without a title placeholder it cannot be told which titles and heads of tables are repeated."""

Builder = Callable[[str], tuple[Built, bytes]]
DRAWN = ("huge_logo", "text_settings", "google_slides", "jazznbass-uni-course.pptx")
MARKS = frozenset(("Continued", "↪"))


@cache
def template(name: str) -> bytes:
    if name in MADE:
        return MADE[name]()
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
        data = Path(result.path).read_bytes() if result.path else b""
        if name in SAMPLE_NAMES:
            decks.packages[f"the flagship in {name}"] = data
        return result, data

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
    """As often as in the same deck in its own brand, whose words are held to the source elsewhere."""
    wanted, found = deck_words(in_own_brand), deck_words(built(name)[1])
    assert Counter(wanted.slides) - Counter(wanted.repeated) - Counter(found.slides) == Counter()
    assert compare(_unmarked(wanted.notes), found.notes, MARKS) is None


@pytest.mark.parametrize("name", [name for name in ALL if name not in DIVIDED | UNTITLED])
def test_words_keep_their_order(name: str, built: Builder, in_own_brand: bytes) -> None:
    """Where a long table is divided, its caption stands before its last rows: as in one of some others."""
    found = deck_words(built(name)[1])
    others = [in_own_brand, *(built(other)[1] for other in TYPICAL if other != name)]
    problems = [compare(_unmarked(deck_words(d).slides), found.slides, MARKS, found.repeated) for d in others]
    assert None in problems


def _unmarked(words: list[str]) -> list[str]:
    return [word for word in words if word not in MARKS]


@pytest.mark.parametrize("name", ALL)
def test_reset_moves_nothing(name: str, built: Builder) -> None:
    assert moved_by_reset(built(name)[1]) == []


@pytest.mark.parametrize(
    "name", ["four_to_three", "wide", "nonsense_names", "dark_ground", "nyu-shanghai.potx"]
)
def test_titles_footers_and_numbers_keep_their_places(name: str, built: Builder) -> None:
    fixed = ("title", "ctrTitle", "ftr", "sldNum", "dt")
    assert [each for each in placed_texts(built(name)[1]) if each[1] in fixed] == []


def kinds_in(name: str) -> bytes:
    """Build the short deck with every kind of slide in a made template."""
    source = KINDS.read_text(encoding="utf-8").replace("---\n", "---\ntemplate: company.potx\n", 1)
    files = {f"{name}.md": source.encode(), "company.potx": template(name), "picture.png": png((90, 120, 60))}
    data = decks.build(files).data
    assert data is not None
    return data


@pytest.mark.parametrize("name", MADE)
def test_every_kind_of_slide_comes_out(name: str) -> None:
    """Looked at for soundness with all decks that tests build."""
    assert moved_by_reset(kinds_in(name)) == []


@pytest.mark.rendering
def test_every_kind_of_slide_fits() -> None:
    _assert_nothing_found(judge_decks({name: kinds_in(name) for name in MADE}))


@pytest.mark.rendering
def test_the_flagship_fits(built: Builder, pytestconfig: pytest.Config) -> None:
    names = ALL if pytestconfig.getoption("--all-templates") else DRAWN
    there = [name for name in names if name in MADE or (SAMPLES / name).exists()]
    _assert_nothing_found(judge_decks({name: built(name)[1] for name in there}))


def _assert_nothing_found(findings: dict[str, list[Finding]]) -> None:
    assert {name: [str(each) for each in found] for name, found in findings.items() if found} == {}
