"""What goes between participants: messages, notes, and the times in which they are active."""

from __future__ import annotations

import re
from typing import Literal, cast

from .labels import Label, read_label
from .scan import DiagramText, shown
from .sequence import Message, SequenceNote
from .sequence_draft import SequenceDraft

_ARROW = re.compile(
    r"(?P<both><<)?(?P<line>--?)(?P<end>>>?|x|\))"
    r"|(?P<half>--?(?:\|[\\/]|\\\\|//)|(?:[\\/]\||\\\\|//)--?)"
)
_NAME = re.compile(r"[^<>:,;+()\\/]+$")
_NOTE = re.compile(
    r"note[ \t]+(?P<place>left[ \t]+of|right[ \t]+of|over)[ \t]+(?P<ids>[^:]+):(?P<text>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ACTIVATE = re.compile(r"(?P<word>activate|deactivate)[ \t]+(?P<id>[^<>:,;+()\\/]+)$", re.IGNORECASE)
_WRAP = re.compile(r"[ \t]*:?(?:no)?wrap:", re.IGNORECASE)
_ENDS: dict[str, Literal["none", "arrow", "open", "cross"]] = {
    ">>": "arrow",
    ">": "none",
    "x": "cross",
    ")": "open",
}
MOST_MESSAGES = 300


def read_text(source: DiagramText, text: str, start: int) -> str:
    """Return the text of a message or note, without ``wrap:``."""
    wrap = _WRAP.match(text)
    if wrap:
        text, start = text[wrap.end() :], start + wrap.end()
    return read_label(source, Label(text, start), escapes=False)


def read_message(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    """Read ``A->>+B: text``; False when it is none.

    Diagnostics: diagram-syntax, diagram-unsupported (half arrows), diagram-limit.
    """
    ends, colon, text = statement.partition(":")
    arrow = _ARROW.search(ends)
    if not arrow:
        return False
    first, second = ends[: arrow.start()].strip(), ends[arrow.end() :].strip()
    first, second = _drop_central(source, first, second, position + arrow.start())
    sign = second[:1] if second[:1] in ("+", "-") else ""
    second = second[len(sign) :].strip()
    if not _NAME.match(first) or not _NAME.match(second):
        return False
    if not colon:
        start = position + len(ends)
        source.report("diagram-syntax", start, "A message needs a text.", "Write `: text` behind it.")
    if draft.messages >= MOST_MESSAGES:
        source.report("diagram-limit", position, f"There are more than {MOST_MESSAGES} messages.")
        return True
    draft.mention(first, position)
    draft.mention(second, position + arrow.end())
    label = read_text(source, text, position + len(ends) + 1)
    draft.add(_make_message(source, draft, arrow, first, second, label, position))
    if sign:
        draft.activate(source, second if sign == "+" else first, sign == "+", position)
    return True


def _drop_central(source: DiagramText, first: str, second: str, start: int) -> tuple[str, str]:
    if first.endswith("()") or second.startswith("()"):
        message = "A circle where a message meets a line is not supported."
        source.report("diagram-unsupported", start, message)
        first, second = first.removesuffix("()").rstrip(), second.removeprefix("()").lstrip()
    return first, second


def _make_message(
    source: DiagramText,
    draft: SequenceDraft,
    arrow: re.Match[str],
    first: str,
    second: str,
    text: str,
    position: int,
) -> Message:
    if arrow["half"]:
        message = f"The half arrow `{arrow[0]}` is drawn as a whole one."
        source.report("diagram-unsupported", position + arrow.start(), message)
    return Message(
        first,
        second,
        text,
        source.span(position),
        "dotted" if "--" in arrow[0] else "solid",
        _ENDS[arrow["end"]] if arrow["end"] else "arrow",
        draft.take_number(),
        source.step(position),
        "arrow" if arrow["both"] else "none",
    )


def read_note(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    """Read ``note over A,B: text`` and the like; False when it is malformed."""
    found = _NOTE.match(statement)
    if not found:
        return False
    place = found["place"].split()[0].lower()
    ids = tuple(id.strip() for id in found["ids"].split(","))
    if not all(ids) or len(ids) > (2 if place == "over" else 1):
        message = f"`{shown(found['ids'])}` is too much for a note {found['place']}."
        source.report(
            "diagram-syntax", position + found.start("ids"), message, "Name one, or two with `over`."
        )
        return True
    for id in ids:
        draft.mention(id, position + found.start("ids"))
    text = read_text(source, found["text"], position + found.start("text"))
    kind = cast('Literal["over", "left", "right"]', place)
    draft.add(SequenceNote(kind, ids, text, source.span(position), source.step(position)))
    return True


def read_activation(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    """Read ``activate A`` or ``deactivate A``; False when it is malformed."""
    found = _ACTIVATE.match(statement)
    if not found:
        return False
    id = found["id"].strip()
    draft.mention(id, position + found.start("id"))
    draft.activate(source, id, found["word"].lower() == "activate", position)
    return True
