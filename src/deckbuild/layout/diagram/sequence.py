"""A sequence diagram's shapes: heads, lifelines, bars, messages, notes and frames."""

from __future__ import annotations

from deckbuild.figures.diagram import Message, Participant, Sequence
from deckbuild.layout.appear import appear
from deckbuild.layout.context import DeckContext
from deckbuild.layout.laid_out import (
    ConnectorShape,
    Geometry,
    GroupShape,
    Head,
    Line,
    Shape,
    TextBody,
    TextShape,
)
from deckbuild.named_tuple import NamedTuple
from deckbuild.units import Box, from_points

from .attach import Attachments
from .columns import ACTOR_HEIGHT, Columns, Texts, find_columns
from .hull import hull
from .paint import Painter
from .rows import Bar, Frame, MessageRow, NoteRow, Rect, Rows, find_rows
from .sizes import Labels
from .text import make_text

_MOSTS = (16.0, 11.0, 8.0, 6.0)
_LARGEST, _LEAST, _TRIED = 16.0, 1.0, 10.0
_MOST_SPREAD = 2.2
_GROUP_TITLE = 1.8
_FOOT_FROM = 8
LIFELINE = 2.0  # points: the width in which a lifeline can be caught
_HEADS: dict[str, Head] = {"none": "none", "arrow": "triangle", "open": "arrow", "cross": "none"}


class FittedSequence(NamedTuple):
    """A sequence diagram laid out, and its extent in points."""

    columns: Columns
    rows: Rows
    texts: Texts
    has_feet: bool
    width: float
    height: float

    @property
    def size(self) -> float:
        """The type size of its heads in points."""
        return self.texts.size


def fit_sequence(chart: Sequence, labels: Labels, width: float, height: float) -> FittedSequence:
    """Lay out a sequence diagram in a room in points, with the largest type that fits."""
    best_size, best_most = _LEAST, _MOSTS[0]
    for most in _MOSTS:
        tried = _try(chart, labels, _TRIED, most, None, 1.0)
        size = min(_TRIED * min(width / tried.width, height / tried.height), _LARGEST)
        if size > best_size * 1.04:
            best_size, best_most = size, most
    size = min(best_size, _LARGEST)
    size = float(int(size)) if size >= 12 else int(size * 2) / 2
    while True:
        fitted = _try(chart, labels, size, best_most, width, 1.0)
        if (fitted.width <= width and fitted.height <= height) or size <= _LEAST:
            break
        size = max(size - 0.5, _LEAST)
    spread = _MOST_SPREAD
    while spread > 1.0:
        wider = _try(chart, labels, size, best_most, width, spread)
        if wider.height <= height and wider.width <= width:
            return wider
        spread -= 0.2
    return fitted


def _try(
    chart: Sequence, labels: Labels, size: float, most: float, width: float | None, spread: float
) -> FittedSequence:
    texts = Texts(labels, size, most)
    columns = find_columns(chart, texts, width)
    rows = find_rows(chart, columns, texts, spread)
    reach = [columns.left, *(frame.rect.x for frame in rows.frames), *(each.rect.x for each in rows.notes)]
    ends = [
        columns.right,
        *(frame.rect.x + frame.rect.width for frame in rows.frames),
        *(each.rect.x + each.rect.width for each in rows.notes),
        *(each.text.x + each.text.width for each in rows.messages),
    ]
    pad = size * 0.6 if any(each.group for each in chart.participants) else 0.0
    left, right = min(reach) - pad, max(ends) + pad
    columns = columns._replace(left=left, right=right)
    has_feet = len(rows.messages) >= _FOOT_FROM and not any(each.is_actor for each in chart.participants)
    group = _GROUP_TITLE * size if pad else 0.0
    high = group + columns.head_height * (2 if has_feet else 1) + rows.height + pad
    return FittedSequence(columns, rows, texts, has_feet, right - left, high)


class SequenceDrawing:
    """Draws one sequence diagram with its top left corner at a place in points."""

    __slots__ = (
        "_attached", "_chart", "_deck", "_fitted", "_left", "_painter", "_prefix", "_top", "_y",
    )  # fmt: skip

    def __init__(
        self,
        deck: DeckContext,
        chart: Sequence,
        fitted: FittedSequence,
        corner: tuple[float, float],
        prefix: str,
    ) -> None:
        self._deck = deck
        self._chart = chart
        self._fitted = fitted
        self._left = corner[0] - fitted.columns.left
        self._prefix = prefix
        self._painter = Painter(deck)
        has_groups = any(each.group for each in chart.participants)
        self._top = corner[1] + (_GROUP_TITLE * fitted.size if has_groups else 0.0)
        self._y = self._top + fitted.columns.head_height
        self._attached = Attachments(chart, fitted.columns, fitted.rows, prefix)

    def draw(self) -> list[Shape]:
        """Return the shapes: what lies behind first, then participants, then what happens in its order."""
        rows = self._fitted.rows
        shapes: list[Shape] = [*self._draw_groups()]
        shapes += [shape for frame in rows.frames for shape in self._draw_frame(frame)]
        for number, participant in enumerate(self._chart.participants):
            shapes += self._draw_participant(participant, number)
        shapes += [self._draw_bar(bar, number) for number, bar in enumerate(rows.bars)]
        happening: list[MessageRow | NoteRow] = [*rows.messages, *rows.notes]
        happening.sort(key=lambda row: row.text.y if isinstance(row, MessageRow) else row.rect.y)
        for row in happening:
            shapes += self._draw_message(row) if isinstance(row, MessageRow) else [self._draw_note(row)]
        return shapes

    def _box(self, rect: Rect) -> Box:
        """Return a place in EMU of one whose y is counted from the heads' end."""
        return Box(
            from_points(self._left + rect.x),
            from_points(self._y + rect.y),
            max(from_points(rect.width), 1),
            max(from_points(rect.height), 1),
        )

    def _text(self, text: str, size: float, color: str, bold: bool = False) -> TextBody:
        return make_text(text, size, color, self._deck, bold)

    def _draw_groups(self) -> list[Shape]:
        """Return the boxes around participants that belong together."""
        columns, size = self._fitted.columns, self._fitted.size
        shapes: list[Shape] = []
        start = 0
        people = self._chart.participants
        for number, participant in enumerate(people):
            if number + 1 < len(people) and people[number + 1].group == participant.group:
                continue
            if participant.group:
                left = columns.middles[start] - columns.heads[start] / 2 - 0.6 * size
                right = columns.middles[number] + columns.heads[number] / 2 + 0.6 * size
                top = self._top - self._y - _GROUP_TITLE * size
                box = self._box(Rect(left, top, right - left, self._foot() - top + 0.6 * size))
                body = self._text(participant.group, size, self._deck.color("strong", "accent1"), True)
                body = body._replace(anchor="t", insets=(0, from_points(size * 0.25), 0, 0))
                line = Line(self._deck.color("rule", "accent6"), from_points(0.75))
                fill = self._painter.ground(1)
                shapes.append(TextShape(participant.group, body, box, fill=fill, line=line))
            start = number + 1
        return shapes

    def _foot(self) -> float:
        """Return where all ends, feet included, counted from the heads' end."""
        fitted = self._fitted
        return fitted.rows.height + (fitted.columns.head_height if fitted.has_feet else 0.0)

    def _draw_participant(self, participant: Participant, number: int) -> list[Shape]:
        columns, rows = self._fitted.columns, self._fitted.rows
        middle, wide, high = columns.middles[number], columns.heads[number], columns.head_height
        head = Rect(middle - wide / 2, -high, wide, high)
        key = f"{self._prefix}{participant.id}"
        shapes: list[Shape] = [self._draw_head(participant, head, key)]
        if participant.is_actor:
            shapes = self._draw_actor(participant, head, key)
        line = Line(self._deck.color("rule", "accent6"), from_points(1), "sysDash")
        place = self._box(Rect(middle - LIFELINE / 2, 0.0, LIFELINE, rows.height))
        name = participant.label.replace("\n", " ") or "Participant"
        lifeline = TextShape(
            f"Lifeline of {name}", TextBody(()), place, geometry="lifeline", line=line, decorative=True,
            key=self._attached.lifeline_key(participant), sites=self._attached.lifeline_sites(participant),
        )  # fmt: skip
        shapes.insert(0, lifeline)
        if self._fitted.has_feet:
            shapes.append(self._draw_head(participant, head._replace(y=rows.height), f"{key} foot"))
        return [GroupShape(name, hull(shapes), tuple(shapes))]

    def _draw_head(self, participant: Participant, head: Rect, key: str) -> TextShape:
        strong = self._deck.color("strong", "accent1")
        body = self._text(participant.label, self._fitted.size, self._painter.text_on(strong), True)
        return TextShape(participant.label.replace("\n", " "), body, self._box(head), fill=strong, key=key)

    def _draw_actor(self, participant: Participant, head: Rect, key: str) -> list[Shape]:
        """Return a person, a head over shoulders, and the name under it."""
        size, strong = self._fitted.size, self._deck.color("strong", "accent1")
        middle = head.x + head.width / 2
        round_head = Rect(middle - 0.45 * size, head.y, 0.9 * size, 0.9 * size)
        shoulders = Rect(middle - 0.8 * size, head.y + 0.98 * size, 1.6 * size, 1.1 * size)
        name = Rect(head.x, head.y + ACTOR_HEIGHT * size, head.width, head.height - ACTOR_HEIGHT * size)
        body = self._text(participant.label, size, self._deck.color("text"), True)
        nothing = TextBody(())
        shapes: list[Shape] = [
            TextShape(
                "Person", nothing, self._box(round_head), geometry="ellipse", fill=strong, decorative=True
            ),
            TextShape(
                "Person",
                nothing,
                self._box(shoulders),
                geometry="round2SameRect",
                fill=strong,
                decorative=True,
                adjust=(("adj1", 50000), ("adj2", 0)),
            ),
        ]
        return [*shapes, TextShape(participant.label.replace("\n", " "), body, self._box(name), key=key)]

    def _draw_bar(self, bar: Bar, number: int) -> TextShape:
        line = Line(self._deck.color("strong", "accent1"), from_points(1))
        box, fill = self._box(bar.rect), self._painter.ground(1)
        return TextShape(
            "Activation", TextBody(()), box, geometry="bar", fill=fill, line=line, decorative=True,
            step=bar.step, key=self._attached.bar_key(number), sites=self._attached.bar_sites(number),
        )  # fmt: skip

    def _draw_note(self, row: NoteRow) -> TextShape:
        accent = self._deck.color("accent", "accent2")
        body = self._text(row.note.text, self._fitted.texts.small, self._deck.color("text"))
        line = Line(accent, from_points(1))
        fill = self._painter.ground(1)
        box = self._box(row.rect)
        return TextShape("Note", body, box, geometry="foldedCorner", fill=fill, line=line, step=row.note.step)

    def _draw_message(self, row: MessageRow) -> list[Shape]:
        message = row.message
        color = self._deck.color("text")
        line = Line(color, from_points(1.5), "sysDash" if message.line == "dotted" else "solid")
        y, size = from_points(self._y + row.y), self._fitted.size
        x1, x2 = from_points(self._left + row.x1), from_points(self._left + row.x2)
        tail, head = _HEADS[message.end], _HEADS[message.start]
        last: tuple[int, int] = x2, y
        if message.source == message.target:
            loop = Box(x1, y, from_points(1.9 * size), from_points(max(row.text.height, 1.3 * size)))
            last = x1, loop.bottom
            arrow: Shape = TextShape(
                "Message", TextBody(()), loop, geometry="loop", line=line._replace(head=head, tail=tail),
                decorative=True, step=message.step,
            )  # fmt: skip
        else:
            start, end = self._attached.ends(row)
            arrow = ConnectorShape(
                "Message", ((x1, y), last), line, start, end, head, tail, step=message.step
            )
        shapes: list[Shape] = [arrow]
        if message.text:
            body = self._text(message.text, self._fitted.texts.small, color)
            shapes.insert(0, TextShape("Message text", body, self._box(row.text), step=message.step))
        if message.end == "cross":
            shapes.append(self._draw_mark("mathMultiply", last, 1.5 * size, color, message))
        if message.number is not None:
            shapes.append(self._draw_number(message, (x1, y), size))
        return shapes

    def _draw_mark(
        self, geometry: Geometry, point: tuple[int, int], size: float, color: str, message: Message
    ) -> TextShape:
        half = from_points(size / 2)
        box = Box(point[0] - half, point[1] - half, 2 * half, 2 * half)
        body = TextBody(())
        return TextShape("Lost", body, box, geometry=geometry, fill=color, decorative=True, step=message.step)

    def _draw_number(self, message: Message, point: tuple[int, int], size: float) -> TextShape:
        accent = self._deck.color("accent", "accent2")
        small = round(self._fitted.texts.small * 1.5) / 2
        half = from_points(0.65 * size)
        box = Box(point[0] - half, point[1] - half, 2 * half, 2 * half)
        body = self._text(str(message.number), small, self._painter.text_on(accent), True)
        return TextShape("Number", body, box, geometry="ellipse", fill=accent, step=message.step)

    def _draw_frame(self, frame: Frame) -> list[Shape]:
        """Return a frame, its tab with its kind, and a line and a label for each section."""
        return appear(self._draw_fragment(frame), frame.fragment.step)

    def _draw_fragment(self, frame: Frame) -> list[Shape]:
        color, small = self._deck.color, self._fitted.texts.small
        if frame.fragment.kind == "rect":
            fill = self._painter.ground(1)
            return [TextShape("Highlight", TextBody(()), self._box(frame.rect), fill=fill, decorative=True)]
        line = Line(color("muted", "accent6"), from_points(1))
        shapes: list[Shape] = [
            TextShape("Frame", TextBody(()), self._box(frame.rect), line=line, decorative=True),
            TextShape(
                "Frame kind",
                self._text(frame.fragment.kind, small, color("text"), True),
                self._box(frame.tab),
                geometry="snip1Rect",
                fill=self._painter.ground(1),
                line=line,
            ),
        ]
        for number, (label, rect) in enumerate(frame.labels):
            if number:
                y = from_points(self._y + rect.y)
                left = from_points(self._left + frame.rect.x)
                right = from_points(self._left + frame.rect.x + frame.rect.width)
                dashed = Line(line.color, line.width, "dash")
                shapes.append(ConnectorShape("Section", ((left, y), (right, y)), dashed, tail="none"))
            if label:
                body = self._text(label, small, color("muted", "tx1"))
                shapes.append(TextShape("Condition", body, self._box(rect)))
        return shapes
