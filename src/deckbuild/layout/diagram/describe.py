"""Alternative text for diagrams whose author gave none: what is in them, in words."""

from __future__ import annotations

from deckbuild.figures.diagram import Flowchart

_MOST = 1000  # characters: longer texts are of no help to who listens to them

_LEADS = {"de": "{} führt zu {}", "en": "{} leads to {}", "es": "{} lleva a {}", "fr": "{} mène à {}"}
_FLOWCHART = {"de": "Flussdiagramm", "en": "Flowchart", "es": "Diagrama de flujo", "fr": "Organigramme"}


def describe_flowchart(chart: Flowchart, language: str) -> str:
    """Return what a flowchart says: its own description, else its title, and its edges or nodes."""
    if chart.description:
        return chart.description
    primary = language.split("-")[0].lower()
    leads = _LEADS.get(primary, "{} → {}")
    names = {node.id: _flatten(node.label) for node in chart.nodes}
    names |= {subgraph.id: _flatten(subgraph.title) for subgraph in chart.subgraphs}
    parts = []
    for edge in chart.edges:
        if edge.line != "invisible":
            said = leads.format(names.get(edge.source, edge.source), names.get(edge.target, edge.target))
            parts.append(f"{said} ({_flatten(edge.label)})" if edge.label else said)
    linked = {end for edge in chart.edges for end in (edge.source, edge.target)}
    parts += [name for identifier, name in names.items() if identifier not in linked and name]
    return _shorten(f"{chart.title or _FLOWCHART.get(primary, _FLOWCHART['en'])}: {'; '.join(parts)}")


def _flatten(text: str) -> str:
    return " ".join(text.split())


def _shorten(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
