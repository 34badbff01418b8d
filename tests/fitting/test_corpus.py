"""Hard slides, one deck a file in ``corpus/``: everything fits, and no word is lost.

The pictures are made by ``make_pictures.py``. All decks are drawn in one call of LibreOffice.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from deckbuild.brand.words import words_for

from ..decks import BuiltDeck, build
from .judge import Finding, judge_decks
from .make_pictures import FOLDER, SIZES, picture
from .words import assert_words_whole

SOURCES = {path.stem: path for path in sorted((FOLDER.parent).glob("*.md"))}


@cache
def built(name: str) -> BuiltDeck:
    pictures = {f"pictures/{path.name}": path.read_bytes() for path in sorted(FOLDER.glob("*.png"))}
    return build({SOURCES[name].name: SOURCES[name].read_bytes(), **pictures})


def package(name: str) -> bytes:
    data = built(name).data
    assert data is not None, built(name).report
    return data


@cache
def judged() -> dict[str, list[Finding]]:
    return judge_decks({name: package(name) for name in SOURCES})


@pytest.mark.rendering
@pytest.mark.parametrize("name", SOURCES)
def test_everything_fits(name: str) -> None:
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
