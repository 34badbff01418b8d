"""Notes are as large as their page allows, and never smaller than can be read."""

from __future__ import annotations

import pytest

from deckbuild.layout.laid_out import LaidOutNotes

from .laying import Laid, lay_out, text_of

SENTENCE = "Say this in your own words and look at the class while you do. "


def _with_notes(notes: str) -> Laid:
    return lay_out(f"## T\n\nText\n\n::: notes\n{notes}\n:::\n")


def _notes(laid: Laid) -> LaidOutNotes:
    notes = laid.deck.slides[0].notes
    assert notes is not None
    return notes


def _sizes(laid: Laid) -> set[float | None]:
    return {run.style.size for paragraph in _notes(laid).body.paragraphs for run in paragraph.runs}


@pytest.mark.parametrize(("sentences", "size"), [(5, None), (32, 11), (40, 10), (48, 9), (90, 9)])
def test_notes_are_as_large_as_fits_down_to_nine_points(sentences: int, size: float | None) -> None:
    laid = _with_notes(SENTENCE * sentences)
    assert _sizes(laid) == {size}
    assert ("notes-long" in laid.codes) is (sentences == 90)
    assert sum(map(len, text_of(_notes(laid).body.paragraphs))) == len((SENTENCE * sentences).strip())


def test_code_in_notes_stays_smaller_than_its_text() -> None:
    assert _sizes(_with_notes("Run `ls` now.")) == {None, 11.0}
    assert _sizes(_with_notes("Run `ls` now. " + SENTENCE * 50)) == {9.0, 8.5}


def test_a_number_before_code_is_not_set_as_code() -> None:
    (paragraph, _) = _notes(_with_notes("1. `ls`\n2. Text")).body.paragraphs
    assert paragraph.bullet is not None
    assert paragraph.bullet.font == "+mn-lt"
