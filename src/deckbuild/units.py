"""Lengths. Inside deckbuild every length is an integer in EMU (ECMA-376 Part 1, 20.1.10.16).

914,400 EMU are one inch, 12,700 one point, 9,525 one pixel of 96 dpi.
"""

from __future__ import annotations

from typing import NewType

from deckbuild.named_tuple import NamedTuple

Emu = NewType("Emu", int)

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
EMU_PER_PIXEL = 9_525


def from_points(points: float) -> Emu:
    """Convert typographic points to EMU."""
    return Emu(round(points * EMU_PER_POINT))


def to_points(length: int) -> float:
    """Convert EMU to typographic points."""
    return length / EMU_PER_POINT


def from_inches(inches: float) -> Emu:
    """Convert inches to EMU."""
    return Emu(round(inches * EMU_PER_INCH))


def from_pixels(pixels: float, dpi: float = 96) -> Emu:
    """Convert pixels at ``dpi`` dots per inch to EMU."""
    return Emu(round(pixels * EMU_PER_INCH / dpi))


class Box(NamedTuple):
    """A rectangle on a slide in EMU: offset of the top left corner (x, y) and extent (cx, cy)."""

    x: int
    y: int
    cx: int
    cy: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.x + self.cx

    @property
    def bottom(self) -> int:
        """The y of the bottom edge."""
        return self.y + self.cy
