"""How much room texts have: told to translators in characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckbuild.diagnostics import Collector
from deckbuild.i18n.message import Message
from deckbuild.layout import LaidOutSlide
from deckbuild.layout.laid_out import TextShape
from deckbuild.pipeline import Look, compile_deck
from deckbuild.project import DeckSource
from deckbuild.template import TemplateLayout
from deckbuild.units import to_points
from deckbuild.workspace import Workspace

_LINE, _CHARACTER = 1.2, 0.5
"""The height of a line and the mean width of a character, by the size of the type."""
_TITLE = "Title"
"""How the names of title placeholders begin."""


def give_rooms(
    messages: Iterable[Message], ids: Mapping[str, str], source: DeckSource, workspace: Workspace
) -> list[Message]:
    """Return messages with the characters that each may have before its box is full, all others staying.

    ``ids`` are the slides' ids by key. The deck is laid out in its own language; a box's room is the
    lines that its height leaves. Titles, and paragraphs and items of slides with a single box
    of text, have one; other messages, and those of slides that go on on a second one, do not.
    """
    compiled = compile_deck(source, Look(), workspace, Collector(), fit_report=True)
    slides = compiled.laid_out.slides if compiled.laid_out else ()
    layouts = compiled.laid_out.template.layouts if compiled.laid_out else ()
    rooms: dict[tuple[str, bool], int] = {}
    for slide, following in zip(slides, (*slides[1:], None), strict=True):
        is_divided = following is not None and not following.anchor
        for is_title, more in _rooms(slide, layouts[slide.layout]):
            if is_title or not is_divided:
                rooms[slide.anchor, is_title] = more
    return [_give(message, rooms, ids) for message in messages]


def _rooms(slide: LaidOutSlide, layout: TemplateLayout) -> list[tuple[bool, int]]:
    """Return the characters still free in a slide's title and in its text if that is a single box."""
    slots = {(slot.type, slot.index): slot.box for slot in layout.placeholders}
    fits = {fit.name: fit for fit in slide.fits if fit.used > 0 and fit.type_size > 0 and fit.font_scale == 1}
    found: dict[bool, list[int]] = {True: [], False: []}
    for shape in slide.shapes:
        fit = fits.get(shape.name)
        if fit is None or not isinstance(shape, TextShape):
            continue
        key = shape.placeholder
        box = shape.box or (slots.get((key.type, key.index)) if key else None)
        if box is not None:
            height = fit.type_size * _LINE
            width = to_points(box.cx) / (fit.type_size * _CHARACTER)
            lines = to_points(fit.room - fit.used) // height
            found[shape.name.startswith(_TITLE)].append(max(int(lines * width), 0))
    return [(is_title, rooms[0]) for is_title, rooms in found.items() if len(rooms) == 1]


def _give(message: Message, rooms: Mapping[tuple[str, bool], int], ids: Mapping[str, str]) -> Message:
    if message.in_notes or message.key not in ids or message.role not in ("title", "paragraph", "item"):
        return message
    more = rooms.get((ids[message.key], message.role == "title"))
    return message if more is None else message._replace(room=len(message.text) + more)
