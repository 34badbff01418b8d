"""Labs: what is to be done, and how long it takes."""

from __future__ import annotations

from deckbuild.model import Lab

from .flow import Flow, Place
from .inline import restyle
from .laid_out import Run
from .paragraph import plain_paragraph


def add_lab(flow: Flow, block: Lab, place: Place) -> None:
    """Add an exercise; its duration stands before it, in bold."""
    if block.duration:
        run = Run(
            block.duration, restyle(place.style, bold=True, color=flow.slide.deck.color("accent", "accent2"))
        )
        flow.add_text(plain_paragraph(flow, (run,), place, block.span), block.span)
    flow.add(block.blocks, place)
