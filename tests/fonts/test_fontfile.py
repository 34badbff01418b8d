"""Reading a font file that a brand names: small fonts are built here, of the two kinds of character map."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest

from deckbuild.fonts import find_face, read_font_file

builder = pytest.importorskip("fontTools.fontBuilder", reason="fontTools builds the fonts to be read")
pens = pytest.importorskip("fontTools.pens.ttGlyphPen")
ADVANCES = {".notdef": 500, "A": 700, "i": 250, "acute": 300, "han": 1000, "smile": 1300}
CHARACTERS = {0x41: "A", 0x69: "i", 0x301: "acute", 0x4E91: "han"}


def build_font(characters: dict[int, str]) -> bytes:
    font: Any = builder.FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(list(ADVANCES))
    font.setupCharacterMap(characters)
    font.setupGlyf({name: pens.TTGlyphPen(None).glyph() for name in ADVANCES})
    font.setupHorizontalMetrics({name: (advance, 0) for name, advance in ADVANCES.items()})
    font.setupHorizontalHeader()
    font.setupOS2()
    font.setupPost()
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "characters", [CHARACTERS, CHARACTERS | {0x1F600: "smile"}], ids=["format 4", "format 12"]
)
def test_advances_are_those_of_the_font(characters: dict[int, str]) -> None:
    face = read_font_file(build_font(characters), "Brand Sans")
    assert face.name == "Brand Sans"
    assert face.advance("Ai", 1000) == 950
    assert face.advance("A\u0301", 1000) == 700  # marks take no room
    assert face.advance("云", 1000) == 1000
    assert face.advance("😀", 1000) == (1300 if 0x1F600 in characters else 1400)


@pytest.mark.parametrize(
    "folder", ["crosextra/Carlito-Regular.ttf", "liberation2/LiberationSerif-Italic.ttf"]
)
def test_an_installed_font_reads_as_its_table(folder: str) -> None:
    path = Path("/usr/share/fonts/truetype", folder)
    if not path.exists():
        pytest.skip(f"{path.name} is not installed")
    family = "Calibri" if "Carlito" in folder else "Times New Roman"
    table, _ = find_face(family, False, "Italic" in folder)
    text = "Größe: 50 % – “quoted” AVATAR Straße ŁÓDŹ → 1,234.56 €"
    assert read_font_file(path.read_bytes(), family).advance(text, 18) == table.advance(text, 18)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "this is no TrueType or OpenType font"),
        (b"GIF89a" + bytes(50), "this is no TrueType or OpenType font"),
        (b"wOF2" + bytes(50), "this is a web font (WOFF): use the .ttf or .otf file"),
        (build_font(CHARACTERS)[:200], "the font file is cut short or damaged"),
        (b"\x00\x01\x00\x00" + bytes(12), "the font has no head table"),
        (build_font({}), "the font has no Unicode characters"),
    ],
)
def test_a_broken_file_says_what_is_wrong(data: bytes, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        read_font_file(data, "Brand Sans")
