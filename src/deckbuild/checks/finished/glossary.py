"""The spelling of terms on a finished deck, by the project's glossary."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from deckbuild.checks.glossary import GLOSSARY, misspelled, read_terms
from deckbuild.workspace import Workspace

from .facts import Finished, FinishedSlide, TextRun
from .findings import Finding


def find_misspelled(deck: Finished, workspace: Workspace) -> Iterator[Finding]:
    """Find terms spelled otherwise than in ``glossary.csv`` at the project's root, if there is one."""
    if not workspace.exists(GLOSSARY):
        return
    text = workspace.read(GLOSSARY).decode("utf-8-sig", "replace")
    try:
        languages = {language: read_terms(text, language) for language in _languages(deck)}
    except csv.Error:
        return
    for slide in deck.slides:
        for run in _runs(slide):
            for found, term in misspelled(run.text, languages[run.language]):
                message = f"`{found}` is `{term}` in the glossary."
                yield Finding(slide.number, "term-spelling", message, found, f"Write `{term}`.")


def _languages(deck: Finished) -> set[str]:
    return {run.language for slide in deck.slides for run in _runs(slide)}


def _runs(slide: FinishedSlide) -> Iterator[TextRun]:
    for shape in slide.shapes:
        for body in [cell.body for cell in shape.grid.cells] if shape.grid else [shape.body]:
            for paragraph in body.paragraphs if body else ():
                yield from paragraph.runs
