"""Footer, slide number and date, in the layout's own placeholders."""

from __future__ import annotations

from deckbuild.template import Placeholder

from .context import DeckContext
from .laid_out import Run, Shape, TextBody, TextParagraph, TextShape
from .placeholders import LayoutPlan, key_of


def lay_out_footers(deck: DeckContext, plan: LayoutPlan, number: int) -> list[Shape]:
    """Return date (if the settings have one), footer and number of the deck's ``number``-th slide."""
    shapes: list[Shape] = []
    if plan.date is not None and deck.settings.date:
        shapes.append(_fill(plan.date, Run(deck.settings.date, deck.style)))
    if plan.footer is not None and deck.footer_text:
        shapes.append(_fill(plan.footer, Run(deck.footer_text, deck.style)))
    if plan.number is not None:
        shapes.append(_fill(plan.number, Run(str(number), deck.style, field="slidenum")))
    return shapes


def _fill(slot: Placeholder, run: Run) -> TextShape:
    return TextShape(slot.name, TextBody((TextParagraph((run,)),)), None, key_of(slot))
