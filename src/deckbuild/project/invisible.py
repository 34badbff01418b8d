"""Characters that nobody sees where no script needs them: they hide words from whoever reviews a text.

Many of them are needed somewhere, so each is judged by its neighbours (The Unicode Standard 23.2 to 23.9,
UTS #51): joiners in Persian, Indic scripts and emoji, tags in flags of regions, selectors behind what they
select, spaces without width in scripts that are written without spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_JOINING = (
    "\u0600-\u07ff\u0840-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1aaf\u1b00-\u1cff"
    "\ua800-\ua82f\ua840-\ua9ff\uaa00-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefe\U00010a00-\U00011fff"
)
"""Letters of scripts whose letters join, or stand in clusters: Arabic to Thaana, Indic, Mongolian, …"""
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u2e80-\ua4cf\uf900-\ufaff\uff01-\uff9f"
)
"""Scripts that are written without spaces between words."""
_HAN = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTERLIKE = "\u2100-\u214f"
_PICTURES = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MARKS = ("\u200e", "\u200f", "\u061c")  # of direction: texts from right to left need them
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"

_INVISIBLE = re.compile(
    f"{_FLAG}|[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_NEEDED = {
    # by character: what must stand before it or behind it
    "\u200b": (f"[{_UNSPACED}]", f"[{_UNSPACED}]"),
    "\u200c": (f"[{_JOINING}]", f"[{_JOINING}]"),
    "\u115f": ("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]", "[\u1100-\u11ff\ud7b0-\ud7ff]"),
    "\u1160": ("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]", "[\u1100-\u11ff\ud7b0-\ud7ff]"),
    "\u17b4": ("[\u1780-\u17ff]", "[\u1780-\u17ff]"),
    "\u17b5": ("[\u1780-\u17ff]", "[\u1780-\u17ff]"),
}  # fmt: skip


def find_invisible(text: str) -> Iterator[re.Match[str]]:
    """Yield each invisible character that its neighbours do not need."""
    turns: bool | None = None
    for match in _INVISIBLE.finditer(text):
        if match[0] in _MARKS:
            turns = _RIGHT_TO_LEFT.search(text) is not None if turns is None else turns
            if not turns:
                yield match
        elif len(match[0]) == 1 and not _is_needed(text, match.start()):
            yield match


def _is_needed(text: str, at: int) -> bool:
    character = text[at]
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if character in _NEEDED:
        one, other = _NEEDED[character]
        return bool(re.match(one, before) or re.match(other, behind))
    if character == "\u200d":
        return _joins(text, at)
    if character == "\u00ad":
        return before.isalpha() and behind.isalpha()
    if character == "\u2060":
        return not (before.isalnum() and behind.isalnum()) and before != "\u2060"
    if "\u2061" <= character <= "\u2064":
        return not (before.isspace() or behind.isspace()) and behind not in ("\u2061", "\u2062", "\u2063")
    if character == "\u034f":
        return _is_mark(before) or _is_mark(behind)
    if "\u180b" <= character <= "\u180f":
        return bool(re.match("[\u1820-\u18af]", before))
    if "\ufe00" <= character <= "\ufe0f":
        return _selects(before, character)
    return "\U000e0100" <= character <= "\U000e01ef" and re.match(f"[{_HAN}]", before) is not None


def _joins(text: str, at: int) -> bool:
    """Whether U+200D joins two parts of an emoji, or stands at a letter of a script whose letters join."""
    before = text[max(at - 3, 0) : at].rstrip("\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")[-1:]
    behind = text[at + 1 : at + 2]
    if re.match(f"[{_PICTURES}]", before):
        return re.match(f"[{_PICTURES}]", behind) is not None
    return re.match(f"[{_JOINING}]", before) is not None


def _selects(before: str, selector: str) -> bool:
    """Whether a selector stands behind something that it can select a form of."""
    if not before or before.isspace() or "\ufe00" <= before <= "\ufe0f":
        return False
    if before.isascii():
        return before in "#*0123456789" and selector in "\ufe0e\ufe0f"
    return not before.isalpha() or re.match(f"[{_PICTURES}{_LETTERLIKE}{_HAN}{_JOINING}]", before) is not None


def _is_mark(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] == "M"
