"""Where a line may be broken: the rules of UAX #14 that PowerPoint's lines follow."""

from __future__ import annotations

import re

from deckbuild.fonts.phrases import PHRASE, phrase_breaks

SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f"
"""Spaces that a line may be broken behind, and that hang at its end: not U+00A0, U+202F and U+2007."""

# Characters that must not begin a line (kinsoku; UAX #14 CL, CP, EX, IS, NS and CJ).
_CLOSERS = (
    r"\u3000-\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301c\u301e\u301f"
    r"\u3005\u303b\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u309b-\u309e"
    r"\u30a0\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb-\u30fe\u31f0-\u31ff"
    r"\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60\uff61\uff63-\uff65\uff67-\uff70"
    r"\uff9e\uff9f\u00b0\u2019\u201d\u2025\u2026\u2030\u2032\u2033\u203c\u2047-\u2049\u2060\ufe0f"
    r")\]}!?,.:;%/\u00a0\u202f\-\u2010-\u2014"
)
# Characters that must not end a line (UAX #14 OP, PR and the glue).
_OPENERS = (
    r"\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff04\uff08\uff3b\uff5b\uff5f\uff62\uffe5"
    r"\u2018\u201c\u2060\u200d(\[{\u00a5$#\u00a0\u202f"
)
IDEOGRAPHS = (
    r"\u2e80-\u2fff\u3000-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\uffe0-\uffe6"
    r"\U00020000-\U0003ffff"
)
"""Ideographs, kana and full-width forms, as a regular expression's set: lines are broken between them.

Korean is broken at its spaces only, so Hangul is not among them.
"""
LATIN = r"0-9A-Za-z\u00c0-\u024f"
"""Latin letters and digits, as a regular expression's set."""

# LibreOffice does not part a full-width stop from a Latin word behind it.
_STOP_AND_LATIN = rf"(?<=[\u3001\u3002\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f])[{LATIN}]"

_HYPHENS = r"\-\u00ad\u058a\u2010\u2012\u2013\u2014"
_CLOSING_ASCII = "!?,.:;)]}"
_NOT_IN_PLAIN_WORDS = frozenset(SPACES + "\n\v-\u00ad\u058a\u2010\u2012\u2013\u2014")

# Only what every text needs is compiled at once: the others take 3 ms, and `re` keeps them.
# Each match is a place to break: from the end of the text drawn to the start of the next line. Spaces
# do not part a word from the closing punctuation that French, for one, sets behind a space (LB13).
_PLAIN = re.compile(rf"[{SPACES}]++(?![!?,.:;)\]}}])|(?<=[^\W_][{_HYPHENS}])(?=[^\W\d_])")
_IDEOGRAPHIC = (
    _PLAIN.pattern
    + rf"|(?<=[{IDEOGRAPHS}])(?<![{_OPENERS}])(?![{_CLOSERS}{SPACES}]|{_STOP_AND_LATIN})"
    + rf"|(?<![{_OPENERS}{SPACES}])(?=[{IDEOGRAPHS}])(?![{_CLOSERS}])"
)
_ADDRESS = r"\S*://\S*"
# Behind these a word wider than a line is broken before it is broken anywhere (UAX #14 SY, EX, BA, HY).
_LAST_RESORT = r"(?<![\d/])[/\\|?!\u2026](?=\w)|[\-\u00ad\u2010-\u2014](?=[\w+])"


def is_plain_word(word: str) -> bool:
    """Tell whether nothing in a word breaks it or keeps it with the word before, and no letters join.

    True for words of Latin, Greek and Cyrillic letters, digits, symbols and quotation marks.
    """
    if not word or word[0] in _CLOSING_ASCII or not _NOT_IN_PLAIN_WORDS.isdisjoint(word):
        return False
    return word.isascii() or all(letter < "\u0590" or "\u2000" <= letter < "\u2e80" for letter in word)


def find_breaks(text: str) -> list[tuple[int, int]]:
    """Give the places where a line of this text may end, in order, its own end last.

    Each is two offsets: the end of what is drawn, and the start of the next line behind the spaces
    that hang. A break is allowed behind spaces, behind a hyphen or dash between letters, between
    ideographs where kinsoku does not forbid it, and between the words of scripts without spaces;
    not within an address with `://`.
    """
    if not text.isascii() and (max(text) >= "\u2e80" or re.search(PHRASE, text)):
        breaks = _find_special_breaks(text)
    else:
        breaks = [match.span() for match in _PLAIN.finditer(text)]
    if "://" in text:
        breaks = _outside_addresses(breaks, text)
    end = len(text)
    if breaks and breaks[0][0] == 0:
        del breaks[0]
    if breaks and breaks[-1][1] == end:
        del breaks[-1]
    breaks.append((len(text.rstrip(SPACES)), end))
    return breaks


def _outside_addresses(breaks: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Give the breaks that are not within an address; both are in order."""
    addresses = (match.span() for match in re.finditer(_ADDRESS, text))
    first, last = next(addresses, (0, 0))
    outside = []
    for span in breaks:
        while span[0] >= last > 0:
            first, last = next(addresses, (0, 0))
        if not first < span[0] < last:
            outside.append(span)
    return outside


def _find_special_breaks(text: str) -> list[tuple[int, int]]:
    """Give the places to break a text with ideographs, or in a script without spaces between words."""
    breaks = [match.span() for match in re.finditer(_IDEOGRAPHIC, text)]
    for match in re.finditer(PHRASE, text):
        start = match.start()
        breaks += ((start + offset, start + offset) for offset in phrase_breaks(match[0]))
    return sorted(breaks)


def break_inside(text: str, start: int, end: int) -> int:
    """Give where to break a word wider than a line, of which as much as fits is `text[start:end]`.

    Behind the last slash or the like, as in an address; else between characters, a mark staying with
    its letter; behind one character at least.
    """
    cut = start
    for match in re.compile(_LAST_RESORT).finditer(text, start, end + 1):
        cut = match.end()
    if cut > start:
        return cut
    cut = max(end, start + 1)
    for offset in range(cut, start, -1):
        if not _is_attached(text, offset):
            return offset
    while _is_attached(text, cut):
        cut += 1
    return cut


def _is_attached(text: str, offset: int) -> bool:
    """Tell whether the character there is drawn on or joined to the one before it."""
    from unicodedata import category

    return offset < len(text) and (
        category(text[offset])[0] == "M" or "\u200d" in text[offset - 1 : offset + 1]
    )
