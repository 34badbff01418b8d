"""Charts: their place, like a picture's, with caption and source under them."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.figures.chart import ROUND, Chart
from deckbuild.figures.chart_read import read_chart
from deckbuild.model import Figure
from deckbuild.template import Placeholder
from deckbuild.units import Box, from_points

from .appear import appear
from .caption import Caption
from .chart_alt import describe_chart
from .chart_look import ChartDesigner
from .context import SlideContext
from .fit import LADDER, LAST
from .flow import Flow, Place, take
from .laid_out import ChartShape, Shape, TextParagraph
from .picture_size import read_length
from .placeholders import key_of

_LEAST_HEIGHT = from_points(150)
_IDEAL_SHARE = 0.56  # of the width: 16:9
_WIDEST = 2.4  # what is wider is not seen better for it
_ROUNDEST = 1.7  # width of a pie and its labels, as a multiple of its height


class ChartPiece:
    """A chart. It is as wide as its place, or as asked for, and as high as there is room."""

    __slots__ = ("_caption", "chart", "figure", "slide", "slot", "span")

    def __init__(
        self,
        slide: SlideContext,
        figure: Figure,
        chart: Chart,
        slot: Placeholder | None = None,
        caption_slot: Placeholder | None = None,
    ) -> None:
        self.slide = slide
        self.figure = figure
        self.chart = chart
        self.span = figure.span
        self.slot = slot
        self._caption = Caption(slide, figure.caption, figure.credit, caption_slot)

    @property
    def paragraphs(self) -> Sequence[TextParagraph]:
        """See Piece."""
        return self._caption.paragraphs

    @property
    def stretches(self) -> bool:
        """See Piece."""
        return True

    def height(self, width: int, step: int) -> int:
        """See Piece: enough to be read; less where nothing else helps, as text is made smaller."""
        scale = LADDER[max(step, LAST)][0] / LADDER[LAST][0]
        return round(_LEAST_HEIGHT * scale) + self._caption.height(width)

    def ideal(self, width: int, step: int) -> int:
        """See Piece."""
        most = self.slide.deck.content_height
        high = round(self._width(width) * _IDEAL_SHARE) + self._caption.height(width)
        return max(min(high, most), self.height(width, step))

    def split(self, width: int, height: int, page_height: int, step: int) -> None:
        """See Piece; charts are not divided."""

    def width(self, width: int, height: int) -> int:
        """Return how wide the chart will be in a width and height."""
        return self._width(width)

    def area(self, width: int, height: int) -> int:
        """Return how much the chart would cover in a width and height."""
        wide = self._width(width)
        high = height - self._caption.height(width)
        return min(wide, round(high * (_ROUNDEST if self.chart.kind in ROUND else _WIDEST))) * high

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece. Diagnostics: chart-value (a colour), chart-crowded."""
        wide = self._width(box.cx)
        high = max(box.cy - self._caption.height(box.cx), 1)
        if self.chart.kind in ROUND and not self.figure.width:
            wide = min(wide, round(high * _ROUNDEST))
        place = Box(box.x + (box.cx - wide) // 2, box.y, wide, high)
        deck = self.slide.deck
        shapes: list[Shape] = [
            ChartShape(
                self.slot.name if self.slot else "Chart",
                place,
                self.chart,
                ChartDesigner(deck, self.chart, wide, high).design(),
                key_of(self.slot) if self.slot else None,
                self.figure.alt or describe_chart(self.chart, deck.deck.language),
            )
        ]
        if self._caption.paragraphs:
            shapes.append(self._caption.draw(box.x, place.bottom, box.cx))
        return appear(shapes, self.figure.step)

    def _width(self, width: int) -> int:
        return min(read_length(self.figure.width, width) or width, width)


def add_chart(flow: Flow, figure: Figure, place: Place) -> bool:
    """Add a chart, in a placeholder for pictures that takes charts too; False when it cannot be drawn."""
    deck = flow.slide.deck
    chart = read_chart(figure, deck.deck.written_in or deck.deck.language, deck.collector)
    if chart is None:
        return False
    if figure.words:
        from deckbuild.figures.texts import translate_chart

        chart = translate_chart(chart, dict(figure.words))
    slots = flow.slots.pictures
    slot = take(slots) if slots and slots[0].type == "obj" else None
    caption_slot = take(flow.slots.captions) if figure.caption or figure.credit else None
    flow.break_out(ChartPiece(flow.slide, figure, chart, slot, caption_slot))
    return True
