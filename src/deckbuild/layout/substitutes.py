"""Typefaces whose widths are not known, said once each."""

from __future__ import annotations

from deckbuild.source import Span

from .context import DeckContext


def report_substitutes(deck: DeckContext, span: Span) -> None:
    """Report each typeface of a deck that was measured as another one (``font-substituted``).

    ``span`` is where the deck begins: a typeface is the brand's choice and stands in no source.
    """
    for family in sorted(deck.families):
        _, measured = deck.face(family)
        if measured is not None:
            message = (
                f"`{family}` is measured as {measured}, with an allowance: its own widths are not known."
            )
            deck.collector.report("font-substituted", Span(span.file), message)
