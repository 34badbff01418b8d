"""Alternative text for diagrams whose author gave none: what is in them, in words."""

from __future__ import annotations

from deckbuild.figures.diagram import Flowchart, Message, Sequence, SequenceNote

from .columns import walk

_MOST = 1000  # characters: longer texts are of no help to who listens to them

_LEADS = {"de": "{} führt zu {}", "en": "{} leads to {}", "es": "{} lleva a {}", "fr": "{} mène à {}"}
_FLOWCHART = {"de": "Flussdiagramm", "en": "Flowchart", "es": "Diagrama de flujo", "fr": "Organigramme"}
_SEQUENCE = {
    "de": "Sequenzdiagramm",
    "en": "Sequence diagram",
    "es": "Diagrama de secuencia",
    "fr": "Diagramme de séquence",
}


def describe(chart: Flowchart | Sequence, language: str) -> str:
    """Return what a diagram says, in words of a language given as a BCP 47 tag."""
    if isinstance(chart, Flowchart):
        return describe_flowchart(chart, language)
    return describe_sequence(chart, language)


def describe_sequence(chart: Sequence, language: str) -> str:
    """Return what a sequence diagram says: its own description, else its title, messages and notes."""
    if chart.description:
        return chart.description
    primary = language.split("-")[0].lower()
    names = {each.id: _flatten(each.label) for each in chart.participants}
    parts = []
    for item in walk(chart.items):
        if isinstance(item, Message):
            parts.append(f"{names[item.source]} → {names[item.target]}: {_flatten(item.text)}")
        elif isinstance(item, SequenceNote):
            parts.append(_flatten(item.text))
    return _shorten(f"{chart.title or _SEQUENCE.get(primary, _SEQUENCE['en'])}: {'; '.join(parts)}")


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
