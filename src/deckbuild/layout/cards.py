"""Cards in a grid: panels of one size, each with a heading and what stands under it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, log

from deckbuild.model import Cards
from deckbuild.source import Span
from deckbuild.units import Box, from_points

from .appear import appear
from .context import SlideContext
from .fit import LADDER, LAST, allowed_step, measure_step
from .flow import NO_BULLET, Flow, Piece, Place, Slots
from .inline import flatten, restyle
from .laid_out import Shape, TextBody, TextParagraph, TextShape
from .stack import cut_stack, draw_stack, stack_height, stack_ideal
from .text import TextPiece, dress
from .text_split import FREE, IN_PARAGRAPH, Cut, breaks_word, number_on

_GAP = from_points(16)
_BAR = from_points(4)
_INSETS = (from_points(14), from_points(14), from_points(14), from_points(12))
_NARROW = from_points(150)
_BEST_ASPECT = 1.15
_MOST_IN_ROW = 5
_ROOMY = 1.3
_BROKEN = 12.0
_ONE_ROW, _MORE_ROWS = 0.45, 0.75  # of the content's height
CARD_STACK_GAP = from_points(8)


class Card:
    """A card's heading and the pieces under it; the build step it appears in.

    ``stack`` is all that stands on the card, ``text`` the same as one body of text; None when it holds
    anything else. What is measured of it is kept, for whichever cards it stands beside.
    """

    __slots__ = ("allowed", "heading", "heights", "pieces", "stack", "step", "text")

    def __init__(self, heading: TextPiece | None, pieces: list[Piece], step: int = 0) -> None:
        self.heading = heading
        self.pieces = pieces
        self.step = step
        self.stack: list[Piece] = [heading, *pieces] if heading else pieces
        self.text = _merge(self.stack)
        self.allowed: dict[int, int] = {}
        self.heights: dict[tuple[int, int], int] = {}


class CardsPiece:
    """Cards of equal size, one to five in a row."""

    __slots__ = ("_heights", "_per_row", "_steps", "cards", "slide", "span")

    def __init__(self, slide: SlideContext, cards: Sequence[Card], span: Span) -> None:
        self.slide = slide
        self.cards = list(cards)
        self.span = span
        self._per_row: dict[int, int] = {}
        self._heights: dict[tuple[int, int], int] = {}
        self._steps: dict[int, int] = {}

    @property
    def paragraphs(self) -> Sequence[TextParagraph]:
        """See Piece."""
        return [paragraph for card in self.cards for piece in card.stack for paragraph in piece.paragraphs]

    @property
    def stretches(self) -> bool:
        """See Piece."""
        return False

    def height(self, width: int, step: int) -> int:
        """See Piece."""
        per_row = self._choose_row(width)
        rows = ceil(len(self.cards) / per_row)
        return rows * self._card_height(_card_width(width, per_row), step) + (rows - 1) * _GAP

    def ideal(self, width: int, step: int) -> int:
        """See Piece: with some room under the text, and pictures at their size."""
        per_row = self._choose_row(width)
        rows = ceil(len(self.cards) / per_row)
        wide = _card_width(width, per_row) - _INSETS[0] - _INSETS[2]
        high = max(stack_ideal(card.stack, wide, step, CARD_STACK_GAP) for card in self.cards)
        wished = rows * (high + _INSETS[1] + _INSETS[3]) + (rows - 1) * _GAP
        least = self.slide.deck.content_height * (_ONE_ROW if rows == 1 else _MORE_ROWS)
        return round(max(self.height(width, step) * _ROOMY, wished, least))

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece: row by row, all of one size."""
        per_row = self._choose_row(box.cx)
        rows = ceil(len(self.cards) / per_row)
        wide, high = _card_width(box.cx, per_row), (box.cy - (rows - 1) * _GAP) // rows
        shapes: list[Shape] = []
        for index, card in enumerate(self.cards):
            row, column = divmod(index, per_row)
            left = box.x + column * (box.cx - wide) // max(per_row - 1, 1)
            if card.stack:
                shapes += self._draw_card(card, Box(left, box.y + row * (high + _GAP), wide, high), step)
        return shapes

    def split(self, width: int, height: int, page_height: int, step: int) -> Cut | None:
        """See Piece: between rows; a row of cards too tall for any slide within each of its cards."""
        per_row = self._choose_row(width)
        wide = _card_width(width, per_row)
        high = rows = 0
        for start in range(0, len(self.cards), per_row):
            row = self.cards[start : start + per_row]
            high = max(high, *(self._measure_card(card, wide, step) for card in row))
            if (rows + 1) * (high + _GAP) - _GAP > height:
                break
            rows += 1
        if rows:
            parts = self.cards[: rows * per_row], self.cards[rows * per_row :]
            first, rest = (self._part(cards, width, per_row) for cards in parts)
            return Cut(first, rest, FREE)
        if high <= page_height:
            return None
        return self._divide_row(width, height, page_height, step)

    def _divide_row(self, width: int, height: int, page_height: int, step: int) -> Cut | None:
        """Divide the cards of the first row: what does not fit goes on on cards in the same places."""
        per_row = self._choose_row(width)
        left, top, right, bottom = _INSETS
        wide, ends = _card_width(width, per_row) - left - right, top + bottom
        heads: list[Card] = []
        tails: list[Card] = []
        for card in self.cards[:per_row]:
            text = card.text
            stack, at = (card.stack, step) if text is None else ([text], self._allowed(step))
            head, tail, _ = cut_stack(stack, wide, height - ends, page_height - ends, at, CARD_STACK_GAP)
            if stack_height(head, wide, at, CARD_STACK_GAP) > height - ends:
                return None
            heads.append(Card(None, head, card.step))
            tails.append(Card(None, tail, card.step))
        if not any(card.pieces for card in tails):
            return None
        return Cut(
            self._part(heads, width, per_row),
            self._part([*tails, *self.cards[per_row:]], width, per_row),
            IN_PARAGRAPH,
        )

    def _part(self, cards: Sequence[Card], width: int, per_row: int) -> CardsPiece:
        """Return some of the cards, as many in a row as before."""
        part = CardsPiece(self.slide, cards, self.span)
        part._per_row[width] = per_row
        return part

    def _choose_row(self, width: int) -> int:
        """Choose how many cards stand in a row: those of the most pleasing shape that fit."""
        known = self._per_row.get(width)
        if known is None:
            count = len(self.cards)
            options = range(1, min(count, _MOST_IN_ROW) + 1)
            known = self._per_row[width] = min(
                options, key=lambda per_row: self._judge(width, per_row, count)
            )
        return known

    def _judge(self, width: int, per_row: int, count: int) -> float:
        """Return how far cards are from a pleasing shape; too tall, ragged and narrow ones are worse."""
        rows = ceil(count / per_row)
        wide = _card_width(width, per_row)
        high = self._card_height(wide, 0)
        cost = abs(log(max(wide, 1) / max(high, 1) / _BEST_ASPECT))
        over = (rows * high + (rows - 1) * _GAP) / self.slide.deck.content_height
        if over > 1:
            cost += 4 * over
        if count % per_row:
            cost += 0.3 * (per_row - count % per_row)
        if wide < _NARROW:
            cost += 2
            if self._breaks_word(wide):
                cost += _BROKEN
        return cost

    def _breaks_word(self, wide: int) -> bool:
        """Whether a word is wider than its card even in the smallest type."""
        scale, inner = LADDER[self._allowed(LAST)][0], wide - _INSETS[0] - _INSETS[2]
        texts = (piece for card in self.cards for piece in card.stack if isinstance(piece, TextPiece))
        return any(breaks_word(text.paragraphs, text.levels, inner, self.slide.deck, scale) for text in texts)

    def _card_height(self, width: int, step: int) -> int:
        """Return the height of the highest card."""
        known = self._heights.get((width, step))
        if known is None:
            known = self._heights[width, step] = max(
                self._measure_card(card, width, step) for card in self.cards
            )
        return known

    def _measure_card(self, card: Card, width: int, step: int) -> int:
        text = card.text
        at = step if text is None else self._allowed(step)
        known = card.heights.get((width, at))
        if known is None:
            if text is None:
                inner = width - _INSETS[0] - _INSETS[2]
                known = stack_height(card.stack, inner, at, CARD_STACK_GAP) + _INSETS[1] + _INSETS[3]
            else:
                known = measure_step(text.paragraphs, text.levels, width, self.slide.deck, at, _INSETS)
            card.heights[width, at] = known
        return known

    def _allowed(self, step: int) -> int:
        """Return the step all cards can take, so that they look alike."""
        known = self._steps.get(step)
        if known is None:
            steps = (self._allowed_on(card, card.text, step) for card in self.cards if card.text is not None)
            known = self._steps[step] = min(steps, default=min(step, LAST))
        return known

    def _allowed_on(self, card: Card, text: TextPiece, step: int) -> int:
        known = card.allowed.get(step)
        if known is None:
            least = self.slide.deck.brand.minimum.body
            known = card.allowed[step] = allowed_step(text.paragraphs, text.levels, least, step)
        return known

    def _draw_card(self, card: Card, box: Box, step: int) -> list[Shape]:
        deck = self.slide.deck
        merged = card.text
        body = TextBody((), insets=_INSETS, anchor="t")
        if merged is not None:
            scale, reduction = LADDER[self._allowed(step)]
            numbered = number_on(merged.numbering, merged.paragraphs)
            body = body._replace(paragraphs=dress(numbered, merged.levels, deck, scale, reduction))
        fill = deck.color("panel", "bg2")
        shapes: list[Shape] = [TextShape("Card", body, box, fill=fill, decorative=merged is None)]
        if merged is None:
            left, top, right, bottom = _INSETS
            inner = Box(box.x + left, box.y + top, box.cx - left - right, box.cy - top - bottom)
            shapes += draw_stack(card.stack, inner, step, CARD_STACK_GAP)
        bar = Box(box.x, box.y, box.cx, _BAR)
        shapes.append(
            TextShape("Card bar", TextBody(()), bar, fill=deck.color("strong", "accent1"), decorative=True)
        )
        return appear(shapes, card.step)


def _merge(stack: Sequence[Piece]) -> TextPiece | None:
    """Return all of a card as one body of text; None when it holds anything else."""
    texts = [piece for piece in stack if isinstance(piece, TextPiece)]
    if not texts or len(texts) < len(stack):
        return None
    if len(texts) == 1:
        return texts[0]
    merged = TextPiece(texts[0].deck, None, texts[0].levels, texts[0].span)
    merged.paragraphs.extend(paragraph for text in texts for paragraph in text.paragraphs)
    return merged


def _card_width(width: int, per_row: int) -> int:
    return (width - (per_row - 1) * _GAP) // per_row


def add_cards(flow: Flow, block: Cards, place: Place) -> None:
    """Add cards in a grid."""
    deck = flow.slide.deck
    levels = deck.card_levels
    style = restyle(deck.style, bold=True, color=deck.color("strong", "accent1"))
    cards = []
    for card in block.cards:
        heading = None
        if card.heading:
            heading = TextPiece(deck, None, levels, card.span)
            runs = flatten(card.heading, style, flow.slide)
            heading.paragraphs.append(
                TextParagraph(
                    runs, 0, NO_BULLET, None, 0, 0, space_after=levels[0].size * 0.2, step=card.step
                )
            )
        cards.append(Card(heading, flow.nested(levels, Slots()).add(card.blocks).pieces(), card.step))
    if cards:
        flow.break_out(CardsPiece(flow.slide, cards, block.span))
