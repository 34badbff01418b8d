"""Pairing delimiter runs into styles: CommonMark 0.31, "process emphasis", and four styles more.

``*`` and ``_`` as in CommonMark; ``~~strike~~`` as in GFM; ``~sub~`` and ``^sup^`` as in pandoc, without
space inside; ``==highlight==``. One rule is eased: next to Chinese or Japanese text, which has no spaces
between words, punctuation inside a run does not keep it from closing (``**文章。**続き``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from deckbuild.model import Style

from .nodes import Delimiter

_SINGLE: dict[str, Style] = {"*": "emphasis", "_": "emphasis", "~": "subscript", "^": "superscript"}
_DOUBLE: dict[str, Style] = {"*": "strong", "_": "strong", "~": "strikethrough", "=": "highlight"}
_SPACE = re.compile(r"\s")
# First and last code points of CJK radicals, punctuation, kana, bopomofo, ideographs, compatibility
# and full-width forms. Hangul is left out: Korean has spaces between words. They are numbers, since
# a pattern of them takes 3 ms to compile.
_WIDE = (
    (0x2E80, 0x2FFF), (0x3000, 0x30FF), (0x3100, 0x312F), (0x31A0, 0x31FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFF9F), (0xFFE0, 0xFFEF),
    (0x20000, 0x3FFFF),
)  # fmt: skip


@lru_cache(maxsize=4096)
def is_wide(char: str) -> bool:
    """Whether the character is written without spaces between words (Chinese, Japanese)."""
    return bool(char) and any(first <= ord(char) <= last for first, last in _WIDE)


@lru_cache(maxsize=4096)
def _kind(char: str) -> str:
    """Return "s" for white space and the ends of the text, "p" for punctuation, else "w"."""
    if not char or char.isspace():
        return "s"
    return "p" if unicodedata.category(char)[0] in "PS" else "w"


def make_delimiter(text: str, start: int, end: int) -> Delimiter:
    """Return the delimiter for the run ``text[start:end]``: whether it may open and close."""
    char = text[start]
    before, after = text[start - 1] if start else "", text[end : end + 1]
    left, right = _kind(before), _kind(after)
    opens = right != "s" and (right != "p" or left != "w" or is_wide(before))
    closes = left != "s" and (left != "p" or right != "w" or is_wide(after))
    if char == "_":
        opens, closes = opens and (not closes or left == "p"), closes and (not opens or right == "p")
    elif char == "=":
        opens = opens and (left != "w" or is_wide(before))
        closes = closes and (right != "w" or is_wide(after))
    return Delimiter(char, start, end, opens, closes)


def pair_delimiters(text: str, last: Delimiter | None, bottom: Delimiter | None) -> None:
    """Pair all delimiters after ``bottom`` up to ``last``; none of them is left in the list."""
    if last is None or last is bottom:
        return
    closer = last
    while closer.previous is not bottom and closer.previous is not None:
        closer = closer.previous
    # Below these no opener can be found for a closer of that kind: keeps the search linear.
    floors: dict[tuple[str, bool, int], Delimiter | None] = {}
    current: Delimiter | None = closer
    while current is not None:
        if not current.can_close:
            current = current.next
            continue
        key = (current.char, current.can_open, current.length % 3 if current.char in "*_" else current.length)
        floor = floors.get(key, bottom)
        opener = current.previous
        while opener is not None and opener is not floor and opener is not bottom:
            if opener.char == current.char and opener.can_open and _match(text, opener, current):
                break
            opener = opener.previous
        if opener is None or opener is floor or opener is bottom:
            floors[key] = current.previous
            following = current.next
            if not current.can_open:
                _remove(current)
            current = following
            continue
        current = _join(opener, current)


def _match(text: str, opener: Delimiter, closer: Delimiter) -> bool:
    if closer.char in "*_":
        # Rule of three: a run that may do both pairs only with a length that is not a sum of three.
        return not (
            (opener.can_close or closer.can_open)
            and (opener.length + closer.length) % 3 == 0
            and not (opener.length % 3 == 0 and closer.length % 3 == 0)
        )
    if opener.length != closer.length:
        return False
    if closer.length == 1 and _SPACE.search(text, opener.end, closer.start):
        opener.can_open = False
        return False
    return closer.length in (1, 2) and closer.char in (_SINGLE if closer.length == 1 else _DOUBLE)


def _join(opener: Delimiter, closer: Delimiter) -> Delimiter | None:
    """Style what is between the two; return the delimiter to go on with."""
    double = opener.count >= 2 and closer.count >= 2
    style = (_DOUBLE if double else _SINGLE)[closer.char]
    used = 2 if double else 1
    opener.opens.insert(0, style)
    closer.closes.append(style)
    opener.count -= used
    closer.count -= used
    opener.next = closer
    closer.previous = opener
    if not opener.count:
        _remove(opener)
    if closer.count:
        return closer
    following = closer.next
    _remove(closer)
    return following


def _remove(delimiter: Delimiter) -> None:
    if delimiter.previous is not None:
        delimiter.previous.next = delimiter.next
    if delimiter.next is not None:
        delimiter.next.previous = delimiter.previous
    # No cycle is left behind, so that memory is freed without the garbage collector.
    delimiter.previous = delimiter.next = None
