"""Who takes part in a sequence diagram: ``participant A as Shop``, ``actor B``, and boxes around them."""

from __future__ import annotations

import re

from .colours import read_colour
from .labels import Label, read_label
from .scan import DiagramText, shown
from .sequence_draft import SequenceDraft

_PARTICIPANT = re.compile(
    r"(?P<created>create[ \t]+)?(?P<kind>participant|actor)[ \t]+(?P<rest>.*)$", re.IGNORECASE
)
_AS = re.compile(r"[ \t]as[ \t]", re.IGNORECASE)
_NAME = re.compile(r"(?P<id>[^<>:,@]+)(?:@\{(?P<data>[^{}]*)\})?$")
_DATA = re.compile(r"""["']?(?P<key>\w+)["']?[ \t]*:[ \t]*["']?(?P<value>[^,"'\n]*)["']?""")
_DESTROY = re.compile(r"destroy[ \t]+(?P<id>[^<>:,@]+)$", re.IGNORECASE)
_COLOUR = re.compile(r"(?:rgba?|hsla?)[ \t]*\([^()]*\)|transparent\b|\w+")
_DRAWN_AS_BOXES = ("boundary", "collections", "control", "database", "entity", "queue")


def read_participant(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    """Read ``participant`` or ``actor``, with ``create`` before it or not; False when it is malformed.

    Diagnostics: diagram-syntax, diagram-unsupported (``create`` and types of participants).
    """
    found = _PARTICIPANT.match(statement)
    rest = found["rest"] if found else ""
    cut = _AS.search(rest)
    name = _NAME.match((rest[: cut.start()] if cut else rest).rstrip())
    if not found or not name or not name["id"].strip():
        return False
    id, start = name["id"].strip(), position + found.start("rest")
    participant = draft.mention(id, start)
    participant.is_actor = found["kind"].lower() == "actor"
    label = rest[cut.end() :] if cut else None
    if label is not None:
        written = Label(label, start + len(rest) - len(label))
        participant.label = read_label(source, written, escapes=False)
    for entry in _DATA.finditer(name["data"] or ""):
        key, value = entry["key"], entry["value"].strip()
        if key == "alias" and label is None:
            at = start + name.start("data") + entry.start("value")
            participant.label = read_label(source, Label(value, at), escapes=False)
        elif key == "type" and value in _DRAWN_AS_BOXES:
            source.report("diagram-unsupported", start, f"The {value} `{shown(id)}` is drawn as a box.")
        elif key == "type":
            participant.is_actor = value == "actor"
    if found["created"]:
        message = f"`{shown(id)}` is drawn from the top: creating participants is not supported."
        source.report("diagram-unsupported", position, message)
    if draft.box is not None:
        if participant.group and participant.group != draft.box:
            message = f"`{shown(id)}` is already in the box `{shown(participant.group)}`."
            source.report("diagram-syntax", start, message)
        participant.group = draft.box
    return True


def read_destroy(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    """Read ``destroy``, which is not supported; False when it is malformed."""
    found = _DESTROY.match(statement)
    if found:
        message = f"The line of `{shown(found['id'])}` goes on to the foot: destroying is not supported."
        source.report("diagram-unsupported", position, message)
    return bool(found)


def read_box(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    """Read ``box``, a colour or none, and a title. Diagnostics: diagram-syntax, diagram-ignored (colours)."""
    if draft.box is not None or len(draft.open) > 1:
        source.report("diagram-syntax", position, "A box cannot stand inside a box or a frame.")
    title = statement[len("box") :].strip()
    colour = _COLOUR.match(title)
    if colour and (colour[0] == "transparent" or "(" in colour[0] or read_colour(colour[0])):
        if colour[0] != "transparent":
            source.report("diagram-ignored", position, "The colour of a box has no effect.")
        title = title[colour.end() :].strip()
    draft.box = read_label(source, Label(title, position + len(statement) - len(title)), escapes=False)
    draft.box_start = position
    return True
