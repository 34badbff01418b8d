"""Which characters of a text the typefaces that show it are known to lack."""

from __future__ import annotations

import re
from unicodedata import category, normalize

from deckbuild.fonts.face import Face
from deckbuild.fonts.families import find_table_face
from deckbuild.fonts.named import NamedFonts
from deckbuild.fonts.shaping import is_shaped
from deckbuild.named_tuple import NamedTuple

_LAST_IN_TABLES = "\u2fff"  # see tools/make_advances.py
# What PowerPoint takes from a theme's `cs` and `ea` typefaces (ECMA-376 Part 1, 21.1.2.3.1 and 21.1.2.3.3).
_COMPLEX = re.compile("[\u0590-\u109f\u1200-\u139f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_PUNCTUATION = re.compile("[\u2000-\u206f]")
# Arrows, signs and emoji are drawn by the system's symbol and emoji typefaces, variation selectors by none.
_NOT_TOLD = re.compile("[\u2190-\u2bff\ufe00-\ufe0f\ue000-\uf8ff\U0001f000-\U0001ffff\U000e0000-\U0010ffff]")
_INVISIBLE = ("Cc", "Cf", "Cn", "Cs", "Zl", "Zp", "Zs")


class Typefaces(NamedTuple):
    """The typefaces of a text: for Latin, Greek and Cyrillic letters, and for its language's script.

    ``script`` is "" where the first serves the language, or where nobody has said which shows it;
    ``is_east_asian`` says which letters are taken from it. ``files`` are the faces that were read from files.
    """

    latin: str
    script: str
    is_east_asian: bool
    files: NamedFonts | None = None


def find_lacking(text: str, typefaces: Typefaces) -> list[tuple[str, str]]:
    """Return each character that is known to be lacking, in order, with the family that lacks it.

    Known is what is in a font file, and in the tables of families that they hold themselves. Of any other
    family nothing is said, nor of letters that are shaped where no shaper has read the file.
    """
    if text.isascii():
        return []
    found: dict[str, str] = {}
    for character in dict.fromkeys(normalize("NFC", text)):
        family = "" if character.isascii() or _NOT_TOLD.match(character) else _family(character, typefaces)
        if family and category(character) not in _INVISIBLE and _lacks(family, character, typefaces.files):
            found[character] = family
    return list(found.items())


def _family(character: str, typefaces: Typefaces) -> str:
    """Return the family that shows a character, "" where nobody has said which.

    Punctuation that scripts share is drawn by either in East Asian text: it is lacking if the other lacks it.
    """
    if _COMPLEX.match(character):
        return "" if typefaces.is_east_asian else typefaces.script
    if _EAST_ASIAN.match(character):
        return typefaces.script if typefaces.is_east_asian else ""
    if typefaces.is_east_asian and _PUNCTUATION.match(character):
        lacking = _lacks(typefaces.latin, character, typefaces.files)
        return typefaces.script if lacking else ""
    return typefaces.latin


def _lacks(family: str, character: str, files: NamedFonts | None) -> bool:
    """Tell whether a family is known to lack a character."""
    face: Face | None = files.own_face(family) if files else None
    if face is not None:
        is_read = face.shape is not None or not is_shaped(character)
        return is_read and not face.has(character)
    table = find_table_face(family)
    return table is not None and character <= _LAST_IN_TABLES and not table.has(character)
