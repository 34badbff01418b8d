"""Footer, slide number and date, in the layout's own placeholders."""

from __future__ import annotations

from math import ceil

from deckbuild.template import Placeholder

from .context import DeckContext, FooterFit
from .inline import restyle
from .laid_out import Run, Shape, TextBody, TextParagraph, TextShape
from .measure import measure_text
from .placeholders import LayoutPlan, key_of

_LEAST = 8
"""Points: the smallest type before the room around the text is given up, too."""

_TINIEST = 4
_NO_INSETS = (0, 0, 0, 0)


def lay_out_footers(deck: DeckContext, plan: LayoutPlan, number: int) -> list[Shape]:
    """Return date (if the settings have one), footer and number of the deck's ``number``-th slide."""
    shapes: list[Shape] = []
    if plan.date is not None and deck.settings.date:
        shapes.append(_fill(deck, plan.date, Run(deck.settings.date, deck.style)))
    if plan.footer is not None and deck.footer_text:
        shapes.append(_fill(deck, plan.footer, Run(deck.footer_text, deck.style)))
    if plan.number is not None:
        shapes.append(_fill(deck, plan.number, Run(str(number), deck.style, field="slidenum")))
    return shapes


def _fill(deck: DeckContext, slot: Placeholder, run: Run) -> TextShape:
    size, insets = _find_fit(deck, slot, run)
    if size is not None:
        run = run._replace(style=restyle(run.style, size=size))
    paragraph = TextParagraph((run,))
    return TextShape(
        slot.name, TextBody((paragraph,), insets=insets, plain=slot.odd_flow), None, key_of(slot)
    )


def _find_fit(deck: DeckContext, slot: Placeholder, run: Run) -> FooterFit:
    """Return the size and insets that a line needs to stay in its box; None for what may be inherited."""
    key = id(slot), len(run.text) if run.field else run.text
    fit = deck.footer_fits.get(key)
    if fit is None:
        longest = run._replace(text="0" * len(run.text)) if run.field else run
        fit = deck.footer_fits[key] = _fit(deck, slot, TextParagraph((longest,)))
    return fit


def _fit(deck: DeckContext, slot: Placeholder, paragraph: TextParagraph) -> FooterFit:
    """Take smaller type first, then the room around it; a box that holds neither keeps what it has."""
    whole = slot.levels[0].size
    tight = (slot.insets[0], 0, slot.insets[2], 0)
    for insets, least in ((slot.insets, _LEAST), (tight, _TINIEST), (_NO_INSETS, _TINIEST)):
        size = whole
        while size >= min(least, whole):
            scaled = tuple(level._replace(size=size) for level in slot.levels[:1])
            if measure_text((paragraph,), scaled, slot.box.cx, deck, insets=insets) <= slot.box.cy:
                return None if size == whole else size, None if insets == slot.insets else insets
            size = float(ceil(size) - 1)
    return None, None
