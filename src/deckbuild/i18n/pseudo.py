"""Pseudo-localisation: texts that can still be read, but longer, accented and in brackets.

What stays as it was is no message: text written into a picture, into a template or into the program.
"""

from __future__ import annotations

from .inline_codes import find_codes
from .translate import Translate, Translation

PSEUDO_LANGUAGES = ("qps-ploc", "qps-plocm")
"""Pseudo languages, by the names that Windows gives them; the second is laid out from right to left."""

_ACCENTS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÀßÇÐÉFĜĤÎĴĶĽMÑÖPQŔŠŢÛVŴXÝŽàƀçđéfĝĥîĵķľmñöpqŕšţûvŵxýž",
)
_GROWTH = ((10, 2.0), (20, 1.8), (30, 1.6), (50, 1.5), (70, 1.4))
"""Lengths in characters up to which a text may grow that much: what translators of interfaces reckon with."""
_MOST = 1.3
_FILLER = "one two three four five six seven eight nine ten "


def pseudo_translate(text: str) -> str:
    """Return a text with accents on its letters, grown as translations grow, between brackets.

    Codes stay as they are, so that markup, code, links and numbers do not break.
    """
    parts: list[str] = []
    done = words = 0
    for code in find_codes(text):
        plain = text[done : code.start]
        words += len(plain)
        parts += plain.translate(_ACCENTS), code.text
        done = code.end
    plain = text[done:]
    words += len(plain)
    parts.append(plain.translate(_ACCENTS))
    factor = next((factor for length, factor in _GROWTH if words <= length), _MOST)
    more = max(round(words * (factor - 1)) - 3, 0)
    filler = (_FILLER * (more // len(_FILLER) + 1))[:more].rstrip()
    return f"⟦{''.join(parts)} {filler}⟧" if filler else f"⟦{''.join(parts)}⟧"


def pseudo_translations() -> Translate:
    """Return what translates into a pseudo language."""
    return lambda context, text: Translation(pseudo_translate(text))
