"""Shaping: the width of words whose letters join or stack, through HarfBuzz where it is installed.

`pip install deckbuild[shaping]` brings `uharfbuzz`. Without it, and for faces without a font file,
such words get the stated allowances of `tables.script_advances`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_SHAPED = r"\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc"
_WORD = rf"[{_SHAPED}]+(?:[\u200c\u200d]+[{_SHAPED}]+)*"


def is_shaped(character: str) -> bool:
    """Tell whether a character is of a script whose letters join or stack."""
    return re.match(f"[{_SHAPED}]", character) is not None


def find_shaped_words(text: str) -> Iterator[re.Match[str]]:
    """Find the words in scripts whose letters join or stack: Arabic, the Indic scripts, Thai and others."""
    return re.finditer(_WORD, text)


def find_shaper(font_file: bytes) -> Callable[[str], int] | None:
    """Give a function from a text to its advance in font units as shaped, or None without HarfBuzz."""
    try:
        import uharfbuzz
    except ImportError:
        return None
    font = uharfbuzz.Font(uharfbuzz.Face(font_file))

    def shape(text: str) -> int:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        return sum(position.x_advance for position in buffer.glyph_positions)

    return shape
