"""Diagrams as lines of text, for tests to compare; and reading one from a string."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import dedent

from deckbuild.diagnostics import Collector
from deckbuild.figures.diagram import (
    Activation,
    Edge,
    Flowchart,
    Message,
    Node,
    Paint,
    Sequence,
    SequenceNote,
    Subgraph,
    read_diagram,
)
from deckbuild.figures.diagram.sequence import SequenceItem
from deckbuild.source import SourceFile

_STARTS = {"none": "", "arrow": "<", "circle": "o", "cross": "x"}
_ENDS = {"none": "", "arrow": ">", "circle": "o", "cross": "x", "open": ")"}
_LINES = {"solid": "--", "dotted": "-.-", "thick": "==", "invisible": "~~"}


def read(text: str) -> tuple[Flowchart | Sequence | None, Collector]:
    """Read a diagram that stands in a file ``a.mmd``."""
    source = SourceFile("a.mmd", text)
    lines = text.split("\n")
    places = [
        source.span(start, start + len(line)) for start, line in zip(source.line_starts, lines, strict=True)
    ]
    collector = Collector()
    return read_diagram(text, places, collector), collector


def outline(text: str) -> str:
    """Return a diagram's outline, then its diagnostics: ``! 2:5 code``."""
    diagram, collector = read(dedent(text))
    lines = [*shown(diagram)]
    lines += [f"! {found.span.line}:{found.span.column} {found.code}" for found in collector.sorted()]
    return "\n".join(lines)


def messages(text: str) -> list[str]:
    """Return the diagnostics of a diagram: ``2:5 message hint``."""
    _, collector = read(dedent(text))
    return [
        f"{found.span.line}:{found.span.column} {found.message} {found.hint}".rstrip()
        for found in collector.sorted()
    ]


def shown(diagram: Flowchart | Sequence | None) -> Iterator[str]:
    """Yield the lines of a diagram's outline."""
    if isinstance(diagram, Flowchart):
        yield f"flowchart {diagram.direction}{_quoted(diagram.title)}"
        parts: dict[str, Node | Subgraph] = {node.id: node for node in diagram.nodes}
        parts.update((subgraph.id, subgraph) for subgraph in diagram.subgraphs)
        yield from _tree(diagram.members, parts, "  ")
        yield from (f"  {_edge(edge)}" for edge in diagram.edges)
    elif diagram is not None:
        yield f"sequence{_quoted(diagram.title)}"
        for person in diagram.participants:
            label = _quoted(person.label) if person.label != person.id else ""
            group = f" in{_quoted(person.group)}" if person.group else ""
            yield f"  {'actor' if person.is_actor else 'participant'} {person.id}{label}{group}"
        yield from _items(diagram.items, "  ")


def _tree(ids: Iterable[str], parts: dict[str, Node | Subgraph], indent: str) -> Iterator[str]:
    for id in ids:
        part = parts[id]
        look = _paint(part.paint) + _step(part.step)
        if isinstance(part, Node):
            label = _quoted(part.label) if part.label != id else ""
            link = f" -> {part.link.target}{_quoted(part.link.tooltip)}" if part.link else ""
            yield f"{indent}{id} {part.shape}{label}{look}{link}"
        else:
            title = _quoted(part.title) if part.title != id else ""
            yield f"{indent}subgraph {id}{title}{' ' + part.direction if part.direction else ''}{look}"
            yield from _tree(part.members, parts, indent + "  ")


def _edge(edge: Edge) -> str:
    arrow = f"{_STARTS[edge.start]}{_LINES[edge.line]}{_ENDS[edge.end]}"
    length = f" ({edge.length})" if edge.length > 1 else ""
    look = _paint(edge.paint) + _step(edge.step)
    return f"{edge.source} {arrow} {edge.target}{length}{_quoted(edge.label)}{look}"


def _items(items: Iterable[SequenceItem], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Message):
            number = f"{item.number}. " if item.number is not None else ""
            arrow = f"{_STARTS[item.start]}{_LINES[item.line]}{_ENDS[item.end]}"
            yield f"{indent}{number}{item.source} {arrow} {item.target}: {item.text!r}{_step(item.step)}"
        elif isinstance(item, Activation):
            yield f"{indent}{item.participant} {'begins' if item.begins else 'ends'}"
        elif isinstance(item, SequenceNote):
            yield f"{indent}note {item.place} {', '.join(item.participants)}: {item.text!r}{_step(item.step)}"
        else:
            fill = f" {item.fill}" if item.fill else ""
            for place, section in enumerate(item.sections):
                word = "|" if place else item.kind
                yield f"{indent}{word}{_quoted(section.label)}{fill}{_step(item.step)}"
                yield from _items(section.items, indent + "  ")


def _quoted(text: str) -> str:
    return f" {text!r}" if text else ""


def _paint(paint: Paint) -> str:
    names = ("fill", "line", "text", "dashed", "weight")
    return "".join(f" {name}={value}" for name, value in zip(names, paint, strict=True) if value)


def _step(step: int) -> str:
    return f" @{step}" if step else ""
