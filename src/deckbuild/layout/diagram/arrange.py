"""Places of the nodes of a graph, in ranks along its direction: graphlay behind an interface of ours.

graphlay knows two directions, so the other two are mirrored. Its routes are not used: they do not end at
the connection sites of shapes, which ``routes.py`` sees to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckbuild.figures.diagram import Direction
from deckbuild.named_tuple import NamedTuple

from .ranks import cut_bands, find_back_arcs, is_forest, is_mirrored, straighten

_SCALE = 10.0  # graphlay has lengths of its own, made for type of about this size
_ALMOST = 1.6  # of the type size: nodes so little out of line are put in line
_MANY, _MANY_ARCS = 40, 80  # nodes and edges for which the best order takes too long to find


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
    size: float,
    bands: int = 1,
) -> Places:
    """Return places of nodes of these sizes (width and height in points) for type of ``size`` points.

    Edges that close a cycle have no say. Ranks are broken into at most ``bands`` parts that stand side by
    side, where few edges are cut. The same input gives the same places.
    """
    unit = size / _SCALE
    down = direction in ("TB", "BT")
    scaled = [(width / unit, height / unit) for width, height in sizes]
    back = find_back_arcs(len(sizes), arcs)
    forward = [arc for number, arc in enumerate(arcs) if number not in back and arc.source != arc.target]
    gaps = Gaps(gaps.rank / unit, gaps.node / unit)
    centres, ranks = _ask(scaled, forward, down, gaps, is_forest(len(sizes), forward))
    centres = straighten(centres, scaled, ranks, forward, down, gaps.node * 0.35, _SCALE * _ALMOST)
    if is_mirrored([x if down else y for x, y in centres], ranks):
        centres = [(-x, y) if down else (x, -y) for x, y in centres]
    if bands > 1:
        centres = cut_bands(centres, scaled, ranks, arcs, down, gaps.rank, bands)
    if direction == "BT":
        centres = [(x, -y) for x, y in centres]
    if direction == "RL":
        centres = [(-x, y) for x, y in centres]
    pairs = zip(centres, sizes, strict=True)
    corners = [(x * unit - width / 2, y * unit - height / 2) for (x, y), (width, height) in pairs]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    corners = [(x - left, y - top) for x, y in corners]
    ends = [(x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    return Places(corners, max(x for x, _ in ends), max(y for _, y in ends), ranks)


def _ask(
    sizes: Sequence[tuple[float, float]], arcs: Sequence[Arc], down: bool, gaps: Gaps, forest: bool
) -> tuple[list[tuple[float, float]], list[int]]:
    """Return the middles of nodes and their ranks, as graphlay finds them."""
    import graphlay

    nodes = [_node(width, height) for width, height in sizes]
    edges = []
    for source, target, length in arcs:
        start = source
        for _ in range(length - 1):
            nodes.append(_node(1.0, 1.0))
            edges.append({"source": start, "target": len(nodes) - 1, "weight": 1.0})
            start = len(nodes) - 1
        edges.append({"source": start, "target": target, "weight": 1.0})
    graph = {"nodes": nodes, "edges": edges}
    direction = "topbottom" if down else "leftright"
    if forest:
        tree_options = {
            "direction": direction,
            "sibling_gap": gaps.node,
            "subtree_gap": gaps.node * 1.3,
            "row_gap": gaps.rank,
        }
        found = graphlay.layout_tree(graph, options=tree_options).nodes
    else:
        options = {
            "direction": direction,
            "spacing": {
                "layer_gap": gaps.rank,
                "node_gap": gaps.node,
                "dummy_gap": gaps.node * 0.7,
                "isolated_gap": gaps.node,
            },
            "effort": "fast" if len(nodes) > _MANY or len(edges) > _MANY_ARCS else "balanced",
            "coords": {"branch_style": "symmetric", "terminal_centering": True},
        }
        found = graphlay.layout(graph, preset="layered", options=options).nodes
    found = found[: len(sizes)]
    centres = [(node["center"]["x"], node["center"]["y"]) for node in found]
    return centres, _ranks_of(centres, found, down)


def _node(width: float, height: float) -> dict[str, Any]:
    return {"size": {"width": width, "height": height}, "shape": "box", "key": ""}


def _ranks_of(
    centres: Sequence[tuple[float, float]], found: Sequence[dict[str, Any]], down: bool
) -> list[int]:
    """Return ranks: those that graphlay gives, else by place along the direction."""
    if all(node.get("rank") is not None for node in found):
        return [node["rank"] for node in found]
    along = [round(y if down else x, 3) for x, y in centres]
    places = sorted(set(along))
    return [places.index(each) for each in along]
