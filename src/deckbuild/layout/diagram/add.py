"""Adding a diagram to a slide: its text is read, and what it describes becomes a piece."""

from __future__ import annotations

from deckbuild.figures.diagram.read import read_diagram
from deckbuild.layout.flow import Flow, Place
from deckbuild.model import Figure

from .piece import DiagramPiece
from .steps import settle_steps


def add_diagram(flow: Flow, figure: Figure, place: Place) -> bool:
    """Add a diagram to a flow; False when it cannot be read, which has been reported."""
    chart = read_diagram(figure.text, figure.places, flow.slide.deck.collector)
    if chart is None:
        return False
    if figure.words:
        from deckbuild.figures.texts import translate_diagram

        chart = translate_diagram(chart, dict(figure.words))
    stepped = any(name == "steps" for name, _ in figure.options)
    flow.break_out(DiagramPiece(flow.slide, figure, settle_steps(chart, stepped)))
    return True
