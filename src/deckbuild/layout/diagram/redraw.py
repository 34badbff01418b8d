"""What becomes of a route in a renderer that finds its own way between glued ends.

PowerPoint draws a connector's preset with its adjust values. LibreOffice (measured on 7.4) keeps where a
connector begins and ends and on which sides, but not the adjust values: its middle part stands half-way,
and where a route leads away from its end first, that part has no length.
"""

from __future__ import annotations

from .segments import Route


def redraw(route: Route) -> Route:
    """Return the route that is drawn where adjust values have no effect."""
    if len(route) < 4:
        return route
    axis = 0 if route[0][1] == route[1][1] else 1
    start, end = route[0], route[-1]
    if len(route) == 5:
        return _redraw_three_bends(route, axis)
    turns_back = (route[1][axis] - start[axis]) * (end[axis] - route[-2][axis]) < 0
    if turns_back:
        outer = max if route[1][axis] > start[axis] else min
        at = outer(start[axis], end[axis])
    else:
        at = (start[axis] + end[axis]) // 2
    return _bend(route, axis, at)


def _redraw_three_bends(route: Route, axis: int) -> Route:
    """Return one bend where the first part leads towards the end; else that part has no length."""
    start, end, across = route[0], route[-1], 1 - axis
    if (end[axis] - start[axis]) * (route[1][axis] - start[axis]) > 0:
        return _bend(route, axis, end[axis])
    if (end[across] - route[-2][across]) * (end[across] - start[across]) > 0:
        return _bend(route, across, (start[across] + end[across]) // 2)
    return _bend(route, across, end[across])


def _bend(route: Route, axis: int, at: int) -> Route:
    """Return a route that leaves along an axis and goes across it at a place."""
    start, end = route[0], route[-1]
    if axis == 0:
        return start, (at, start[1]), (at, end[1]), end
    return start, (start[0], at), (end[0], at), end
