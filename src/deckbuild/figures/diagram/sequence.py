"""A sequence diagram, understood, in Mermaid's terms."""

from __future__ import annotations

from typing import Literal

from deckbuild.figures.figure_text import FigureText
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span


class Participant(NamedTuple):
    """Somebody or something with a lifeline; ``group`` is the title of the box it stands in."""

    id: str
    label: str
    span: Span
    is_actor: bool = False
    group: str = ""


class Message(NamedTuple):
    """A message; ``number`` is set when the diagram numbers them. ``step`` as in flowcharts.

    ``start`` is what its line begins with: an arrow when the message goes both ways.
    """

    source: str
    target: str
    text: str
    span: Span
    line: Literal["solid", "dotted"] = "solid"
    end: Literal["none", "arrow", "open", "cross"] = "arrow"
    number: int | None = None
    step: int = 0
    start: Literal["none", "arrow"] = "none"


class Activation(NamedTuple):
    """The beginning or end of a time in which a participant works."""

    participant: str
    begins: bool
    span: Span
    step: int = 0


class SequenceNote(NamedTuple):
    """A note over one or two participants, or beside one."""

    place: Literal["over", "left", "right"]
    participants: tuple[str, ...]
    text: str
    span: Span
    step: int = 0


class Section(NamedTuple):
    """A part of a fragment: its condition and what happens in it."""

    label: str
    items: tuple[SequenceItem, ...]


FragmentKind = Literal["loop", "alt", "opt", "par", "critical", "break", "rect"]


class Fragment(NamedTuple):
    """A frame around messages; ``fill`` is the colour of a ``rect``, as in a flowchart's ``Paint``."""

    kind: FragmentKind
    sections: tuple[Section, ...]
    span: Span
    fill: str | None = None
    step: int = 0


SequenceItem = Message | Activation | SequenceNote | Fragment


class Sequence(NamedTuple):
    """A sequence diagram: its lifelines from left to right and what happens from top to bottom.

    ``texts`` are all that it shows, with their places, in the order of the source.
    """

    participants: tuple[Participant, ...]
    items: tuple[SequenceItem, ...]
    title: str = ""
    description: str = ""
    texts: tuple[FigureText, ...] = ()


def shown_in_sequence(chart: Sequence) -> set[str]:
    """Return all texts that a sequence diagram shows, with those for who does not see it."""
    shown = {chart.title, chart.description}
    for participant in chart.participants:
        shown |= {participant.label, participant.group}
    waiting = list(chart.items)
    while waiting:
        item = waiting.pop()
        if isinstance(item, Message | SequenceNote):
            shown.add(item.text)
        elif isinstance(item, Fragment):
            shown.update(section.label for section in item.sections)
            waiting += [inner for section in item.sections for inner in section.items]
    return shown
