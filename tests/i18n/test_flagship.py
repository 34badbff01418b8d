"""The project's own deck in each language it has a catalogue of: complete, sound, fitting in its brands."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from deckbuild.batch.catalogues import extract
from deckbuild.batch.check_languages import check_language
from deckbuild.batch.languages import find_languages, open_language
from deckbuild.diagnostics import Collector
from deckbuild.diagnostics.diagnostic import Severity
from deckbuild.i18n.terms import read_terms
from deckbuild.pipeline import build_deck
from deckbuild.project import ProjectSettings
from deckbuild.source import SourceFile
from deckbuild.workspace import DiskWorkspace

PROJECT = Path(__file__).parents[2]
DECK = "content/openstack-overview"
WORKSPACE = DiskWorkspace(PROJECT)
LANGUAGES = find_languages(WORKSPACE, DECK)
BRANDS = ("alderwick", "vesperine")

_TEXTS = re.compile(r"ppt/(slides|notesSlides|charts)/\w+\.xml")
_RUN = re.compile(r"<a:(?:r|fld\b[^>]*)>.*?<a:t>|<a:endParaRPr\b[^>]*>", re.DOTALL)
_RTL_LETTERS = re.compile("[\u0590-\u08ff]")


def test_german_is_there() -> None:
    assert "de" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_translated_and_nothing_is_wrong_with_it(language: str) -> None:
    terms = SourceFile("glossary.csv", (PROJECT / "glossary.csv").read_text(encoding="utf-8"))
    extracted = extract(WORKSPACE, DECK, ProjectSettings(), Collector())
    assert extracted is not None
    status, found = check_language(
        WORKSPACE, DECK, extracted, language, read_terms(terms, Collector()), least=100
    )
    assert found.sorted() == []
    assert status is not None
    assert status.percent == 100
    assert sum(count.stale for count in (status.total(notes=False), status.total(notes=True))) == 0


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_and_each_run_says_its_language(language: str, brand: str, tmp_path: Path) -> None:
    collector, target = Collector(), tmp_path / "deck.pptx"
    opened = open_language(WORKSPACE, DECK, language, "fail", collector)
    build_deck(WORKSPACE, DECK, str(target), ProjectSettings(), brand, collector, language=opened)
    assert [found for found in collector.sorted() if found.severity > Severity.NOTE] == []
    with zipfile.ZipFile(target) as package:
        parts = [package.read(name).decode() for name in package.namelist() if _TEXTS.fullmatch(name)]
    runs = [run for part in parts for run in _RUN.findall(part)]
    assert len(runs) > 2000
    assert [run for run in runs if ' lang="' not in run] == []
    paragraphs = (each for part in parts for each in re.findall(r"<a:p>.*?</a:p>", part, re.DOTALL))
    assert [each for each in paragraphs if _RTL_LETTERS.search(each) and ' rtl="' not in each] == []
