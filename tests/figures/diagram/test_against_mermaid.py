"""The same nodes, edges, labels and messages as Mermaid's own parser finds.

The forty diagrams are in the shape of the topics of Mermaid's documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from deckbuild.figures.diagram import Activation, Flowchart, Message, Sequence, SequenceNote
from deckbuild.figures.diagram.labels import read_entities
from deckbuild.figures.diagram.sequence import SequenceItem

from .mermaid import read_by_mermaid
from .outline import read

FORTY = sorted((Path(__file__).parent / "forty").glob("*.mmd"))

ENDS = {
    "arrow_point": ("none", "arrow"),
    "arrow_open": ("none", "none"),
    "arrow_circle": ("none", "circle"),
    "arrow_cross": ("none", "cross"),
    "double_arrow_point": ("arrow", "arrow"),
    "double_arrow_circle": ("circle", "circle"),
    "double_arrow_cross": ("cross", "cross"),
}
LINES = {"normal": "solid", "thick": "thick", "dotted": "dotted", "invisible": "invisible"}
MESSAGES = {
    0: ("solid", "none", "arrow"),
    1: ("dotted", "none", "arrow"),
    3: ("solid", "none", "cross"),
    4: ("dotted", "none", "cross"),
    5: ("solid", "none", "none"),
    6: ("dotted", "none", "none"),
    24: ("solid", "none", "open"),
    25: ("dotted", "none", "open"),
    33: ("solid", "arrow", "arrow"),
    34: ("dotted", "arrow", "arrow"),
}
OPENED = {10: "loop", 12: "alt", 15: "opt", 19: "par", 22: "rect", 27: "critical", 30: "break", 32: "par"}
NOTE, BEGINS, ENDS_WORK, NUMBERS = 2, 17, 18, 26
SECTIONS = (13, 20, 28)

TAKEN = {
    "graph >\na --> b",
    "flowchart v\na --> b",
    "flowchart LR\na[x] -->|y| b(z)",
    "flowchart LR\na\n--> b\n-->\nc",
    "flowchart LR\na-b-->c_d-->e.f",
    "flowchart LR\na --- oB\nc ---oB\nd---xE",
    "flowchart LR\na o-- both --o b",
    "flowchart LR\n1 --> 2 --> 3a",
    "flowchart LR\nendpoint --> a",
    "flowchart LR\na,b --> c:d",
    "flowchart LR\na ---> b ----> c\nd -..-> e\nf ==== g\nh ~~~~ i",
    "flowchart LR\ndirection TB\na --> b",
    "flowchart LR\nsubgraph one\na\nend\nsubgraph two\none\nend",
    'flowchart LR\nsubgraph My long title\na\nend\nsubgraph "Quoted"\nb\nend\nsubgraph x["T"]\nc\nend',
    "flowchart LR\na[multi\nline] --> b",
    "sequenceDiagram\nBig Shop->>Small-Town: x: y",
    "sequenceDiagram\nA->>B: one; A->>B: two",
    "sequenceDiagram\nA->>B: wrap: long",
    "sequenceDiagram\nalt\nA->>B: x\nelse\nA->>B: y\nend",
    "sequenceDiagram\npar_over x\nA->>B: x\nend",
}
REFUSED = {
    "flowchart LR\na[b (c)]",
    "flowchart LR\na [b]",
    "flowchart LR\na --> end",
    "flowchart LR\na -->",
    "flowchart LR\n--> a",
    "flowchart LR\na b",
    "flowchart LR\na -> b",
    "flowchart LR\na[\"b]",
    "flowchart LR\na --> b\nend",
    "flowchart LR\nsubgraph a\nb",
    "flowchart LR\na@{ shape: nonsense }",
    "flowchart LR\na --> b\nlinkStyle 5 stroke:red",
    "flowchart LR\na --> b %% c",
    "flowchart XX\na",
    "FLOWCHART LR\na",
    "sequenceDiagram\nA->>B",
    "sequenceDiagram\nfoo",
    "sequenceDiagram\ndeactivate A",
    "sequenceDiagram\nloop x\nA->>B: y",
    "sequenceDiagram\nloop x\nelse y\nend",
    "sequenceDiagram\nnote over A,B,C: x",
    "sequenceDiagram\nbox Group\nA->>B: x\nend",
}  # fmt: skip


@pytest.mark.parametrize("path", FORTY, ids=lambda path: path.stem)
def test_the_forty_are_read_without_a_word(path: Path) -> None:
    diagram, collector = read(path.read_text(encoding="utf-8"))
    assert diagram is not None
    assert {found.code for found in collector.sorted()} <= {"diagram-ignored"}


def test_there_are_forty() -> None:
    assert len(FORTY) == 40


@pytest.mark.parametrize("path", FORTY, ids=lambda path: path.stem)
def test_the_forty_say_the_same_to_us_as_to_mermaid(path: Path) -> None:
    _compare(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", sorted(TAKEN))
def test_odd_texts_say_the_same_to_us_as_to_mermaid(text: str) -> None:
    _compare(text)


@pytest.mark.parametrize("text", sorted(REFUSED))
def test_what_mermaid_refuses_is_an_error_here(text: str) -> None:
    assert read_by_mermaid(text) is None
    assert read(text)[0] is None


def _compare(text: str) -> None:
    theirs = read_by_mermaid(text)
    ours, _ = read(text)
    assert theirs is not None
    assert ours is not None
    if isinstance(ours, Flowchart):
        assert _flowchart(ours) == _their_flowchart(theirs)
    else:
        assert _sequence(ours) == _their_sequence(theirs)


def _plain(label: str) -> str:
    """Bring a label of Mermaid's, with its entities encoded and its markup, into the form of ours."""
    label = re.sub("ﬂ°°?(\\w+)¶ß", r"#\1;", label)
    label = re.sub(r"<br\s*/?>", "\n", label.replace("*", ""))
    return "\n".join(line.strip() for line in read_entities(label).split("\n"))


def _their_flowchart(found: dict[str, Any]) -> Any:
    nodes = sorted((node["id"], _plain(node["label"]), node["parent"]) for node in found["nodes"])
    edges = [
        (start, end, _plain(text), *ENDS[kind], LINES[stroke], length)
        for start, end, text, kind, stroke, length in found["edges"]
    ]
    return found["direction"], nodes, edges


def _flowchart(chart: Flowchart) -> Any:
    holders = {member: subgraph.id for subgraph in chart.subgraphs for member in subgraph.members}
    labels = {**{n.id: n.label for n in chart.nodes}, **{s.id: s.title for s in chart.subgraphs}}
    nodes = sorted((id, label, holders.get(id, "")) for id, label in labels.items())
    edges = [(e.source, e.target, e.label, e.start, e.end, e.line, e.length) for e in chart.edges]
    return chart.direction, nodes, edges


def _their_sequence(found: dict[str, Any]) -> Any:
    people = [(id, _plain(label), actor, group) for id, label, actor, group in found["participants"]]
    return people, [_their_item(*message) for message in found["messages"] if message[0] != NUMBERS]


def _their_item(kind: int, source: str, target: str, text: str) -> tuple[str, ...]:
    if kind in MESSAGES:
        return (source, target, _plain(text), *MESSAGES[kind])
    if kind == NOTE:
        return ("note", _plain(text))
    if kind in (BEGINS, ENDS_WORK):
        return ("begins" if kind == BEGINS else "ends", source)
    if kind in OPENED:
        return (OPENED[kind], "" if OPENED[kind] == "rect" else _plain(text))
    return ("section", _plain(text)) if kind in SECTIONS else ("end",)


def _sequence(diagram: Sequence) -> Any:
    people = [(p.id, p.label, p.is_actor, p.group) for p in diagram.participants]
    return people, list(_items(diagram.items))


def _items(items: Iterable[SequenceItem]) -> Iterator[tuple[str, ...]]:
    for item in items:
        if isinstance(item, Message):
            yield (item.source, item.target, item.text, item.line, item.start, item.end)
        elif isinstance(item, SequenceNote):
            yield ("note", item.text)
        elif isinstance(item, Activation):
            yield ("begins" if item.begins else "ends", item.participant)
        else:
            for number, section in enumerate(item.sections):
                yield ("section" if number else item.kind, section.label)
                yield from _items(section.items)
            yield ("end",)
