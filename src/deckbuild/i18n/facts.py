"""What a catalogue knows beside texts, as named notes: how formats without a field for it keep it whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckbuild.source import Span

from .catalogue import Catalogue, Entry
from .message import Message

Fact = tuple[str, str]
"""A note's name and text. Of a catalogue: ``header`` (``Field: value``) and ``comment``. Of an entry:
``slide``, ``link`` (in the order of their numbers), ``translator``, ``previous-context``, ``previous`` and
``flag``."""


def read_catalogue_facts(catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what a catalogue knows of itself."""
    for field, value in catalogue.header.items():
        yield "header", f"{field}: {value}"
    if catalogue.comment:
        yield "comment", catalogue.comment


def read_header(facts: Sequence[Fact], source_language: str) -> tuple[dict[str, str], str]:
    """Return the header and comment that facts tell."""
    header = {}
    for name, text in facts:
        if name == "header":
            field, _, value = text.partition(": ")
            header[field] = value
    comment = next((text for name, text in facts if name == "comment"), "")
    return header or {"X-Source-Language": source_language}, comment


def entry_facts(entry: Entry) -> Iterator[Fact]:
    """Yield what an entry knows beside its texts, places and room."""
    if entry.message.title:
        yield "slide", entry.message.title
    for target in entry.message.targets:
        yield "link", target
    if entry.comment:
        yield "translator", entry.comment
    if entry.previous is not None:
        yield "previous-context", entry.previous[0]
        yield "previous", entry.previous[1]
    for flag in entry.flags:
        yield "flag", flag


def read_entry(
    context: str,
    text: str,
    translation: str,
    is_fuzzy: bool,
    is_obsolete: bool,
    room: str,
    places: Sequence[tuple[str, str]],
    facts: Sequence[Fact],
    place: Span,
) -> Entry:
    """Return the entry that a unit of a file is; ``places`` are files and lines, ``place`` is the unit's."""
    before, _, key = context.partition(":")
    role: Any = before.removeprefix("notes.")
    said = dict(facts)
    message = Message(
        context,
        text,
        role,
        key,
        said.get("slide", ""),
        before.startswith("notes."),
        tuple(Span(file, int(line) if line.isdecimal() else 0, 1) for file, line in places),
        tuple(value for name, value in facts if name == "link"),
        int(room) if room.isdecimal() else None,
    )
    previous = (said.get("previous-context", context), said["previous"]) if "previous" in said else None
    flags = tuple(value for name, value in facts if name == "flag")
    return Entry(
        message, translation, is_fuzzy, previous, said.get("translator", ""), flags, is_obsolete, place
    )
