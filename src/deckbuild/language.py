"""Language tags (BCP 47): how they are written, which are tried in turn, which way they are read."""

from __future__ import annotations

from functools import lru_cache

_RTL_LANGUAGES = frozenset((
    "ar", "arc", "arz", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo",
    "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
))  # fmt: skip
_RTL_SCRIPTS = frozenset((
    "Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
))  # fmt: skip
_MIRRORED = "qps-plocm"
"""The tag of pseudo-localisation from right to left."""

_SCRIPTS = {
    "Jpan": ("ja",),
    "Hang": ("ko",),
    "Hans": ("zh", "yue", "wuu"),
    "Arab": (
        "ar",
        "arc",
        "arz",
        "ckb",
        "fa",
        "glk",
        "khw",
        "ks",
        "lrc",
        "mzn",
        "pnb",
        "ps",
        "sd",
        "ug",
        "ur",
    ),
    "Hebr": ("he", "iw", "ji", "yi"),
    "Thai": ("th",),
    "Deva": ("hi", "mr", "ne", "sa", "kok", "mai", "bho", "doi", "brx"),
    "Beng": ("bn", "as", "mni"),
    "Taml": ("ta",),
    "Telu": ("te",),
    "Knda": ("kn",),
    "Mlym": ("ml",),
    "Gujr": ("gu",),
    "Guru": ("pa",),
    "Orya": ("or",),
    "Sinh": ("si",),
    "Khmr": ("km",),
    "Laoo": ("lo",),
    "Mymr": ("my",),
    "Ethi": ("am", "ti"),
    "Thaa": ("dv",),
    "Syrc": ("syr",),
    "Tibt": ("bo", "dz"),
}
EAST_ASIAN = frozenset(("Jpan", "Hang", "Hans", "Hant"))
"""Scripts whose letters are as wide as high (UAX #11)."""

_CHINESE_SCRIPTS = {"TW": "Hant", "HK": "Hant", "MO": "Hant", "CN": "Hans", "SG": "Hans", "MY": "Hans"}


def canonical_tag(tag: str) -> str:
    """Return a tag in the usual case: ``de-AT``, ``zh-Hant-TW`` (RFC 5646, 2.1.1)."""
    first, *rest = tag.replace("_", "-").split("-")
    parts = [first.lower()]
    for part in rest:
        if len(parts[-1]) == 1:
            parts.append(part.lower())
        elif len(part) == 4 and part.isalpha():
            parts.append(part.title())
        else:
            parts.append(part.upper() if len(part) == 2 else part.lower())
    return "-".join(parts)


@lru_cache(maxsize=64)
def fallbacks(tag: str) -> tuple[str, ...]:
    """Return the tags to look for in turn, the whole one first: ``de-AT``, ``de`` (RFC 4647, 3.4).

    A Chinese region stands for its script: ``zh-TW``, ``zh-Hant``, ``zh``; ``no`` and ``nb`` for each other.
    """
    parts = canonical_tag(tag).split("-")
    tags = []
    while parts:
        tags.append("-".join(parts))
        if parts[0] == "zh" and len(parts) == 2 and parts[1] in _CHINESE_SCRIPTS:
            tags.append(f"zh-{_CHINESE_SCRIPTS[parts[1]]}")
        parts.pop()
        if parts and len(parts[-1]) == 1:
            parts.pop()
    other = {"no": "nb", "nb": "no"}.get(tags[-1])
    return (*tags, other) if other else tuple(tags)


@lru_cache(maxsize=64)
def is_rtl(tag: str) -> bool:
    """Whether a tag's language is written from right to left: by its script if it names one."""
    first, *rest = canonical_tag(tag).split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    if script is not None:
        return script in _RTL_SCRIPTS
    return first in _RTL_LANGUAGES or tag.lower() == _MIRRORED


@lru_cache(maxsize=64)
def script_of(tag: str) -> str:
    """Return the script (ISO 15924) that a tag's language is written in, "" where Latin typefaces serve it.

    Those are what PowerPoint takes from a theme's Latin typeface: Latin, Greek, Cyrillic, Armenian, Georgian.
    """
    for each in fallbacks(tag):
        named = next((part for part in each.split("-")[1:] if len(part) == 4 and part.isalpha()), None)
        if named is not None:
            return {"Aran": "Arab"}.get(named, named if named in _SCRIPTS or named == "Hant" else "")
    if tag.lower() == _MIRRORED:
        return ""
    first = canonical_tag(tag).split("-")[0]
    return next((script for script, languages in _SCRIPTS.items() if first in languages), "")
