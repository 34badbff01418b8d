"""Catalogues: a language's translations, whatever format they are kept in."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

from .message import Message


class Entry(NamedTuple):
    """A message in a catalogue, and what translators made of it; ``translation`` is empty if nothing.

    ``is_fuzzy`` says that a human must look at it; ``previous`` are then the context and text that it was
    made for. ``comment`` is the translator's own, ``flags`` those of gettext but ``fuzzy``. An entry with
    ``is_obsolete`` is one that the deck no longer has. ``place`` is where it stands in its file.
    """

    message: Message
    translation: str = ""
    is_fuzzy: bool = False
    previous: tuple[str, str] | None = None
    comment: str = ""
    flags: tuple[str, ...] = ()
    is_obsolete: bool = False
    place: Span | None = None

    @property
    def is_translated(self) -> bool:
        """Whether it has a translation that may be shown."""
        return bool(self.translation) and not self.is_fuzzy and not self.is_obsolete


class Catalogue(NamedTuple):
    """A language's entries in the order of the deck, the obsolete ones at the end.

    ``language`` is a BCP 47 tag; ``header`` gettext's header by field, in its order; ``comment`` what stands
    over it.
    """

    language: str
    entries: tuple[Entry, ...]
    header: Mapping[str, str] = {}
    comment: str = ""

    def by_message(self) -> dict[tuple[str, str], Entry]:
        """Return the entries that are not obsolete by context and text."""
        return {
            (entry.message.context, entry.message.text): entry
            for entry in self.entries
            if not entry.is_obsolete
        }
