"""Dates as a language writes them."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from deckbuild.language import fallbacks

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def show_date(written: str, language: str) -> str:
    """Return a date written as in ISO 8601 (``2026-03-01``) in the long form of a BCP 47 tag's language.

    By CLDR's patterns, in the Gregorian calendar. Whatever is no such date, and a date in a language that
    there are no patterns for, is returned as written.
    """
    if not _ISO.fullmatch(written):
        return written
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    patterns = _patterns()
    months = next((patterns[tag] for tag in fallbacks(language) if tag in patterns), None)
    return months[day.month - 1].format(d=day.day, y=day.year) if months else written


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[str]]:
    """Read the table that ``tools/make_dates.py`` writes."""
    table: dict[str, list[str]] = json.loads(
        (Path(__file__).parent / "dates.json").read_text(encoding="utf-8")
    )
    return table
