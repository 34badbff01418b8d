"""Rules on a package: on one that was just built, and on any finished deck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckbuild.diagnostics import Collector
from deckbuild.project import CheckSettings
from deckbuild.source import SourceFile, Span
from deckbuild.workspace import Workspace

from .facts import Allowed, Finished, Wanted
from .findings import Finding

_NOTHING = Wanted()


def check_built(
    data: bytes,
    spans: Sequence[Span],
    sources: Iterable[SourceFile],
    allowed: Allowed,
    settings: CheckSettings,
    collector: Collector,
) -> None:
    """Report what is to be said of a package whose slides come from ``spans``, at the places of the words."""
    from .locate import locate
    from .read import read_finished

    deck = read_finished(data)
    texts = {source.name: source for source in sources}
    for finding in _find(deck, allowed, settings):
        place = locate(finding.words, spans[finding.slide - 1], texts, spans)
        collector.report(finding.code, place, finding.message, finding.hint)


def check_finished(
    data: bytes,
    name: str,
    settings: CheckSettings,
    workspace: Workspace,
    collector: Collector,
    wanted: Wanted = _NOTHING,
) -> None:
    """Report what is to be said of a finished deck, whoever made it. Diagnostic: deck-unreadable."""
    from deckbuild.template import TemplateError

    from .glossary import find_misspelled
    from .notes import find_missing_notes, find_speaking_time
    from .places import find_overflows
    from .read import read_finished
    from .structure import find_broken_links, find_missing_alternatives, find_tables, find_titles

    try:
        deck = read_finished(data)
    except TemplateError as error:
        collector.report("deck-unreadable", Span(name), f"It cannot be read: {str(error).rstrip('.')}.")
        return
    rules = (find_titles, find_missing_alternatives, find_tables, find_broken_links, find_overflows)
    findings = [finding for rule in rules for finding in rule(deck)]
    findings += _find(deck, Allowed(), settings)
    findings += find_misspelled(deck, workspace)
    findings += find_missing_notes(deck, wanted)
    findings += find_speaking_time(deck, wanted, settings)
    for finding in sorted(findings, key=lambda each: each.slide):
        place = f"Slide {finding.slide}: " if finding.slide else ""
        collector.report(finding.code, Span(name), f"{place}{finding.message}", finding.hint)


def _find(deck: Finished, allowed: Allowed, settings: CheckSettings) -> Iterator[Finding]:
    """Apply the rules that hold for any package."""
    from . import legibility, pictures, places, theme

    yield from places.find_off_slide(deck)
    yield from places.find_overlaps(deck)
    yield from places.find_disorder(deck)
    yield from legibility.find_low_contrast(deck)
    yield from legibility.find_small_type(deck, settings.least_type)
    yield from legibility.find_no_language(deck)
    yield from legibility.find_color_alone(deck, allowed)
    yield from theme.find_foreign_fonts(deck, allowed)
    yield from theme.find_foreign_colors(deck, allowed)
    yield from pictures.find_pictures(deck)
