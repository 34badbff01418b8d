"""A flowchart's shapes: subgraphs as groups, nodes with their text in them, connectors glued to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckbuild.figures.diagram import Edge, Flowchart, Node, Subgraph
from deckbuild.figures.diagram.flowchart import EdgeEnd
from deckbuild.layout.context import DeckContext
from deckbuild.layout.inline import make_hyperlink
from deckbuild.layout.laid_out import (
    ConnectorShape,
    Glue,
    GroupShape,
    Head,
    Line,
    Shape,
    TextShape,
)
from deckbuild.units import Box, from_points

from .blocks import Block, Blocks
from .fitting import Fitted, label_extent, label_size
from .labels import LabelPlacer
from .outlines import OUTLINES, find_adjust, find_sites
from .paint import Painter
from .routes import End, Routed, Router, Way
from .segments import Obstacle, blocked
from .sizes import SIDE, Labels
from .text import make_text

_HEADS: dict[EdgeEnd, Head] = {"none": "none", "arrow": "triangle", "circle": "oval", "cross": "diamond"}


class FlowchartDrawing:
    """Draws one flowchart that is laid out. ``prefix`` sets its shapes' keys apart from other diagrams'."""

    __slots__ = (
        "_blocks", "_boxes", "_chart", "_deck", "_fitted", "_labels", "_nodes", "_painter", "_paths",
        "_prefix", "_room", "_subgraphs", "_turned_titles",
    )  # fmt: skip

    def __init__(
        self, deck: DeckContext, blocks: Blocks, fitted: Fitted, labels: Labels, prefix: str, room: Box
    ) -> None:
        self._room = room
        self._deck = deck
        self._blocks = blocks
        self._chart: Flowchart = blocks.chart
        self._fitted = fitted
        self._labels = labels
        self._prefix = prefix
        self._painter = Painter(deck)
        self._nodes = {node.id: node for node in self._chart.nodes}
        self._subgraphs = {subgraph.id: subgraph for subgraph in self._chart.subgraphs}
        self._turned_titles: set[str] = set()
        self._boxes: dict[str, Box] = {}
        self._paths: dict[str, tuple[str, ...]] = {}

    def draw(self) -> list[Shape]:
        """Return the shapes in reading order: boxes by rank, then connectors, then their labels."""
        self._note(self._blocks.root, ())
        shown = [edge for edge in self._chart.edges if self._is_drawn(edge)]
        obstacles = self._find_obstacles()
        routed = self._route(shown, obstacles)
        self._turn_titles(routed)
        shapes = [shape for member in _in_order(self._blocks.root) for shape in self._draw_block(member, 0)]
        shapes += [self._draw_edge(edge, route) for edge, route in zip(shown, routed, strict=True)]
        return shapes + self._draw_labels(shown, routed, obstacles)

    def _note(self, block: Block, within: tuple[str, ...]) -> None:
        """Note every block's place and the subgraphs it is in, from the inside to the outside."""
        for member in block.members:
            self._boxes[member.id] = member.box
            self._paths[member.id] = (member.id, *within)
            self._note(member, (member.id, *within))

    def _is_drawn(self, edge: Edge) -> bool:
        return edge.line != "invisible" and edge.source in self._boxes and edge.target in self._boxes

    def _find_obstacles(self) -> list[Obstacle]:
        """Return what edges must not run through: nodes."""
        return [
            Obstacle(name, self._boxes[name], slack=OUTLINES[node.shape].slack)
            for name, node in self._nodes.items()
            if name in self._boxes
        ]

    def _find_titles(self) -> list[Obstacle]:
        """Return what edges had better not run through, and labels must not cover: titles of subgraphs."""
        titled = (each for each in self._subgraphs.values() if each.title and each.id in self._boxes)
        return [
            Obstacle(each.id, self._title_box(each.id, each.id in self._turned_titles), 0) for each in titled
        ]

    def _title_box(self, name: str, turned: bool = False) -> Box:
        """Return the place of a subgraph's title: at the side where its text begins, ``turned``: ends."""
        box = self._boxes[name]
        width, height = self._fitted.metrics.titles[name]
        wide = min(from_points(width), box.cx)
        left = box.right - wide if turned else box.x
        return Box(left, box.y, wide, from_points(height))

    def _turn_titles(self, routed: Sequence[Routed]) -> None:
        """Put a title that an edge runs through on the other side, if none runs through it there."""
        for title in self._find_titles():
            other = Obstacle(title.owner, self._title_box(title.owner, True), 0)
            crossed = [
                any(blocked([each], *a, *b, ()) for route in routed for a, b in pairwise(route.points))
                for each in (title, other)
            ]
            if crossed == [True, False]:
                self._turned_titles.add(title.owner)

    def _route(self, edges: Sequence[Edge], obstacles: list[Obstacle]) -> list[Routed]:
        ends = {}
        for name, box in self._boxes.items():
            node = self._nodes.get(name)
            outline = OUTLINES[node.shape if node else "rectangle"]
            sites = find_sites(outline, box)
            ends[name] = End(box, sites, self._paths[name], node is not None and node.shape == "rhombus")
        groups = {name: self._boxes[name] for name in self._subgraphs if name in self._boxes}
        router = Router(ends, groups, obstacles, self._find_titles(), self._room)
        return router.route(
            [Way(edge.source, edge.target, self._blocks.direction_of(edge)) for edge in edges]
        )

    def _draw_block(self, block: Block, depth: int) -> list[Shape]:
        """Return the shapes of a node, or of a subgraph with all in it: a group when it appears at once."""
        if block.id in self._nodes:
            return [self._draw_node(self._nodes[block.id], depth)]
        subgraph = self._subgraphs[block.id]
        shapes: list[Shape] = [self._draw_panel(subgraph, depth)]
        for member in _in_order(block):
            shapes += self._draw_block(member, depth + 1)
        if any(getattr(shape, "step", 0) != subgraph.step for shape in shapes):
            return shapes
        return [GroupShape(subgraph.title or "Subgraph", block.box, tuple(shapes), step=subgraph.step)]

    def _draw_node(self, node: Node, depth: int) -> TextShape:
        outline, box = OUTLINES[node.shape], self._boxes[node.id]
        look = self._painter.paint_node(node, depth)
        size = self._fitted.metrics.size
        body = make_text(node.label, size, look.text, self._deck)
        if outline.aspect is None and node.shape not in ("rhombus", "text"):
            side = round(from_points(size * SIDE))
            body = body._replace(insets=(side, 0, side, 0))
        line = look.line
        if line is not None and node.shape == "double-circle":
            line = Line(line.color, line.width * 3, line.dash)
        return TextShape(
            node.label.replace("\n", " ") or "Node",
            body,
            box,
            geometry=outline.geometry,
            fill=look.fill,
            line=line,
            adjust=find_adjust(outline, box),
            link=make_hyperlink(node.link.target, node.link.tooltip) if node.link else None,
            key=self._prefix + node.id,
            step=node.step,
        )

    def _draw_panel(self, subgraph: Subgraph, depth: int) -> TextShape:
        look = self._painter.paint_group(subgraph, depth)
        size = self._fitted.metrics.size
        pad = round(from_points(size * 0.6))
        body = make_text(subgraph.title, size, look.text, self._deck, bold=True)
        (paragraph,) = body.paragraphs
        turned = subgraph.id in self._turned_titles
        return TextShape(
            subgraph.title or "Subgraph",
            body._replace(
                paragraphs=(paragraph._replace(align="r" if turned else "l"),),
                anchor="t",
                insets=(pad, round(from_points(size * 0.25)), pad, 0),
            ),
            self._boxes[subgraph.id],
            geometry="roundRect",
            fill=look.fill,
            line=look.line,
            adjust=(("adj", self._corner(self._boxes[subgraph.id])),),
            key=self._prefix + subgraph.id,
            step=subgraph.step,
        )

    def _corner(self, box: Box) -> int:
        """Return the adjust value that rounds a panel's corners by a third of the type size."""
        return round(100_000 * from_points(self._fitted.metrics.size / 3) / min(box.cx, box.cy))

    def _draw_edge(self, edge: Edge, routed: Routed) -> ConnectorShape:
        line, _ = self._painter.paint_edge(edge)
        return ConnectorShape(
            "Connector",
            routed.points,
            line,
            Glue(self._prefix + edge.source, routed.start),
            Glue(self._prefix + edge.target, routed.end),
            _HEADS[edge.start],
            _HEADS[edge.end],
            step=edge.step,
        )

    def _draw_labels(
        self, edges: Sequence[Edge], routed: Sequence[Routed], obstacles: Sequence[Obstacle]
    ) -> list[Shape]:
        tight = [Obstacle(each.owner, self._boxes[each.owner], 0) for each in obstacles]
        tight += self._find_titles()
        placer = LabelPlacer(tight, [route.points for route in routed], self._room)
        shapes: list[Shape] = []
        size = self._fitted.metrics.size
        for index, edge in enumerate(edges):
            if not edge.label:
                continue
            box = placer.place(index, *label_extent(self._labels, edge.label, size))
            _, color = self._painter.paint_edge(edge)
            shapes.append(
                TextShape(
                    "Label",
                    make_text(edge.label, label_size(size), color, self._deck),
                    box,
                    fill=self._painter.ground(self._depth_at(box)),
                    step=edge.step,
                )
            )
        return shapes

    def _depth_at(self, box: Box) -> int:
        """Return in how many subgraphs the middle of a box lies."""
        x, y = box.x + box.cx // 2, box.y + box.cy // 2
        groups = [self._boxes[name] for name in self._subgraphs if name in self._boxes]
        return sum(g.x <= x <= g.right and g.y <= y <= g.bottom for g in groups)


def _in_order(block: Block) -> list[Block]:
    """Return the members of a block in reading order: along its direction, then across it."""
    signs = {"TB": (1, 1), "BT": (1, -1), "LR": (1, 1), "RL": (-1, 1)}[block.direction]
    if block.direction in ("TB", "BT"):
        return sorted(block.members, key=lambda each: (round(signs[1] * (each.y + each.height / 2)), each.x))
    return sorted(block.members, key=lambda each: (round(signs[0] * (each.x + each.width / 2)), each.y))
