"""Frames in a sequence diagram: ``loop``, ``alt`` with ``else``, ``par`` with ``and``, up to ``end``."""

from __future__ import annotations

from typing import cast

from .colours import read_colour
from .labels import Label, read_label
from .scan import DiagramText, shown
from .sequence import Fragment, FragmentKind, Section
from .sequence_draft import DraftFragment, SequenceDraft
from .statements import DEEPEST

FRAMES = {
    "loop": "loop", "alt": "alt", "opt": "opt", "par": "par", "par_over": "par", "critical": "critical",
    "break": "break", "rect": "rect",
}  # fmt: skip
"""Words that open a frame, and the kind that is drawn."""
SECTIONS = {"else": "alt", "and": "par", "option": "critical"}
"""Words that begin a further section, and the kind of frame that has such sections."""


def read_frame(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    """Open a frame. Diagnostics: diagram-limit, diagram-syntax, diagram-ignored (a colour that is none)."""
    word, label = _split(statement)
    kind = FRAMES[word.lower()]
    if len(draft.open) > DEEPEST:
        source.report("diagram-limit", position, f"Frames are nested more than {DEEPEST} deep.", "Nest less.")
    fill = None
    if kind == "rect":
        fill = read_colour(label)
        if label.strip() and not fill:
            source.report("diagram-ignored", position, f"`{shown(label)}` is no colour that can be used.")
        label = ""
    text = read_label(source, Label(label, position + len(statement) - len(label)), escapes=False)
    draft.open.append(DraftFragment(kind, text, position, fill))
    return True


def read_section(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    """Begin a further section of the frame at hand. Diagnostic: diagram-syntax."""
    word, label = _split(statement)
    kind = SECTIONS[word.lower()]
    frame = draft.open[-1]
    if frame.kind != kind:
        message = f"`{word}` stands only in `{kind}`."
        source.report(
            "diagram-syntax", position, message, f"Write `{kind}` before it, or `end` what is open."
        )
    else:
        written = Label(label, position + len(statement) - len(label))
        frame.begin_section(read_label(source, written, escapes=False))
    return True


def _split(statement: str) -> tuple[str, str]:
    word, *rest = statement.split(None, 1)
    return word, rest[0] if rest else ""


def read_end(source: DiagramText, draft: SequenceDraft, statement: str, position: int) -> bool:
    """Close the box or frame at hand. Diagnostic: diagram-syntax."""
    if statement.lower() != "end":
        return False
    if draft.box is not None:
        draft.box = None
    elif len(draft.open) > 1:
        frame = draft.open.pop()
        sections = (*frame.sections, Section(frame.label, tuple(frame.items)))
        step = source.step(frame.start)
        kind = cast("FragmentKind", frame.kind)
        draft.add(Fragment(kind, sections, source.span(frame.start), frame.fill, step))
    else:
        source.report("diagram-syntax", position, "`end` closes nothing.", "Delete it.")
    return True


def report_open_frames(source: DiagramText, draft: SequenceDraft) -> None:
    """Report what is still open at the end. Diagnostic: diagram-syntax."""
    hint = "Write `end` on a line of its own."
    if draft.box is not None:
        source.report("diagram-syntax", draft.box_start, "The box is not closed.", hint)
    for frame in draft.open[1:]:
        source.report("diagram-syntax", frame.start, f"`{frame.kind}` is not closed.", hint)
