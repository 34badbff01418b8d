"""Files of a project that are meant to harm: tables, fonts, bitmaps, clips, settings, and odd names."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.pipeline import build_deck
from deckbuild.project import find_decks, read_project
from deckbuild.workspace import DiskWorkspace
from tests.pictures import gif, png

from .attack import HEAD, attack

TABLES = {
    "a cell of a megabyte": ("a,b\nx," + "word " * 200_000, ""),
    "a quote that is not closed": ('a,b\n"x,' + "y\n" * 1000, "table-csv"),
    "quotes without number": ("a,b\n" + '"' * 200_000, ""),
    "U+0000": ("a,b\nx,\0\n", "text-control-character"),
    "rows that grow": ("\n".join("," * n for n in range(300)), "table-empty"),
    "nothing but commas": ("," * 500_000, ""),
    "a formula of a spreadsheet": ("a,b\n=cmd|'/c calc'!A0,1\n", ""),
    "a hidden letter": ("a,b\npass\u200bword,1\n", "text-invisible-character"),
    "a turned name": ("a,b\nx\u202egpj.exe,1\n", "text-direction-control"),
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("chart", ["", "{chart=line}"])
def test_a_hostile_table(name: str, chart: str) -> None:
    text, code = TABLES[name]
    codes = attack({"t.md": f"{HEAD}![]({'t.csv'}){chart}", "t.csv": text}).codes
    assert not code or chart or code in codes


SFNT = b"\0\1\0\0"
FONTS = {
    "nothing": b"",
    "a page": b"<html>",
    "a head alone": SFNT,
    "tables without number": SFNT + b"\xff\xff" + bytes(6),
    "tables beyond the end": SFNT
    + struct.pack(">HHHH", 1, 0, 0, 0)
    + b"cmap"
    + struct.pack(">LLL", 0, 0xFFFFFF00, 0xFFFFFF00),
    "a collection without number": b"ttcf\0\1\0\0\xff\xff\xff\xff" + bytes(99),
    "a WOFF that lies": b"wOFF" + b"\xff" * 60,
    "a WOFF2": b"wOF2" + b"\xff" * 60,
    "zeros": bytes(1_000_000),
}


@pytest.mark.parametrize("name", FONTS)
def test_a_hostile_font(name: str) -> None:
    brand = '[fonts]\nbody = "Evil"\n\n[fonts.files]\nEvil = "evil.ttf"\n'
    files: dict[str, str | bytes] = {
        "t.md": f"---\nbrand: a\n---\n{HEAD}x\n",
        "assets/brands/a/brand.toml": brand,
        "assets/brands/a/evil.ttf": FONTS[name],
    }
    codes = attack(files).codes
    assert codes & {"font-file", "brand-value", "brand-unknown-key", "brand-incomplete"}


def _tiff(width: int, height: int) -> bytes:
    entries = ((256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (262, 3, 1, 1), (273, 4, 1, 8))
    return (
        b"II*\0"
        + struct.pack("<LH", 8, len(entries))
        + b"".join(struct.pack("<HHLL", *e) for e in entries)
        + bytes(4)
    )


BITMAPS = {
    "a GIF of 65,535 pixels a side": ("p.gif", gif(65_535, 65_535)),
    "a GIF of frames without an end": ("p.gif", gif()[:-1] + b"\x21\xf9\x04\0\0\0\0\0" * 20_000),
    "a TIFF of 100,000 pixels a side": ("p.tiff", _tiff(100_000, 100_000)),
    "a TIFF of a directory in a circle": ("p.tiff", b"II*\0\x08\0\0\0\0\0\x08\0\0\0"),
    "a WebP of 16,384 pixels a side": (
        "p.webp",
        b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x3f\0\xff\x3f\0" + bytes(9),
    ),
    "a BMP of no end": ("p.bmp", b"BM" + b"\xff" * 60),
    "a PNG without an end": ("p.png", png()[:-12] + b"\x7f\xff\xff\xffIDAT"),
    "a film that is none": ("p.mp4", b"\0\0\0\x18ftypmp42" + b"\xff" * 900),
    "a film of boxes in boxes": ("p.mp4", b"\0\0\0\x08moov" * 5000),
    "a sound that is none": ("p.mp3", b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + b"\xff" * 900),
    "a WAV that lies of its length": ("p.wav", b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff"),
    "a page called a film": ("p.mp4", b"<html><script>alert(1)</script>"),
}


TAKEN_AS_THEY_ARE = {
    "a GIF of frames without an end",
    "a film that is none",
    "a sound that is none",
    "a WAV that lies of its length",
}
"""Nothing here reads further than their beginning; PowerPoint says that it cannot play them."""


@pytest.mark.parametrize("name", BITMAPS)
def test_a_hostile_picture_or_clip(name: str) -> None:
    file, data = BITMAPS[name]
    package, codes, _ = attack({"t.md": f"{HEAD}![a]({file})", file: data})
    assert b"<script>" not in package
    assert codes or name in TAKEN_AS_THEY_ARE


SETTINGS = {
    "tables nested deep": "a" + ".a" * 1000 + " = 1",
    "lists nested deep": "a = " + "[" * 20_000 + "]" * 20_000,
    "a number of a megabyte": "[deck]\nyear = " + "9" * 1_000_000,
    "a text of a megabyte": '[deck]\ntitle = "' + "a" * 20_000 + '"',
    "keys without number": "\n".join(f"k{n} = 1" for n in range(1000)),
    "decks written over the system": 'output = "/etc"\n',
    "a path beyond the root": '[deck]\nbrand = "../../../etc"\n',
    "a template of elsewhere": '[deck]\ntemplate = "/etc/passwd"\n',
    "an escape of the terminal": '[deck]\n"\\u001b[2J" = 1\n',
    "an override": '[deck]\nfooter = "a\\u202eb"\n',
    "limits that are none": "[limits]\nslide_characters = 0\n",
    "rules that are none": '[rules]\nlink-unsafe = "no"\n',
}


@pytest.mark.parametrize("name", SETTINGS)
def test_hostile_settings(name: str) -> None:
    found = attack({"t.md": f"{HEAD}x\n", "deckbuild.toml": SETTINGS[name]})
    assert found.codes
    assert b"root:" not in found.package


_CALLS = [("\\" + chr(97 + n)) * 10 for n in range(9)]
MACROS = "".join(f"\\def\\{chr(98 + n)}{{{_CALLS[n]}}}" for n in range(9))
FORMULAS = {
    "a macro in itself": "$\\def\\a{\\a}\\a$",
    "a macro of two of itself": "$\\newcommand\\a{\\a\\a}\\a$",
    "macros that multiply": f"${MACROS}\\def\\a{{x}}\\j$",
    "fractions nested deep": "$" + "\\frac{" * 800 + "a" + "}{b}" * 800 + "$",
    "roots nested deep": "$" + "\\sqrt{" * 3000 + "a" + "}" * 3000 + "$",
    "scripts nested deep": "$a" + "^{a" * 3000 + "}" * 3000 + "$",
    "brackets without an end": "$" + "\\left(" * 3000 + "$",
    "brackets that are not closed": "$" + "a[" * 60 + "$",
    "brackets of names that are not closed": "$" + "a\\langle " * 60 + "$",
    "environments nested deep": "$" + "\\begin{matrix}" * 300 + "\\end{matrix}" * 300 + "$",
    "a file of the system": "$\\input{/etc/passwd}$",
    "a program": "$\\write18{id}$",
    "a link that starts something": "$\\href{javascript:alert(1)}{x}$",
    "a picture": "$\\includegraphics{/etc/passwd}$",
    "a character of U+0000": "$\\char0 \\unicode{0}$",
    "a space of no measure": "$\\hspace{1e999em} \\rule{9999999em}{1em}$",
}


@pytest.mark.parametrize("name", FORMULAS)
def test_a_hostile_formula(name: str) -> None:
    package, _, _ = attack({"t.md": f"{HEAD}{FORMULAS[name]}\n"})
    assert b"root:" not in package
    assert b'Target="javascript' not in package


YAML = {
    "a merge of itself": "a: &a\n  <<: *a",
    "an anchor in itself": "title: &a [*a]",
    "maps nested deep": "title: " + "{a: " * 3000,
    "a tag of a program": "title: !!python/object/new:os.system ['id']",
    "a tag of a module": "title: !!python/module:os",
    "keys that are lists": "? [a, b]\n: x",
    "a number of base sixty": "year: " + "9:" * 3000 + "9",
    "a block without an end": "title: |\n" + " x\n" * 20_000,
    "two documents": "title: a\n--- \ntitle: b",
    "a date that is none": "date: 9999-99-99",
    "U+0000": "title: a\0b",
}


@pytest.mark.parametrize("name", YAML)
def test_hostile_front_matter(name: str) -> None:
    attack({"t.md": f"---\n{YAML[name]}\n---\n## T\n\nx\n"})


DIAGRAMS = {
    "another language": 'digraph { a -> b [label=<<img src="/etc/passwd"/>>] }',
    "nodes without number": "flowchart LR\n" + "".join(f"n{n}\n" for n in range(5000)),
    "a node of a megabyte": "flowchart LR\na[" + "x" * 90_000 + "]",
    "quotes without an end": 'flowchart LR\na["' * 2000,
    "edges of all to all": "flowchart LR\n" + " & ".join(f"a{n}" for n in range(2000)) + " --> b",
    "directives without an end": "%%{init: " * 3000 + "\nflowchart LR\na",
    "a directive of styles": "%%{init: {'themeCSS': '@import url(http://evil.example)'}}%%\nflowchart LR\na",
    "HTML": "flowchart LR\na[<img src=x onerror=alert(1)>]",
    "a link that starts something": 'flowchart LR\na\nclick a href "javascript:alert(1)"',
    "a call": "flowchart LR\na\nclick a call alert(1)",
    "notes without number": "sequenceDiagram\n" + "Note over a: x\n" * 301,
    "frames without an end": "sequenceDiagram\n" + "alt x\n" * 5000,
    "activations without an end": "sequenceDiagram\n" + "a->>+a: x\n" * 5000,
}


@pytest.mark.parametrize("name", DIAGRAMS)
def test_a_hostile_diagram(name: str) -> None:
    package, codes, _ = attack({"t.md": f"{HEAD}```mermaid\n{DIAGRAMS[name]}\n```\n"})
    assert codes
    assert b"evil.example" not in package
    assert b'Target="javascript' not in package


def _build(root: Path, name: str = "t") -> set[str]:
    workspace, collector = DiskWorkspace(root), Collector()
    project = read_project(workspace, collector)
    find_decks(workspace, project)
    built = build_deck(workspace, name, str(root / "out.pptx"), project, None, collector)
    return {found.code for found in built.diagnostics}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "01.md").write_text(f"{HEAD}x\n")
    return tmp_path


def test_a_folder_that_holds_itself(project: Path) -> None:
    (project / "content").mkdir()
    (project / "content" / "a").symlink_to(".")
    (project / "t" / "b").symlink_to("..")
    assert _build(project) == {"language-missing"} or _build(project) == set()


def test_a_pipe_called_a_source(project: Path) -> None:
    os.mkfifo(project / "t" / "02.md")
    _build(project)


def test_a_pipe_called_a_picture(project: Path) -> None:
    os.mkfifo(project / "t" / "p.png")
    (project / "t" / "01.md").write_text(f"{HEAD}![a](p.png)\n")
    assert _build(project) & {"picture-missing", "file-unreadable"}


@pytest.mark.parametrize(
    "name", ["a\nb.md", 'a"b.md', "a'b.md", "a\x1b[2Jb.md", "-rf.md", "a\u202eb.md", "a b.md"]
)
def test_an_odd_name_of_a_source(project: Path, name: str) -> None:
    (project / "t" / name).write_text("## U\n\ny\n")
    codes = _build(project)
    assert not name.isprintable() or not codes & {"text-invisible-character", "text-direction-control"}
    assert name.isprintable() or codes & {"text-invisible-character", "text-direction-control"}


def test_a_folder_of_very_many_files(project: Path) -> None:
    for number in range(3000):
        (project / "t" / f"q{number}.png").touch()
    (project / "t" / "01.md").write_text(HEAD + "".join(f"![a](p{n}.png)\n\n" for n in range(30)))
    assert "picture-missing" in _build(project)
