"""Catalogues in the formats of translation tools: XLIFF 2.0 and 1.2 out and in, TMX out."""

from __future__ import annotations

from typing import Literal

from deckbuild.diagnostics import Collector
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

from . import xliff12, xliff20
from .catalogue import Catalogue, Entry
from .tmx import make_tmx
from .xml_files import line_of, read_xml, write_xml

Format = Literal["xliff-2.0", "xliff-1.2", "tmx"]
FORMATS: tuple[Format, ...] = ("xliff-2.0", "xliff-1.2", "tmx")
SUFFIXES = {"xliff-2.0": ".xlf", "xliff-1.2": ".xlf", "tmx": ".tmx"}


class Exchanged(NamedTuple):
    """What a tool's file has: the deck's path, as told when it was written, and a catalogue."""

    deck: str
    catalogue: Catalogue


def write_exchange(catalogue: Catalogue, deck: str, style: Format) -> bytes:
    """Return a catalogue of a deck, by its path, as a file of a format."""
    if style == "tmx":
        return write_xml(make_tmx(catalogue))
    make = xliff20.make_xliff20 if style == "xliff-2.0" else xliff12.make_xliff12
    return write_xml(make(catalogue, deck))


def read_exchange(name: str, data: bytes, collector: Collector) -> list[Exchanged]:
    """Return what an XLIFF file has, of either version; nothing when it is malformed: catalogue-syntax."""
    root = read_xml(name, data, "XLIFF", collector)
    if root is None:
        return []
    if root.tag == f"{{{xliff12.NAMESPACE}}}xliff":
        files = root.iterfind(f"{{{xliff12.NAMESPACE}}}file")
        return [Exchanged(file.get("original", ""), xliff12.read_xliff12(file, name)) for file in files]
    if root.tag == f"{{{xliff20.NAMESPACE}}}xliff":
        files = root.iterfind(f"{{{xliff20.NAMESPACE}}}file")
        language, source_language = root.get("trgLang", ""), root.get("srcLang", "")
        return [
            Exchanged(file.get("original", ""), xliff20.read_xliff20(file, name, language, source_language))
            for file in files
        ]
    problem = "This is no XLIFF file: it does not begin with `xliff` of version 1.2 or 2.0."
    collector.report("catalogue-syntax", Span(name, line_of(root), 1), problem)
    return []


def take_translations(catalogue: Catalogue, other: Catalogue) -> tuple[Catalogue, int, list[Entry]]:
    """Return a catalogue with the translations that another one has of its messages, and how many are new.

    Those of messages that the catalogue has no more are kept at its end as obsolete ones, where an update
    finds them, and returned. An empty translation takes nothing away.
    """
    theirs = {(entry.message.context, entry.message.text): entry for entry in other.entries}
    entries: list[Entry] = []
    changed = 0
    for entry in catalogue.entries:
        found = theirs.pop((entry.message.context, entry.message.text), None)
        if found and found.translation and not _says_the_same(found, entry):
            changed += 1
            previous = entry.previous if found.is_fuzzy else None
            entry = entry._replace(translation=found.translation, is_fuzzy=found.is_fuzzy, previous=previous)
        entries.append(entry)
    left = [entry for entry in theirs.values() if entry.translation and not entry.is_obsolete]
    kept = (entry._replace(is_obsolete=True) for entry in left)
    return catalogue._replace(entries=(*entries, *kept)), changed, left


def _says_the_same(one: Entry, other: Entry) -> bool:
    return (one.translation, one.is_fuzzy) == (other.translation, other.is_fuzzy)
