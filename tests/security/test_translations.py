"""Catalogues and files of translators' tools that are meant to harm, and translations that break out."""

from __future__ import annotations

import time

import pytest

from deckbuild.batch.languages import open_language
from deckbuild.diagnostics import Collector
from deckbuild.i18n.exchange import read_exchange
from deckbuild.pipeline import build_deck
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace

from .attack import MOST_SECONDS

SOURCE = "## Title\n\nSome words.\n\n- an item\n\n| a | b |\n|---|---|\n| c | d |\n"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: de\\n"\n'
PLURALS = '"Plural-Forms: nplurals={}; plural={};\\n"\n'


def _translate(catalogue: str | bytes) -> tuple[set[str], MemoryWorkspace]:
    data = catalogue.encode() if isinstance(catalogue, str) else catalogue
    workspace, collector = (
        MemoryWorkspace({"t.md": SOURCE.encode(), "locale/t/de.po": data, "secret.md": b"## Secret\n"}),
        Collector(),
    )
    project = read_project(workspace, collector)
    started = time.process_time()
    language = open_language(workspace, "t.md", "de", "source", collector)
    built = build_deck(workspace, "t.md", "out.pptx", project, None, collector, language=language)
    assert time.process_time() - started < MOST_SECONDS
    return {found.code for found in built.diagnostics}, workspace


def _entry(text: str, translation: str) -> str:
    quoted = translation.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'\nmsgid "{text}"\nmsgstr "{quoted}"\n'


CATALOGUES = {
    "nothing": ("", ""),
    "a header of no type": ('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-7\\n"\n', ""),
    "a header a megabyte long": (HEAD + '"X: ' + "a" * 1_000_000 + '\\n"\n', ""),
    "plurals without number": (HEAD + PLURALS.format("9" * 9, "n"), ""),
    "plurals that divide by zero": (HEAD + PLURALS.format(2, "n%0"), ""),
    "plurals that are a program": (HEAD + PLURALS.format(2, "__import__('os').system('id')"), ""),
    "plurals nested deep": (HEAD + PLURALS.format(2, "(" * 9000 + "n" + ")" * 9000), ""),
    "plurals of powers": (HEAD + PLURALS.format(2, "9**9**9**9"), ""),
    "a quote that is not closed": (HEAD + '\nmsgid "Title\n', "catalogue-syntax"),
    "quotes without number": (HEAD + '"\n' * 20_000, "catalogue-syntax"),
    "a keyword there is not": (HEAD + '\nmsgevil "a"\n', "catalogue-syntax"),
    "a form of a number too large": (HEAD + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[999999999] "c"\n', ""),
    "entries without number": (HEAD + "".join(_entry(f"t{n}", "x") for n in range(5_000)), ""),
    "one entry many times": (HEAD + _entry("Title", "x") * 2_000, ""),
    "comments without number": (HEAD + "# x\n" * 20_000 + _entry("Title", "x"), ""),
    "references without number": (HEAD + "#: a:1\n" * 20_000 + _entry("Title", "x"), ""),
    "U+0000": (HEAD + _entry("Title", "a\0b"), ""),
    "the path of a file": ("/etc/passwd", "catalogue-syntax"),
    "an archive": ("PK\x03\x04" + "\0" * 900, ""),
    "a text beyond the limit": ("#\n" * 5_000_000, "file-too-large"),
}


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_hostile_catalogue(name: str) -> None:
    text, code = CATALOGUES[name]
    codes, workspace = _translate(text)
    assert not code or code in codes
    assert b"root:" not in workspace.contents.get("out.pptx", b"")


TRANSLATIONS = {
    "a slide more": "x\n\n## Evil\n\ny",
    "a break": "x\n\n---\n\ny",
    "an include": 'x\n\n::: notes {include="secret.md"}\n:::\n',
    "front matter": "---\nbrand: evil\n---\n",
    "a link that starts something": "[x](javascript:alert(1))",
    "a picture of another place": "![x](../../../etc/passwd)",
    "HTML": "<script>alert(1)</script><img src=../../etc/passwd>",
    "a comment without an end": "x <!-- y",
    "a fence without an end": "```\nx",
    "a div without an end": "::: columns\nx",
    "a cell more": "x | y | z",
    "an attribute": "x {background=../../etc/passwd}",
    "a reference": "x\n\n[a]: javascript:alert(1)",
    "XML": "</a:t></a:r></a:p><p:sp/>",
    "a formula that grows": "$\\def\\a{\\a\\a}\\a$",
    "marks that are not closed": "**x _y `z [w",
    "an ignored rule": "x <!-- deckbuild: ignore link-unsafe no -->",
    "much": "x" * 200_000,
    "an override": "a\u202eb",
}


@pytest.mark.parametrize("message", ["Title", "Some words.", "an item", "c"])
@pytest.mark.parametrize("name", TRANSLATIONS)
def test_a_translation_brings_no_more_than_words(name: str, message: str) -> None:
    codes, workspace = _translate(HEAD + _entry(message, TRANSLATIONS[name]))
    assert not codes & {"path-outside-project", "include-itself", "brand-unknown", "slide-empty"}
    package = workspace.contents["out.pptx"]
    assert b"root:" not in package
    assert "Secret" not in package.decode("latin-1")


XLIFF = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de">{}</xliff>'
)
UNIT = (
    '<file id="f" original="t.md"><unit id="1"><segment><source>{0}</source><target>{0}</target></segment>'
    "</unit></file>"
)
BOMB = "<!DOCTYPE xliff [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY a{n} '{('&a%s;' % (n - 1 if n > 1 else '')) * 10}'>" for n in range(1, 10)
)
FILES = {
    "entities that multiply": BOMB + "]>" + XLIFF.format(UNIT.format("&a9;")),
    "an entity of a file": "<!DOCTYPE xliff [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    + XLIFF.format(UNIT.format("&a;")),
    "a document type of elsewhere": "<!DOCTYPE xliff SYSTEM 'http://evil.example/a.dtd'>" + XLIFF.format(""),
    "a parameter entity": "<!DOCTYPE xliff [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]>"
    + XLIFF.format(""),
    "elements nested deep": XLIFF.format("<a>" * 20_000 + "</a>" * 20_000),
    "a file that ends early": XLIFF[:60],
    "another kind of file": "<html/>",
    "a translation memory": "<tmx version='1.4'/>",
    "nothing": "",
    "U+0000": XLIFF.format("\0"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_of_a_tool(name: str) -> None:
    collector, started = Collector(), time.process_time()
    found = read_exchange("t.xlf", FILES[name].encode(), collector)
    assert time.process_time() - started < MOST_SECONDS
    assert "catalogue-syntax" in {each.code for each in collector.sorted()}
    assert found == []
