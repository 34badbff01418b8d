"""Reading the advance widths and line height of a TrueType or OpenType file, from its metrics tables."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from deckbuild.fonts.face import Face
from deckbuild.fonts.shaping import find_shaper, is_shaped

_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_WEB_SIGNATURES = (b"wOFF", b"wOF2")
_UNICODE_PLATFORMS = (0, 3)


def read_font_file(data: bytes, name: str) -> Face:
    """Read the face in a .ttf, .otf or .ttc file (the first of several); `name` is what to call it.

    Raises ValueError, with a sentence that says what is wrong with the file, for data that is not a
    font, a font that is cut short, and one without characters. Without HarfBuzz the letters of scripts that
    are shaped are left out: their stated allowance is nearer to what is drawn than their advances.
    """
    from unicodedata import category

    try:
        tables = _tables(data)
        units_per_em = struct.unpack_from(">H", tables["head"], 18)[0]
        widths = _advances(tables["hhea"], tables["hmtx"])
        advances = {
            character: 0 if category(character) in ("Mn", "Me", "Cc", "Cf") else widths[glyph]
            for code, glyph in _characters(tables["cmap"])
            if glyph < len(widths) and not 0xD800 <= code <= 0xDFFF
            for character in (chr(code),)
        }
    except KeyError as missing:
        raise ValueError(f"the font has no {missing.args[0]} table") from None
    except (struct.error, IndexError, OverflowError):
        raise ValueError("the font file is cut short or damaged") from None
    if not advances or not units_per_em:
        raise ValueError("the font has no Unicode characters")
    height = _line_height(tables["hhea"], tables.get("OS/2", b"")) / units_per_em
    shaper = find_shaper(data)
    if shaper is None:
        advances = {character: advance for character, advance in advances.items() if not is_shaped(character)}
    return Face(name, units_per_em, advances, shaper, height)


def _tables(data: bytes) -> dict[str, bytes]:
    """Give a font file's tables by their tags."""
    start = struct.unpack_from(">L", data, 12)[0] if data[:4] == b"ttcf" else 0
    signature = data[start : start + 4]
    if signature in _WEB_SIGNATURES:
        raise ValueError("this is a web font (WOFF): use the .ttf or .otf file")
    if signature not in _SIGNATURES:
        raise ValueError("this is no TrueType or OpenType font")
    count = struct.unpack_from(">H", data, start + 4)[0]
    records = [struct.unpack_from(">4s4xLL", data, start + 12 + 16 * index) for index in range(count)]
    return {tag.decode("latin-1"): data[offset : offset + length] for tag, offset, length in records}


def _line_height(hhea: bytes, os2: bytes) -> int:
    """Give the height of a line in font units: ascent, descent and gap, or what Windows clips at if more."""
    ascent, descent, gap = struct.unpack_from(">3h", hhea, 4)
    clipped: int = sum(struct.unpack_from(">2H", os2, 74)) if len(os2) >= 78 else 0
    return max(int(ascent - descent + gap), clipped)


def _advances(hhea: bytes, hmtx: bytes) -> list[int]:
    """Give the advance of each glyph; the last one given stands for all that follow (OpenType, hmtx)."""
    count: int = struct.unpack_from(">H", hhea, 34)[0]
    widths = list(struct.unpack_from(f">{2 * count}H", hmtx)[::2])
    return widths + widths[-1:] * ((len(hmtx) - 4 * count) // 2)


def _characters(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Give the characters and their glyphs from the fullest Unicode subtable (OpenType, cmap)."""
    offsets = {}
    for index in range(struct.unpack_from(">H", cmap, 2)[0]):
        platform, offset = struct.unpack_from(">H2xL", cmap, 4 + 8 * index)
        if platform in _UNICODE_PLATFORMS:
            offsets[struct.unpack_from(">H", cmap, offset)[0]] = offset
    if 12 in offsets:
        return _read_format_12(cmap, offsets[12])
    if 4 in offsets:
        return _read_format_4(cmap, offsets[4])
    return iter(())


def _read_format_4(cmap: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Give characters and glyphs of a subtable of segments, for U+0000 to U+FFFF."""
    doubled: int = struct.unpack_from(">H", cmap, start + 6)[0]
    rows = [start + 14, *(start + 16 + doubled * row for row in (1, 2, 3))]
    ends, firsts, deltas, ranges = (struct.unpack_from(f">{doubled // 2}H", cmap, row) for row in rows)
    for segment, (first, end, delta, range_offset) in enumerate(
        zip(firsts, ends, deltas, ranges, strict=True)
    ):
        for code in range(first, min(end, 0xFFFE) + 1):
            glyph = code
            if range_offset:
                place = rows[3] + 2 * segment + range_offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", cmap, place)[0]
            if glyph or not range_offset:
                glyph = (glyph + delta) & 0xFFFF
            if glyph:
                yield code, glyph


def _read_format_12(cmap: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Give characters and glyphs of a subtable of groups, for all of Unicode."""
    for group in range(struct.unpack_from(">L", cmap, start + 12)[0]):
        first, end, glyph = struct.unpack_from(">LLL", cmap, start + 16 + 12 * group)
        for code in range(first, min(end, 0x10FFFF) + 1):
            yield code, glyph + code - first
