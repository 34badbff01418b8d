"""A rule across the text."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model import ThematicBreak
from deckbuild.source import Span
from deckbuild.units import Box, from_points

from .context import DeckContext
from .flow import Flow, Place
from .laid_out import Line, Shape, TextBody, TextParagraph, TextShape

_WIDTH = from_points(1)
_ROOM = from_points(2)


class RulePiece:
    """A thin line as wide as the region."""

    __slots__ = ("deck", "span", "step")

    def __init__(self, deck: DeckContext, span: Span, step: int) -> None:
        self.deck = deck
        self.span = span
        self.step = step

    @property
    def paragraphs(self) -> Sequence[TextParagraph]:
        """See Piece."""
        return ()

    @property
    def stretches(self) -> bool:
        """See Piece."""
        return False

    def height(self, width: int, step: int) -> int:
        """See Piece."""
        return _ROOM

    def ideal(self, width: int, step: int) -> int:
        """See Piece."""
        return _ROOM

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece."""
        line = Line(self.deck.color("rule", "accent6"), _WIDTH)
        place = Box(box.x, box.y + _ROOM // 2, box.cx, 0)
        rule = TextShape(
            "Rule", TextBody(()), place, geometry="line", line=line, decorative=True, step=self.step
        )
        return [rule]

    def split(self, width: int, height: int, page_height: int, step: int) -> None:
        """See Piece; a rule is whole."""


def add_rule(flow: Flow, block: ThematicBreak, place: Place) -> None:
    """Add a rule between the text before and after it."""
    flow.break_out(RulePiece(flow.slide.deck, block.span, block.step))
