"""Write `src/deckbuild/project/dates.json`: a day in the long form of each language (a development script).

Usage: python tools/make_dates.py

Needs Babel, whose data is Unicode's CLDR. The languages are those that have fixed words. For each there are
twelve texts, a month each, with the fields `{d}` and `{y}`.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from babel import Locale
from babel.dates import format_date

from deckbuild.brand.words import _WORDS

TARGET = Path(__file__).parent.parent / "src" / "deckbuild" / "project" / "dates.json"
REGIONS = ("en-GB", "en-AU", "en-CA", "en-IN", "de-AT", "es-MX", "fr-CA", "pt-PT")


def months_of(tag: str) -> list[str]:
    """Return a day's text in each month, with fields for day and year."""
    locale = Locale.parse(tag, sep="-")
    months = []
    for month in range(1, 13):
        text = format_date(date(2222, month, 17), "long", locale)
        single = format_date(date(2222, month, 5), "long", locale)
        pattern = text.replace("2222", "{y}").replace("17", "{d}")
        padded = pattern.replace("{y}", "2222").replace("{d}", "05") == single
        months.append(pattern.replace("{d}", "{d:02}") if padded else pattern)
    return months


def main() -> None:
    """Write the table."""
    table = {tag: months_of(tag) for tag in (*_WORDS, *REGIONS)}
    distinct = {
        tag: months for tag, months in table.items() if "-" not in tag or months != table[tag.split("-")[0]]
    }
    rows = (
        f"{json.dumps(tag)}: {json.dumps(months, ensure_ascii=False)}"
        for tag, months in sorted(distinct.items())
    )
    TARGET.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
