"""Markers of ordered lists that CommonMark does not know: pandoc's ``fancy_lists``."""

from __future__ import annotations

import re
from functools import cache

from deckbuild.named_tuple import NamedTuple

_ROMAN = r"(?i)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|c{1,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class FancyMarker(NamedTuple):
    """A marker: what it counts, in which style and between which delimiters, and the column after it."""

    number: int
    style: str
    delimiter: str
    end: int


@cache
def _marker() -> re.Pattern[str]:
    """Compile at first use, for the sake of the start of commands that read no deck."""
    return re.compile(r"(\()?(#|[0-9]{1,9}|[ivxlcIVXLC]{2,8}|[A-Za-z])([.)])(?= |$)")


def read_fancy_marker(text: str, first: int, previous: tuple[str, str] | None) -> FancyMarker | None:
    """Return the marker at a column, or None.

    ``previous`` is the style and delimiter of the list that the marker may go on with: ``i.`` after
    ``h.`` is a letter, ``#.`` counts on in any style. Without such a list ``i`` is the Roman one, any
    other single letter a letter.
    """
    match = _marker().match(text, first)
    if match is None:
        return None
    opening, token, closing = match.groups()
    if opening and closing == ".":
        return None
    delimiter = "()" if opening else closing
    style = None
    if previous is not None and previous[1] == delimiter:
        style = previous[0]
    for candidate in (style, *_styles(token)):
        number = _read_number(token, candidate) if candidate else None
        if candidate and number is not None:
            return FancyMarker(number, candidate, delimiter, match.end())
    return None


def may_start_list(marker: FancyMarker, text: str) -> bool:
    """Whether a marker may begin a list, and is not rather a piece of prose.

    As in pandoc an upper-case letter with a full stop wants two spaces (``B. Russell``). Beyond pandoc
    ``(c)`` and ``(r)`` are signs in either case, and a lower-case letter with a full stop wants two
    spaces too unless its list begins with ``a`` or ``i`` (``p. 5``, the German ``z. B.``).
    """
    token = text[: marker.end].rstrip(".)")[-1]
    if not token.isalpha():
        return True
    is_single = len(text) < 2 or not text[: marker.end - 2][-1:].isalpha()
    if marker.delimiter == "()":
        return not is_single or token not in "cCrR"
    if marker.delimiter == "." and is_single and token not in "ai":
        return text.startswith("  ", marker.end) or marker.end == len(text)
    return True


def _styles(token: str) -> tuple[str, ...]:
    if token == "#" or token.isdigit():
        return ("decimal",)
    case = "lower" if token.islower() else "upper"
    if token in ("i", "I") or len(token) > 1:
        return (f"{case}-roman",)
    return (f"{case}-alpha",)


def _read_number(token: str, style: str) -> int | None:
    """Return what a marker counts in a style, or None if it is not in that style."""
    if token == "#":
        return 1
    if style == "decimal" or token.isdigit():
        return int(token) if style == "decimal" and token.isdigit() else None
    case, _, kind = style.partition("-")
    if token != (token.lower() if case == "lower" else token.upper()):
        return None
    lowered = token.lower()
    if kind == "alpha":
        return ord(lowered) - 96 if len(lowered) == 1 else None
    if lowered not in _ROMAN_DIGITS and not re.fullmatch(_ROMAN, lowered):
        return None
    values = [_ROMAN_DIGITS[digit] for digit in lowered]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
