"""Where a line may be broken: the rules of UAX #14 that PowerPoint's lines follow."""

from __future__ import annotations

import re

SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f"
"""Spaces that a line may be broken behind, and that hang at its end: not U+00A0, U+202F and U+2007."""

# Characters that must not begin a line (kinsoku; UAX #14 CL, CP, EX, IS, NS and CJ).
_CLOSERS = (
    r"\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301c\u301e\u301f"
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
# Ideographs, kana, full-width forms: a line may be broken on either side. Hangul only at spaces.
_IDEOGRAPHS = (
    r"\u2e80-\u2fff\u3001-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\uffe0-\uffe6"
    r"\U00020000-\U0003ffff"
)
_HYPHENS = r"\-\u00ad\u058a\u2010\u2012-\u2014"

# Each match is a place to break: from the end of the text drawn to the start of the next line.
_PLAIN = re.compile(rf"[{SPACES}]+|(?<=[^\W_][{_HYPHENS}])(?=[^\W\d_])")
_IDEOGRAPHIC = re.compile(
    _PLAIN.pattern
    + rf"|(?<=[{_IDEOGRAPHS}])(?<![{_OPENERS}])(?![{_CLOSERS}])"
    + rf"|(?<![{_OPENERS}])(?=[{_IDEOGRAPHS}])(?![{_CLOSERS}])"
)
_BEYOND_PLAIN = re.compile(r"[\u0e00-\u1fff\u2e80-\uffff\U00010000-\U0010ffff]")


def find_breaks(text: str) -> list[tuple[int, int]]:
    """Give the places where a line of this text may end, in order, its own end last.

    Each is two offsets: the end of what is drawn, and the start of the next line behind the spaces
    that hang. A break is allowed behind spaces, behind a hyphen or dash between letters, and between
    ideographs where kinsoku does not forbid it (PPTX-FACTS, "Text that fits"; UAX #14).
    """
    pattern = _IDEOGRAPHIC if _BEYOND_PLAIN.search(text) else _PLAIN
    end = len(text)
    breaks = [match.span() for match in pattern.finditer(text)]
    if breaks and breaks[0][0] == 0:
        del breaks[0]
    if breaks and breaks[-1][1] == end:
        del breaks[-1]
    breaks.append((len(text.rstrip(SPACES)), end))
    return breaks
