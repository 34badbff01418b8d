"""Small fonts, built for the tests by fontTools: every glyph an empty outline with an advance of its own."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pytest


def build_font(advances: Mapping[str, int], line: int = 1200, features: str = "") -> bytes:
    """Return a font of 1000 units an em with these characters.

    ``line`` is the height of its lines in units; ``features`` are OpenType features, in which the glyph of a
    character is called by its code point, such as ``u0628``. ``features`` may use a glyph ``joined``.
    """
    builder = pytest.importorskip("fontTools.fontBuilder", reason="fontTools builds the fonts to be read")
    pens = pytest.importorskip("fontTools.pens.ttGlyphPen")
    glyphs = {".notdef": 500, "joined": 100} | {f"u{ord(c):04X}": wide for c, wide in advances.items()}
    font: Any = builder.FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap({ord(character): f"u{ord(character):04X}" for character in advances})
    font.setupGlyf({name: pens.TTGlyphPen(None).glyph() for name in glyphs})
    font.setupHorizontalMetrics({name: (advance, 0) for name, advance in glyphs.items()})
    font.setupHorizontalHeader(ascent=line - 200, descent=-200)
    font.setupOS2(usWinAscent=line - 200, usWinDescent=200)
    font.setupPost()
    if features:
        font.addOpenTypeFeatures(features)
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def latin(advance: int) -> dict[str, int]:
    """Return the printable ASCII characters, all of one advance."""
    return {chr(code): advance for code in range(32, 127)}
