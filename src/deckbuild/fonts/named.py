"""Typefaces that come with font files of their own: looked up before those of the built-in tables."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from deckbuild.fonts.face import Face, Shaper
from deckbuild.fonts.families import find_face
from deckbuild.named_tuple import NamedTuple

Style = tuple[bool, bool]
"""Bold, italic."""

_BOLD_WIDER = 1.15  # of the families kept in tables the bold is 2 to 15 % wider than the regular
_FIRST_SCRIPT = "\u0590"  # from here on PowerPoint takes letters from the theme's `cs` and `ea` typefaces
_PUNCTUATION = ("\u2000", "\u2e80")  # general punctuation and symbols: the text's own typeface


class _Own(NamedTuple):
    """A face read from a file, and the advances of its letters of other scripts."""

    face: Face
    letters: Mapping[str, int]


class NamedFonts:
    """The faces of families whose files are there, by family and style.

    Letters of other scripts than Latin, Greek and Cyrillic that a family lacks are measured with the first
    of the others that has them: PowerPoint takes them from the typeface of their script.
    """

    __slots__ = ("_families", "_found")

    def __init__(self, families: Mapping[str, Mapping[Style, Face]]) -> None:
        self._families = {
            _fold(name): {style: _Own(face, _letters_of_scripts(face)) for style, face in styles.items()}
            for name, styles in families.items()
            if styles
        }
        self._found: dict[tuple[str, bool, bool], tuple[Face, str | None]] = {}

    @property
    def line_height(self) -> float:
        """The greatest height of a line of any of the faces, as a multiple of its size."""
        faces = (own.face for styles in self._families.values() for own in styles.values())
        return max((face.line_height for face in faces), default=0.0)

    def find(self, family: str, bold: bool = False, italic: bool = False) -> tuple[Face, str | None]:
        """Find the face that measures a family's style, and what was measured instead: as `find_face`."""
        key = family, bold, italic
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._find(_fold(family), family, bold, italic)
        return found

    def own_face(self, family: str) -> Face | None:
        """Return a family's upright face as it was read from its file, None for a family without files."""
        styles = self._families.get(_fold(family))
        return _choose(styles, False, False).face if styles else None

    def _find(self, name: str, family: str, bold: bool, italic: bool) -> tuple[Face, str | None]:
        styles = self._families.get(name)
        if styles:
            (face, known), measured = _choose(styles, bold, italic), None
        else:
            (face, measured), known = find_face(family, bold, italic), {}
        for other, other_styles in self._families.items():
            if other != name:
                own = _choose(other_styles, bold, italic)
                added = {letter: advance for letter, advance in own.letters.items() if letter not in known}
                if added:
                    face, known = _complete(face, own.face, added), {**known, **added}
        return face, measured


def _fold(family: str) -> str:
    return " ".join(family.casefold().split())


def _letters_of_scripts(face: Face) -> dict[str, int]:
    first, last = _PUNCTUATION
    return {
        letter: advance
        for letter, advance in face.advances.items()
        if letter >= _FIRST_SCRIPT and not first <= letter < last
    }


def _choose(styles: Mapping[Style, _Own], bold: bool, italic: bool) -> _Own:
    """Choose a style's face; for a style without a file the nearest one, widened if it is not bold."""
    for style in ((bold, italic), (bold, not italic)):
        if style in styles:
            return styles[style]
    nearest = styles.get((not bold, italic)) or styles[not bold, not italic]
    return _widen(nearest) if bold else nearest


def _widen(own: _Own) -> _Own:
    face, letters = own
    wider = {character: ceil(advance * _BOLD_WIDER) for character, advance in face.advances.items()}
    shape = face.shape

    def shape_wider(text: str) -> int | None:
        shaped = shape(text) if shape else None
        return None if shaped is None else ceil(shaped * _BOLD_WIDER)

    bold = Face(face.name, face.units_per_em, wider, shape_wider if shape else None, face.line_height)
    return _Own(bold, {letter: wider[letter] for letter in letters})


def _complete(face: Face, other: Face, letters: Mapping[str, int]) -> Face:
    """Give a face letters that another has."""
    scale = face.units_per_em / other.units_per_em
    added = {letter: ceil(advance * scale) for letter, advance in letters.items()}
    return Face(
        face.name,
        face.units_per_em,
        {**face.advances, **added},
        _join(face.shape, other.shape, added, scale),
        face.line_height,
        max(face.script_line_height, other.line_height),
    )


def _join(own: Shaper | None, other: Shaper | None, added: Mapping[str, int], scale: float) -> Shaper | None:
    """Join two faces' shapers: each has the words that begin with a letter of its own."""
    if other is None:
        return own

    def shape(text: str) -> int | None:
        if text[0] in added:
            shaped = other(text)
            return None if shaped is None else ceil(shaped * scale)
        return own(text) if own else None

    return shape
