"""Figures written as text: each kind is drawn by its own file; what cannot be drawn is shown as written."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.model import CodeBlock, Figure
from deckbuild.model.blocks import FigureKind

from .code import add_code
from .flow import Flow, Place

Drawer = Callable[[Flow, Figure, Place], bool]


def _add_chart(flow: Flow, figure: Figure, place: Place) -> bool:
    from .chart import add_chart  # many decks have no charts

    return add_chart(flow, figure, place)


def _add_diagram(flow: Flow, figure: Figure, place: Place) -> bool:
    from .diagram import add_diagram  # many decks have no diagrams

    return add_diagram(flow, figure, place)


_DRAWERS: dict[FigureKind, Drawer] = {"chart": _add_chart, "diagram": _add_diagram}
"""What adds a figure of each kind to a flow; it gives False, having reported why, when it cannot."""


def add_figure(flow: Flow, figure: Figure, place: Place) -> None:
    """Add a figure; one that cannot be drawn is shown as its source text."""
    drawer = _DRAWERS.get(figure.kind)
    if drawer is None or not drawer(flow, figure, place):
        add_code(flow, CodeBlock(figure.text, figure.span, title=figure.alt or None), place)
