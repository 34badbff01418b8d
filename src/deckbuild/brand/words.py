"""The fixed words that a deck shows, in its language; a brand may have words of its own."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.language import fallbacks
from deckbuild.named_tuple import NamedTuple


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

_PART = "{title} ({part}/{parts})"
_WIDE_PART = "{title}（{part}/{parts}）"

_WORDS = {
    "ar": Words("المصدر: {source}", _PART, "تتمة", "شريحة"),
    "bg": Words("Източник: {source}", _PART, "Продължение", "Слайд"),
    "ca": Words("Font: {source}", _PART, "Continuació", "Diapositiva"),
    "cs": Words("Zdroj: {source}", _PART, "Pokračování", "Snímek"),
    "da": Words("Kilde: {source}", _PART, "Fortsat", "Slide"),
    "de": Words("Quelle: {source}", _PART, "Fortsetzung", "Folie"),
    "el": Words("Πηγή: {source}", _PART, "Συνέχεια", "Διαφάνεια"),
    "en": Words("Source: {source}", _PART, "Continued", "Slide"),
    "es": Words("Fuente: {source}", _PART, "Continuación", "Diapositiva"),
    "et": Words("Allikas: {source}", _PART, "Järg", "Slaid"),
    "fa": Words("منبع: {source}", _PART, "ادامه", "اسلاید"),
    "fi": Words("Lähde: {source}", _PART, "Jatkoa", "Dia"),
    "fr": Words("Source\u00a0: {source}", _PART, "Suite", "Diapositive"),
    "he": Words("מקור: {source}", _PART, "המשך", "שקופית"),
    "hi": Words("स्रोत: {source}", _PART, "जारी", "स्लाइड"),
    "hr": Words("Izvor: {source}", _PART, "Nastavak", "Slajd"),
    "hu": Words("Forrás: {source}", _PART, "Folytatás", "Dia"),
    "id": Words("Sumber: {source}", _PART, "Lanjutan", "Slide"),
    "it": Words("Fonte: {source}", _PART, "Continua", "Diapositiva"),
    "ja": Words("出典：{source}", _WIDE_PART, "続き", "スライド"),
    "ko": Words("출처: {source}", _PART, "계속", "슬라이드"),
    "lt": Words("Šaltinis: {source}", _PART, "Tęsinys", "Skaidrė"),
    "lv": Words("Avots: {source}", _PART, "Turpinājums", "Slaids"),
    "ms": Words("Sumber: {source}", _PART, "Sambungan", "Slaid"),
    "nb": Words("Kilde: {source}", _PART, "Fortsettelse", "Lysbilde"),
    "nl": Words("Bron: {source}", _PART, "Vervolg", "Dia"),
    "nn": Words("Kjelde: {source}", _PART, "Framhald", "Lysbilete"),
    "pl": Words("Źródło: {source}", _PART, "Ciąg dalszy", "Slajd"),
    "pt": Words("Fonte: {source}", _PART, "Continuação", "Diapositivo"),
    "pt-BR": Words("Fonte: {source}", _PART, "Continuação", "Slide"),
    "ro": Words("Sursă: {source}", _PART, "Continuare", "Diapozitiv"),
    "ru": Words("Источник: {source}", _PART, "Продолжение", "Слайд"),
    "sk": Words("Zdroj: {source}", _PART, "Pokračovanie", "Snímka"),
    "sl": Words("Vir: {source}", _PART, "Nadaljevanje", "Diapozitiv"),
    "sr": Words("Извор: {source}", _PART, "Наставак", "Слајд"),
    "sr-Latn": Words("Izvor: {source}", _PART, "Nastavak", "Slajd"),
    "sv": Words("Källa: {source}", _PART, "Fortsättning", "Bild"),
    "th": Words("ที่มา: {source}", _PART, "ต่อ", "สไลด์"),
    "tr": Words("Kaynak: {source}", _PART, "Devamı", "Slayt"),
    "uk": Words("Джерело: {source}", _PART, "Продовження", "Слайд"),
    "ur": Words("ماخذ: {source}", _PART, "جاری", "سلائیڈ"),
    "vi": Words("Nguồn: {source}", _PART, "Tiếp theo", "Trang chiếu"),
    "zh": Words("来源：{source}", _WIDE_PART, "续", "幻灯片"),
    "zh-Hant": Words("資料來源：{source}", _WIDE_PART, "續", "投影片"),
}
"""By language tag; what says the same in all of a language's regions stands under the language alone."""


def words_for(language: str, own: Mapping[str, Mapping[str, str]] | None = None) -> Words:
    """Return the fixed words for a BCP 47 tag or its nearest fallback; English when there are none.

    ``own`` are a brand's words by language tag in lower case: any of those for the tag and its fallbacks, the
    nearest first, go before the built-in ones.
    """
    tags = fallbacks(language)
    words = next((_WORDS[tag] for tag in tags if tag in _WORDS), _WORDS["en"])
    for tag in reversed(tags) if own else ():
        words = words._replace(**(own or {}).get(tag.lower(), {}))
    return words
