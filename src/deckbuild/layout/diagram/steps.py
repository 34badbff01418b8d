"""Build steps of a diagram: what appears with what, and one group for each step.

Only whole groups appear by clicks, so each step's shapes are a group. What stands behind shapes of an
earlier step, as a subgraph's frame may, stays single: in its group it would cover them.
"""

from __future__ import annotations

from collections.abc import Sequence as Items

from deckbuild.figures.diagram import Flowchart, Sequence
from deckbuild.figures.diagram.sequence import Fragment, SequenceItem
from deckbuild.layout.laid_out import ConnectorShape, GroupShape, Shape
from deckbuild.units import Box

from .hull import hull


def settle_steps(chart: Flowchart | Sequence, stepped: bool) -> Flowchart | Sequence:
    """Return a diagram whose edges appear with their ends at the earliest; all at once if not ``stepped``."""
    if isinstance(chart, Sequence):
        return chart if stepped else chart._replace(items=tuple(map(_at_once, chart.items)))
    if not stepped:
        return chart._replace(
            nodes=tuple(node._replace(step=0) for node in chart.nodes),
            edges=tuple(edge._replace(step=0) for edge in chart.edges),
            subgraphs=tuple(subgraph._replace(step=0) for subgraph in chart.subgraphs),
        )
    steps = {node.id: node.step for node in chart.nodes}
    steps |= {subgraph.id: subgraph.step for subgraph in chart.subgraphs}
    edges = (
        edge._replace(step=max(edge.step, steps.get(edge.source, 0), steps.get(edge.target, 0)))
        for edge in chart.edges
    )
    return chart._replace(edges=tuple(edges))


def _at_once(item: SequenceItem) -> SequenceItem:
    if isinstance(item, Fragment):
        sections = (each._replace(items=tuple(map(_at_once, each.items))) for each in item.sections)
        return item._replace(step=0, sections=tuple(sections))
    return item._replace(step=0)


def group_steps(shapes: Items[Shape], name: str, alt: str) -> list[Shape]:
    """Return shapes in a group for each step, in the steps' order; the first has the alternative text."""
    behind = _find_behind(shapes)
    grouped: list[Shape] = [shape for index, shape in enumerate(shapes) if index in behind]
    for number, step in enumerate(sorted({shape.step for shape in shapes})):
        own = tuple(shape for index, shape in enumerate(shapes) if shape.step == step and index not in behind)
        if own:
            title = f"{name} {step}" if number else name
            grouped.append(GroupShape(title, hull(own), own, "" if number else alt, step=step))
    return grouped


def _find_behind(shapes: Items[Shape]) -> set[int]:
    """Return the indexes of shapes that others lie on which appear earlier, or which lie behind such ones.

    Connectors lie on nothing: the routes go round what they must not cross.
    """
    behind: set[int] = set()
    above: list[tuple[int, int, Box]] = []
    for index in range(len(shapes) - 1, -1, -1):
        shape = shapes[index]
        if isinstance(shape, ConnectorShape) or shape.box is None:
            continue
        if any(
            (step < shape.step or other in behind) and _overlap(shape.box, box) for other, step, box in above
        ):
            behind.add(index)
        above.append((index, shape.step, shape.box))
    return behind


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
