"""How much room texts have: told to translators in characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil

from deckbuild.diagnostics import Collector
from deckbuild.dress import Look
from deckbuild.i18n.message import Message
from deckbuild.language import script_of
from deckbuild.layout import LaidOutSlide
from deckbuild.layout.laid_out import BoxFit, Shape, TableShape, TextParagraph, TextShape
from deckbuild.markdown import read_inlines
from deckbuild.model import plain_text
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import compile_deck
from deckbuild.project import DeckSource
from deckbuild.source import Span
from deckbuild.template import Placeholder, TemplateLayout
from deckbuild.template.script_fonts import EAST_ASIAN
from deckbuild.units import Box, to_points
from deckbuild.workspace import Workspace

_LINE = 1.2
"""The height of a line by the size of its type."""
_CHARACTER, _IDEOGRAPH = 0.55, 1.0
"""The width of a character by the size of its type: a letter's mean is 0.5, of bold type a little more."""
_INSETS = (91440, 45720, 91440, 45720)
"""Of cells and text boxes that say nothing else (ECMA-376 Part 1, 21.1.2.1.1 and 21.1.3.17)."""
_TITLE = "Title"
"""How the names of title placeholders begin."""
_NOT_MEASURED = ("alt", "duration", "label")


class _Line(NamedTuple):
    """The measure of a text: how many characters a line has, how many lines are free and how many taken."""

    characters: float
    free: int
    taken: int = 1

    def left(self, text: str) -> int:
        """Return how many characters more may stand where this text does."""
        taken = max(ceil(len(text) / self.characters), self.taken)
        return max(int((taken + self.free) * self.characters) - len(text), 0)


def give_rooms(
    messages: Iterable[Message], ids: Mapping[str, str], source: DeckSource, workspace: Workspace
) -> list[Message]:
    """Return messages with the characters that each may have before its box is full, all others staying.

    ``ids`` are the slides' ids by key. The deck is laid out in its own language; a box's room is what is free
    in the lines of the text, and the lines that the box's height leaves. Texts of placeholders and text
    boxes, cards and columns among them, captions and cells of tables are found by what they say. Labels are
    not: a diagram is drawn anew for longer ones. Other messages, and those of slides that are full or go on
    on a second one, have no room.
    """
    compiled = compile_deck(source, Look(), workspace, Collector(), fit_report=True)
    slides = compiled.laid_out.slides if compiled.laid_out else ()
    layouts = compiled.laid_out.template.layouts if compiled.laid_out else ()
    width = _IDEOGRAPH if script_of(source.settings.language) in EAST_ASIAN else _CHARACTER
    rooms: dict[tuple[str, str], int] = {}  # characters left by slide and text; no text begins with a space
    for slide, following in zip(slides, (*slides[1:], None), strict=True):
        is_divided = not slide.anchor or (following is not None and not following.anchor)
        for text, line, is_title in _texts(slide, layouts[slide.layout], width):
            if text and (is_title or not is_divided):
                key = slide.anchor, _TITLE if is_title else f" {text}"
                left = line.left(text)
                rooms[key] = min(left, rooms.get(key, left))
    return [_give(message, rooms, ids) for message in messages]


def _give(message: Message, rooms: Mapping[tuple[str, str], int], ids: Mapping[str, str]) -> Message:
    if message.in_notes or message.key not in ids or message.role in _NOT_MEASURED:
        return message
    which = _TITLE
    if message.role != "title":
        inlines = read_inlines(message.text.replace("\n", " "), Span(""), Collector())
        which = f" {_squeeze(plain_text(inlines))}"
    left = rooms.get((ids[message.key], which))
    # Markup, which is not shown, comes on top of the room.
    return message if left is None else message._replace(room=len(message.text) + left)


def _texts(slide: LaidOutSlide, layout: TemplateLayout, width: float) -> Iterator[tuple[str, _Line, bool]]:
    """Yield the texts of a slide that its fit report measures, their lines, and whether each is the title."""
    slots = {(slot.type, slot.index): slot for slot in layout.placeholders}
    for shape, fit in _measured(slide):
        if fit is None or fit.used <= 0 or fit.type_size <= 0 or fit.font_scale != 1:
            continue
        if isinstance(shape, TableShape):
            yield from _cell_texts(shape, fit, _free_below(shape, fit, slide), width)
        elif isinstance(shape, TextShape):
            key = shape.placeholder
            slot = slots.get((key.type, key.index)) if key else None
            yield from _body_texts(shape, slot, fit, width)


def _measured(slide: LaidOutSlide) -> Iterator[tuple[Shape, BoxFit | None]]:
    """Yield the shapes with their parts of the fit report, which has the same order and leaves some out."""
    fits = iter(slide.fits)
    fit = next(fits, None)
    for shape in slide.shapes:
        if fit is not None and fit.name == shape.name and isinstance(shape, (TextShape, TableShape)):
            yield shape, fit
            fit = next(fits, None)
        else:
            yield shape, None


def _body_texts(
    shape: TextShape, slot: Placeholder | None, fit: BoxFit, width: float
) -> Iterator[tuple[str, _Line, bool]]:
    box = shape.box or (slot.box if slot else None)
    if box is None:
        return
    insets = shape.body.insets or (slot.insets if slot else _INSETS)
    free = _lines(fit.room - fit.used, fit.type_size)
    for paragraph in shape.body.paragraphs:
        inner = box.cx - insets[0] - insets[2] - (paragraph.margin_left or 0)
        line = _Line(_characters(inner, fit.type_size, width), free)
        yield _text([paragraph]), line, shape.name.startswith(_TITLE)


def _cell_texts(
    table: TableShape, fit: BoxFit, free_height: int, width: float
) -> Iterator[tuple[str, _Line, bool]]:
    free = _lines(free_height, fit.type_size)
    for row in table.rows:
        for index, cell in enumerate(row.cells):
            left, top, right, bottom = cell.insets or _INSETS
            inner = sum(table.columns[index : index + cell.column_span]) - left - right
            taken = _lines(row.height - top - bottom, fit.type_size) if cell.row_span == 1 else 1
            line = _Line(_characters(inner, fit.type_size, width), free, taken)
            if len(cell.paragraphs) == 1:
                yield _text(cell.paragraphs), line, False


def _free_below(table: TableShape, fit: BoxFit, slide: LaidOutSlide) -> int:
    """Return how much higher a table may become: what is free under it, and in the texts that stand there."""
    free = fit.room - fit.used
    for shape, below in _measured(slide):
        box = shape.box
        if box is not None and box.y >= table.box.bottom and _overlap(box, table.box):
            free = min(free, below.room - below.used if below else 0)
    return max(free, 0)


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right


def _lines(height: int, size: float) -> int:
    return max(int(to_points(height) / (size * _LINE)), 0)


def _characters(width: int, size: float, character: float) -> float:
    return max(to_points(width) / (size * character), 1.0)


def _text(paragraphs: Sequence[TextParagraph]) -> str:
    return _squeeze(" ".join("".join(run.text for run in each.runs) for each in paragraphs))


def _squeeze(text: str) -> str:
    return " ".join(text.split())
