"""Make the font that text in SVG pictures is drawn with, from the files of Carlito.

    python tools/make_picture_font.py /usr/share/fonts/truetype/crosextra

Carlito is under the SIL Open Font License with its name reserved: a part of it must have another name.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from deckbuild.figures.svg import DRAWN_CHARACTERS

FAMILY = "Deckbuild Sans"
TARGET = Path(__file__).parent.parent / "src" / "deckbuild" / "figures" / "data"


def make(source: Path, style: str) -> None:
    """Write one style of the font."""
    font = TTFont(source)
    options = Options()
    options.layout_features = ["kern", "mark", "ccmp"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes={point for first, last in DRAWN_CHARACTERS for point in range(first, last + 1)}
    )
    subsetter.subset(font)
    full = f"{FAMILY} {style}"
    names = {1: FAMILY, 2: style, 3: full, 4: full, 6: full.replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(TARGET / f"DeckbuildSans-{style}.ttf")


if __name__ == "__main__":
    for style in ("Regular", "Bold"):
        make(Path(sys.argv[1]) / f"Carlito-{style}.ttf", style)
