"""The grid: where titles, bodies and footers stand on a slide of any proportion.

Heights are given for a slide 540 units high and scale with the slide; widths come from twelve
columns between the margins.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.units import Box

_UNITS = 540
_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of one slide size, all in EMU."""

    width: int
    height: int

    def unit(self, units: float) -> int:
        """Give the length of so many 540ths of the slide's height."""
        return round(units * self.height / _UNITS)

    @property
    def margin(self) -> int:
        """The left and right margin; text, logo and rules all start on it."""
        return round(self.width * 0.05)

    @property
    def gutter(self) -> int:
        """The space between two columns."""
        return self.unit(18)

    @property
    def is_wide(self) -> bool:
        """Whether the slide is much wider than 4:3."""
        return self.width * 2 > self.height * 3

    def box(self, top: float, bottom: float, start: int = 0, span: int = _COLUMNS) -> Box:
        """Give the box of `span` columns from column `start` (0 to 11), from unit `top` to unit `bottom`."""
        inner = self.width - 2 * self.margin
        pitch = (inner + self.gutter) / _COLUMNS
        left = self.margin + round(start * pitch)
        right = self.margin + round((start + span) * pitch) - self.gutter
        y = self.unit(top)
        return Box(left, y, right - left, self.unit(bottom) - y)
