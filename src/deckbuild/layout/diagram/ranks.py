"""What is worked out about a graph beside its places: its back edges, its order, where it may be cut."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_CUT = 2  # arcs that lead from one part to the next
_SLACK = 0.22  # how far from the even share a cut may be

Arcs = Sequence[tuple[int, int, int]]
"""Edges by index: source, target, length."""


def find_back_arcs(count: int, arcs: Arcs) -> set[int]:
    """Return the indexes of arcs that close a cycle when nodes are visited in the order written."""
    leaving: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for number, (source, target, _) in enumerate(arcs):
        leaving[source].append((number, target))
    back: set[int] = set()
    state = [0] * count  # 1 while what follows a node is visited, 2 afterwards
    entered = {target for source, target, _ in arcs if source != target}
    roots = [node for node in range(count) if node not in entered] + list(range(count))
    for root in roots:
        if state[root]:
            continue
        state[root] = 1
        stack = [(root, iter(leaving[root]))]
        while stack:
            node, following = stack[-1]
            for number, target in following:
                if state[target] == 1:
                    back.add(number)
                elif not state[target]:
                    state[target] = 1
                    stack.append((target, iter(leaving[target])))
                    break
            else:
                state[node] = 2
                stack.pop()
    return back


def is_forest(count: int, arcs: Arcs) -> bool:
    """Whether each node follows one other at most, some node is followed by several, and no arc is long."""
    entered = [target for _, target, _ in arcs]
    sources = [source for source, _, _ in arcs]
    return (
        len(set(entered)) == len(entered)
        and len(set(sources)) < len(sources)
        and all(length == 1 for _, _, length in arcs)
    )


def is_mirrored(across: Sequence[float], ranks: Sequence[int]) -> bool:
    """Whether nodes of a rank stand more often in the reverse of their order than in it."""
    score = 0
    rows: dict[int, list[float]] = {}
    for place, rank in zip(across, ranks, strict=True):
        row = rows.setdefault(rank, [])
        score += sum(1 if earlier < place else -1 for earlier in row)
        row.append(place)
    return score < 0


def cut_bands(
    centres: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    ranks: Sequence[int],
    arcs: Arcs,
    down: bool,
    gap: float,
    bands: int,
) -> list[tuple[float, float]]:
    """Return middles of nodes whose ranks are cut into parts of about the same length, side by side.

    Nothing is cut where more than two arcs lead across.
    """
    axis = 1 if down else 0
    starts: dict[int, float] = {}
    ends: dict[int, float] = {}
    for centre, size, rank in zip(centres, sizes, ranks, strict=True):
        low, high = centre[axis] - size[axis] / 2, centre[axis] + size[axis] / 2
        starts[rank] = min(starts.get(rank, low), low)
        ends[rank] = max(ends.get(rank, high), high)
    first, length = min(starts.values()), max(ends.values()) - min(starts.values())
    cuts: list[int] = []
    for number in range(1, bands):
        ideal = first + length * number / bands
        options = [
            (_count_across(arcs, ranks, rank), abs(starts[rank] - ideal), rank)
            for rank in starts
            if abs(starts[rank] - ideal) <= length * _SLACK and (not cuts or rank > cuts[-1])
        ]
        options = [option for option in options if option[0] <= _MOST_CUT and option[2] > min(starts)]
        if options:
            cuts.append(min(options)[2])
    moved = list(centres)
    offset = 0.0
    for low, high in zip([min(starts), *cuts], [*cuts, max(starts) + 1], strict=True):
        inside = [node for node, rank in enumerate(ranks) if low <= rank < high]
        across = 1 - axis
        begin = min(centres[node][across] - sizes[node][across] / 2 for node in inside)
        stop = max(centres[node][across] + sizes[node][across] / 2 for node in inside)
        for node in inside:
            along, aside = centres[node][axis] - starts[low], centres[node][across] - begin + offset
            moved[node] = (aside, along) if down else (along, aside)
        offset += stop - begin + gap * 1.4
    return moved


def _count_across(arcs: Arcs, ranks: Sequence[int], cut: int) -> int:
    return sum((ranks[source] < cut) != (ranks[target] < cut) for source, target, _ in arcs)


def straighten(
    centres: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    ranks: Sequence[int],
    arcs: Arcs,
    down: bool,
    gap: float,
    most: float,
) -> list[tuple[float, float]]:
    """Return middles of nodes, those that are almost level with what they follow or lead to made level.

    A node is moved by at most ``most``, where ``gap`` stays to its neighbours in its rank.
    """
    axis = 0 if down else 1
    places = [centre[axis] for centre in centres]
    halves = [size[axis] / 2 for size in sizes]
    rows: dict[int, list[int]] = {}
    for node, rank in enumerate(ranks):
        rows.setdefault(rank, []).append(node)
    linked: list[list[int]] = [[] for _ in centres]
    for source, target, _ in arcs:
        linked[target].append(source)
        linked[source].append(target)
    for rank in sorted(rows):
        for node in rows[rank]:
            near = [places[other] for other in linked[node] if 0 < abs(places[other] - places[node]) <= most]
            level = any(places[other] == places[node] and ranks[other] < rank for other in linked[node])
            if not near or level:
                continue
            place = min(near, key=lambda each: (abs(each - places[node]), each))
            if all(
                abs(places[other] - place) >= halves[other] + halves[node] + gap
                for other in rows[rank]
                if other != node
            ):
                places[node] = place
    return [(place, y) if down else (x, place) for place, (x, y) in zip(places, centres, strict=True)]
