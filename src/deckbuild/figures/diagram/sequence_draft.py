"""A sequence diagram while it is read: who takes part so far, and which frames are open."""

from __future__ import annotations

from .scan import DiagramText
from .sequence import Activation, Message, Participant, Section, SequenceItem


class DraftParticipant:
    """Somebody with a lifeline; ``label`` is None until one is written."""

    __slots__ = ("group", "is_actor", "label", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.label: str | None = None
        self.is_actor = False
        self.group = ""


class DraftFragment:
    """A frame that is open: its finished sections, and what the last one holds so far."""

    __slots__ = ("fill", "items", "kind", "label", "sections", "start")

    def __init__(self, kind: str, label: str, start: int, fill: str | None = None) -> None:
        self.kind = kind
        self.label = label
        self.start = start
        self.fill = fill
        self.sections: list[Section] = []
        self.items: list[SequenceItem] = []

    def begin_section(self, label: str) -> None:
        """End the section at hand and begin the next one."""
        self.sections.append(Section(self.label, tuple(self.items)))
        self.label = label
        self.items = []


class SequenceDraft:
    """All that was read of a sequence diagram so far.

    ``open`` are the frames not yet closed; the first stands for the diagram itself. ``box`` is the title
    of the box that is open, None outside of boxes.
    """

    __slots__ = (
        "active",
        "box",
        "box_start",
        "increment",
        "messages",
        "number",
        "open",
        "participants",
        "title",
    )

    def __init__(self) -> None:
        self.participants: dict[str, DraftParticipant] = {}
        self.open = [DraftFragment("", "", 0)]
        self.box: str | None = None
        self.box_start = 0
        self.active: dict[str, int] = {}
        self.number: int | None = None
        self.increment = 1
        self.messages = 0
        self.title = ""

    def mention(self, id: str, start: int) -> DraftParticipant:
        """Return the participant of an id that is written at ``start``; it is made when it is new."""
        found = self.participants.get(id)
        if found is None:
            found = self.participants[id] = DraftParticipant(start)
        return found

    def add(self, item: SequenceItem) -> None:
        """Add what happens next."""
        self.open[-1].items.append(item)
        self.messages += isinstance(item, Message)

    def activate(self, source: DiagramText, id: str, begins: bool, start: int) -> None:
        """Begin or end a participant's time of work. Diagnostic: diagram-syntax (it is not working)."""
        if not begins and not self.active.get(id):
            message = f"`{id}` is not active, so it cannot be deactivated."
            source.report(
                "diagram-syntax", start, message, f"Write `activate {id}` before it, or `->>+{id}`."
            )
            return
        self.active[id] = self.active.get(id, 0) + (1 if begins else -1)
        self.add(Activation(id, begins, source.span(start), source.step(start)))

    def take_number(self) -> int | None:
        """Return the next message's number, None when messages are not numbered."""
        number = self.number
        if number is not None:
            self.number = number + self.increment
        return number

    def finish_participants(self, source: DiagramText) -> tuple[Participant, ...]:
        """Return the participants in the order of their first mention; ids that are shown are noted."""
        for id, found in self.participants.items():
            if found.label is None:
                start = source.text.find(id, found.start)
                source.note_text(id, start, start + len(id))
        return tuple(
            Participant(
                id,
                id if found.label is None else found.label,
                source.span(found.start),
                found.is_actor,
                found.group,
            )
            for id, found in self.participants.items()
        )
