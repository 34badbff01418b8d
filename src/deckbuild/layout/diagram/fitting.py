"""The type size and gaps of a flowchart: the largest type with which it fits, then gaps that fill the room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckbuild.figures.diagram import Flowchart

from .arrange import Gaps
from .blocks import Blocks, Metrics
from .outlines import OUTLINES
from .sizes import Labels, TextSize, size_shape

_LABEL_SHARE = 0.86  # the type of edges' labels by that of nodes
_EVEN = 2.0  # nodes are equally wide when the widest is at most this much wider than the middle one
_RANK, _NODE = 2.4, 1.7  # gaps by the type size
_FULL_SIZES = (18.0, 16.0, 14.0, 13.0, 12.0)
_SMALL_SIZES = (11.0, 10.0)
_TINY_SIZES = (9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0)
_SPREADS = (2.4, 2.0, 1.6, 1.3, 1.15)
_MOST_LABEL = 9.0  # the width of an edge's label by its type size


class Variant(NamedTuple):
    """A way to lay out: the most width of labels by the type size, equal nodes, gaps by the usual ones."""

    most: float
    even: bool
    gap: float
    wrap: bool = False


_ROOMY = (Variant(12, True, 1.0), Variant(8, True, 1.0), Variant(8, False, 0.8))
_TIGHT = (Variant(11, False, 0.7), Variant(7, False, 0.7))
_WRAPPED = (Variant(10, True, 0.9, True), Variant(7, True, 0.8, True))


class Fitted(NamedTuple):
    """A flowchart laid out: how, and its extent in points."""

    metrics: Metrics
    variant: Variant
    width: float
    height: float


def fit_flowchart(blocks: Blocks, labels: Labels, width: float, height: float, minimum: float) -> Fitted:
    """Lay out a flowchart in a room in points, with the largest type that fits.

    Below ``minimum`` points it is laid out too when it must be: what is returned says its type size.
    """
    fitted = None
    for size, variant in _attempts(minimum):
        fitted = _try(blocks, labels, size, variant, width, height)
        if fitted.width <= width and fitted.height <= height:
            return _spread(blocks, fitted, width, height)
    assert fitted is not None
    return fitted


def _attempts(minimum: float) -> Iterator[tuple[float, Variant]]:
    """Yield what to try: readable sizes first, then chains in rows, then smaller type, in the end any."""
    full = [size for size in _FULL_SIZES if size >= minimum]
    small = sorted({minimum, *(size for size in _SMALL_SIZES if size > minimum)}, reverse=True)
    for size in full:
        for variant in (*_ROOMY, *_TIGHT[: size <= 14]):
            yield size, variant
    for size in full[1:]:
        for variant in _WRAPPED:
            yield size, variant
    for size in (*small, *(size for size in _TINY_SIZES if size < minimum)):
        for variant in (*_ROOMY, *_TIGHT, *_WRAPPED):
            yield size, variant


def _try(
    blocks: Blocks, labels: Labels, size: float, variant: Variant, width: float, height: float
) -> Fitted:
    metrics = _make_metrics(blocks.chart, labels, size, variant, width / max(height, 1.0))
    blocks.lay_out(metrics)
    return Fitted(metrics, variant, blocks.root.width, blocks.root.height)


def _spread(blocks: Blocks, fitted: Fitted, width: float, height: float) -> Fitted:
    """Widen the gaps between ranks, then those in them, as far as there is room."""
    metrics, gaps = fitted.metrics, fitted.metrics.gaps
    for rank_first in (True, False):
        for factor in _SPREADS:
            rank, node = metrics.gaps
            wider = Gaps(gaps.rank * factor, node) if rank_first else Gaps(rank, gaps.node * factor)
            previous, metrics.gaps = metrics.gaps, wider
            blocks.lay_out(metrics)
            if blocks.root.width <= width and blocks.root.height <= height:
                break
            metrics.gaps = previous
    blocks.lay_out(metrics)
    return Fitted(metrics, fitted.variant, blocks.root.width, blocks.root.height)


def _make_metrics(chart: Flowchart, labels: Labels, size: float, variant: Variant, aspect: float) -> Metrics:
    sizes = {}
    for node in chart.nodes:
        most = variant.most * (0.6 if node.shape in ("rhombus", "circle", "double-circle") else 1.0)
        sizes[node.id] = size_shape(node.shape, labels.measure(node.label, most), size)
    if variant.even:
        sizes = _even_out(chart, sizes)
    titles = {}
    for subgraph in chart.subgraphs:
        text = labels.measure(subgraph.title, 24.0, bold=True) if subgraph.title else TextSize(0.0, 0)
        titles[subgraph.id] = (text.width + 1.2) * size, (text.height + 0.5) * size if text.lines else 0.0
    margins, across, along = _measure_labels(chart, labels, size)
    down = chart.direction in ("TB", "BT")
    room = along if down else across
    rank = (_RANK * size + (room + 0.4 * size if room else 0.0)) * variant.gap
    node_gap = _NODE * size * (1.0 if down else 0.75) * variant.gap
    return Metrics(size, sizes, titles, margins if down else {}, Gaps(max(rank, room + 2.2 * size if room else 0.0), node_gap),
                   aspect if variant.wrap else 0.0)  # fmt: skip


def _measure_labels(chart: Flowchart, labels: Labels, size: float) -> tuple[dict[str, float], float, float]:
    """Return how wide nodes must be for labels of edges that lead to them, and the widest and highest label."""
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
        kind = "round" if OUTLINES[node.shape].aspect else "rhombus" if node.shape == "rhombus" else "box"
        kinds.setdefault(kind, []).append(node.id)
    for names in kinds.values():
        wides = sorted(sizes[name][0] for name in names)
        wide = max(each for each in wides if each <= _EVEN * wides[len(wides) // 2])
        high = max(sizes[name][1] for name in names)
        for name in names:
            even[name] = max(sizes[name][0], wide), high
    return even
