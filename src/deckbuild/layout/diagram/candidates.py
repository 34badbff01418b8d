"""The routes that a connector of at most four bends can take between two connection sites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.units import from_points

from .outlines import Side, Site
from .segments import Obstacle, Route, free_across

STUB = from_points(9)
"""How far a connector leads straight away from a shape before it bends."""

_LANE = from_points(10)
_FAR = from_points(4000)

AXES: dict[Side, tuple[int, int]] = {"left": (0, -1), "right": (0, 1), "top": (1, -1), "bottom": (1, 1)}
"""Along which axis (0 for x) a connector leaves each side, and which way."""


def find_routes(
    start: Site, start_side: Side, end: Site, end_side: Side, obstacles: Sequence[Obstacle]
) -> Iterator[Route]:
    """Yield routes from site to site, those with fewer bends first; they may still run through boxes."""
    axis, sign = AXES[start_side]
    end_axis, end_sign = AXES[end_side]
    p, q = (start.x, start.y), (end.x, end.y)
    if axis != end_axis:
        yield from _one_bend(p, q, axis, sign, end_sign)
        yield from _three_bends(p, q, axis, sign, end_sign, obstacles)
    elif sign == end_sign:
        yield from _around(p, q, axis, sign, obstacles)
    else:
        if p[1 - axis] == q[1 - axis] and (q[axis] - p[axis]) * sign > 0:
            yield p, q
        else:
            yield from _between(p, q, axis, sign, obstacles)
        yield from _four_bends(p, q, axis, sign, obstacles)


def _point(axis: int, along: int, across: int) -> tuple[int, int]:
    return (along, across) if axis == 0 else (across, along)


def _one_bend(p: tuple[int, int], q: tuple[int, int], axis: int, sign: int, end_sign: int) -> Iterator[Route]:
    across = 1 - axis
    if (q[axis] - p[axis]) * sign >= STUB and (p[across] - q[across]) * end_sign >= STUB:
        yield p, _point(axis, q[axis], p[across]), q


def _between(
    p: tuple[int, int], q: tuple[int, int], axis: int, sign: int, obstacles: Sequence[Obstacle]
) -> Iterator[Route]:
    """Yield routes with a middle part between two sites that face each other."""
    across = 1 - axis
    if (q[axis] - p[axis]) * sign < STUB:
        return
    low, high = sorted((p[axis], q[axis]))
    free = free_across(obstacles, p[across], q[across], low, high, axis == 1)
    for first, last in _ends(free, sign):
        for at in _lanes(first, last):
            yield p, _point(axis, at, p[across]), _point(axis, at, q[across]), q


def _around(
    p: tuple[int, int], q: tuple[int, int], axis: int, sign: int, obstacles: Sequence[Obstacle]
) -> Iterator[Route]:
    """Yield routes with a middle part beyond two sites that look the same way."""
    across = 1 - axis
    beyond = max(p[axis] * sign, q[axis] * sign) + STUB
    for at in _beyond(obstacles, p[across], q[across], beyond, sign, axis == 1):
        yield p, _point(axis, at, p[across]), _point(axis, at, q[across]), q


def _beyond(
    obstacles: Sequence[Obstacle], low: int, high: int, least: int, sign: int, horizontal: bool
) -> Iterator[int]:
    """Yield places of a line that must stand at ``least`` or farther, in the direction of ``sign``."""
    start, end = (least, _FAR) if sign > 0 else (-_FAR, -least)
    free = free_across(obstacles, low, high, start, end, horizontal)
    for first, last in (free if sign > 0 else free[::-1])[:2]:
        for lane in range(3):
            at = first + lane * _LANE if sign > 0 else last - lane * _LANE
            if first <= at <= last:
                yield at


def _three_bends(
    p: tuple[int, int],
    q: tuple[int, int],
    axis: int,
    sign: int,
    end_sign: int,
    obstacles: Sequence[Obstacle],
) -> Iterator[Route]:
    """Yield routes that leave one way, and come to their end from beyond it."""
    across = 1 - axis
    for at in _beyond(
        obstacles, p[axis] + sign * STUB, q[axis], q[across] * end_sign + STUB, end_sign, axis == 0
    ):
        for along in _beyond(obstacles, p[across], at, p[axis] * sign + STUB, sign, axis == 1):
            yield (
                p,
                _point(axis, along, p[across]),
                _point(axis, along, at),
                _point(axis, q[axis], at),
                q,
            )


def _four_bends(
    p: tuple[int, int], q: tuple[int, int], axis: int, sign: int, obstacles: Sequence[Obstacle]
) -> Iterator[Route]:
    """Yield routes that go aside between two sites that face each other, or look away from each other."""
    across = 1 - axis
    near, far = p[axis] + sign * STUB, q[axis] - sign * STUB
    free = free_across(obstacles, near, far, -_FAR, _FAR, axis == 0)
    places = set()
    for low, high in free:
        for wish in (p[across], q[across]):
            places.add(min(max(wish, low), high))
        places.add((low + high) // 2)
    length = {at: abs(at - p[across]) + abs(at - q[across]) for at in places}
    after = (p[axis], p[axis] + _FAR) if sign > 0 else (p[axis] - _FAR, p[axis])
    before = (q[axis] - _FAR, q[axis]) if sign > 0 else (q[axis], q[axis] + _FAR)
    for at in sorted(places, key=lambda each: (length[each], each))[:6]:
        first = free_across(obstacles, p[across], at, *after, axis == 1)
        last = free_across(obstacles, at, q[across], *before, axis == 1)
        if not first or not last:
            continue
        limit = (p[axis] + q[axis]) // 2
        one = _near(first[0] if sign > 0 else first[-1], sign, limit)
        two = _near(last[-1] if sign > 0 else last[0], -sign, limit)
        if (one - p[axis]) * sign > 0 and (q[axis] - two) * sign > 0:
            yield (
                p,
                _point(axis, one, p[across]),
                _point(axis, one, at),
                _point(axis, two, at),
                _point(axis, two, q[across]),
                q,
            )


def _near(interval: tuple[int, int], sign: int, limit: int) -> int:
    """Return a place in the free interval next to a site: in its middle, but not far away."""
    first, last = interval
    if sign > 0:
        return min((first + last) // 2, first + STUB)
    return max((first + last) // 2, last - STUB)


def _ends(free: list[tuple[int, int]], sign: int) -> list[tuple[int, int]]:
    ordered = free if sign > 0 else free[::-1]
    return ordered if len(ordered) <= 3 else [ordered[0], ordered[-1], ordered[1]]


def _lanes(first: int, last: int) -> list[int]:
    """Return places in an interval: its middle, then beside it."""
    middle = (first + last) // 2
    lanes = [middle]
    for number in (1, 2):
        if last - first > 2 * number * _LANE:
            lanes += [middle - number * _LANE, middle + number * _LANE]
    return lanes
