"""Numbers as people write them in tables: ``1,234.5``, ``1.234,5``, ``1 234``, ``35 %``, ``−2``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckbuild.named_tuple import NamedTuple

from .chart import NumberFormat

_COMMA = re.compile(
    "(?:az|be|bg|bs|ca|cs|da|de|el|es|et|eu|fi|fr|gl|hr|hu|hy|id|is|it|ka|kk|lt|lv|mk|nb|nl|nn|no|pl|pt|ro|ru|sk"
    "|sl|sq|sr|sv|tr|uk|uz|vi)(?:-|$)"
)
"""Primary subtags of languages that write a decimal comma (CLDR, ``decimal``)."""

_COMMA_NOT = frozenset(("de-ch", "de-li", "es-mx", "es-us", "it-ch"))
_SPACED_PERCENT = re.compile(
    "(?:bg|ca|cs|da|de|es|fi|fr|hr|hu|is|lt|lv|nb|nn|no|pl|ro|ru|sk|sl|sr|sv|uk)(?:-|$)"
)
_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009'\u2019_](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)((?:[eE][+-]?\d{1,3})?)")
_GAPS = frozenset(("", "-", "–", "—", "…", "n/a", "na", "n.a.", "null", "none", "nan"))
_MOST_DECIMALS = 4
_GROUPED_FROM = 10_000


class Number(NamedTuple):
    """A number, how many decimal places it was written with, and whether in groups or as per cent."""

    value: float
    decimals: int = 0
    grouped: bool = False
    percent: bool = False


def decimal_sign(language: str) -> str:
    """Return the sign before decimal places in a BCP 47 tag's language: a comma or a full stop."""
    tag = language.lower()
    return "," if _COMMA.match(tag) and tag not in _COMMA_NOT else "."


def find_decimal_sign(cells: Iterable[str], language: str) -> str:
    """Return the decimal sign that a table uses: the language's, unless a number in it says otherwise."""
    sign = decimal_sign(language)
    other = "." if sign == "," else ","
    for cell in cells:
        found = _NUMBER.fullmatch(_strip(cell)[0])
        if found is None or other not in found[2]:
            continue
        head, _, tail = found[2].rpartition(other)
        if sign in head or (sign not in tail and _is_decimal(head, tail, other)):
            return other
    return sign


def _is_decimal(head: str, tail: str, sign: str) -> bool:
    """Whether ``sign`` between two parts cannot stand between thousands."""
    return sign not in head and (len(tail) != 3 or len(head) > 3 or head in ("", "0"))


def is_gap(cell: str) -> bool:
    """Whether a cell says that there is no number."""
    return cell.strip().lower() in _GAPS


def read_number(cell: str, sign: str = ".") -> Number | None:
    """Read a number whose decimal sign is ``sign``; None when it is none."""
    text, percent = _strip(cell)
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    minus, digits, exponent = found.groups()
    whole, _, places = digits.partition(sign)
    groups = whole.split("." if sign == "," else ",")
    if (places and not places.isdigit()) or any(len(group) != 3 for group in groups[1:]):
        return None
    if len(groups) > 1 and not 0 < len(groups[0]) <= 3:
        return None
    value = float(f"{minus}{''.join(groups) or '0'}.{places or '0'}{exponent}")
    if value in (float("inf"), float("-inf")):
        return None
    return Number(
        round(value / 100, 12) if percent else value,
        min(len(places), _MOST_DECIMALS),
        len(groups) > 1 or bool(_SPACES.search(cell)),
        percent,
    )


def _strip(cell: str) -> tuple[str, bool]:
    """Return a cell without what may stand around and in a number, and whether it is per cent."""
    text = cell.strip().replace("\u2212", "-")
    percent = text.endswith("%")
    return _SPACES.sub("", text.rstrip("%").rstrip(" \u00a0\u202f")), percent


def choose_format(numbers: Iterable[Number], decimals: int | None = None) -> NumberFormat:
    """Return how to show numbers that belong together: as exactly as the most exact was written."""
    every = list(numbers)
    places = max((number.decimals for number in every), default=0) if decimals is None else decimals
    percent = bool(every) and all(number.percent for number in every)
    grouped = any(number.grouped or abs(number.value) >= _GROUPED_FROM for number in every)
    return NumberFormat(places, grouped and not percent, percent)


def show_number(value: float, number: NumberFormat, language: str) -> str:
    """Return a number as a reader of the language sees it."""
    text = f"{value * 100 if number.percent else value:{',' if number.grouped else ''}.{number.decimals}f}"
    if decimal_sign(language) == ",":
        text = text.translate({ord(","): ".", ord("."): ","})
    return f"{text}{percent_sign(language)}" if number.percent else text


def percent_sign(language: str) -> str:
    """Return the sign of per cent as a language writes it, with a no-break space where that is its way."""
    return "\u00a0%" if _SPACED_PERCENT.match(language.lower()) else "%"
