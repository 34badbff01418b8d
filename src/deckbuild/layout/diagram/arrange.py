"""Places of the nodes of a graph, in ranks along its direction: graphlay behind an interface of ours.

graphlay knows two directions, so the other two are mirrored. Its routes are not used: they do not end at
the connection sites of shapes, which ``routes.py`` does.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from deckbuild.figures.diagram import Direction


class Arc(NamedTuple):
    """An edge between nodes, by index, that spans ``length`` ranks at least."""

    source: int
    target: int
    length: int = 1


class Gaps(NamedTuple):
    """The room in points between ranks, and between nodes of a rank."""

    rank: float
    node: float


class Places(NamedTuple):
    """Where nodes stand: the top left corner of each in points, from 0, their extent, and their ranks."""

    corners: list[tuple[float, float]]
    width: float
    height: float
    ranks: list[int]


def arrange(
    sizes: Sequence[tuple[float, float]],
    arcs: Sequence[Arc],
    direction: Direction,
    gaps: Gaps,
    wrap: float = 0.0,
) -> Places:
    """Return places of nodes of these sizes (width and height in points).

    ``wrap`` is the aspect of the room there is when long chains may be broken into several rows, else 0.
    The same input gives the same places.
    """
    import graphlay

    down = direction in ("TB", "BT")
    nodes = [{"size": {"width": width, "height": height}, "shape": "box", "key": ""} for width, height in sizes]
    edges = []
    for source, target, length in arcs:
        for _ in range(length - 1):
            nodes.append({"size": {"width": 1.0, "height": 1.0}, "shape": "box", "key": ""})
            edges.append({"source": source, "target": len(nodes) - 1, "weight": 1.0})
            source = len(nodes) - 1
        edges.append({"source": source, "target": target, "weight": 1.0})
    options = {
        "direction": "topbottom" if down else "leftright",
        "spacing": {
            "layer_gap": gaps.rank,
            "node_gap": gaps.node,
            "dummy_gap": gaps.node * 0.7,
            "isolated_gap": gaps.node,
        },
        "coords": {"branch_style": "symmetric", "terminal_centering": True},
        "wrap": {"viewport_aspect": wrap},
    }
    request = {"graph": {"nodes": nodes, "edges": edges}, "preset": "layered", "options": options}
    found = json.loads(graphlay._native.layout(json.dumps(request)))["nodes"][: len(sizes)]
    centres = [(node["center"]["x"], node["center"]["y"]) for node in found]
    if direction == "BT":
        centres = [(x, -y) for x, y in centres]
    if direction == "RL":
        centres = [(-x, y) for x, y in centres]
    corners = [(x - w / 2, y - h / 2) for (x, y), (w, h) in zip(centres, sizes, strict=True)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    corners = [(x - left, y - top) for x, y in corners]
    extent = zip(corners, sizes, strict=True)
    right, bottom = map(max, zip(*((x + w, y + h) for (x, y), (w, h) in extent), strict=True))
    return Places(corners, right, bottom, [node["rank"] for node in found])
