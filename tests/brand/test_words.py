"""The fixed words of a deck, in its language."""

from __future__ import annotations

import string
from dataclasses import astuple

import pytest

from deckbuild.brand import words_for
from deckbuild.brand.words import _WORDS, Words


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("en", "Source: {source}"),
        ("de", "Quelle: {source}"),
        ("de-AT", "Quelle: {source}"),
        ("DE-at", "Quelle: {source}"),
        ("zh-Hant-TW", "来源：{source}"),
        ("tlh", "Source: {source}"),  # no words of its own: English
    ],
)
def test_words_come_by_the_first_part_of_the_tag(language: str, source: str) -> None:
    assert words_for(language).source == source


@pytest.mark.parametrize("words", _WORDS.values(), ids=_WORDS)
def test_every_language_has_the_same_fields_in_its_patterns(words: Words) -> None:
    def fields(pattern: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(pattern) if field}

    assert all(astuple(words))
    assert [fields(pattern) for pattern in astuple(words)] == [
        fields(each) for each in astuple(words_for("en"))
    ]
