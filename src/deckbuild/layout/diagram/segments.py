"""What edges must go around, and where they already are: boxes, and horizontal and vertical parts."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import pairwise

from deckbuild.units import Box, from_points

CLEARANCE = from_points(5)
_FAR = 1 << 40

Route = tuple[tuple[int, int], ...]


class Obstacle:
    """A box that edges keep clear of; those that begin or end at it may touch its edge.

    ``slack`` are the shares of its width and height by which its connection sites lie inside.
    """

    __slots__ = ("bottom", "inner_x", "inner_y", "left", "owner", "right", "top")

    def __init__(
        self, owner: str, box: Box, clearance: int = CLEARANCE, slack: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        self.owner = owner
        self.inner_x = clearance + 2 + round(box.cx * slack[0])
        self.inner_y = clearance + 2 + round(box.cy * slack[1])
        self.left, self.right = box.x - clearance, box.right + clearance
        self.top, self.bottom = box.y - clearance, box.bottom + clearance


def blocked(obstacles: Sequence[Obstacle], x1: int, y1: int, x2: int, y2: int, ends: Sequence[str]) -> bool:
    """Whether a part of a route runs through a box; through what it begins or ends at, but for its edge."""
    if x1 > x2:
        x1, x2 = x2, x1
    if y1 > y2:
        y1, y2 = y2, y1
    for box in obstacles:
        if x1 < box.right and x2 > box.left and y1 < box.bottom and y2 > box.top:
            if box.owner not in ends:
                return True
            if (
                x1 < box.right - box.inner_x
                and x2 > box.left + box.inner_x
                and y1 < box.bottom - box.inner_y
                and y2 > box.top + box.inner_y
            ):
                return True
    return False


def free_across(
    obstacles: Sequence[Obstacle], low: int, high: int, start: int, end: int, horizontal: bool
) -> list[tuple[int, int]]:
    """Return where a line from ``low`` to ``high`` can stand between ``start`` and ``end``.

    A horizontal line's x runs from ``low`` to ``high`` and it stands at a y; a vertical one turns that
    round. The intervals are in order.
    """
    if low > high:
        low, high = high, low
    taken = []
    for box in obstacles:
        if horizontal:
            if low < box.right and high > box.left and box.bottom > start and box.top < end:
                taken.append((box.top, box.bottom))
        elif low < box.bottom and high > box.top and box.right > start and box.left < end:
            taken.append((box.left, box.right))
    taken.sort()
    free = []
    at = start
    for first, last in taken:
        if first > at:
            free.append((at, min(first, end)))
        at = max(at, last)
    if at < end:
        free.append((at, end))
    return free


_Part = tuple[int, int, int, str, str]
"""Where a part of a route stands, from where to where it runs, and what the route begins and ends at."""


class Traffic:
    """The parts of routes that are drawn already, in order: a route's place among them has a price."""

    __slots__ = ("_flat", "_upright")

    def __init__(self) -> None:
        self._flat: list[_Part] = []
        self._upright: list[_Part] = []

    def add(self, route: Route, source: str, target: str) -> None:
        """Add a route from one shape to another."""
        for (x1, y1), (x2, y2) in pairwise(route):
            if y1 == y2:
                insort(self._flat, (y1, min(x1, x2), max(x1, x2), source, target))
            elif x1 == x2:
                insort(self._upright, (x1, min(y1, y2), max(y1, y2), source, target))

    def price(self, route: Route, source: str, target: str, near: int) -> tuple[int, int]:
        """Return how many lines a route would cross, and how far it would run along others.

        Lines with the same beginning or the same end may share their way.
        """
        crossings = shared = 0
        for (x1, y1), (x2, y2) in pairwise(route):
            if y1 == y2:
                at, low, high, along, across = y1, min(x1, x2), max(x1, x2), self._flat, self._upright
            else:
                at, low, high, along, across = x1, min(y1, y2), max(y1, y2), self._upright, self._flat
            for number in range(bisect_left(along, (at - near + 1,)), bisect_left(along, (at + near,))):
                place, start, end, other_source, other_target = along[number]
                if start < high and end > low:
                    if place == at and (other_source == source or other_target == target):
                        continue
                    shared += min(end, high) - max(start, low)
            for number in range(bisect_left(across, (low + 1,)), bisect_left(across, (high,))):
                if across[number][1] < at < across[number][2]:
                    crossings += 1
        return crossings, shared
