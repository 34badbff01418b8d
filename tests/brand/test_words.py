"""The fixed words of a deck, in its language."""

from __future__ import annotations

import string

import pytest

from deckbuild.brand import words_for
from deckbuild.brand.figure_words import FIGURE_WORDS, FigureWords
from deckbuild.brand.words import _WORDS, WORD_FIELDS, Words


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("en", "Source: {source}"),
        ("de", "Quelle: {source}"),
        ("de-AT", "Quelle: {source}"),
        ("DE-at", "Quelle: {source}"),
        ("zh-CN", "来源：{source}"),
        ("zh-Hant-TW", "資料來源：{source}"),
        ("zh-HK", "資料來源：{source}"),  # the region stands for its script
        ("no", "Kilde: {source}"),
        ("sr-Latn-RS", "Izvor: {source}"),
        ("tlh", "Source: {source}"),  # no words of its own: English
    ],
)
def test_words_come_by_the_tag_or_its_nearest_fallback(language: str, source: str) -> None:
    assert words_for(language).source == source


@pytest.mark.parametrize("words", _WORDS.values(), ids=_WORDS)
def test_every_language_has_the_same_fields_in_its_patterns(words: Words) -> None:
    def fields(pattern: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(pattern) if field}

    assert all(words)
    assert [fields(pattern) for pattern in words] == [fields(each) for each in words_for("en")]


def test_a_brand_may_have_words_of_its_own() -> None:
    own = {"de": {"source": "Q: {source}"}, "de-at": {"slide_number": "Blatt"}}
    assert words_for("de-AT", own) == words_for("de")._replace(source="Q: {source}", slide_number="Blatt")
    assert words_for("de", own).slide_number == "Folie"
    assert words_for("en", own) == words_for("en")


def test_fields_are_those_of_the_built_in_words() -> None:
    for key, pattern in words_for("en")._asdict().items():
        found = [field for _, field, _, _ in string.Formatter().parse(pattern) if field]
        assert tuple(found) == WORD_FIELDS[key]


_ASKED_FOR = """
    de fr es it pt pt-BR nl sv da nb fi pl cs hu ro tr ru uk el ar he fa ur hi th vi id ja ko zh-Hans zh-Hant
    bg ca et hr lt lv ms nn sk sl sr
"""


@pytest.mark.parametrize("language", _ASKED_FOR.split())
def test_these_languages_have_words_of_their_own(language: str) -> None:
    assert words_for(language).notes_continued != words_for("en").notes_continued


def test_alternative_texts_have_words_in_the_same_languages() -> None:
    assert set(FIGURE_WORDS) == set(_WORDS)


@pytest.mark.parametrize("words", FIGURE_WORDS.values(), ids=FIGURE_WORDS)
def test_patterns_of_alternative_texts_have_their_fields(words: FigureWords) -> None:
    assert all(words)
    for pattern, own in zip(FIGURE_WORDS["en"], words, strict=True):
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(each) if name} for each in (pattern, own)
        ]
        assert fields[0] == fields[1]
