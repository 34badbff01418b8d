"""Catalogues as files: what is read is what was written, and gettext takes it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.i18n.catalogue import Catalogue, Entry
from deckbuild.i18n.po import make_header, read_po, write_po

from .sources import messages_of
from .test_messages import EVERYTHING

WRITTEN = r"""# Messages of talk.
msgid ""
msgstr ""
"Project-Id-Version: talk\n"
"PO-Revision-Date: 1970-01-01 00:00+0000\n"
"Last-Translator: Unknown\n"
"Language-Team: de\n"
"Language: de\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"X-Generator: deckbuild\n"
"X-Source-Language: en-US\n"

# Do not translate the name.
#. Slide: Nova
#. Role: list item (notes)
#. Room: 40 characters
#. 1: https://example.org
#: talk.md:3 talk.md:9
#, fuzzy, no-wrap
#| msgctxt "notes.item:old"
#| msgid "See [the docs](1)"
msgctxt "notes.item:nova"
msgid "Read [the docs](1)"
msgstr "Siehe [die Doku](1)"

# An old remark.
#~| msgid "Gone, once"
#~ msgctxt "item:nova"
#~ msgid ""
#~ "Gone\n"
#~ "for good"
#~ msgstr "Weg"
"""


def _read(text: str) -> Catalogue:
    collector = Collector()
    catalogue = read_po("de.po", text, "de", collector)
    assert collector.sorted() == []
    assert catalogue is not None
    return catalogue


def test_what_is_read_is_written_again() -> None:
    assert write_po(_read(WRITTEN)) == WRITTEN


def test_an_entry_has_all_that_its_file_says() -> None:
    first, second = _read(WRITTEN).entries
    assert first.message.room == 40
    assert first.message.targets == ("https://example.org",)
    assert (first.message.title, first.message.role, first.message.in_notes) == ("Nova", "item", True)
    assert first.previous == ("notes.item:old", "See [the docs](1)")
    assert (first.is_fuzzy, first.is_translated, first.flags) == (True, False, ("no-wrap",))
    assert (second.is_obsolete, second.previous) == (True, ("item:nova", "Gone, once"))


def test_the_place_of_an_entry_is_its_line() -> None:
    place = _read(WRITTEN).entries[0].place
    assert place is not None
    assert WRITTEN.split("\n")[place.line - 1] == 'msgstr "Siehe [die Doku](1)"'


@pytest.mark.parametrize(
    ("text", "line"), [('msgid "a"\nmsgstr "b', 2), ('msgid "a"\nmsgstr "b"c"\n', 2), ("nonsense\n", 1)]
)
def test_a_broken_file_is_told_with_its_line(text: str, line: int) -> None:
    collector = Collector()
    assert read_po("de.po", text, "de", collector) is None
    (found,) = collector.sorted()
    assert (found.code, found.span.file, found.span.line) == ("catalogue-syntax", "de.po", line)


@pytest.mark.parametrize("language", ["de", "ja", "ar", "pl", "pt-BR", "qps-ploc"])
def test_gettext_takes_a_catalogue(language: str, tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("gettext is not installed")
    header = make_header("talk", language, "en-US", "")
    entries = tuple(Entry(message, message.text) for message in messages_of(EVERYTHING))
    file = tmp_path / "talk.po"
    file.write_text(write_po(Catalogue(language, entries, header, "Messages.")), encoding="utf-8")
    run = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(file)], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


def test_a_file_name_with_spaces_stands_between_isolates() -> None:
    (message,) = messages_of("## Title")
    place = message.places[0]._replace(file="my talk.md")
    text = write_po(Catalogue("de", (Entry(message._replace(places=(place,))),)))
    assert "#: \u2068my talk.md\u2069:1\n" in text
