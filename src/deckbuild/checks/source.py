"""All rules on what an author wrote."""

from __future__ import annotations

from deckbuild.diagnostics import Collector

from .alternatives import check_alternatives
from .assets import check_assets
from .glossary import check_glossary
from .languages import check_language
from .links import check_links
from .notes import check_notes
from .speaking import check_speaking
from .subject import Subject
from .tables import check_tables
from .titles import check_titles

_RULES = (
    check_titles,
    check_links,
    check_alternatives,
    check_tables,
    check_notes,
    check_speaking,
    check_glossary,
    check_assets,
    check_language,
)


def check_source(subject: Subject, collector: Collector) -> None:
    """Report what the rules on the model find."""
    for rule in _RULES:
        rule(subject, collector)
