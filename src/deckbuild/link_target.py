"""Which links a deck may have: what leads to a page, a person or another slide, and starts nothing else.

PowerPoint hands a link to whatever program has registered its scheme, so that all but well-known schemes may
run something; `file:` and Windows' paths to other machines send the reader's name and password there.
"""

from __future__ import annotations

import re

SCHEMES = frozenset(
    ("http", "https", "mailto", "tel", "sip", "sms", "ftp", "ftps", "sftp", "ssh", "git", "geo")
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PASSED_OVER = re.compile("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
"""What programs leave out of a scheme before they look at it, or readers do not see."""
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u0475\u0433\u043a\u043c\u0442"
    "\u03b1\u03bf\u03c1\u03bd\u03b9\u03ba\u03c4\u03c5\u0131\u0237",
    "aeopcyxijshdqvrkmt" + "aopvikt" + "uij",
)
"""Small letters of Cyrillic, Greek and Latin that look like ones of ASCII (UTS #39, the nearest of them)."""


def is_unsafe(target: str) -> bool:
    """Whether a link's target might run code, start a program or ask another machine for a file."""
    if target.startswith(("http://", "https://", "#")):
        return False
    bare = _PASSED_OVER.sub("", target)
    if bare.startswith(("\\\\", "//", "/\\", "\\/")):
        return True
    scheme = _SCHEME.match(bare)
    if scheme is not None:
        return scheme[1].lower() not in SCHEMES
    return not bare.isascii() and ":" in bare and _looks_like_scheme(bare.partition(":")[0])


def _looks_like_scheme(written: str) -> bool:
    """Whether letters of other scripts stand for those of a scheme, as Cyrillic `а` in `jаvascript:`."""
    from unicodedata import normalize

    latin = normalize("NFKC", written).translate(_LOOKALIKES)
    return not written.isascii() and _SCHEME.fullmatch(f"{latin}:") is not None


def find_lookalike(target: str) -> str | None:
    """Return a part of a URL's host that mixes Latin letters with Cyrillic or Greek ones; None if none does.

    Hosts in Punycode are looked at as they are shown (RFC 3492).
    """
    if target.isascii() and "xn--" not in target:
        return None
    host = re.split(r"[/?#]", target.partition("//")[2], maxsplit=1)[0].rpartition("@")[2]
    for label in host.split("."):
        shown = _decode_label(label)
        if re.search("[A-Za-z\u00c0-\u024f]", shown) and re.search("[\u0370-\u052f]", shown):
            return shown
    return None


def _decode_label(label: str) -> str:
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:100].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
