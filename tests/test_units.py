"""Lengths are whole EMU: 914,400 an inch, 12,700 a point, 9,525 a pixel of 96 dpi."""

from __future__ import annotations

import pytest

from deckbuild.units import Box, from_inches, from_pixels, from_points, to_points


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (from_inches(1), 914_400),
        (from_points(1), 12_700),
        (from_points(0.5), 6_350),
        (from_pixels(1), 9_525),
        (from_pixels(300, dpi=300), 914_400),
        (from_pixels(1, dpi=144), 6_350),
    ],
)
def test_lengths_become_whole_emu(length: int, expected: int) -> None:
    assert length == expected
    assert isinstance(length, int)


def test_points_come_back() -> None:
    assert to_points(from_points(17.5)) == 17.5


def test_a_box_knows_its_far_edges() -> None:
    box = Box(x=10, y=20, cx=300, cy=400)
    assert (box.right, box.bottom) == (310, 420)
