"""The spelling of terms on a finished deck, by the project's glossary."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from deckbuild.checks.glossary import GLOSSARY, misspelled, read_terms
from deckbuild.workspace import Workspace

from .facts import Finished
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
        for shape in slide.shapes:
            runs = [
                run for paragraph in (shape.body.paragraphs if shape.body else ()) for run in paragraph.runs
            ]
            for run in runs:
                for found, term in misspelled(run.text, languages[run.language]):
                    message = f"`{found}` is `{term}` in the glossary."
                    yield Finding(slide.number, "term-spelling", message, found, f"Write `{term}`.")


def _languages(deck: Finished) -> set[str]:
    shapes = (shape for slide in deck.slides for shape in slide.shapes if shape.body)
    return {run.language for each in shapes if each.body for p in each.body.paragraphs for run in p.runs}
