"""Speaker notes, where a brand wants every slide to have some."""

from __future__ import annotations

from deckbuild.diagnostics import Collector

from .subject import Subject


def check_notes(subject: Subject, collector: Collector) -> None:
    """Report notes-missing if the brand says ``[notes] required = true``; the title slide may do without."""
    if subject.brand is None or not subject.brand.notes_required:
        return
    for slide in subject.deck.slides:
        if slide.role != "title" and not any(notes.blocks for notes in slide.notes):
            collector.report("notes-missing", slide.span, "This slide has no notes.")
