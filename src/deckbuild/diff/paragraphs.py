"""What changed in the paragraphs of a text."""

from __future__ import annotations

from collections.abc import Sequence

from .align import align, find_moved
from .changes import Edit
from .edits import added, changed, moved, removed, shorten
from .facts import Paragraph
from .words import diff_runs, likeness

_LEAST_LIKE = 0.5
"""How like two paragraphs must be to be one that was changed."""


def diff_paragraphs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Edit]:
    """Return what was done to the paragraphs of a text."""
    olds, news = ([paragraph.text for paragraph in side] for side in (old, new))
    pairs = align(olds, news, lambda i, j: likeness(olds[i], news[j]), _LEAST_LIKE)
    moves = find_moved(olds, news, pairs)
    gone = set(moves.values())
    edits: list[Edit] = []
    for before, after in pairs:
        if after is None and before is not None:
            edits += [] if before in gone else [removed("paragraph", olds[before])]
        elif before is None and after is not None:
            if after in moves:
                edits.append(moved("paragraph", news[after]))
                edits += _diff_paragraph(old[moves[after]], new[after])
            else:
                edits.append(added("paragraph", news[after]))
        elif before is not None and after is not None:
            edits += _diff_paragraph(old[before], new[after])
    return edits


def _diff_paragraph(old: Paragraph, new: Paragraph) -> list[Edit]:
    if old == new:
        return []
    edits = diff_runs("", old.runs, new.runs)
    shown = f"“{shorten(new.text)}”"
    if old.level != new.level:
        edits.append(changed(f"level of {shown}", str(old.level + 1), str(new.level + 1)))
    if old.marker != new.marker:
        edits.append(changed(f"list marker of {shown}", old.marker, new.marker))
    return edits
