"""A flowchart as boxes in boxes: each subgraph is laid out by itself and stands in its parent as one box.

Where edges lead from one member to another, members stand in ranks; else in a grid of equal cells. Layers
that stand one over the other are equally wide. All lengths are points until the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from deckbuild.figures.diagram import Direction, Edge, Flowchart, Subgraph
from deckbuild.units import EMU_PER_POINT, Box

from .arrange import Arc, Gaps, arrange

_MOST_IN_LINE = 6
_ACROSS: dict[Direction, Direction] = {"TB": "LR", "BT": "LR", "LR": "TB", "RL": "TB"}


class Metrics:
    """What a flowchart is laid out with, in points: its type size, gaps, paddings and the sizes of nodes.

    ``titles`` are the sizes of subgraphs' titles. ``turn`` says that subgraphs without a direction of their
    own are laid out across that of what they are in. ``bands`` is into how many parts the
    ranks of the whole may be cut. ``margins`` is how much more room nodes need across, for labels of edges.
    """

    __slots__ = ("bands", "gaps", "margins", "padding", "size", "sizes", "titles", "turn")

    def __init__(
        self,
        size: float,
        sizes: Mapping[str, tuple[float, float]],
        titles: Mapping[str, tuple[float, float]],
        margins: Mapping[str, float],
        gaps: Gaps,
        bands: int = 1,
        turn: bool = False,
    ) -> None:
        self.turn = turn
        self.size = size
        self.sizes = sizes
        self.titles = titles
        self.margins = margins
        self.gaps = gaps
        self.bands = bands
        self.padding = size * 0.9


class Block:
    """A node (without ``members``), a subgraph, or the whole flowchart, and the place it is given."""

    __slots__ = (
        "columns", "direction", "height", "id", "is_grid", "is_linked", "members", "own", "ranks", "width",
        "x", "y",
    )  # fmt: skip

    def __init__(self, identifier: str, own: Direction | None, members: list[Block]) -> None:
        self.id = identifier
        self.own = own
        self.direction: Direction = own or "TB"
        self.members = members
        self.is_linked = False
        self.is_grid = False
        self.columns = 0
        self.ranks: list[int] = []
        self.width = self.height = self.x = self.y = 0.0

    @property
    def box(self) -> Box:
        """Its place in EMU, its extent a multiple of two so that its middle is whole."""
        half = EMU_PER_POINT / 2
        return Box(
            round(self.x * EMU_PER_POINT),
            round(self.y * EMU_PER_POINT),
            round(self.width * half) * 2,
            round(self.height * half) * 2,
        )

    def walk(self) -> Iterator[Block]:
        """Yield it and all in it."""
        yield self
        for member in self.members:
            yield from member.walk()


class Blocks:
    """The boxes of a flowchart and the edges between the members of each."""

    __slots__ = ("_arcs", "_parents", "chart", "root")

    def __init__(self, chart: Flowchart) -> None:
        self.chart = chart
        subgraphs = {subgraph.id: subgraph for subgraph in chart.subgraphs}
        self.root = Block("", chart.direction, [_make(each, subgraphs) for each in chart.members])
        self._parents: dict[tuple[str, str], Block] = {}
        self._arcs = _lift(self.root, chart, self._parents)
        for block in self.root.walk():
            if block.is_linked and self._arcs[block.id]:
                block.own = None  # as in Mermaid: edges from outside to what is in it lead its own way

    def direction_of(self, edge: Edge) -> Direction:
        """Return the direction of the block whose members an edge connects."""
        return self._parents.get((edge.source, edge.target), self.root).direction

    def lay_out(self, metrics: Metrics) -> None:
        """Give every block its size and its place in its parent."""
        _orient(self.root, self.root.direction, metrics.turn)
        self._measure(self.root, metrics)

    def place(self, x: float, y: float, width: float, height: float, metrics: Metrics) -> None:
        """Give every block its place on the slide: the whole gets the room, its parts what they need."""
        self._place(self.root, x, y, width, height, metrics)

    def _measure(self, block: Block, metrics: Metrics) -> None:
        if not block.members:
            block.width, block.height = metrics.sizes.get(block.id) or metrics.titles[block.id]
            return
        for member in block.members:
            self._measure(member, metrics)
        arcs = self._arcs[block.id]
        if arcs:
            width, height = _arrange_ranks(block, arcs, metrics)
        else:
            width, height = _arrange_grid(block, metrics)
        left, top, right, bottom = _padding(block, metrics)
        title = metrics.titles.get(block.id, (0.0, 0.0))[0]
        if block.is_linked and not block.is_grid:
            title = min(2 * title, max(title, width) * 1.4)  # edges come in beside the title
        block.width = max(width, title) + left + right
        block.height = height + top + bottom

    def _place(self, block: Block, x: float, y: float, width: float, height: float, metrics: Metrics) -> None:
        block.x, block.y, block.width, block.height = x, y, width, height
        if not block.members:
            return
        left, top, right, bottom = _padding(block, metrics)
        inner = x + left, y + top, width - left - right, height - top - bottom
        if block.is_grid:
            self._place_grid(block, *inner, metrics)
        else:
            self._place_ranks(block, *inner, metrics)

    def _place_ranks(
        self, block: Block, x: float, y: float, width: float, height: float, metrics: Metrics
    ) -> None:
        """Put members in the middle of the room; subgraphs that are alone in their rank take its breadth."""
        used_width = max(member.x + member.width for member in block.members)
        used_height = max(member.y + member.height for member in block.members)
        down = block.direction in ("TB", "BT")
        alone = {rank for rank in block.ranks if block.ranks.count(rank) == 1}
        layers = sum(bool(m.members) and r in alone for m, r in zip(block.members, block.ranks, strict=True))
        dx, dy = x + (width - used_width) / 2, y + (height - used_height) / 2
        for member, rank in zip(block.members, block.ranks, strict=True):
            left, top, wide, high = member.x + dx, member.y + dy, member.width, member.height
            if layers > 1 and member.members and rank in alone and len(alone) == len(set(block.ranks)):
                if down:
                    left, wide = x + (width - used_width) / 2, used_width
                else:
                    top, high = y + (height - used_height) / 2, used_height
            self._place(member, left, top, wide, high, metrics)

    def _place_grid(
        self, block: Block, x: float, y: float, width: float, height: float, metrics: Metrics
    ) -> None:
        """Share the room among columns and rows."""
        gap, columns = metrics.padding, block.columns
        rows = ceil(len(block.members) / columns)
        wides, highs = _grid_extents(block)
        more_wide = max(width - sum(wides) - gap * (columns - 1), 0) / columns
        more_high = max(height - sum(highs) - gap * (rows - 1), 0) / rows
        most = 1e9 if any(member.members for member in block.members) else 3.2 * metrics.size
        more_high = min(more_high, most)
        used = sum(highs) + more_high * rows + gap * (rows - 1)
        top = y + max(height - used, 0) / 2
        for index, member in enumerate(block.members):
            row, column = divmod(index, columns)
            left = x + sum(wides[:column]) + column * (gap + more_wide)
            above = top + sum(highs[:row]) + row * (gap + more_high)
            wide, high = wides[column] + more_wide, highs[row] + more_high
            if not member.members and member.width == member.height:
                left, above = left + (wide - member.width) / 2, above + (high - member.height) / 2
                wide, high = member.width, member.height
            self._place(member, left, above, wide, high, metrics)


def _make(identifier: str, subgraphs: Mapping[str, Subgraph]) -> Block:
    subgraph = subgraphs.get(identifier)
    if subgraph is None:
        return Block(identifier, None, [])
    return Block(identifier, subgraph.direction, [_make(each, subgraphs) for each in subgraph.members])


def _orient(block: Block, outer: Direction, turn: bool) -> None:
    """Give a block and all in it their directions: their own, else that of what they are in, or across it."""
    block.direction = block.own or (_ACROSS[outer] if turn else outer)
    for member in block.members:
        _orient(member, block.direction, turn)


def _lift(root: Block, chart: Flowchart, parents: dict[tuple[str, str], Block]) -> dict[str, list[Arc]]:
    """Return the edges between the members of each block: those between what is in one and in another.

    ``parents`` gets the block in which each edge, by its ends, runs.
    """
    paths: dict[str, tuple[tuple[Block, int], ...]] = {}

    def follow(block: Block, path: tuple[tuple[Block, int], ...]) -> None:
        paths[block.id] = path
        for index, member in enumerate(block.members):
            follow(member, (*path, (block, index)))

    follow(root, ())
    arcs: dict[str, list[Arc]] = {block.id: [] for block in root.walk()}
    for edge in chart.edges:
        for (parent, one), (other_parent, other) in zip(
            paths.get(edge.source, ()), paths.get(edge.target, ()), strict=False
        ):
            if parent is not other_parent:
                break
            if one != other:
                arcs[parent.id].append(Arc(one, other, edge.length))
                parents[edge.source, edge.target] = parent
                for member, end in ((parent.members[one], edge.source), (parent.members[other], edge.target)):
                    member.is_linked = member.is_linked or member.id != end
                break
    return arcs


def _padding(block: Block, metrics: Metrics) -> tuple[float, float, float, float]:
    """Return the room around what is in a block: left, top with its title, right, bottom."""
    if not block.id:
        return 0.0, 0.0, 0.0, 0.0
    pad = metrics.padding
    title = metrics.titles.get(block.id, (0.0, 0.0))[1]
    return pad, (title + pad * 0.35 if title else pad), pad, pad


def _arrange_ranks(block: Block, arcs: Sequence[Arc], metrics: Metrics) -> tuple[float, float]:
    down = block.direction in ("TB", "BT")
    sizes = []
    for member in block.members:
        more = metrics.margins.get(member.id, 0.0)
        wide = max(member.width, more) if down else member.width
        sizes.append((wide, member.height))
    bands = 1 if block.id else metrics.bands
    places = arrange(sizes, arcs, block.direction, metrics.gaps, metrics.size, bands)
    block.is_grid, block.ranks = False, places.ranks
    for member, (x, y), (wide, _) in zip(block.members, places.corners, sizes, strict=True):
        member.x, member.y = x + (wide - member.width) / 2, y
    return places.width, places.height


def _arrange_grid(block: Block, metrics: Metrics) -> tuple[float, float]:
    """Choose the columns of a grid: one line along the direction, or across it for what only inherits it."""
    count = len(block.members)
    down = block.direction in ("TB", "BT")
    if block.own is None and not metrics.turn:
        down = not down
    block.is_grid = True
    if any(member.members for member in block.members) or count <= _MOST_IN_LINE:
        block.columns = 1 if down else count
    else:
        lines = ceil(count / _MOST_IN_LINE)
        block.columns = lines if down else ceil(count / lines)
    gap = metrics.padding
    wides, highs = _grid_extents(block)
    return sum(wides) + gap * (len(wides) - 1), sum(highs) + gap * (len(highs) - 1)


def _grid_extents(block: Block) -> tuple[list[float], list[float]]:
    """Return the widths of columns and heights of rows: equal, but for subgraphs' extents along a line."""
    columns = block.columns
    rows = ceil(len(block.members) / columns)
    wides = [max(member.width for member in block.members[column::columns]) for column in range(columns)]
    highs = [
        max(member.height for member in block.members[row * columns : (row + 1) * columns])
        for row in range(rows)
    ]
    if max(wides) <= 1.6 * min(wides) or not any(member.members for member in block.members):
        wides = [max(wides)] * columns
    if not any(member.members for member in block.members):
        highs = [max(highs)] * rows
    return wides, highs
