"""The type size and gaps of a flowchart: the largest type that fits, then gaps that fill the room."""

from __future__ import annotations

from math import ceil

from deckbuild.figures.diagram import Flowchart
from deckbuild.named_tuple import NamedTuple

from .arrange import Gaps
from .blocks import Blocks, Metrics
from .outlines import OUTLINES
from .sizes import Labels, TextSize, size_shape

_LABEL_SHARE = 0.86  # the type of edges' labels by that of nodes
_EVEN = 2.0  # nodes are equally wide when the widest is at most this much wider than the middle one
_RANK, _NODE = 2.3, 1.7  # gaps by the type size
_LARGEST, _LEAST = 20.0, 1.0
_TRIED = 10.0  # everything grows with the type, so one layout tells what type fits
_MOST_SPREAD, _LEAST_SPREAD = 2.2, 1.08
_MANY = 40  # nodes: more are never roomy
_CROWD = 100  # edges: more are laid out once or twice, since that takes long and nobody can read them
_MOST_LABEL = 9.0  # the width of an edge's label by its type size


class Variant(NamedTuple):
    """A way to lay out, and how much it is liked.

    ``most`` is the most width of labels by the type size, ``even`` makes nodes equally large, ``gap`` and
    ``pad`` are shares of the usual gaps and paddings. ``turn`` lays out subgraphs that set no direction
    across that of what they are in; ``bands`` is into how many
    parts the ranks may be cut.
    """

    liked: float
    most: float
    even: bool = True
    gap: float = 1.0
    pad: float = 1.0
    turn: bool = False
    bands: int = 1


_VARIANTS = (
    Variant(1.0, 12, pad=1.35),
    Variant(0.97, 8, pad=1.2),
    Variant(0.93, 8, even=False),
    Variant(0.89, 14, even=False, gap=0.7, pad=0.8),
    Variant(0.89, 7, even=False, gap=0.7, pad=0.8),
    Variant(0.84, 14, even=False, gap=0.55, pad=0.6),
    Variant(0.84, 6, even=False, gap=0.55, pad=0.6),
)
_TURNED = tuple(each._replace(liked=each.liked * 0.98, turn=True) for each in _VARIANTS if each.gap > 0.6)
_CUT = (
    Variant(0.74, 10, gap=0.9, bands=2),
    Variant(0.7, 7, gap=0.8, pad=0.8, bands=2),
    Variant(0.7, 10, gap=0.9, bands=3),
)


class Fitted(NamedTuple):
    """A flowchart laid out: how, and its extent in points."""

    metrics: Metrics
    width: float
    height: float


def fit_flowchart(blocks: Blocks, labels: Labels, width: float, height: float) -> Fitted:
    """Lay out a flowchart in a room in points, with the largest type that fits in a way that is liked.

    What is returned says its type size, which may be smaller than a brand allows.
    """
    best, best_size, best_score = _VARIANTS[0], _LEAST, 0.0
    for variant in _variants(blocks.chart):
        if variant.liked * _rate(_LARGEST) <= best_score:
            continue
        tried = _try(blocks, labels, _TRIED, variant)
        size = min(_TRIED * min(width / tried.width, height / tried.height), _LARGEST)
        score = _rate(size) * variant.liked
        if score > best_score:
            best, best_size, best_score = variant, size, score
    size = _step_down(best_size + 0.5)
    while True:
        fitted = _try(blocks, labels, size, best)
        if (fitted.width <= width and fitted.height <= height) or size <= _LEAST:
            return fitted if _is_crowd(blocks.chart) else _spread(blocks, fitted, width, height)
        size = _step_down(size)


def _rate(size: float) -> float:
    """Return what a type size is worth: every point counts below 12, little does above 14."""
    if size < 12:
        return max(1.6 * size - 7.2, size * 0.3)
    return size if size <= 14 else 14 + (size - 14) * 0.4


def _is_crowd(chart: Flowchart) -> bool:
    return len(chart.edges) > _CROWD


def _variants(chart: Flowchart) -> tuple[Variant, ...]:
    if _is_crowd(chart):
        return _VARIANTS[-1:]
    if len(chart.nodes) > _MANY:
        return _VARIANTS[3:]
    cut = _CUT if not chart.subgraphs else ()
    turned = _TURNED if any(subgraph.direction is None for subgraph in chart.subgraphs) else ()
    return *_VARIANTS, *turned, *cut


def _step_down(size: float) -> float:
    """Return the next smaller type size: whole points, halves below 12."""
    return float(ceil(size) - 1) if size > 12 else max((ceil(size * 2) - 1) / 2, _LEAST)


def _try(blocks: Blocks, labels: Labels, size: float, variant: Variant) -> Fitted:
    metrics = _make_metrics(blocks.chart, labels, size, variant)
    blocks.lay_out(metrics)
    return Fitted(metrics, blocks.root.width, blocks.root.height)


def _spread(blocks: Blocks, fitted: Fitted, width: float, height: float) -> Fitted:
    """Widen the gaps between ranks, then those in them, as far as there is room.

    Extents grow evenly with gaps, so that one layout with wide gaps tells which gaps fit.
    """
    metrics, shown = fitted.metrics, fitted
    for rank_first in (True, False):
        tight = metrics.gaps
        factor = _MOST_SPREAD
        while factor > _LEAST_SPREAD:
            metrics.gaps = (
                Gaps(tight.rank * factor, tight.node) if rank_first else Gaps(tight.rank, tight.node * factor)
            )
            blocks.lay_out(metrics)
            wider = Fitted(metrics, blocks.root.width, blocks.root.height)
            if wider.width <= width and wider.height <= height:
                shown = wider
                break
            metrics.gaps = tight
            factor = min(1 + (factor - 1) * _share(shown, wider, width, height), factor * 0.95)
    blocks.lay_out(metrics)
    return Fitted(metrics, blocks.root.width, blocks.root.height)


def _share(now: Fitted, wider: Fitted, width: float, height: float) -> float:
    """Return how much of the way from one layout to a wider one there is room for."""
    shares = [
        (room - least) / (most - least)
        for room, least, most in ((width, now.width, wider.width), (height, now.height, wider.height))
        if most > least
    ]
    return max(min(shares, default=0.0), 0.0) * 0.98


def _make_metrics(chart: Flowchart, labels: Labels, size: float, variant: Variant) -> Metrics:
    sizes = {}
    for node in chart.nodes:
        most = variant.most * (0.6 if node.shape in ("rhombus", "circle", "double-circle") else 1.0)
        sizes[node.id] = size_shape(node.shape, labels.measure(node.label, most), size, variant.pad)
    if variant.even:
        sizes = _even_out(chart, sizes)
    titles = {}
    for subgraph in chart.subgraphs:
        text = labels.measure(subgraph.title, 24.0, bold=True) if subgraph.title else TextSize(0.0, 0)
        titles[subgraph.id] = (text.width + 1.2) * size, (text.height + 0.5) * size if text.lines else 0.0
    margins, across, along = _measure_labels(chart, labels, size)
    down = chart.direction in ("TB", "BT")
    room = along if down else across
    rank = _RANK * size * variant.gap + (room * 0.7 if room else 0.0)
    node_gap = _NODE * size * (1.0 if down else 0.75) * variant.gap
    gaps = Gaps(max(rank, room + 1.9 * size * variant.gap if room else 0.0), node_gap)
    return Metrics(size, sizes, titles, margins if down else {}, gaps, variant.bands, variant.turn)


def _measure_labels(chart: Flowchart, labels: Labels, size: float) -> tuple[dict[str, float], float, float]:
    """Return how wide nodes must be for labels of edges to them, and the widest and highest label."""
    margins: dict[str, float] = {}
    across = along = 0.0
    for edge in chart.edges:
        if edge.label:
            wide, high = label_extent(labels, edge.label, size)
            margins[edge.target] = max(margins.get(edge.target, 0.0), wide + 0.6 * size)
            across, along = max(across, wide), max(along, high)
    return margins, across, along


def label_extent(labels: Labels, text: str, size: float) -> tuple[float, float]:
    """Return the width and height in points of an edge's label in a diagram with type of ``size`` points."""
    measured, small = labels.measure(text, _MOST_LABEL), label_size(size)
    return (measured.width + 0.5) * small, (measured.height + 0.1) * small


def label_size(size: float) -> float:
    """Return the type size of edges' labels in a diagram with type of ``size`` points: a little smaller."""
    return round(size * 2 * _LABEL_SHARE) / 2


def _even_out(chart: Flowchart, sizes: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Make nodes of like outlines equally large: all that are as high as wide, all rhombi, all others."""
    even = dict(sizes)
    kinds: dict[str, list[str]] = {}
    for node in chart.nodes:
        if node.shape == "text":
            continue
        outline = OUTLINES[node.shape]
        kind = node.shape if outline.aspect or outline.area[1] < 1 else "box"
        kinds.setdefault(kind, []).append(node.id)
    for names in kinds.values():
        wides = sorted(sizes[name][0] for name in names)
        wide = max(each for each in wides if each <= _EVEN * wides[len(wides) // 2])
        high = max(sizes[name][1] for name in names)
        for name in names:
            even[name] = max(sizes[name][0], wide), high
    return even
