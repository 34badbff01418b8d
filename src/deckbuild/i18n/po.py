"""Catalogues as gettext's PO files. All that knows of polib is here; it is imported when a file is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from deckbuild.diagnostics import Collector
from deckbuild.source import Span

from .catalogue import Catalogue, Entry
from .message import Message
from .plurals import plural_forms

if TYPE_CHECKING:
    from polib import POEntry, POFile

_OBSOLETE_PREVIOUS = re.compile(r"^#~\| ", re.MULTILINE)
_UNCLOSED = re.compile(r'^(?:#[~|]+ )?(?:msg\w+(?:\[\d\])? +)?"(?:[^"\\\r\n]|\\.)*$', re.MULTILINE)
_LINE = re.compile(r"line (\d+)")
_COMMENT = re.compile(r"(Slide|Role|Room|\d+): (.*)")
ROLES = {
    "title": "title", "subtitle": "subtitle", "heading": "heading", "paragraph": "paragraph",
    "item": "list item", "term": "term", "attribution": "attribution", "cell": "table cell",
    "caption": "caption", "source": "source line", "alt": "alt text", "label": "figure label",
    "footnote": "footnote", "duration": "duration", "footer": "footer", "description": "description",
}  # fmt: skip
"""Roles as translators read them."""


def read_po(name: str, text: str, language: str, collector: Collector) -> Catalogue | None:
    """Read a PO file's text; None when it is malformed. Diagnostic: catalogue-syntax."""
    import polib

    unclosed = _UNCLOSED.search(text)
    if unclosed:
        line = text.count("\n", 0, unclosed.start()) + 1
        collector.report(
            "catalogue-syntax", Span(name, line, 1), "This is no PO file: a quote is not closed."
        )
        return None
    # polib passes over the previous texts of obsolete entries, but for this prefix it would take them.
    readable = _OBSOLETE_PREVIOUS.sub("#| ", text.replace("\r\n", "\n"))
    try:
        file: POFile = polib.pofile(readable + "\n", wrapwidth=0, encoding="utf-8")
    except (OSError, ValueError, UnicodeError) as error:
        found = _LINE.search(str(error))
        place = Span(name, int(found[1]), 1) if found else Span(name)
        problem = re.sub(r"^.*?\(line \d+\):? ?", "", str(error)) or "it cannot be read"
        collector.report("catalogue-syntax", place, f"This is no PO file: {problem}.")
        return None
    lines = text.split("\n")
    entries = tuple(_read_entry(entry, _find_translation(name, lines, entry)) for entry in file)
    return Catalogue(language, entries, dict(file.metadata), file.header)


def _find_translation(name: str, lines: Sequence[str], entry: POEntry) -> Span:
    """Return the place of an entry's ``msgstr``; polib knows where the entry begins."""
    first = max((entry.linenum or 1) - 1, 0)
    rest = range(first, len(lines))
    line = next((at for at in rest if lines[at].startswith(("msgstr", "#~ msgstr"))), first)
    return Span(name, line + 1, 1)


def _read_entry(entry: POEntry, place: Span) -> Entry:
    context = entry.msgctxt or ""
    before, _, key = context.partition(":")
    role: Any = before.removeprefix("notes.")
    comments = [(found[1], found[2]) for line in entry.comment.split("\n") if (found := _COMMENT.match(line))]
    said = dict(reversed(comments))
    room = said.get("Room", "").split(" ")[0]
    message = Message(
        context,
        entry.msgid,
        role,
        key,
        said.get("Slide", ""),
        before.startswith("notes."),
        tuple(Span(path, int(line) if line else 0, 1) for path, line in entry.occurrences),
        tuple(text for number, text in comments if number.isdecimal()),
        int(room) if room.isdecimal() else None,
    )
    previous = entry.previous_msgid
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return Entry(
        message,
        entry.msgstr,
        entry.fuzzy,
        None if previous is None else (entry.previous_msgctxt or context, previous),
        entry.tcomment,
        flags,
        bool(entry.obsolete),
        place,
    )


def write_po(catalogue: Catalogue) -> str:
    """Return a catalogue as a PO file: a line a paragraph, references by file and line, no clock."""
    import polib

    file = polib.POFile(wrapwidth=0)
    file.header = catalogue.comment
    file.metadata = dict(catalogue.header)
    file.metadata_is_fuzzy = False
    for entry in catalogue.entries:
        file.append(_make_entry(entry))
    return str(file.__unicode__()).rstrip("\n") + "\n"


def _make_entry(entry: Entry) -> POEntry:
    import polib

    message = entry.message
    made = polib.POEntry(
        msgctxt=message.context or None,
        msgid=message.text,
        msgstr=entry.translation,
        comment="\n".join(_comments(message)),
        tcomment=entry.comment,
        occurrences=[] if entry.is_obsolete else [_reference(place) for place in message.places],
        flags=[*(["fuzzy"] if entry.is_fuzzy else []), *entry.flags],
        obsolete=entry.is_obsolete,
    )
    if entry.previous is not None:
        context, text = entry.previous
        made.previous_msgctxt = context if context != message.context else None
        made.previous_msgid = text
    return made


def _comments(message: Message) -> Iterator[str]:
    """Yield what a translator should know: slide, role, room, and where its links lead."""
    if message.title:
        yield f"Slide: {' '.join(message.title.split())}"
    yield f"Role: {ROLES.get(message.role, message.role)}{' (notes)' if message.in_notes else ''}"
    if message.room is not None:
        yield f"Room: {message.room} characters"
    for number, target in enumerate(message.targets, 1):
        yield f"{number}: {target}"


def _reference(place: Span) -> tuple[str, str]:
    """Return a file and line; a name with spaces stands between the isolates that gettext puts there."""
    path = f"\u2068{place.file}\u2069" if " " in place.file else place.file
    return path, str(place.line) if place.line else ""


def make_header(project: str, language: str, source_language: str, created: str) -> Mapping[str, str]:
    """Return gettext's header for a new catalogue; a template has no language.

    ``created`` is the time of its making, as gettext writes it, or empty: no clock is looked at, so that
    the same source gives the same file.
    """
    header = {"Project-Id-Version": project}
    if created:
        header["POT-Creation-Date"] = created
    header |= {
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE" if not language else "1970-01-01 00:00+0000",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>" if not language else "Unknown",
        "Language-Team": language or "LANGUAGE <LL@li.org>",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        header["Plural-Forms"] = plural_forms(language)
    return {**header, "X-Source-Language": source_language, "X-Generator": "deckbuild"}
