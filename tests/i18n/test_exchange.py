"""Catalogues out to the tools of agencies and back: nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckbuild.diagnostics import Collector
from deckbuild.i18n.catalogue import Catalogue
from deckbuild.i18n.content import Code, split_content
from deckbuild.i18n.exchange import FORMATS, Format, read_exchange, take_translations, write_exchange
from deckbuild.i18n.po import read_po, write_po

from .test_po import WRITTEN

XLIFF: tuple[Format, ...] = FORMATS[:2]
PLURALS = WRITTEN.replace('"Language: de\\n"', '"Language: de\\n"\n"X-Other: a: b\\n"')
FLAGSHIP = Path(__file__).parents[2] / "content" / "openstack-overview" / "locale"


def _read(text: str, language: str = "de") -> Catalogue:
    catalogue = read_po("de.po", text, language, Collector())
    assert catalogue is not None
    return catalogue


def _there_and_back(catalogue: Catalogue, style: Format) -> Catalogue:
    collector = Collector()
    (exchanged,) = read_exchange("de.xlf", write_exchange(catalogue, "content/talk", style), collector)
    assert collector.sorted() == []
    assert exchanged.deck == "content/talk"
    return exchanged.catalogue


@pytest.mark.parametrize("style", XLIFF)
@pytest.mark.parametrize("text", [WRITTEN, PLURALS], ids=["written", "other header"])
def test_po_to_xliff_to_po(text: str, style: Format) -> None:
    """Fuzzy and obsolete entries, contexts, previous texts, plural headers, comments, flags, places."""
    assert write_po(_there_and_back(_read(text), style)) == write_po(_read(text))


@pytest.mark.parametrize("style", XLIFF)
@pytest.mark.parametrize("path", sorted(FLAGSHIP.glob("*.po")), ids=lambda path: path.stem)
def test_the_flagships_catalogues(path: Path, style: Format) -> None:
    catalogue = _read(path.read_text(encoding="utf-8"), path.stem)
    assert write_po(_there_and_back(catalogue, style)) == write_po(catalogue)


TEXTS = st.lists(
    st.sampled_from(
        [
            "word ",
            "**",
            "*",
            "`code`",
            "[",
            "](1)",
            "![",
            '](2 "title")',
            "<br>",
            "&amp;",
            "\\*",
            "\n",
            " ",
            "ü<>&",
        ]
    ),
    max_size=12,
).map("".join)


@given(TEXTS)
def test_a_text_is_its_parts(text: str) -> None:
    parts = split_content(text)
    assert "".join(part.text if isinstance(part, Code) else part for part in parts) == text
    codes = [part for part in parts if isinstance(part, Code)]
    assert [code.number for code in codes] == list(range(1, len(codes) + 1))
    opened = {code.pair for code in codes if code.kind == "open"}
    assert opened == {code.pair for code in codes if code.kind == "close"}


@given(TEXTS, TEXTS, st.sampled_from(XLIFF))
def test_any_text_comes_back(text: str, translation: str, style: Format) -> None:
    catalogue = _read(WRITTEN)
    first = catalogue.entries[0]
    entry = first._replace(message=first.message._replace(text=text), translation=translation, previous=None)
    came = _there_and_back(catalogue._replace(entries=(entry,)), style).entries[0]
    assert (came.message.text, came.translation) == (text, translation)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Read [the **docs**](1), `nova`",
            ["Read ", "open [", "the ", "open **", "docs", "close **", "close ](1)", ", ", "alone `nova`"],
        ),
        ("2 * 3 < 4 * 5", ["2 ", "open *", " 3 < 4 ", "close *", " 5"]),
        ("![A map](1) here", ["open ![", "A map", "close ](1)", " here"]),
        ("Snake_case and **bold", ["Snake", "alone _", "case and ", "alone **", "bold"]),
    ],
)  # fmt: skip
def test_codes_are_protected(text: str, parts: list[str]) -> None:
    assert [
        part if isinstance(part, str) else f"{part.kind} {part.text}" for part in split_content(text)
    ] == parts


def test_xliff_20_as_a_tool_sees_it() -> None:
    data = write_exchange(_read(WRITTEN), "content/talk", "xliff-2.0").decode()
    unit = data[data.index("  <unit") : data.index("</unit>")]
    assert (
        unit
        == """\
  <unit id="u1" name="notes.item:nova" xml:space="preserve" slr:sizeRestriction="40">
   <notes>
    <note category="location">talk.md:3</note>
    <note category="location">talk.md:9</note>
    <note category="slide">Nova</note>
    <note category="link">https://example.org</note>
    <note category="translator">Do not translate the name.</note>
    <note category="previous-context">notes.item:old</note>
    <note category="previous">See [the docs](1)</note>
    <note category="flag">no-wrap</note>
   </notes>
   <originalData>
    <data id="d1">[</data>
    <data id="d2">](1)</data>
   </originalData>
   <segment state="initial" subState="deckbuild:fuzzy">
    <source>Read <sc id="c1" dataRef="d1"/>the docs<ec startRef="c1" dataRef="d2"/></source>
    <target>Siehe <sc id="c1" dataRef="d1"/>die Doku<ec startRef="c1" dataRef="d2"/></target>
   </segment>
  """
    )


def test_what_a_tool_makes_of_it_is_understood() -> None:
    """A tool may split a segment, write pairs as ``pc``, and mark what it has reviewed as final."""
    data = write_exchange(_read(WRITTEN), "content/talk", "xliff-2.0").decode()
    start, end = data.index("   <segment"), data.index("</segment>") + len("</segment>")
    theirs = (
        '<segment state="final"><source>Read </source><target>Lies </target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="final"><source>the docs</source><target>'
        '<pc id="c1" dataRefStart="d1" dataRefEnd="d2">die <mrk id="m1">Doku</mrk></pc></target></segment>'
    )
    (exchanged,) = read_exchange("de.xlf", (data[:start] + theirs + data[end:]).encode(), Collector())
    entry = exchanged.catalogue.entries[0]
    assert (entry.translation, entry.is_fuzzy) == ("Lies  [die Doku](1)", False)


@pytest.mark.parametrize(
    ("data", "place", "problem"),
    [
        (b"", "1:1", "Document is empty."),
        (b"<xliff>\n<file></xliff>", "2:1", "Opening and ending tag mismatch: file line 2 and xliff."),
        (b"<tmx/>", "1:1", "it does not begin with `xliff` of version 1.2 or 2.0."),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', "1:1", "it has a document type of its own."),
    ],
)
def test_what_is_no_xliff(data: bytes, place: str, problem: str) -> None:
    collector = Collector()
    assert read_exchange("de.xlf", data, collector) == []
    (found,) = collector.sorted()
    assert str(found.span) == f"de.xlf:{place}"
    assert found.message == f"This is no XLIFF file: {problem}"


def test_translations_are_taken_and_others_kept() -> None:
    old = _read(WRITTEN)
    fuzzy, gone = old.entries
    done = fuzzy._replace(translation="Lies [die Doku](1)", is_fuzzy=False)
    new = fuzzy._replace(message=fuzzy.message._replace(text="Other"), translation="Anderes")
    taken, changed, left = take_translations(old, old._replace(entries=(done, new)))
    assert (changed, left) == (1, [new])
    assert taken.entries == (done._replace(previous=None), gone, new._replace(is_obsolete=True))


def test_tmx_has_what_is_translated() -> None:
    catalogue = _read(WRITTEN)
    done = catalogue.entries[0]._replace(is_fuzzy=False)
    data = write_exchange(catalogue._replace(entries=(done, *catalogue.entries)), "content/talk", "tmx")
    root = etree.fromstring(data)
    (unit,) = root.iter("tu")
    assert (
        etree.tostring(unit, encoding="unicode").rstrip()
        == """\
<tu>
   <prop type="x-context">notes.item:nova</prop>
   <tuv xml:lang="en-US">
    <seg>Read <bpt i="1" x="1">[</bpt>the docs<ept i="1">](1)</ept></seg>
   </tuv>
   <tuv xml:lang="de">
    <seg>Siehe <bpt i="1" x="1">[</bpt>die Doku<ept i="1">](1)</ept></seg>
   </tuv>
  </tu>"""
    )
