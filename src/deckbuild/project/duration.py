"""Times as authors write them: ``45 min``, ``1 h 30 min``, ``1:30 h``, ``90 s``."""

from __future__ import annotations

import re

_UNITS = {"h": 3600, "m": 60, "s": 1}
_WORDS = "h|hrs?|hours?|std|stunden?|m|mins?|minutes?|minuten|s|secs?|seconds?|sekunden?"
_PART = re.compile(rf"(\d+(?:[.,]\d+)?)\s*({_WORDS})(?![a-z])\.?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})\s*(?:h|hours?)?", re.IGNORECASE)


def read_duration(text: str) -> int | None:
    """Return a time in whole seconds, None for what is none; a number alone is minutes."""
    text = text.strip()
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return round(_number(text) * 60) or None
    if clock := _CLOCK.fullmatch(text):
        return (int(clock[1]) * 60 + int(clock[2])) * 60 or None
    if re.sub(r"and|und|[\s,]", "", _PART.sub("", text)):
        return None
    return sum(round(_number(number) * _UNITS[_unit(unit)]) for number, unit in _PART.findall(text)) or None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _unit(word: str) -> str:
    lower = word.lower()
    return "h" if lower.startswith(("h", "st")) else lower[0]
