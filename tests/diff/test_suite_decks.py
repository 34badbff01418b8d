"""Every deck of the suite is as itself, and can be told apart from the next one in every form."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from deckbuild.diff.changes import Comparison
from deckbuild.diff.compare import compare_decks
from deckbuild.diff.forms.json import format_json
from deckbuild.diff.forms.markdown import format_markdown
from deckbuild.diff.forms.page import format_page
from deckbuild.diff.forms.text import format_text
from deckbuild.diff.pictures import Pictures
from deckbuild.diff.read import read_deck

from ..decks import packages as recorded
from ..suite_cases import FOLDER, read_cases

FILES = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_decks_are_as_themselves_and_not_as_others(path: Path) -> None:
    built = [case.build().data for case in read_cases(path)]
    decks = [read_deck(data) for data in built if data is not None]
    for deck in decks:
        assert compare_decks("deck", deck, deck).status == "same"
    recorded.clear()  # test_suite.py looks whether they are sound
    for old, new in pairwise(decks):
        comparison = Comparison("old", "new", (compare_decks("deck", old, new),))
        assert comparison.has_differences == (old != new)
        assert format_text(comparison, in_color=True)
        assert format_markdown(comparison)
        assert format_json(comparison)
        assert format_page(comparison, Pictures())
