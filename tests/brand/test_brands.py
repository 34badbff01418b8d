"""The same content in two brands of different character: every word in both, and each in its own look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deckbuild.diagnostics import Severity
from tests import decks

ROOT = Path(__file__).parents[2]
FLAGSHIP = "content/openstack-overview"


def _files() -> Iterator[Path]:
    for folder in (FLAGSHIP, "assets"):
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.is_file())


@pytest.fixture(scope="module")
def built() -> dict[str, decks.BuiltDeck]:
    files: dict[str, str | bytes] = {
        path.relative_to(ROOT).as_posix(): path.read_bytes() for path in _files()
    }
    return {brand: decks.build(files, FLAGSHIP, brand) for brand in ("alderwick", "vesperine")}


def _words(deck: decks.BuiltDeck) -> list[str]:
    """Return all words of slides and notes but those of footers, in order."""
    words: list[str] = []
    for slide in deck.open().slides:
        for shape in slide.shapes:
            if shape.is_placeholder and shape.placeholder_format.idx in (10, 11, 12):
                continue
            words += "".join(text for text in shape.element.itertext()).split()
        words += slide.notes_slide.notes_text_frame.text.split() if slide.has_notes_slide else []
    return words


def test_the_flagship_builds_in_both_without_a_warning(built: dict[str, decks.BuiltDeck]) -> None:
    for deck in built.values():
        assert [found for found in deck.diagnostics if found.severity > Severity.NOTE] == []


def test_every_word_is_in_both(built: dict[str, decks.BuiltDeck]) -> None:
    """In any order: a slide may be divided elsewhere."""
    alderwick, vesperine = (sorted(set(_words(deck))) for deck in built.values())
    assert alderwick == vesperine


def _master(deck: decks.BuiltDeck) -> Any:
    return deck.open().slide_masters[0].element


def test_each_has_its_own_ground_face_and_shapes(built: dict[str, decks.BuiltDeck]) -> None:
    found = {}
    for brand, deck in built.items():
        title = deck.open().slide_layouts[0].element
        names = {name.split()[0] for name in title.xpath(".//p:cNvPr/@name") if name}
        found[brand] = (_master(deck).xpath("p:clrMap/@bg1"), sorted(names & {"Leaf", "Arc", "Disc"}))
    assert found == {"alderwick": (["lt1"], ["Leaf"]), "vesperine": (["dk1"], ["Arc", "Disc"])}


def test_pictures_stand_on_the_mat_of_a_dark_brand(built: dict[str, decks.BuiltDeck]) -> None:
    for brand, (mat, geometry) in {"alderwick": ([], []), "vesperine": (["tx1"], ["roundRect"])}.items():
        pictures = [
            picture
            for slide in built[brand].open().slides
            for picture in slide.element.xpath(".//p:pic/p:spPr")
        ]
        assert pictures
        for properties in pictures:
            assert properties.xpath("a:solidFill/a:schemeClr/@val") == mat
            assert properties.xpath("a:prstGeom[@prst!='rect']/@prst") == geometry
