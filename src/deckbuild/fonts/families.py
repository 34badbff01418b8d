"""Which advance table measures which font family."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from deckbuild.fonts.face import Face
from deckbuild.fonts.tables import read_table

_SANS, _SERIF, _MONO = "Liberation Sans", "Liberation Serif", "Liberation Mono"

# Families whose advance widths are those of a table.
_EXACT = {
    "carlito": "Carlito",
    "calibri": "Carlito",
    "caladea": "Caladea",
    "cambria": "Caladea",
    "gelasio": "Gelasio",
    "georgia": "Gelasio",
    "liberation sans": _SANS,
    "arial": _SANS,
    "arimo": _SANS,
    "helvetica": _SANS,
    "liberation serif": _SERIF,
    "times new roman": _SERIF,
    "times": _SERIF,
    "tinos": _SERIF,
    "liberation mono": _MONO,
    "courier new": _MONO,
    "courier": _MONO,
    "cousine": _MONO,
}

# Families without a table: the nearest one, and by how much its regular and its bold are widened.
# A factor is the ratio of the two families' mean widths, the mean weighted by how often letters
# occur, and 4 % more: of 45-character lines of English and German one in a thousand strays further.
# The families at the end are estimates (docs/fonts.md says which numbers come from where).
_NEAREST = {
    "segoe ui": (_SANS, 1.04, 1.04),
    "verdana": (_SANS, 1.20, 1.25),
    "tahoma": (_SANS, 1.05, 1.11),
    "trebuchet ms": (_SANS, 1.08, 1.06),
    "helvetica neue": (_SANS, 1.05, 1.05),
    "arial narrow": (_SANS, 0.83, 0.83),
    "lucida grande": (_SANS, 1.15, 1.14),
    "lucida sans unicode": (_SANS, 1.15, 1.14),
    "century gothic": (_SANS, 1.15, 1.06),
    "palatino linotype": (_SERIF, 1.15, 1.12),
    "palatino": (_SERIF, 1.15, 1.12),
    "book antiqua": (_SERIF, 1.15, 1.12),
    "bookman old style": (_SERIF, 1.28, 1.28),
    "century schoolbook": (_SERIF, 1.21, 1.34),
    "roboto": (_SANS, 1.04, 0.98),
    "roboto condensed": (_SANS, 0.93, 0.88),
    "roboto slab": (_SANS, 1.11, 1.05),
    "open sans": (_SANS, 1.10, 1.09),
    "lato": (_SANS, 1.02, 0.97),
    "montserrat": (_SANS, 1.19, 1.16),
    "source sans pro": (_SANS, 0.98, 0.96),
    "source sans 3": (_SANS, 0.98, 0.96),
    "inter": (_SANS, 1.13, 1.08),
    "ibm plex sans": (_SANS, 1.06, 1.03),
    "poppins": (_SANS, 1.18, 1.13),
    "nunito": (_SANS, 1.06, 1.02),
    "nunito sans": (_SANS, 1.06, 1.02),
    "raleway": (_SANS, 1.09, 1.05),
    "work sans": (_SANS, 1.17, 1.09),
    "noto sans": (_SANS, 1.11, 1.09),
    "noto serif": (_SANS, 1.13, 1.13),
    "pt sans": (_SANS, 1.01, 0.94),
    "pt serif": (_SANS, 1.05, 1.05),
    "ubuntu": (_SANS, 1.07, 1.05),
    "fira sans": (_SANS, 1.07, 1.00),
    "dm sans": (_SANS, 1.10, 1.08),
    "rubik": (_SANS, 1.10, 1.09),
    "mulish": (_SANS, 1.09, 1.05),
    "manrope": (_SANS, 1.08, 1.06),
    "red hat text": (_SANS, 1.05, 1.08),
    "red hat display": (_SANS, 1.04, 1.01),
    "barlow": (_SANS, 1.01, 0.97),
    "public sans": (_SANS, 1.10, 1.04),
    "merriweather": (_SANS, 1.14, 1.09),
    "playfair display": (_SANS, 1.06, 1.01),
    "eb garamond": (_SANS, 0.90, 0.93),
    "consolas": (_MONO, 0.917, 0.917),
    "cascadia code": (_MONO, 0.977, 0.977),
    "cascadia mono": (_MONO, 0.977, 0.977),
    "menlo": (_MONO, 1.004, 1.004),
    "dejavu sans mono": (_MONO, 1.004, 1.004),
    "lucida console": (_MONO, 1.005, 1.005),
    "ubuntu mono": (_MONO, 0.834, 0.834),
    "inconsolata": (_MONO, 0.834, 0.834),
    "space mono": (_MONO, 1.021, 1.021),
    "calibri light": ("Carlito", 1.02, 1.02),
    "aptos": (_SANS, 1.06, 1.06),
    "aptos display": (_SANS, 1.06, 1.06),
    "arial black": (_SANS, 1.35, 1.28),
    "candara": (_SANS, 1.08, 1.08),
    "corbel": (_SANS, 1.06, 1.06),
    "constantia": (_SERIF, 1.15, 1.15),
    "comic sans ms": (_SANS, 1.16, 1.16),
    "garamond": (_SERIF, 1.04, 1.04),
}
_WEIGHT_ALLOWANCE = 1.04  # for another weight of a family whose regular and bold are known
_UNKNOWN = (_SANS, 1.12, 1.12)
_UNKNOWN_MONOSPACED = (_MONO, 1.02, 1.02)
_MONOSPACED_WORDS = {"mono", "code", "console", "typewriter"}

# Weights that are sold as families of their own, and whether they are measured as the bold.
_WEIGHTS = {
    "thin": False,
    "extralight": False,
    "light": False,
    "semilight": False,
    "book": False,
    "regular": False,
    "medium": True,
    "semibold": True,
    "demibold": True,
    "extrabold": True,
    "heavy": True,
    "black": True,
}
_STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}


# Families that come with Office or its systems, and are measured by a guess.
_OFFICE = frozenset(
    (
        "aptos narrow", "aptos mono", "aptos serif", "bahnschrift", "baskerville old face", "bell mt",
        "berlin sans fb", "bodoni mt", "britannic bold", "calisto mt", "centaur", "century",
        "century schoolbook", "consolas", "cooper black", "dubai", "ebrima", "footlight mt light",
        "franklin gothic book", "franklin gothic demi", "franklin gothic medium", "gadugi", "georgia pro",
        "gill sans mt", "gill sans nova", "goudy old style", "grandview", "high tower text", "impact",
        "leelawadee ui", "lucida bright", "lucida sans", "malgun gothic", "meiryo", "microsoft jhenghei",
        "microsoft sans serif", "microsoft yahei", "modern no. 20", "ms gothic", "ms mincho", "ms pgothic",
        "nirmala ui", "perpetua", "posterama", "rockwell", "sagona", "seaford", "segoe print",
        "segoe script", "simhei", "simsun", "sitka text", "skeena", "sylfaen", "symbol", "tenorite",
        "trade gothic next", "tw cen mt", "univers", "walbaum", "webdings", "wingdings", "yu gothic",
        "yu mincho",
    )
)  # fmt: skip


def is_known_family(family: str) -> bool:
    """Tell whether a family is one that decks are commonly set in: measured, or one of Office's own."""
    words = family.casefold().split()
    names = {" ".join(words), " ".join(words[:-1]) if words and words[-1] in _WEIGHTS else ""}
    return any(name in table for name in names for table in (_EXACT, _NEAREST, _OFFICE))


@lru_cache(maxsize=256)
def find_face(family: str, bold: bool = False, italic: bool = False) -> tuple[Face, str | None]:
    """Find the face that measures a family's style, and say what was measured when it is not exact.

    The second value is None for a family whose widths are known; else it names the family measured
    instead, widened by an allowance that keeps lines from being under-predicted. A family that is
    not known at all is measured as Liberation Sans (Mono, if its name says so), the allowance being
    a guess.
    """
    name = " ".join(family.casefold().split())
    if table := _EXACT.get(name):
        return _load_face(table, bold, italic), None
    words = name.split(" ")
    if name not in _NEAREST and len(words) > 1 and words[-1] in _WEIGHTS:
        bold = bold or _WEIGHTS[words.pop()]
        name = " ".join(words)
    if table := _EXACT.get(name):
        return _load_face(table, bold, italic, _WEIGHT_ALLOWANCE), table
    guess = _UNKNOWN if _MONOSPACED_WORDS.isdisjoint(words) else _UNKNOWN_MONOSPACED
    table, regular_factor, bold_factor = _NEAREST.get(name, guess)
    return _load_face(table, bold, italic, bold_factor if bold else regular_factor), table


def find_table_face(family: str) -> Face | None:
    """Return the upright face of a family that the tables hold itself; None for any other, its twins too.

    A twin has the same widths, and not the same characters: Georgia has Greek, Gelasio has none.
    """
    name = " ".join(family.split())
    table = _EXACT.get(name.casefold(), "")
    return _load_face(table, False, False) if table.casefold() == name.casefold() else None


@lru_cache(maxsize=64)
def _load_face(table: str, bold: bool, italic: bool, factor: float = 1.0) -> Face:
    """Load a table's face, once, its advances widened by a factor."""
    style = _STYLES[bold, italic]
    units_per_em, advances = read_table(f"{table.replace(' ', '')}-{style}")
    if factor != 1.0:
        advances = {character: ceil(advance * factor) for character, advance in advances.items()}
    return Face(f"{table} {style}", units_per_em, advances)
