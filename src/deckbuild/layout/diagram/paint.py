"""The colours of diagrams: the brand's roles, and what the author's classes change."""

from __future__ import annotations

from deckbuild.figures.diagram import Edge, Node, Paint, Shape, Subgraph
from deckbuild.layout.context import DeckContext
from deckbuild.layout.laid_out import Line
from deckbuild.named_tuple import NamedTuple
from deckbuild.units import from_points

_FILLED: frozenset[Shape] = frozenset(("stadium", "circle"))
_WEIGHT, _THICK, _EDGE, _HAIR = 1.25, 3.0, 1.5, 0.75


class Look(NamedTuple):
    """How a shape looks: its fill, outline and the colour of its text."""

    fill: str | None
    line: Line | None
    text: str


class Painter:
    """Paints the parts of a diagram in the colours of a deck's brand."""

    __slots__ = ("_colors", "_deck")

    def __init__(self, deck: DeckContext) -> None:
        self._deck = deck
        self._colors = dict(deck.template.themes[0].colors) if deck.template.themes else {}

    def ground(self, depth: int) -> str:
        """Return the colour of what lies under the members of ``depth`` subgraphs in each other."""
        return self._deck.color("panel", "bg2") if depth % 2 else "bg1"

    def paint_node(self, node: Node, depth: int) -> Look:
        """Return how a node looks in ``depth`` subgraphs."""
        color = self._deck.color
        if node.shape == "text":
            return Look(None, None, self._color(node.paint.text) or color("text"))
        strong = color("strong", "accent1")
        fill, text = self.ground(depth + 1), color("text")
        if node.shape in _FILLED:
            fill, text = strong, self.text_on(strong)
        line = Line(color("accent", "accent2") if node.shape == "rhombus" else strong, from_points(_WEIGHT))
        return self._change(Look(fill, line, text), node.paint)

    def paint_group(self, subgraph: Subgraph, depth: int) -> Look:
        """Return how the box of a subgraph looks that is itself in ``depth`` others."""
        color = self._deck.color
        line = Line(color("rule", "accent6"), from_points(_HAIR))
        return self._change(Look(self.ground(depth + 1), line, color("strong", "accent1")), subgraph.paint)

    def paint_edge(self, edge: Edge) -> tuple[Line, str]:
        """Return an edge's line and the colour of its label."""
        color = self._color(edge.paint.line) or self._deck.color("muted", "tx1")
        weight = edge.paint.weight or (_THICK if edge.line == "thick" else _EDGE)
        dash = edge.line == "dotted" or edge.paint.dashed
        line = Line(color, from_points(weight), "sysDash" if dash else "solid")
        return line, self._color(edge.paint.text) or self._deck.color("text")

    def text_on(self, fill: str) -> str:
        """Return the colour of text that is easier to read on a fill: that of text or of the slide."""
        from deckbuild.brand.colour import contrast

        ground = self._colors.get(fill, fill)
        text, paper = self._colors.get("tx1", "000000"), self._colors.get("bg1", "FFFFFF")
        return "tx1" if contrast(ground, text) >= contrast(ground, paper) else "bg1"

    def _change(self, look: Look, paint: Paint) -> Look:
        """Return a look with what an author's class says."""
        fill, line, text = look
        if paint.fill is not None:
            fill = self._color(paint.fill)
            text = self.text_on(fill) if fill else text
        if line is not None and (paint.line is not None or paint.dashed or paint.weight is not None):
            width = from_points(paint.weight) if paint.weight is not None else line.width
            line = Line(self._color(paint.line) or line.color, width, "dash" if paint.dashed else line.dash)
        return Look(fill, line, self._color(paint.text) or text)

    def _color(self, written: str | None) -> str | None:
        return self._deck.resolve_color(written) if written else None
