"""A flowchart, understood: nodes, edges and subgraphs, in Mermaid's terms."""

from __future__ import annotations

from typing import Literal

from deckbuild.figures.figure_text import FigureText
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

Direction = Literal["TB", "BT", "LR", "RL"]
Shape = Literal[
    "rectangle",
    "rounded",
    "stadium",
    "subroutine",
    "cylinder",
    "circle",
    "double-circle",
    "asymmetric",
    "rhombus",
    "hexagon",
    "lean-right",
    "lean-left",
    "trapezoid",
    "inverted-trapezoid",
    "document",
    "cloud",
    "text",
]
EdgeEnd = Literal["none", "arrow", "circle", "cross"]
EdgeLine = Literal["solid", "dotted", "thick", "invisible"]


class Paint(NamedTuple):
    """How a class or ``style`` paints: colours as RRGGBB or a theme colour's name, None: the brand's.

    ``weight`` is the outline's width in points.
    """

    fill: str | None = None
    line: str | None = None
    text: str | None = None
    dashed: bool = False
    weight: float | None = None


class Link(NamedTuple):
    """Where a node leads (``click A href "…"``): a URL, or ``#id`` for a slide."""

    target: str
    tooltip: str = ""


class Node(NamedTuple):
    """A node. ``label`` may hold line feeds; ``step`` is the build step it appears in (0: at once)."""

    id: str
    label: str
    shape: Shape
    span: Span
    paint: Paint = Paint()
    link: Link | None = None
    step: int = 0


class Edge(NamedTuple):
    """An edge between two nodes or subgraphs; ``length`` is how many ranks it spans at least."""

    source: str
    target: str
    span: Span
    label: str = ""
    line: EdgeLine = "solid"
    start: EdgeEnd = "none"
    end: EdgeEnd = "arrow"
    length: int = 1
    paint: Paint = Paint()
    step: int = 0


class Subgraph(NamedTuple):
    """A box around nodes and subgraphs, whose ids are ``members`` in the order written."""

    id: str
    title: str
    members: tuple[str, ...]
    span: Span
    direction: Direction | None = None
    paint: Paint = Paint()
    step: int = 0


class Flowchart(NamedTuple):
    """A flowchart. ``members`` are the ids of what stands in no subgraph, in the order written.

    ``texts`` are all that it shows, with their places, in the order of the source.
    """

    direction: Direction
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    subgraphs: tuple[Subgraph, ...]
    members: tuple[str, ...]
    title: str = ""
    description: str = ""
    texts: tuple[FigureText, ...] = ()


def shown_in_flowchart(chart: Flowchart) -> set[str]:
    """Return all texts that a flowchart shows, with those for who does not see it."""
    labels = {node.label for node in chart.nodes} | {edge.label for edge in chart.edges}
    return labels | {subgraph.title for subgraph in chart.subgraphs} | {chart.title, chart.description}
