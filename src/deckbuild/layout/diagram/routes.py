"""The route of each edge: from connection site to connection site, around what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from deckbuild.figures.diagram import Direction
from deckbuild.named_tuple import NamedTuple
from deckbuild.units import EMU_PER_POINT, Box, from_points

from .candidates import AXES, STUB, find_routes
from .outlines import SIDES, Side, Site
from .redraw import redraw
from .segments import Obstacle, Route, Traffic, blocked

_BEND, _CROSSING, _SHARED = 22.0, 100.0, 4.0  # in points of length
_ASIDE, _BACKWARD, _MIXED = 80.0, 200.0, 40.0
_TITLE = 50.0
_REDRAWN = 90.0
_NEAR = from_points(4)
_FORWARD: dict[Direction, tuple[Side, Side]] = {
    "TB": ("bottom", "top"),
    "BT": ("top", "bottom"),
    "LR": ("right", "left"),
    "RL": ("left", "right"),
}


class End(NamedTuple):
    """A shape that edges lead to: its place and sites, and the subgraphs it is in (itself first)."""

    box: Box
    sites: Mapping[Side, Site]
    within: tuple[str, ...]
    is_pointed: bool = False


class Way(NamedTuple):
    """An edge to be routed: its ends' ids and the direction in which edges lead where it runs."""

    source: str
    target: str
    direction: Direction


class Routed(NamedTuple):
    """The route of an edge and the indexes of the sites at its ends."""

    points: Route
    start: int
    end: int


class Router:
    """Finds routes one after the other; each avoids the boxes and the routes found before."""

    __slots__ = ("_ends", "_groups", "_obstacles", "_room", "_titles", "_traffic", "_uses")

    def __init__(
        self,
        ends: Mapping[str, End],
        groups: Mapping[str, Box],
        obstacles: Sequence[Obstacle],
        titles: Sequence[Obstacle],
        room: Box,
    ) -> None:
        self._room = room
        self._titles = titles
        self._ends = ends
        self._groups = [(name, Obstacle(name, box, 0)) for name, box in groups.items()]
        self._obstacles = list(obstacles)
        self._traffic = Traffic()
        self._uses: dict[tuple[str, Side], set[str]] = {}

    def route(self, ways: Sequence[Way]) -> list[Routed]:
        """Return the routes of edges in their order; short ones are found first."""
        routed: dict[int, Routed] = {}
        for index in sorted(range(len(ways)), key=lambda each: self._urgency(each, ways[each])):
            routed[index] = self._find(ways[index])
        return [routed[index] for index in range(len(ways))]

    def _urgency(self, index: int, way: Way) -> tuple[bool, int, int]:
        """Return what routes are ordered by: loops come last, short ways before long ones."""
        one, other = self._ends[way.source].box, self._ends[way.target].box
        aside = abs(2 * one.x + one.cx - 2 * other.x - other.cx)
        along = abs(2 * one.y + one.cy - 2 * other.y - other.cy)
        return way.source == way.target, aside + along, index

    def _find(self, way: Way) -> Routed:
        source, target = self._ends[way.source], self._ends[way.target]
        within = {*source.within, *target.within}
        foreign = [box for name, box in self._groups if name not in within]
        best = self._search(way, self._obstacles + foreign) or (
            self._search(way, self._obstacles) if foreign else None
        )
        if best is None:
            best = self._search(way, [])
        if best is None:
            sides = _FORWARD[way.direction]
            start, end = source.sites[sides[0]], target.sites[sides[1]]
            best = (((start.x, start.y), (end.x, end.y)), *sides)
        route, start_side, end_side = best
        self._traffic.add(route, way.source, way.target)
        self._uses.setdefault((way.source, start_side), set()).add("out")
        self._uses.setdefault((way.target, end_side), set()).add("in")
        return Routed(route, source.sites[start_side].number, target.sites[end_side].number)

    def _search(self, way: Way, obstacles: Sequence[Obstacle]) -> tuple[Route, Side, Side] | None:
        """Return the cheapest free route and its sides; None when all that are known run through boxes."""
        source, target = self._ends[way.source], self._ends[way.target]
        ends = way.source, way.target
        pairs = []
        for one in SIDES:
            for other in SIDES:
                if way.source == way.target and AXES[one][0] == AXES[other][0]:
                    continue
                start, end = source.sites[one], target.sites[other]
                price = self._price_sides(way, one, other)
                length = (abs(start.x - end.x) + abs(start.y - end.y)) / EMU_PER_POINT
                pairs.append((price + length, price, one, other))
        pairs.sort(key=lambda pair: pair[0])
        best, best_cost = None, float("inf")
        for least, price, one, other in pairs:
            if least >= best_cost:
                break
            for found in find_routes(source.sites[one], one, target.sites[other], other, obstacles):
                if price + _length(found) / EMU_PER_POINT >= best_cost:
                    continue
                route = _simplify(found)
                cost = price + _length(route) / EMU_PER_POINT + _BEND * (len(route) - 2)
                if cost >= best_cost or _folds(route) or not self._is_inside(route):
                    continue
                parts = pairwise(route)
                if any(blocked(obstacles, *a, *b, ends) for a, b in parts):
                    continue
                crossings, shared = self._traffic.price(route, *ends, _NEAR)
                cost += _TITLE * sum(blocked(self._titles, *a, *b, ()) for a, b in pairwise(route))
                cost += _CROSSING * crossings + _SHARED * shared / EMU_PER_POINT
                if cost >= best_cost:
                    continue
                if len(route) > 3:
                    again = pairwise(redraw(route))
                    cost += _REDRAWN * sum(blocked(self._obstacles, *a, *b, ends) for a, b in again)
                if cost < best_cost:
                    best, best_cost = (route, one, other), cost
        return best

    def _is_inside(self, route: Route) -> bool:
        room = self._room
        return all(room.x <= x <= room.right and room.y <= y <= room.bottom for x, y in route)

    def _price_sides(self, way: Way, one: Side, other: Side) -> float:
        """Return what it costs to leave and arrive elsewhere than edges usually do."""
        leave, arrive = _FORWARD[way.direction]
        price = 0.0
        for side, usual, end, use in (
            (one, leave, way.source, "in"),
            (other, arrive, way.target, "out"),
        ):
            if side != usual:
                is_aside = AXES[side][0] != AXES[usual][0]
                if is_aside and self._ends[end].is_pointed and use == "in":
                    price += _ASIDE / 5
                else:
                    price += _ASIDE if is_aside else _BACKWARD
            if use in self._uses.get((end, side), ()):
                price += _MIXED
        return price


def _simplify(route: Route) -> Route:
    """Return a route without points that are no bends."""
    points = [route[0]]
    for point, following in zip(route[1:], (*route[2:], None), strict=True):
        if point == points[-1] and following is not None:
            continue
        if following is not None and _is_straight(points[-1], point, following):
            continue
        points.append(point)
    return tuple(points)


def _is_straight(one: tuple[int, int], two: tuple[int, int], three: tuple[int, int]) -> bool:
    (x1, y1), (x2, y2), (x3, y3) = one, two, three
    if not (x1 == x2 == x3 or y1 == y2 == y3):
        return False
    return (x2 - x1) * (x3 - x2) >= 0 and (y2 - y1) * (y3 - y2) >= 0


def _length(route: Route) -> int:
    length = 0
    (x1, y1) = route[0]
    for x2, y2 in route:
        length += abs(x1 - x2) + abs(y1 - y2)
        x1, y1 = x2, y2
    return length


def _folds(route: Route) -> bool:
    """Whether a route turns back upon itself, or ends in a part too short for an arrow's head."""
    for (x1, y1), (x2, y2), (x3, y3) in zip(route, route[1:], route[2:], strict=False):
        if y1 == y2 == y3 and (x2 - x1) * (x3 - x2) < 0:
            return True
        if x1 == x2 == x3 and (y2 - y1) * (y3 - y2) < 0:
            return True
    (x1, y1), (x2, y2) = route[-2:]
    return len(route) > 2 and abs(x1 - x2) + abs(y1 - y2) < STUB // 2
