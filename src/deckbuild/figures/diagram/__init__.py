"""Diagrams: Mermaid's flowcharts and sequence diagrams, as typed figures without geometry."""

from __future__ import annotations

from .flowchart import Direction, Edge, Flowchart, Link, Node, Paint, Shape, Subgraph
from .read import read_diagram
from .sequence import Activation, Fragment, Message, Participant, Section, Sequence, SequenceNote

__all__ = [
    "Activation",
    "Direction",
    "Edge",
    "Flowchart",
    "Fragment",
    "Link",
    "Message",
    "Node",
    "Paint",
    "Participant",
    "Section",
    "Sequence",
    "SequenceNote",
    "Shape",
    "Subgraph",
    "read_diagram",
]
