"""What was said of a deck, after some of its slides were done again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckbuild.diagnostics import Diagnostic
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import SourceFile
from deckbuild.transform.links import MOST_HINTS

from .change import Change

_OF_THE_DECK = "font-substituted"
"""Said once of a deck, at its first file, whichever slide it is for."""

_LINK_TO_NOWHERE = "link-slide-missing"
"""Said with the id that is most like the one meant, of all slides'."""


class Finding(NamedTuple):
    """What the old and the new text of changed slides gave, with places in these texts.

    ``renames`` says that some of the slides have other ids in the new text.
    """

    change: Change
    old: Sequence[Diagnostic]
    new: Sequence[Diagnostic]
    renames: bool


def move_findings(
    last: Sequence[Diagnostic],
    finding: Finding,
    old_text: str,
    new: SourceFile,
    severities: Mapping[str, str],
) -> tuple[Diagnostic, ...] | None:
    """Return what is to be said of the whole deck: as ``last``, less the old findings, and the new ones.

    Places after the change move with the text. None where the old findings are not among the ``last``, where
    others are within the change, or where one speaks of another place, which may have moved, or hints at ids
    of slides.
    """
    if not (last or finding.old or finding.new):
        return ()
    links = {each.message for each in (*last, *finding.new) if each.code == _LINK_TO_NOWHERE}
    if len(links) >= MOST_HINTS or (links and finding.renames):
        return None
    change = finding.change
    old = SourceFile(new.name, old_text)
    was, of_deck = _place(finding.old, old, change.start, severities)
    will, of_new_deck = _place(finding.new, new, change.start, severities)
    if of_deck != of_new_deck or not set(was) <= set(last):
        return None
    gone = set(was)
    kept: list[Diagnostic] = []
    for diagnostic in last:
        if diagnostic in gone:
            continue
        span = diagnostic.span
        if span.file == new.name and span.line and span.end > change.start:
            if span.start < change.old_end:
                return None
            shift = change.new_end - change.old_end
            diagnostic = diagnostic._replace(span=new.span(span.start + shift, span.end + shift))
        kept.append(diagnostic)
    every = [*kept, *will]
    if any(f"{new.name}:" in diagnostic.message + diagnostic.hint for diagnostic in every):
        return None
    every.sort(key=lambda d: (d.span.file, d.span.line, d.span.column, d.code, d.message))
    return tuple(every)


def _place(
    found: Sequence[Diagnostic],
    source: SourceFile,
    start: int,
    severities: Mapping[str, str],
) -> tuple[list[Diagnostic], set[str]]:
    """Return findings with their places in the whole source, and what is said of the deck apart."""
    if severities and found:
        from deckbuild.diagnostics.severities import apply_severities

        found = apply_severities(found, severities)
    placed = [
        each._replace(span=source.span(start + each.span.start, start + each.span.end))
        if each.span.file == source.name and each.span.line
        else each
        for each in found
        if each.code != _OF_THE_DECK
    ]
    return placed, {each.message for each in found if each.code == _OF_THE_DECK}
