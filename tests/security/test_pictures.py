"""Pictures that are meant to harm whoever builds the deck, or whoever opens it."""

from __future__ import annotations

import struct
import time
import zlib

import pytest

from deckbuild.figures import read_picture
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import png, svg

from .attack import HEAD, attack


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png_of(width: int, height: int) -> bytes:
    """A PNG that says it is this large, with a bomb of zeros for its pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


LAUGHS = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
ENTITY = b'<!DOCTYPE svg [<!ENTITY a "ha">]>'
ENTITY_OF_FILE = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>'
PICTURES = {
    "a bomb of pixels": _png_of(60_000, 60_000),
    "a picture of no size": _png_of(0, 0),
    "a picture cut short": png()[:20],
    "nothing": b"",
    "a page called a picture": b"<html><script>alert(1)</script></html>",
    "a program called a picture": b"MZ\x90\0" + bytes(500),
    "an archive called a picture": b"PK\x03\x04" + bytes(500),
    "a JPEG without an end": b"\xff\xd8\xff\xe0" + b"\xff" * 5000,
    "a GIF of nothing": b"GIF89a\0\0\0\0;",
    "a TIFF that points at itself": b"II*\0\x08\0\0\0" + b"\xff" * 64,
    "a WebP that lies of its length": b"RIFF\xff\xff\xff\xffWEBPVP8 " + b"\xff" * 64,
    "an SVG with a script": svg(content="<script>alert(1)</script>"),
    "an SVG with an event": svg('onload="alert(1)" width="9" height="9"'),
    "an SVG with a link to a script": svg(content='<a href="javascript:alert(1)"/>'),
    "an SVG that reads a file": svg(content='<image href="file:///etc/passwd"/>'),
    "an SVG that asks the network": svg(content='<image href="http://evil.example/a.png"/>'),
    "an SVG whose style asks the network": svg(content="<style>@import url(http://evil.example)</style>"),
    "an SVG whose fill asks the network": svg(content='<rect fill="url(http://evil.example/#a)"/>'),
    "an SVG with a stylesheet": b'<?xml-stylesheet href="http://evil.example/a.css"?>' + svg(),
    "an SVG with a filter from a file": svg(content='<filter><feImage href="/etc/passwd"/></filter>'),
    "an SVG in an SVG": svg(content='<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "an SVG with an entity": ENTITY + svg(content="&a;"),
    "an SVG with an entity of a file": ENTITY_OF_FILE + svg(content="&a;"),
    "an SVG nested deep": svg(content="<g>" * 5000 + "</g>" * 5000),
    "an SVG that laughs": svg(content=f'<defs><g id="a0"/>{LAUGHS}</defs><use href="#a9"/>'),
    "an SVG of no measure": svg('width="99999999999" height="99999999999"'),
    "an SVG of endless width": svg(f'width="{"9" * 400}" height="1"'),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_hostile_picture_is_not_shown(name: str) -> None:
    ending = "svg" if "SVG" in name else "png"
    package, codes, _ = attack({"t.md": f"{HEAD}![a](p.{ending})", f"p.{ending}": PICTURES[name]})
    assert "picture-broken" in codes
    assert b"evil.example" not in package
    assert b"root:" not in package


def test_an_svg_that_takes_for_ever_to_draw() -> None:
    noise = '<filter id="f"><feTurbulence numOctaves="9999999" baseFrequency="0.1"/></filter>'
    picture = svg(content=noise + '<rect width="80" height="40" filter="url(#f)"/>')
    settings = "[limits]\nsvg_seconds = 1\n"
    files: dict[str, str | bytes] = {
        "t.md": HEAD + "![a](s.svg)",
        "s.svg": picture,
        "deckbuild.toml": settings,
    }
    started = time.monotonic()
    _, codes, report = attack(files)
    assert "picture-broken" in codes
    assert "takes more than 1 s" in report
    assert time.monotonic() - started < 10


def test_an_svg_draws_the_same_without_the_machines_fonts() -> None:
    """Text of a typeface that this machine may have is drawn as text of one that none has."""
    texts = (f'<text y="30" font-family="{name}">Word</text>' for name in ("Liberation Serif", "None Such"))
    drawn = [read_picture(svg(content=text), MemoryWorkspace({})).data for text in texts]
    empty = read_picture(svg(), MemoryWorkspace({})).data
    assert drawn[0] == drawn[1] != empty


def test_characters_that_no_font_of_ours_has_are_said() -> None:
    drawing = svg(content="<text y='9'>a\u65e5</text>")
    _, codes, report = attack({"t.md": HEAD + "![a](s.svg)", "s.svg": drawing})
    assert "picture-characters" in codes
    assert "`\u65e5`" in report
