"""A flowchart while it is read: parts by id, to which later statements may still add."""

from __future__ import annotations

from .edges import Arrow
from .flowchart import Direction, Link, Shape
from .styles import Styles


class DraftPart:
    """What a node, a subgraph and an edge have in common: where it was written, and its looks."""

    __slots__ = ("classes", "own", "start", "step")

    def __init__(self, start: int, step: int) -> None:
        self.start = start
        self.step = step
        self.classes: list[str] = []
        self.own: Styles = {}


class DraftNode(DraftPart):
    """A node; without a ``label`` it shows its id."""

    __slots__ = ("label", "link", "shape")

    def __init__(self, start: int, step: int) -> None:
        super().__init__(start, step)
        self.label: str | None = None
        self.shape: Shape = "rectangle"
        self.link: Link | None = None


class DraftEdge(DraftPart):
    """An edge between two ids."""

    __slots__ = ("arrow", "source", "target")

    def __init__(self, source: str, target: str, arrow: Arrow, step: int) -> None:
        super().__init__(arrow.start, step)
        self.source = source
        self.target = target
        self.arrow = arrow


class DraftSubgraph(DraftPart):
    """A subgraph; ``mentioned`` are the ids in its statements, in the order of their first mention."""

    __slots__ = ("direction", "id", "mentioned", "title")

    def __init__(self, id: str, title: str, start: int, step: int) -> None:
        super().__init__(start, step)
        self.id = id
        self.title = title
        self.direction: Direction | None = None
        self.mentioned: dict[str, int] = {}


class Draft:
    """All that was read of a flowchart so far.

    ``open`` are the subgraphs not yet closed, the outermost first.
    ``closed`` are all subgraphs in the order of their ends: the first one to mention a node holds it.
    """

    __slots__ = (
        "classes",
        "closed",
        "direction",
        "edge_styles",
        "edges",
        "mentioned",
        "nodes",
        "open",
        "styled",
    )

    def __init__(self, direction: Direction) -> None:
        self.direction = direction
        self.nodes: dict[str, DraftNode] = {}
        self.edges: list[DraftEdge] = []
        self.open: list[DraftSubgraph] = []
        self.closed: list[DraftSubgraph] = []
        self.mentioned: dict[str, int] = {}
        self.classes: dict[str, Styles] = {}
        self.edge_styles: list[tuple[tuple[int, ...] | None, Styles, int]] = []
        self.styled: list[tuple[str, str | Styles | int | Link, int]] = []

    def mention(self, id: str, start: int, step: int) -> DraftNode:
        """Return the node of an id that is written at ``start``; it is made when it is new."""
        holder = self.open[-1].mentioned if self.open else self.mentioned
        holder.setdefault(id, start)
        node = self.nodes.get(id)
        if node is None:
            node = self.nodes[id] = DraftNode(start, step)
        return node
