"""How far each language is, slide by slide: what is translated, stale and missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from deckbuild.named_tuple import NamedTuple

from .catalogue import Catalogue
from .message import Message


class Count(NamedTuple):
    """How many messages there are, have a translation, and have one whose source has changed."""

    total: int = 0
    translated: int = 0
    stale: int = 0

    @property
    def missing(self) -> int:
        """How many have no translation at all."""
        return self.total - self.translated - self.stale

    @property
    def percent(self) -> float:
        """How many per cent are translated; 100 of nothing."""
        return 100.0 * self.translated / self.total if self.total else 100.0


class SlideStatus(NamedTuple):
    """A slide (or what slides share) by its key and title; notes are counted apart."""

    key: str
    title: str
    shown: Count
    notes: Count


class FileStatus(NamedTuple):
    """A picture or other file with text: its path, that of its version, and how up to date that is."""

    path: str
    version: str | None
    state: str


class Status(NamedTuple):
    """A language of a deck; ``files`` are those with text and no version for it, and those with a version."""

    deck: str
    language: str
    slides: tuple[SlideStatus, ...]
    files: tuple[FileStatus, ...] = ()

    def total(self, *, notes: bool) -> Count:
        """Return the sum over all slides, of their notes or of what they show."""
        counts = [slide.notes if notes else slide.shown for slide in self.slides]
        return Count(*(sum(column) for column in zip(*counts, strict=True))) if counts else Count()

    @property
    def percent(self) -> float:
        """How many per cent of all messages are translated."""
        shown, notes = self.total(notes=False), self.total(notes=True)
        return Count(shown.total + notes.total, shown.translated + notes.translated).percent


def find_status(deck: str, messages: Iterable[Message], catalogue: Catalogue) -> Status:
    """Compare a catalogue with the messages that there are now: one that it does not know is missing."""
    entries = catalogue.by_message()
    slides: dict[str, SlideStatus] = {}
    for message in messages:
        entry = entries.get((message.context, message.text))
        slide = slides.get(message.key) or SlideStatus(message.key, message.title, Count(), Count())
        old = slide.notes if message.in_notes else slide.shown
        new = Count(
            old.total + 1,
            old.translated + bool(entry and entry.is_translated),
            old.stale + bool(entry and entry.translation and entry.is_fuzzy),
        )
        slides[message.key] = slide._replace(notes=new) if message.in_notes else slide._replace(shown=new)
    return Status(deck, catalogue.language, tuple(slides.values()))


_FILE_STATES = {
    "missing": "no version", "stale": "version is stale", "unrecorded": "version is not recorded",
    "current": "version is current",
}  # fmt: skip
_HEADINGS = ("deck", "language", "slides", "stale", "missing", "notes", "stale", "missing")


def format_status(statuses: Sequence[Status]) -> str:
    """Return a table for the terminal: a line a language, and under it the slides that are not done."""
    width = max((len(status.deck) for status in statuses), default=24)
    lines = ["{:{}} {:8} {:>7} {:>6} {:>7}  {:>6} {:>6} {:>7}".format(_HEADINGS[0], width, *_HEADINGS[1:])]
    for status in statuses:
        shown, notes = status.total(notes=False), status.total(notes=True)
        lines.append(
            f"{status.deck:{width}} {status.language:8} "
            f"{_percent(shown):>7} {shown.stale:6} {shown.missing:7}  "
            f"{_percent(notes):>6} {notes.stale:6} {notes.missing:7}"
        )
        for slide in status.slides:
            if slide.shown.translated < slide.shown.total or slide.notes.translated < slide.notes.total:
                told = ", ".join(filter(None, (_tell(slide.shown, ""), _tell(slide.notes, " in notes"))))
                lines.append(f"    {slide.title or slide.key}: {told}")
        lines += [f"    {file.path}: {_FILE_STATES[file.state]}" for file in status.files if _is_open(file)]
    return "\n".join(lines)


def _is_open(file: FileStatus) -> bool:
    return file.state != "current"


def _percent(count: Count) -> str:
    return f"{int(count.percent)} %"


def _tell(count: Count, where: str) -> str:
    parts = []
    if count.stale:
        parts.append(f"{count.stale} stale{where}")
    if count.missing:
        parts.append(f"{count.missing} missing{where}")
    return ", ".join(parts)


def describe_status(status: Status) -> dict[str, Any]:
    """Return the same for a machine."""

    def describe(count: Count) -> dict[str, int]:
        return {
            "total": count.total, "translated": count.translated, "stale": count.stale,
            "missing": count.missing,
        }  # fmt: skip

    return {
        "deck": status.deck,
        "language": status.language,
        "percent": round(status.percent, 1),
        "slides": describe(status.total(notes=False)),
        "notes": describe(status.total(notes=True)),
        "by_slide": [
            {
                "key": slide.key,
                "title": slide.title,
                "slide": describe(slide.shown),
                "notes": describe(slide.notes),
            }
            for slide in status.slides
        ],
        "files": [file._asdict() for file in status.files],
    }


_STYLE = (
    "body{font:16px/1.4 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{padding:.3rem .6rem;text-align:end;border-bottom:1px solid #ccc}"
    "th:first-child,td:first-child{text-align:start}.open{background:#fff3d6}"
)


def write_status_page(statuses: Sequence[Status]) -> str:
    """Return the table as an HTML page that needs nothing else: a section a deck and language."""
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<title>Translation status</title>\n"
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Translation status</h1>\n"
    ]
    for status in statuses:
        name = f"{escape(status.deck)}: {escape(status.language)}, {status.percent:.1f} %"
        parts.append(f"<h2>{name}</h2>\n<table>\n<tr>")
        parts += [f"<th>{heading}</th>" for heading in ("slide", *_HEADINGS[2:])]
        parts.append("</tr>\n")
        for slide in status.slides:
            is_open = slide.shown.translated < slide.shown.total or slide.notes.translated < slide.notes.total
            cells = [escape(slide.title or slide.key)]
            for count in (slide.shown, slide.notes):
                cells += [f"{count.translated}/{count.total}", str(count.stale), str(count.missing)]
            row = "".join(f"<td>{cell}</td>" for cell in cells)
            parts.append(f'<tr class="open">{row}</tr>\n' if is_open else f"<tr>{row}</tr>\n")
        parts.append("</table>\n")
        parts += _write_files(status.files)
    return "".join((*parts, "</body>\n</html>\n"))


def _write_files(files: Sequence[FileStatus]) -> list[str]:
    if not files:
        return []
    parts = ["<table>\n<tr><th>file</th><th>version</th><th></th></tr>\n"]
    for file in files:
        cells = (file.path, file.version or "", _FILE_STATES[file.state])
        row = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        parts.append(f'<tr class="open">{row}</tr>\n' if _is_open(file) else f"<tr>{row}</tr>\n")
    return [*parts, "</table>\n"]
