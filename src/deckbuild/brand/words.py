"""The fixed words that a deck shows, in its language; a brand may have words of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """Fixed words of one language; patterns have their fields in braces."""

    source: str
    continued: str
    notes_continued: str
    slide_number: str


WORD_FIELDS: dict[str, tuple[str, ...]] = {
    "source": ("source",),
    "continued": ("title", "part", "parts"),
    "notes_continued": (),
    "slide_number": (),
}
"""The fixed words and the fields that each has, the first of which it must have."""

_WORDS = {
    "ar": Words("المصدر: {source}", "{title} ({part}/{parts})", "تتمة", "شريحة"),
    "de": Words("Quelle: {source}", "{title} ({part}/{parts})", "Fortsetzung", "Folie"),
    "en": Words("Source: {source}", "{title} ({part}/{parts})", "Continued", "Slide"),
    "es": Words("Fuente: {source}", "{title} ({part}/{parts})", "Continuación", "Diapositiva"),
    "fr": Words("Source : {source}", "{title} ({part}/{parts})", "Suite", "Diapositive"),
    "ja": Words("出典：{source}", "{title}（{part}/{parts}）", "続き", "スライド"),
    "zh": Words("来源：{source}", "{title}（{part}/{parts}）", "续", "幻灯片"),
}


def words_for(language: str, own: Mapping[str, Mapping[str, str]] | None = None) -> Words:
    """Return the fixed words for a BCP 47 tag, by its primary subtag; English when there are none.

    ``own`` are a brand's words by language tag: those for the whole tag go before those for its primary
    subtag, and both before the built-in ones.
    """
    whole, primary = language.lower(), language.split("-")[0].lower()
    words = _WORDS.get(primary, _WORDS["en"])
    for tag in (primary, whole) if own else ():
        words = words._replace(**(own or {}).get(tag, {}))
    return words
