"""Dates in the long form of a language."""

from __future__ import annotations

from datetime import date

import pytest

from deckbuild.project.dates import show_date


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [
        ("2026-03-01", "en-US", "March 1, 2026"),
        ("2026-03-01", "en-GB", "1 March 2026"),
        ("2026-01-22", "de", "22. Januar 2026"),
        ("2026-01-22", "de-AT", "22. Jänner 2026"),
        ("2026-11-22", "ja-JP", "2026年11月22日"),
        ("2026-11-22", "zh-TW", "2026年11月22日"),
        ("2026-11-22", "ar-EG", "22 نوفمبر 2026"),
        ("2026-11-22", "sr-Latn", "22. novembar 2026."),
        ("2026-11-22", "tlh", "2026-11-22"),  # no patterns for it
        ("March 2026", "de", "March 2026"),
        ("2026-02-30", "de", "2026-02-30"),
    ],
)
def test_a_day_is_shown_as_its_language_writes_it(written: str, language: str, shown: str) -> None:
    assert show_date(written, language) == shown


@pytest.mark.parametrize("tag", ["de", "fr", "he", "ja", "pt", "ru"])  # CLDR changes others now and then
def test_the_table_is_what_babel_says(tag: str) -> None:
    dates = pytest.importorskip("babel.dates")
    for month in range(1, 13):
        day = date(2031, month, 9)
        assert show_date(day.isoformat(), tag) == dates.format_date(day, "long", tag)
