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


def is_unsafe(target: str) -> bool:
    """Whether a link's target might run code, start a program or ask another machine for a file."""
    if target.startswith(("http://", "https://", "#")):
        return False
    bare = _PASSED_OVER.sub("", target)
    if bare.startswith(("\\\\", "//", "/\\", "\\/")):
        return True
    scheme = _SCHEME.match(bare)
    return scheme is not None and scheme[1].lower() not in SCHEMES
