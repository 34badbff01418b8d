"""Where the labels of edges stand: on their own line, on nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckbuild.units import EMU_PER_POINT, Box, from_points

from .segments import Obstacle, Route

_PLACES = (0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85)
_ARROW = from_points(8)


class LabelPlacer:
    """Places labels one after the other, clear of boxes, of other edges, and of labels placed before."""

    __slots__ = ("_obstacles", "_placed", "_routes", "_within")

    def __init__(self, obstacles: Sequence[Obstacle], routes: Sequence[Route], within: Box) -> None:
        self._obstacles = obstacles
        self._routes = routes
        self._within = within
        self._placed: list[Box] = []

    def place(self, index: int, width: float, height: float) -> Box:
        """Return the place of the label of the edge ``index``, its extent in points."""
        wide, high = round(width * EMU_PER_POINT), round(height * EMU_PER_POINT)
        best, best_cost = None, float("inf")
        for cost, x, y in self._candidates(self._routes[index], wide, high):
            if cost >= best_cost:
                continue
            left = min(max(x - wide // 2, self._within.x), self._within.right - wide)
            box = Box(left, y - high // 2, wide, high)
            total = cost + self._price(box, index)
            if total < best_cost:
                best, best_cost = box, total
        assert best is not None
        self._placed.append(best)
        return best

    def _candidates(self, route: Route, wide: int, high: int) -> list[tuple[float, int, int]]:
        """Return middles of the label on a route, and beside it, with what each costs."""
        found = []
        lengths = [abs(x1 - x2) + abs(y1 - y2) for (x1, y1), (x2, y2) in pairwise(route)]
        longest = max(lengths)
        for number, ((x1, y1), (x2, y2)) in enumerate(pairwise(route)):
            room = lengths[number] - (wide if y1 == y2 else high)
            is_last = number == len(lengths) - 1
            for order, share in enumerate(_PLACES):
                x, y = round(x1 + (x2 - x1) * share), round(y1 + (y2 - y1) * share)
                cost = order * 4.0 + 20.0 * (1 - lengths[number] / longest) + (0.0 if is_last else 6.0)
                if room < 2 * _ARROW:
                    cost += 60.0
                found.append((cost, x, y))
                if y1 != y2:
                    found.append((cost + 25.0, x + wide // 2 + _ARROW // 2, y))
                    found.append((cost + 25.0, x - wide // 2 - _ARROW // 2, y))
                else:
                    found.append((cost + 25.0, x, y - high // 2 - _ARROW // 4))
                    found.append((cost + 25.0, x, y + high // 2 + _ARROW // 4))
        return found

    def _price(self, box: Box, index: int) -> float:
        """Return what it costs to lie over other things: nodes and labels most, then lines."""
        price = 0.0
        for other in self._obstacles:
            if (
                box.x < other.right
                and box.right > other.left
                and box.y < other.bottom
                and box.bottom > other.top
            ):
                price += 2000.0
        for placed in self._placed:
            if (
                box.x < placed.right
                and box.right > placed.x
                and box.y < placed.bottom
                and box.bottom > placed.y
            ):
                price += 2000.0
        for number, route in enumerate(self._routes):
            if number != index and _touches(box, route):
                price += 120.0
        for x, y in (self._routes[index][0], self._routes[index][-1]):
            if box.x - _ARROW < x < box.right + _ARROW and box.y - _ARROW < y < box.bottom + _ARROW:
                price += 30.0
        return price


def _touches(box: Box, route: Route) -> bool:
    for (x1, y1), (x2, y2) in pairwise(route):
        if (
            min(x1, x2) < box.right
            and max(x1, x2) > box.x
            and min(y1, y2) < box.bottom
            and max(y1, y2) > box.y
        ):
            return True
    return False
