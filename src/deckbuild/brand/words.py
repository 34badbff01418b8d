"""The fixed words that a deck shows, in its language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words of one language; patterns have their fields in braces."""

    source: str
    continued: str
    notes_continued: str
    slide_number: str


_WORDS = {
    "ar": Words("المصدر: {source}", "{title} ({part}/{parts})", "تتمة", "شريحة"),
    "de": Words("Quelle: {source}", "{title} ({part}/{parts})", "Fortsetzung", "Folie"),
    "en": Words("Source: {source}", "{title} ({part}/{parts})", "Continued", "Slide"),
    "es": Words("Fuente: {source}", "{title} ({part}/{parts})", "Continuación", "Diapositiva"),
    "fr": Words("Source : {source}", "{title} ({part}/{parts})", "Suite", "Diapositive"),
    "ja": Words("出典：{source}", "{title}（{part}/{parts}）", "続き", "スライド"),
    "zh": Words("来源：{source}", "{title}（{part}/{parts}）", "续", "幻灯片"),
}


def words_for(language: str) -> Words:
    """Return the fixed words for a BCP 47 tag, by its primary subtag; English when there are none."""
    return _WORDS.get(language.split("-")[0].lower(), _WORDS["en"])
