"""Hard slides, one deck a file in ``corpus/``: everything fits, and no word is lost.

The project's own deck and decks that others wrote for pandoc have to fit as well. The pictures of the corpus
are made by ``make_pictures.py``. All decks are drawn in one call of LibreOffice.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from deckbuild import build as build_deck
from deckbuild.brand.words import words_for

from ..decks import BuiltDeck, build
from .judge import Finding, judge_decks
from .make_pictures import FOLDER, SIZES, picture
from .words import assert_words_whole

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT.parent / "shared" / "samples" / "decks" / "pandoc-hpc-python" / "docs"
PANDOC = ("00-overview", "01-numpy-basics", "05-cython", "07-mpi4py")
OWN = "openstack-overview"
SOURCES = {path.stem: path for path in sorted((FOLDER.parent).glob("*.md"))}


@cache
def built(name: str) -> BuiltDeck:
    pictures = {f"pictures/{path.name}": path.read_bytes() for path in sorted(FOLDER.glob("*.png"))}
    return build({SOURCES[name].name: SOURCES[name].read_bytes(), **pictures})


def package(name: str) -> bytes:
    data = built(name).data
    assert data is not None, built(name).report
    return data


def written(source: Path) -> bytes:
    """Return the deck of a file or folder on disk."""
    with TemporaryDirectory() as folder:
        built = build_deck(source, Path(folder, "deck.pptx"))
        assert built.path is not None
        return Path(built.path).read_bytes()


@cache
def judged() -> dict[str, list[Finding]]:
    decks = {name: package(name) for name in SOURCES}
    decks[OWN] = written(PROJECT / "content" / OWN)
    if SAMPLES.is_dir():
        decks |= {name: written(SAMPLES / f"{name}.md") for name in PANDOC}
    return judge_decks(decks)


@pytest.mark.rendering
@pytest.mark.parametrize("name", [*SOURCES, OWN])
def test_everything_fits(name: str) -> None:
    findings = judged()[name]
    assert not findings, "\n".join(map(str, findings))


@pytest.mark.rendering
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample decks are not here")
@pytest.mark.parametrize("name", PANDOC)
def test_decks_written_for_pandoc_fit(name: str) -> None:
    findings = judged()[name]
    assert not findings, "\n".join(map(str, findings))


@pytest.mark.parametrize("name", SOURCES)
def test_every_word_is_there(name: str) -> None:
    source = SOURCES[name].read_text(encoding="utf-8")
    language = re.search(r"^language: (\S+)$", source, re.MULTILINE)
    continued = words_for(language[1] if language else "en").notes_continued
    assert_words_whole(source, package(name), frozenset((*continued.split(), "↪")))


@pytest.mark.parametrize("name", SIZES)
def test_pictures_are_what_the_script_makes(name: str) -> None:
    assert Path(FOLDER, f"{name}.png").read_bytes() == picture(*SIZES[name])
