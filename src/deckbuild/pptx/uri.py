"""Making valid URIs of what authors write (RFC 3986): an invalid one has PowerPoint repair the deck."""

from __future__ import annotations

import re
from functools import lru_cache

from deckbuild.link_target import is_unsafe

_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})")
_PARTS = re.compile(r"((?:[A-Za-z][A-Za-z0-9+.\-]*:)?//)([^/?#]*)(.*)|(.*)", re.DOTALL)
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:]*)(?::(\d*))?")
_BRACKETS = {"[": "%5B", "]": "%5D", ":": "%3A"}
_HIGHEST_PORT = 65_535


@lru_cache(maxsize=4096)
def make_uri(written: str) -> str:
    """Return the URI for a link's target: what a URI must not hold is percent-encoded, once.

    What is encoded already stays. A port that is none, brackets outside an IPv6 address and a second
    `#` are encoded too. Empty when nothing is left, and for what might run something: the last door there is.
    """
    if is_unsafe(written):
        return ""
    text = _NOT_ALLOWED.sub(_encode, written.strip())
    before, authority, after, opaque = _PARTS.fullmatch(text).groups()  # type: ignore[union-attr]
    if before is None:
        return _without_brackets(opaque)
    user, at, host = authority.rpartition("@")
    return before + _without_brackets(user) + at + _valid_host(host) + _without_brackets(after)


def _encode(match: re.Match[str]) -> str:
    """Percent-encode a character; what UTF-8 cannot hold and control characters are left out."""
    character = match[0]
    if character < " ":
        return ""
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "ignore"))


def _valid_host(host: str) -> str:
    match = _HOST.fullmatch(host)
    if match and int(match[2] or 0) <= _HIGHEST_PORT and _is_host(match[1]):
        return host
    return "".join(_BRACKETS.get(character, character) for character in host)


def _is_host(host: str) -> bool:
    """Whether a host in brackets is an IPv6 address; any other is taken."""
    if not host.startswith("["):
        return True
    import ipaddress

    try:
        ipaddress.IPv6Address(host[1:-1])
    except ValueError:
        return False
    return True


def _without_brackets(text: str) -> str:
    text = text.replace("[", "%5B").replace("]", "%5D")
    before, mark, fragment = text.partition("#")
    return before + mark + fragment.replace("#", "%23")
