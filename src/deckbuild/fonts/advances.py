"""The advance of each character of a paragraph, with what its neighbours change about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckbuild.fonts.breaks import IDEOGRAPHS, LATIN
from deckbuild.fonts.face import TAB_PT, Face
from deckbuild.fonts.shaping import find_shaped_words

Run = tuple[str, Face, float]
"""A run's text, its face and its size in points."""

# Punctuation that East Asian and Latin text share: an em wide beside an ideograph (UAX #11, ambiguous).
_SHARED = r"\u00b7\u2014\u2018\u2019\u201c\u201d\u2026"
_WIDE_PUNCTUATION = rf"(?<=[{IDEOGRAPHS}])[{_SHARED}]+|[{_SHARED}]+(?=[{IDEOGRAPHS}])"
_MEETINGS = rf"(?<=[{IDEOGRAPHS}])(?=[{LATIN}])|(?<=[{LATIN}])(?=[{IDEOGRAPHS}])"
_MEETING_EM = 0.25  # LibreOffice sets ideographs and Latin letters this far apart; PowerPoint does not


def run_advances(runs: Sequence[Run]) -> Iterator[float]:
    """Give each character's advance in points; a shaped word's is spread over its characters."""
    for text, face, size in runs:
        scale = size / face.units_per_em
        advances = [units * scale for units in map(face.advances.__getitem__, text)]
        if not text.isascii():
            if max(text) >= "\u2e80":
                _widen_east_asian(text, advances, size)
            if face.shape:
                _shape_words(text, advances, face, size)
        if "\t" in text:
            advances = [TAB_PT if text[i] == "\t" else advance for i, advance in enumerate(advances)]
        yield from advances


def _widen_east_asian(text: str, advances: list[float], size_pt: float) -> None:
    """Make room for full-width quotation marks, and for what parts ideographs from Latin letters."""
    for punctuation in re.finditer(_WIDE_PUNCTUATION, text):
        for offset in range(*punctuation.span()):
            advances[offset] = max(advances[offset], size_pt)
    for meeting in re.finditer(_MEETINGS, text):
        advances[meeting.start() - 1] += _MEETING_EM * size_pt


def _shape_words(text: str, advances: list[float], face: Face, size_pt: float) -> None:
    """Spread the advance of each word whose letters join, as the face's shaper gives it, over its letters."""
    assert face.shape is not None
    for word in find_shaped_words(text):
        start, end = word.span()
        unshaped = sum(advances[start:end])
        shaped = face.shape(word[0]) if unshaped else None
        if shaped is not None:
            factor = shaped * size_pt / face.units_per_em / unshaped
            advances[start:end] = [advance * factor for advance in advances[start:end]]
