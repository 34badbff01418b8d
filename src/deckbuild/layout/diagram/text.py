"""Text in diagrams: one paragraph in the middle of its shape."""

from __future__ import annotations

from deckbuild.layout.context import DeckContext
from deckbuild.layout.flow import NO_BULLET
from deckbuild.layout.laid_out import BREAK, Run, TextBody, TextParagraph


def make_text(text: str, size: float, color: str, deck: DeckContext, bold: bool = False) -> TextBody:
    """Return a label as a body of text in ``size`` points; its shape is as wide as it was measured to be."""
    style = deck.style._replace(size=size, color=color, bold=bold)
    runs: list[Run] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            runs.append(Run(BREAK, style))
        if line:
            runs.append(Run(line, style))
    paragraph = TextParagraph(tuple(runs), 0, NO_BULLET, "ctr", 0, 0, 0.0, 0.0, 1.0)
    return TextBody((paragraph,), anchor="ctr", insets=(0, 0, 0, 0))
