"""Which advance table measures which font family."""

from __future__ import annotations

from functools import lru_cache

from deckbuild.fonts.face import Face
from deckbuild.fonts.tables import read_table

_DEFAULT = ("LiberationSans", 1.2)

# Families whose advance widths are those of a table, as their makers state and tests measured.
_EXACT = {
    "carlito": "Carlito",
    "calibri": "Carlito",
    "caladea": "Caladea",
    "cambria": "Caladea",
    "liberation sans": "LiberationSans",
    "arial": "LiberationSans",
    "helvetica": "LiberationSans",
    "arimo": "LiberationSans",
    "liberation serif": "LiberationSerif",
    "times new roman": "LiberationSerif",
    "times": "LiberationSerif",
    "tinos": "LiberationSerif",
    "liberation mono": "LiberationMono",
    "courier new": "LiberationMono",
    "courier": "LiberationMono",
    "cousine": "LiberationMono",
}

# Families without a table: the nearest one and by how much it must be widened never to be narrower.
_NEAREST = {
    "calibri light": ("Carlito", 1.02),
    "aptos": ("LiberationSans", 1.06),
    "aptos display": ("LiberationSans", 1.02),
    "segoe ui": ("LiberationSans", 1.06),
    "verdana": ("LiberationSans", 1.22),
    "tahoma": ("LiberationSans", 1.04),
    "trebuchet ms": ("LiberationSans", 1.04),
    "georgia": ("LiberationSerif", 1.16),
    "consolas": ("LiberationMono", 1.0),
}

_STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}


@lru_cache(maxsize=256)
def find_face(family: str, bold: bool = False, italic: bool = False) -> tuple[Face, str | None]:
    """Find the face that measures a family's style, and say what was measured when it is not exact.

    The second value is None for a family whose widths are known, else the name of the family
    measured instead, whose widths are allowed enough more that lines are not under-predicted.
    """
    known = _EXACT.get(family.casefold().strip())
    if known:
        return _load_face(known, bold, italic), None
    nearest, factor = _NEAREST.get(family.casefold().strip(), _DEFAULT)
    face = _load_face(nearest, bold, italic)
    return face.widened(factor), face.name


@lru_cache(maxsize=64)
def _load_face(table: str, bold: bool, italic: bool) -> Face:
    units_per_em, advances = read_table(f"{table}-{_STYLES[bold, italic]}")
    name = table.replace("Liberation", "Liberation ")
    return Face(name, units_per_em, advances)
