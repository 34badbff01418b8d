"""Segments: the texts of a source that a reader will see, each where it was written, for translation."""

from __future__ import annotations

from typing import Literal

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

Role = Literal[
    "title", "subtitle", "heading", "paragraph", "item", "term", "attribution", "cell", "caption", "source",
    "alt", "label", "footnote", "duration", "footer", "description",
]  # fmt: skip
"""What a segment is for."""

Syntax = Literal["block", "line", "cell", "quoted", "alt", "attribute", "option", "csv", "figure", "setting"]
"""What a segment stands in, which says what its text cannot hold as it is.

``block`` is a paragraph, ``line`` the rest of one (a heading, a term), ``cell`` a pipe table's, ``quoted``
the title of a link or picture, ``alt`` what is between a picture's brackets, ``attribute`` a value in an
attribute list, ``option`` a line of a chart, ``csv`` a cell of CSV. The words of a ``figure`` and those of
a ``setting`` are not replaced in the text but in what is read from it.
"""


class Segment(NamedTuple):
    """A text as its author wrote it, raw inline Markdown where that is read.

    ``span`` encloses it in its file, from its first character to its last; ``text`` is without what stands
    between its lines (a quotation's ``>``, indentation), which end with line feeds. ``translate`` False
    keeps it as it is in all languages.
    """

    role: Role
    text: str
    span: Span
    syntax: Syntax
    in_notes: bool = False
    translate: bool = True

    @property
    def is_inline(self) -> bool:
        """Whether its text is read as inline Markdown; else it is plain."""
        return self.syntax in ("block", "line", "cell", "quoted") or self.role in ("caption", "source")


class SegmentGroup(NamedTuple):
    """The segments of one slide, of one file that slides share, or of a deck's settings.

    ``key`` names it for good: the author's id, else one made from the section's title and its own, or the
    file's path. ``id`` is the slide's id and ``path`` a file's that is not a source of the deck itself; both
    are empty for settings. ``title`` is for people.
    """

    key: str
    id: str
    title: str
    segments: tuple[Segment, ...]
    path: str = ""
