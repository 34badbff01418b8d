"""A text that a figure shows, with its place: what a catalogue of translations needs of figures."""

from __future__ import annotations

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span


class FigureText(NamedTuple):
    """A text that a figure shows, and where it stands in the source."""

    text: str
    span: Span
