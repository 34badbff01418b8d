"""A deck in memory, and what translating it gives."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diagnostics import Collector
from deckbuild.i18n.message import Message, make_messages
from deckbuild.i18n.translate import Policy, Translation
from deckbuild.project import DeckSource, open_deck
from deckbuild.source import Span
from deckbuild.transform.segments import find_segments
from deckbuild.transform.translation import TranslatedDeck, translate_deck
from deckbuild.workspace import MemoryWorkspace

CATALOGUE = Span("locale/de.po", 7, 1)


def open_source(text: str, **files: str) -> tuple[DeckSource, MemoryWorkspace]:
    contents = {"talk.md": text, **{name.replace("_", "."): value for name, value in files.items()}}
    workspace = MemoryWorkspace({name: value.encode() for name, value in contents.items()})
    source = open_deck(workspace, "talk.md", {}, Collector())
    assert source is not None
    return source, workspace


def messages_of(text: str, **files: str) -> list[Message]:
    source, workspace = open_source(text, **files)
    return make_messages(find_segments(source, workspace)[0])


def translate(
    text: str, words: Mapping[str, str], policy: Policy = "source", **files: str
) -> tuple[TranslatedDeck, Collector]:
    source, workspace = open_source(text, **files)
    collector = Collector()

    def look_up(context: str, written: str) -> Translation | None:
        return Translation(words[written], CATALOGUE) if written in words else None

    deck = translate_deck(source, workspace, "de", look_up, policy, collector)
    assert deck is not None
    return deck, collector


def translated_text(text: str, words: Mapping[str, str]) -> str:
    """Return the Markdown of a deck with the words given; all others are their own translations."""
    every = {message.text: message.text for message in messages_of(text)}
    deck, collector = translate(text, {**every, **words})
    assert collector.sorted() == []
    return deck.source.sources[0].text
