"""Widths written as a share of a whole."""

from __future__ import annotations

import re

_SHARE = re.compile(r"(\d+(?:\.\d+)?)%$")


def read_share(written: str) -> float | None:
    """Return ``40%`` as 0.4; None for anything but a share above 0 and up to 100 %."""
    found = _SHARE.match(written)
    share = float(found[1]) / 100 if found else 0.0
    return share if 0 < share <= 1 else None


def read_weights(written: str) -> tuple[float, ...] | None:
    """Return ``2 1 1`` or ``50%, 25%, 25%`` as numbers; None when one of them is not above 0."""
    weights: list[float] = []
    for part in re.split(r"[\s,]+", written.strip()):
        found = re.fullmatch(r"(\d+(?:\.\d+)?)%?", part, re.ASCII)
        if not found or float(found[1]) <= 0:
            return None
        weights.append(float(found[1]))
    return tuple(weights)
