"""A sequence diagram's statements, one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable

from .labels import Label, read_label
from .scan import DiagramText, shown
from .sequence import Sequence, shown_in_sequence
from .sequence_draft import SequenceDraft
from .sequence_frames import FRAMES, SECTIONS, read_end, read_frame, read_section, report_open_frames
from .sequence_messages import read_activation, read_message, read_note
from .sequence_participants import read_box, read_destroy, read_participant

_GAP = re.compile(r"[\s;]*")
_STATEMENT = re.compile(r"(?:[^\n;#]+|#\w{1,31};)*")
_COMMENT = re.compile(r"#[^\n]*")
_WORD = re.compile(r"[A-Za-z_]+(?=[\s:]|$)")
_NUMBERS = re.compile(
    r"autonumber(?:[ \t]+(?P<first>off|\d{1,6}(?:\.\d+)?)(?:[ \t]+(?P<by>\d{1,6}(?:\.\d+)?))?)?$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"title[ \t]*:?[ \t]*(?P<title>.*)$", re.IGNORECASE)
_READABLE_PARTICIPANTS = 10
_READABLE_MESSAGES = 30

Reader = Callable[[DiagramText, SequenceDraft, str, int], bool]
"""Reads a statement that stands at an offset; False when it is malformed."""


def read_sequence(source: DiagramText, position: int, title: str, description: str) -> Sequence | None:
    """Read a sequence diagram from behind its first word; None after an error.

    A statement that is malformed is reported and skipped. Diagnostics: diagram-syntax, diagram-empty,
    diagram-ignored, diagram-unsupported, diagram-limit, diagram-too-large.
    """
    draft = SequenceDraft()
    while not source.is_hopeless:
        position = _skip(source, position)
        if position >= len(source.text):
            break
        found = _STATEMENT.match(source.text, position)
        statement = found[0].rstrip() if found else ""
        if statement and not _read_statement(source, draft, statement, position):
            message = f"`{shown(statement)}` is no statement of a sequence diagram."
            source.report("diagram-syntax", position, message, "Write `A->>B: text`.")
        position = found.end() if found else len(source.text)
    report_open_frames(source, draft)
    if not source.failed and not draft.participants:
        source.report("diagram-empty", 0, "The diagram has no participants.", "Write `A->>B: text`.")
    if source.failed:
        return None
    _report_size(source, draft)
    chart = Sequence(
        draft.finish_participants(source), tuple(draft.open[0].items), draft.title or title, description
    )
    return chart._replace(texts=source.texts_shown(shown_in_sequence(chart)))


def _skip(source: DiagramText, position: int) -> int:
    """Return the offset behind blank space, semicolons and comments (``#`` to the line's end)."""
    while True:
        gap = _GAP.match(source.text, position)
        comment = _COMMENT.match(source.text, gap.end() if gap else position)
        if not comment:
            return gap.end() if gap else position
        position = comment.end()


def _read_statement(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    word = _WORD.match(statement)
    read = _READERS.get(word[0].lower(), read_message) if word else read_message
    if draft.box is not None and read not in _IN_BOXES:
        source.report("diagram-syntax", position, "A box holds participants only.", "Write `end` before it.")
    return read(source, draft, statement, position)


def _report_size(source: DiagramText, draft: SequenceDraft) -> None:
    for count, limit, what in (
        (len(draft.participants), _READABLE_PARTICIPANTS, "participants"),
        (draft.messages, _READABLE_MESSAGES, "messages"),
    ):
        if count > limit:
            source.report("diagram-too-large", 0, f"A diagram of {count} {what} cannot be read on one slide.")


def _read_numbers(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    found = _NUMBERS.match(statement)
    if not found:
        return False
    first, by = found["first"] or "1", found["by"] or "1"
    if "." in first + by:
        source.report("diagram-unsupported", position, "Messages are numbered with whole numbers only.")
    off = first.lower() == "off"
    draft.number = None if off else int(float(first))
    draft.increment = max(int(float(by)), 1)
    return True


def _read_title(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    found = _TITLE.match(statement)
    if found:
        written = Label(found["title"], position + found.start("title"))
        draft.title = read_label(source, written, escapes=False)
    return bool(found)


def _skip_links(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    word = statement.split()[0].rstrip(":")
    source.report("diagram-unsupported", position, f"`{word}` of a participant is not supported.")
    return True


_READERS: dict[str, Reader] = {
    "participant": read_participant,
    "actor": read_participant,
    "create": read_participant,
    "destroy": read_destroy,
    "box": read_box,
    "note": read_note,
    "activate": read_activation,
    "deactivate": read_activation,
    "autonumber": _read_numbers,
    "title": _read_title,
    "link": _skip_links,
    "links": _skip_links,
    "properties": _skip_links,
    "details": _skip_links,
    "end": read_end,
    **dict.fromkeys(FRAMES, read_frame),
    **dict.fromkeys(SECTIONS, read_section),
}
_IN_BOXES = (read_participant, read_destroy, read_box, read_end)
