"""How large pictures are drawn: widths as written, proportions, rows of equal height, cropping."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuild.units import EMU_PER_INCH, EMU_PER_PIXEL, EMU_PER_POINT

_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(%|[a-z]*)\s*")
_UNITS = {
    "": EMU_PER_PIXEL,
    "px": EMU_PER_PIXEL,
    "pt": EMU_PER_POINT,
    "pc": 12 * EMU_PER_POINT,
    "in": EMU_PER_INCH,
    "cm": 360_000,
    "mm": 36_000,
    "em": 16 * EMU_PER_POINT,
}


def read_length(written: str | None, whole: int) -> int | None:
    """Return a length as written (``40%`` of ``whole``, ``8cm``, ``200px``, plain pixels) in EMU.

    None when there is none, or none that can be understood (the reader of the sources reports those).
    """
    match = _LENGTH.fullmatch(written.lower()) if written else None
    if match is None:
        return None
    number, unit = match.groups()
    if unit == "%":
        return round(whole * float(number) / 100)
    return round(float(number) * _UNITS[unit]) if unit in _UNITS else None


def contain(natural: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    """Return the largest size with the proportions of ``natural`` in a width and height."""
    wide, high = natural
    if wide * height > high * width:
        return width, max(round(width * high / wide), 1)
    return max(round(height * wide / high), 1), height


def crop_to_cover(natural: tuple[int, int], width: int, height: int) -> tuple[float, float, float, float]:
    """Return what to cut off left, top, right and bottom, as fractions, to fill a width and height."""
    wide, high = natural
    shown = (width * high) / (height * wide)
    if shown < 1:
        side = round((1 - shown) / 2, 5)
        return (side, 0.0, side, 0.0)
    edge = round((1 - 1 / shown) / 2, 5)
    return (0.0, edge, 0.0, edge)


def share_row(
    naturals: Sequence[tuple[int, int]], width: int, height: int, gap: int, least: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the sizes of pictures beside each other: equal in height, as high as fits.

    Each takes a place at least as wide as ``least`` says for it; the places and the gaps between them
    fill no more than ``width``.
    """
    aspects = [wide / high for wide, high in naturals]
    room = width - gap * (len(naturals) - 1)
    narrow: set[int] = set()
    shared = 0.0
    for _ in aspects:
        free = sum(aspect for index, aspect in enumerate(aspects) if index not in narrow)
        taken = sum(least[index] for index in narrow)
        shared = min(height, max(room - taken, 0) / free) if free else height
        more = {i for i, aspect in enumerate(aspects) if i not in narrow and aspect * shared < least[i]}
        if not more:
            break
        narrow |= more
    return [(max(int(shared * aspect), 1), max(int(shared), 1)) for aspect in aspects]
