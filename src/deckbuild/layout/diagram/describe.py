"""Alternative text for diagrams whose author gave none: what is in them, in words."""

from __future__ import annotations

from deckbuild.brand.figure_words import FigureWords, figure_words_for
from deckbuild.figures.diagram import Flowchart, Message, Sequence, SequenceNote

from .columns import walk

_MOST = 1000  # characters: longer texts are of no help to who listens to them


def describe(chart: Flowchart | Sequence, language: str) -> str:
    """Return what a diagram says, in words of a BCP 47 tag's language: its own description if it has one."""
    if chart.description:
        return chart.description
    words = figure_words_for(language)
    if isinstance(chart, Flowchart):
        what, parts = words.flowchart, _describe_flowchart(chart, words)
    else:
        what, parts = words.sequence_diagram, _describe_sequence(chart)
    return _shorten(words.described.format(what=chart.title or what, parts="; ".join(parts)))


def _describe_sequence(chart: Sequence) -> list[str]:
    """Return the messages and notes of a sequence diagram, in their order."""
    names = {each.id: _flatten(each.label) for each in chart.participants}
    parts = []
    for item in walk(chart.items):
        if isinstance(item, Message):
            parts.append(f"{names[item.source]} → {names[item.target]}: {_flatten(item.text)}")
        elif isinstance(item, SequenceNote):
            parts.append(_flatten(item.text))
    return parts


def _describe_flowchart(chart: Flowchart, words: FigureWords) -> list[str]:
    """Return the edges of a flowchart, then the names of what no edge leads to or from."""
    names = {node.id: _flatten(node.label) for node in chart.nodes}
    names |= {subgraph.id: _flatten(subgraph.title) for subgraph in chart.subgraphs}
    parts = []
    for edge in chart.edges:
        if edge.line != "invisible":
            source, target = names.get(edge.source, edge.source), names.get(edge.target, edge.target)
            said = words.leads_to.format(source=source, target=target)
            parts.append(f"{said} ({_flatten(edge.label)})" if edge.label else said)
    linked = {end for edge in chart.edges for end in (edge.source, edge.target)}
    parts += [name for identifier, name in names.items() if identifier not in linked and name]
    return parts


def _flatten(text: str) -> str:
    return " ".join(text.split())


def _shorten(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
