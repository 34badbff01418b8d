"""The size of notes: as the notes master has it, smaller where they would run over the foot of their page.

Sizes are set on the runs, not by autofit: PowerPoint would paint its stored scale, but LibreOffice and
other readers draw notes pages without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from deckbuild.named_tuple import NamedTuple
from deckbuild.units import EMU_PER_POINT

from .context import DeckContext, Levels
from .inline import line_size, restyle
from .laid_out import TextParagraph
from .measure import LINE_PITCH, measure_text

SMALLEST = 9.0
"""Points: smaller notes cannot be read at arm's length on a desk."""

_STEPS = (11.0, 10.0, SMALLEST)


class FittedNotes(NamedTuple):
    """Notes in the size that fits best, and how many pages they take: more than 1 runs over the foot."""

    paragraphs: tuple[TextParagraph, ...]
    pages: float


def fit_notes(paragraphs: Sequence[TextParagraph], deck: DeckContext) -> FittedNotes:
    """Return notes at the largest size that fits the body of a notes page, down to 9 points."""
    slot = deck.note_slot
    if slot is None:
        return FittedNotes(tuple(paragraphs), 0.0)
    room = slot.box.cy - slot.insets[1] - slot.insets[3]
    width = slot.box.cx - slot.insets[0] - slot.insets[2]
    if _surely_fits(paragraphs, slot.levels, width, room):
        return FittedNotes(tuple(paragraphs), 0.0)
    sized = tuple(paragraphs)
    height = measure_text(sized, slot.levels, width, deck)
    usual = slot.levels[0].size
    for size in (step for step in _STEPS if step < usual):
        if height <= room:
            break
        sized = tuple(_resize(paragraph, slot.levels, size / usual) for paragraph in paragraphs)
        height = measure_text(sized, slot.levels, width, deck)
    return FittedNotes(sized, height / room)


def _surely_fits(paragraphs: Sequence[TextParagraph], levels: Levels, width: int, room: int) -> bool:
    """Whether notes fit even if each character were an em wide: most need no measuring."""
    points = 0.0
    for paragraph in paragraphs:
        level = levels[paragraph.level]
        across = width / EMU_PER_POINT - (paragraph.margin_left or level.margin_left) / EMU_PER_POINT
        size = max((run.style.size or level.size for run in paragraph.runs), default=level.size)
        lines = sum(ceil(len(run.text) * size / max(across, size)) for run in paragraph.runs) + 1
        lines += sum(run.text.count("\v") for run in paragraph.runs)
        points += lines * size * LINE_PITCH * max(level.line_spacing, 1.0)
        points += (paragraph.space_before or level.space_before_points) + level.space_before_percent * size
        points += (paragraph.space_after or level.space_after_points) + level.space_after_percent * size
    return points * EMU_PER_POINT <= room


def _resize(paragraph: TextParagraph, levels: Levels, scale: float) -> TextParagraph:
    """Return a paragraph with the sizes of its runs scaled, in half points."""
    around = levels[paragraph.level].size
    runs = []
    for run in paragraph.runs:
        written = run.style.size or around
        smaller = max(floor(written * scale * 2 + 0.5) / 2, min(SMALLEST, written))
        if line_size(run.style, around) == around and written < around:
            smaller = floor(written * scale * 2 + 0.5) / 2  # code may be smaller than the text it stands in
        runs.append(run._replace(style=restyle(run.style, size=smaller)))
    return paragraph._replace(runs=tuple(runs))
