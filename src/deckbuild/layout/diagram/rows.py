"""What happens in a sequence diagram, from top to bottom: the height of each message, note and frame."""

from __future__ import annotations

from collections.abc import Sequence as Items

from deckbuild.figures.diagram import Activation, Fragment, Message, Sequence, SequenceNote
from deckbuild.figures.diagram.sequence import SequenceItem
from deckbuild.named_tuple import NamedTuple

from .columns import NOTE_PAD, Columns, Texts

BAR_WIDTH = 0.75  # of the type size


class Rect(NamedTuple):
    """A place in points."""

    x: float
    y: float
    width: float
    height: float


class MessageRow(NamedTuple):
    """A message: its line's ends and the place of its text."""

    message: Message
    x1: float
    x2: float
    y: float
    text: Rect


class NoteRow(NamedTuple):
    """A note and its place."""

    note: SequenceNote
    rect: Rect


class Bar(NamedTuple):
    """A time in which a participant works."""

    rect: Rect
    step: int


class Frame(NamedTuple):
    """A frame: its place, the place of its tab, and its sections' labels and where these begin."""

    fragment: Fragment
    rect: Rect
    tab: Rect
    labels: tuple[tuple[str, Rect], ...]
    step: int


class Rows(NamedTuple):
    """All that happens, and how high it is in points."""

    messages: tuple[MessageRow, ...]
    notes: tuple[NoteRow, ...]
    bars: tuple[Bar, ...]
    frames: tuple[Frame, ...]
    height: float


def find_rows(chart: Sequence, columns: Columns, texts: Texts, spread: float = 1.0) -> Rows:
    """Return where everything stands, its y counted from the end of the heads.

    ``spread`` multiplies the room between messages.
    """
    return _Walk(chart, columns, texts, spread).rows()


class _Walk:
    """Goes through a diagram's items from top to bottom."""

    def __init__(self, chart: Sequence, columns: Columns, texts: Texts, spread: float) -> None:
        self._index = {each.id: number for number, each in enumerate(chart.participants)}
        self._columns = columns
        self._texts = texts
        self._size = texts.size
        self._gap = 0.75 * texts.size * spread
        self._chart = chart
        self._y = self._gap
        self._at = self._gap
        self._open: dict[str, list[tuple[float, int]]] = {}
        self._messages: list[MessageRow] = []
        self._notes: list[NoteRow] = []
        self._bars: list[Bar] = []
        self._frames: list[Frame] = []

    def rows(self) -> Rows:
        """Return what has been placed."""
        self._walk(self._chart.items)
        for participant in list(self._open):
            while self._open[participant]:
                self._end_bar(participant, self._y)
        placed = tuple(self._messages), tuple(self._notes), tuple(self._bars), tuple(self._frames)
        return Rows(*placed, self._y + self._gap)

    def _walk(self, items: Items[SequenceItem]) -> None:
        for number, item in enumerate(items):
            if isinstance(item, Message):
                self._add_message(item, items[number + 1 : number + 2])
            elif isinstance(item, SequenceNote):
                self._add_note(item)
            elif isinstance(item, Activation):
                if item.begins:
                    self._open.setdefault(item.participant, []).append((self._at, item.step))
                elif self._open.get(item.participant):
                    self._end_bar(item.participant, self._at)
            else:
                self._add_fragment(item)

    def _edge(self, participant: str, towards: float, more: int = 0) -> float:
        """Return where a message meets a lifeline: at the edge of the outermost bar on it."""
        x = self._columns.middles[self._index[participant]]
        depth = len(self._open.get(participant, ())) + more
        if not depth:
            return x
        half = BAR_WIDTH * self._size / 2
        return x + depth * half if towards > x else x - half

    def _add_message(self, message: Message, following: Items[SequenceItem]) -> None:
        one = self._columns.middles[self._index[message.source]]
        other = self._columns.middles[self._index[message.target]]
        begins = any(
            isinstance(each, Activation) and each.begins and each.participant == message.target
            for each in following
        )
        x1, x2 = self._edge(message.source, other), self._edge(message.target, one, int(begins))
        if message.source == message.target:
            wide, high = self._texts.extent(message.text)
            x1 = self._edge(message.source, one + 1)
            top = self._y + self._gap * 0.6
            line = max(high, 1.3 * self._size)
            text = Rect(x1 + 2.4 * self._size, top + (line - high) / 2, wide, high)
            self._at = top + line
            self._messages.append(MessageRow(message, x1, x1, top, text))
            self._y = self._at + self._gap
            return
        wide, high = self._texts.extent(message.text, abs(x1 - x2) - 0.6 * self._size)
        if not message.text:
            high = 0.3 * self._size
        self._at = self._y + high
        text = Rect((x1 + x2 - wide) / 2, self._y, wide, high)
        self._messages.append(MessageRow(message, x1, x2, self._at, text))
        self._y = self._at + self._gap

    def _add_note(self, note: SequenceNote) -> None:
        numbers = sorted(self._index[each] for each in note.participants)
        first, last = self._columns.middles[numbers[0]], self._columns.middles[numbers[-1]]
        pad, half = NOTE_PAD * self._size, BAR_WIDTH * self._size
        room = last - first + 2 * self._size if note.place == "over" and numbers[0] != numbers[-1] else None
        wide, high = self._texts.extent(note.text, room)
        wide, high = wide + 2 * pad, high + 1.4 * pad
        if note.place == "left":
            x = first - half - wide
        elif note.place == "right":
            x = last + half
        else:
            wide = max(wide, room or 0.0)
            x = (first + last - wide) / 2
        self._notes.append(NoteRow(note, Rect(x, self._y, wide, high)))
        self._y += high + self._gap
        self._at = self._y - self._gap

    def _end_bar(self, participant: str, end: float) -> None:
        start, step = self._open[participant].pop()
        half = BAR_WIDTH * self._size / 2
        x = self._columns.middles[self._index[participant]] + (len(self._open[participant]) - 1) * half
        self._bars.append(Bar(Rect(x, start, 2 * half, max(end - start, self._size * 0.6)), step))

    def _add_fragment(self, fragment: Fragment) -> None:
        """Put a frame around its sections, a label over each."""
        top, size = self._y, self._size
        marks = len(self._messages), len(self._notes), len(self._frames)
        labels: list[tuple[str, float, float, float]] = []
        has_tab = fragment.kind != "rect"
        for number, section in enumerate(fragment.sections):
            if number:
                self._y += 0.1 * size
            wide, high = self._texts.extent(section.label or " ")
            high = max(high, 1.4 * self._texts.small) if has_tab else 0.0
            labels.append((section.label, self._y, wide, high))
            self._y += high + self._gap * 0.8
            self._walk(section.items)
        left, right = self._reach(marks)
        frame = Rect(left, top, right - left, self._y - top - self._gap * 0.2)
        tab = Rect(left, top, 3.6 * size if has_tab else 0.0, 1.4 * self._texts.small if has_tab else 0.0)
        placed = tuple(
            (f"[{text}]" if text else "", Rect(tab.x + tab.width + 0.4 * size, y, wide + 0.8 * size, high))
            for text, y, wide, high in labels
        )
        self._frames.insert(marks[2], Frame(fragment, frame, tab, placed, fragment.step))
        self._y += self._gap * 0.8
        self._at = self._y

    def _reach(self, marks: tuple[int, int, int]) -> tuple[float, float]:
        """Return how far a frame must reach to the left and right for all that has happened since."""
        size = self._size
        xs = [
            x
            for row in self._messages[marks[0] :]
            for x in (row.x1, row.x2, row.text.x, row.text.x + row.text.width)
        ]
        xs += [x for row in self._notes[marks[1] :] for x in (row.rect.x, row.rect.x + row.rect.width)]
        left = min(xs, default=self._columns.middles[0]) - size * 0.9
        right = max(xs, default=self._columns.middles[-1]) + size * 0.9
        for frame in self._frames[marks[2] :]:
            left = min(left, frame.rect.x - size * 0.5)
            right = max(right, frame.rect.x + frame.rect.width + size * 0.5)
        return left, right
