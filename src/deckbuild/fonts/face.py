"""A face: how wide each character is in one style of one family."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from deckbuild.fonts.breaks import is_plain_word
from deckbuild.fonts.tables import script_advances

TAB_PT = 72.0
"""PowerPoint's default tab stops are an inch apart: no tab is wider (ECMA-376 21.1.2.2.7, defTabSz)."""

_EMOJI_EM = 1.4  # Segoe UI Emoji's glyphs are 1.37 em wide, Noto Color Emoji's 1.25
_EMOJI_SELECTOR_EM = 0.4  # U+FE0F turns a symbol of at most 1 em into an emoji
_WORDS_KEPT = 10_000
Shaper = Callable[[str], int | None]
"""Gives a word's advance in font units as shaped, None for a word that it cannot shape."""

_MARKS = ("Mn", "Me", "Cc", "Cf", "Zl", "Zp")


class Face:
    """The advance widths of one style of one family.

    `name` says what is measured, `units_per_em` is what its advances are counted in, and
    `advances` gives each character's, also for characters the font lacks. `shape`, when the face
    has a shaper, gives the advance of a whole text, in those units, for scripts whose letters join.
    `words` remembers the advances of plain words, in those units; -1 stands for any other word.
    `line_height` is the height of a line as the font wants it, as a multiple of its size, and
    `script_line_height` the same of the font that has its letters of other scripts; 0 when it is not known.
    """

    __slots__ = ("advances", "line_height", "name", "script_line_height", "shape", "units_per_em", "words")

    def __init__(
        self,
        name: str,
        units_per_em: int,
        advances: dict[str, int],
        shape: Shaper | None = None,
        line_height: float = 0.0,
        script_line_height: float = 0.0,
    ) -> None:
        self.name = name
        self.line_height = line_height
        self.script_line_height = script_line_height
        self.units_per_em = units_per_em
        self.advances = _Advances(units_per_em, advances)
        self.shape = shape
        self.words = _Words(self.advances)

    def __repr__(self) -> str:
        return f"Face({self.name!r})"

    def advance(self, text: str, size_pt: float) -> float:
        """Give the width in points of a text on one line: each character's advance, no kerning.

        PowerPoint kerns only where `a:rPr/@kern` asks for it, and kerning only ever narrows, so the
        sum is the width or a little more. A tab counts as its widest, an inch.
        """
        units = sum(map(self.advances.__getitem__, text))
        return units * size_pt / self.units_per_em + text.count("\t") * TAB_PT

    def has(self, character: str) -> bool:
        """Tell whether the font itself has a character: not whether one has been measured by an allowance."""
        return character in self.advances and character not in self.advances.allowed


class _Advances(dict[str, int]):
    """A font's advances; a character it lacks gets an allowance when asked for, and is in ``allowed``."""

    __slots__ = ("allowed", "average", "units_per_em")

    def __init__(self, units_per_em: int, advances: dict[str, int]) -> None:
        super().__init__(advances)
        self.units_per_em = units_per_em
        self.allowed: set[str] = set()
        letters = [advances[letter] for letter in _LETTERS if letter in advances] or list(advances.values())
        self.average = sum(letters) / len(letters) / units_per_em if letters else 1.0

    def __missing__(self, character: str) -> int:
        self.allowed.add(character)
        advance = self[character] = ceil(_missing_em(character, self.average) * self.units_per_em)
        return advance


class _Words(dict[str, int]):
    """The advances of words that nothing can break, so that a text's common words are added up once."""

    __slots__ = ("_advance",)

    def __init__(self, advances: _Advances) -> None:
        super().__init__()
        self._advance = advances.__getitem__

    def __missing__(self, word: str) -> int:
        if len(self) > _WORDS_KEPT:
            self.clear()
        advance = self[word] = sum(map(self._advance, word)) if is_plain_word(word) else -1
        return advance


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def _missing_em(character: str, average: float) -> float:
    """Give the width in em allowed for a character that the font lacks, so drawn from another font.

    Ideographs, kana and full-width forms are 1 em in every East Asian font that is not
    proportional, half-width forms half an em (UAX #11). Marks and controls take no room.
    """
    import unicodedata

    if character == "\ufe0f":
        return _EMOJI_SELECTOR_EM
    category = unicodedata.category(character)
    if category in _MARKS:
        return 0.0
    script = script_advances().get(character)
    if script is not None:
        return script
    width = unicodedata.east_asian_width(character)
    if category == "So" and width == "W":
        return _EMOJI_EM
    if width == "H" and category != "So":
        return 0.5
    if width in ("W", "F") or category[0] == "S" or (width == "A" and category[0] != "L"):
        return 1.0
    return average
