"""Write the advance tables of `src/deckbuild/fonts/data/` from installed fonts (a development script).

Usage: python tools/make_advances.py [FONT_FOLDER ...]        (default: /usr/share/fonts)

Needs fontTools and uharfbuzz, and below those folders the fonts of Debian's fonts-crosextra-carlito,
fonts-crosextra-caladea, fonts-liberation and fonts-noto-core, and the files of npm's
@fontsource/gelasio. `docs/fonts.md` describes what is written.
"""

from __future__ import annotations

import struct
import sys
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from math import ceil
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont

DATA = Path(__file__).parent.parent / "src" / "deckbuild" / "fonts" / "data"
LAST_CHARACTER = 0x2FFF
FAMILIES = ("Carlito", "Caladea", "LiberationSans", "LiberationSerif", "LiberationMono")
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
GELASIO_STYLES = {
    "Regular": "400-normal",
    "Bold": "700-normal",
    "Italic": "400-italic",
    "BoldItalic": "700-italic",
}
GELASIO_PARTS = ("latin", "latin-ext", "vietnamese")
ZERO_WIDTH_JOINER = "\u200d"

# Noto Sans faces and the characters taken from each, for the table that every face falls back to.
SCRIPTS: dict[str, tuple[tuple[int, int], ...]] = {
    "": ((0x0370, 0x03FF), (0x0400, 0x052F)),  # Greek and Cyrillic, which Caladea and Gelasio lack
    "Arabic": ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF)),
    "Hebrew": ((0x0590, 0x05FF),),
    "Armenian": ((0x0530, 0x058F),),
    "Devanagari": ((0x0900, 0x097F),),
    "Bengali": ((0x0980, 0x09FF),),
    "Gurmukhi": ((0x0A00, 0x0A7F),),
    "Gujarati": ((0x0A80, 0x0AFF),),
    "Tamil": ((0x0B80, 0x0BFF),),
    "Telugu": ((0x0C00, 0x0C7F),),
    "Kannada": ((0x0C80, 0x0CFF),),
    "Malayalam": ((0x0D00, 0x0D7F),),
    "Sinhala": ((0x0D80, 0x0DFF),),
    "Thai": ((0x0E00, 0x0E7F),),
    "Lao": ((0x0E80, 0x0EFF),),
    "Myanmar": ((0x1000, 0x109F),),
    "Georgian": ((0x10A0, 0x10FF),),
    "Ethiopic": ((0x1200, 0x137F),),
    "Khmer": ((0x1780, 0x17FF),),
}
JOINING_SCRIPTS = ("Arabic",)
# The mean of a letter's forms gives isolated letters too much weight: whole lines set in the bold face
# come out at 1.20 of their shaped width or more. This much of it leaves 11 %, also for wider spaces.
JOINED_SHARE = 0.93


def main(folders: Iterable[str]) -> None:
    """Write one file for each face and one for the scripts that the faces lack."""
    paths = {path.stem: path for path in find_fonts(folders)}
    DATA.mkdir(exist_ok=True)
    for family in FAMILIES:
        for style in STYLES:
            with TTFont(paths[f"{family}-{style}"]) as font:
                write(f"{family}-{style}", font["head"].unitsPerEm, font_advances(font))
    for style, file_style in GELASIO_STYLES.items():
        advances: dict[int, int] = {}
        for part in GELASIO_PARTS:
            with TTFont(paths[f"gelasio-{part}-{file_style}"]) as font:
                advances |= font_advances(font)
                units_per_em = font["head"].unitsPerEm
        write(f"Gelasio-{style}", units_per_em, dict(sorted(advances.items())))
    write("Scripts", 1000, script_advances(paths))


def find_fonts(folders: Iterable[str]) -> Iterator[Path]:
    """Give every font file under the folders, later folders' files last."""
    for folder in folders:
        yield from sorted(path for path in Path(folder).rglob("*") if path.suffix in (".ttf", ".woff"))


def font_advances(font: TTFont) -> dict[int, int]:
    """Give the advance in font units of each character up to U+2FFF, marks and controls at 0."""
    metrics = font["hmtx"].metrics
    return {
        code: 0 if draws_nothing(code) else metrics[glyph][0]
        for code, glyph in sorted(font.getBestCmap().items())
        if 0x20 <= code <= LAST_CHARACTER and code != 0x7F
    }


def draws_nothing(code: int) -> bool:
    """Tell whether a character is a control or format character (U+00AD is drawn when broken at)."""
    return unicodedata.category(chr(code)) in ("Cc", "Cf") and code != 0xAD


def script_advances(paths: dict[str, Path]) -> dict[int, int]:
    """Give thousandths of an em for the scripts the faces lack: the wider of regular and bold."""
    widths: dict[int, int] = {}
    for script, ranges in SCRIPTS.items():
        joining = script in JOINING_SCRIPTS
        for style in ("Regular", "Bold"):
            with TTFont(path := paths[f"NotoSans{script}-{style}"]) as font:
                em = font["head"].unitsPerEm
                advances = joined_advances(path, font) if joining else font_advances(font)
            for code, advance in advances.items():
                if any(first <= code <= last for first, last in ranges):
                    widths[code] = max(widths.get(code, 0), ceil(advance * 1000 / em))
    return dict(sorted(widths.items()))


def joined_advances(path: Path, font: TTFont) -> dict[int, int]:
    """Give JOINED_SHARE of the mean of each letter's forms: alone, first, middle and last in a word."""
    shaper = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))
    advances = font_advances(font)
    for code in advances:
        if unicodedata.category(chr(code)) == "Lo":
            forms = [
                shaped_advance(shaper, before + chr(code) + after)
                for before in ("", ZERO_WIDTH_JOINER)
                for after in ("", ZERO_WIDTH_JOINER)
            ]
            advances[code] = ceil(sum(forms) / len(forms) * JOINED_SHARE)
    return advances


def shaped_advance(shaper: uharfbuzz.Font, text: str) -> int:
    """Give the advance of a text as HarfBuzz shapes it."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


def write(name: str, units_per_em: int, advances: dict[int, int]) -> None:
    """Write one table, in the form that `deckbuild.fonts.tables.read_table` describes."""
    ranges: list[int] = []
    for code in advances:
        if ranges and code == ranges[-2] + ranges[-1]:
            ranges[-1] += 1
        else:
            ranges += (code, 1)
    numbers = [units_per_em, len(ranges) // 2, *ranges, *advances.values()]
    data = zlib.compress(struct.pack(f"<{len(numbers)}H", *numbers), 9)
    (DATA / f"{name}.advances").write_bytes(data)
    print(f"{name}: {len(advances)} characters, {len(data)} bytes")


if __name__ == "__main__":
    main(sys.argv[1:] or ["/usr/share/fonts"])
