"""Diagrams on a slide: a piece that is laid out anew for the room it gets, with its caption under it."""

from __future__ import annotations

from typing import Protocol

from deckbuild.figures.diagram import Flowchart, Sequence
from deckbuild.layout.appear import appear
from deckbuild.layout.caption import Caption
from deckbuild.layout.context import DeckContext, SlideContext
from deckbuild.layout.laid_out import Shape, TextParagraph
from deckbuild.model import Figure
from deckbuild.units import EMU_PER_POINT, Box, from_points

from .blocks import Blocks
from .describe import describe
from .fitting import Fitted, fit_flowchart
from .flowchart import FlowchartDrawing
from .hull import hull
from .sequence import FittedSequence, SequenceDrawing, fit_sequence
from .sizes import Labels
from .steps import group_steps

_LEAST_SHARES = (0.7, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.36, 0.33, 0.3, 0.25, 0.2)
_LEAST_CAPTION = from_points(220)
_MOST_GROWN = 1.6  # boxes without edges grow by this much at most to fill the room


class DiagramPiece:
    """A diagram with its caption. It may have all the room there is, and needs a share of it."""

    __slots__ = ("_caption", "_drawer", "chart", "figure", "slide", "span")

    def __init__(self, slide: SlideContext, figure: Figure, chart: Flowchart | Sequence) -> None:
        self.slide = slide
        self.figure = figure
        self.chart = chart
        self.span = figure.span
        self._caption = Caption(slide, figure.caption, figure.credit)
        face = slide.deck.face
        labels = Labels(face("+mn-lt")[0], face("+mn-lt", True)[0])
        prefix = f"{self.span.line}:"
        self._drawer: Drawer = (
            FlowchartDrawer(slide.deck, chart, labels, prefix)
            if isinstance(chart, Flowchart)
            else SequenceDrawer(slide.deck, chart, labels, prefix)
        )

    @property
    def paragraphs(self) -> tuple[TextParagraph, ...]:
        """See Piece."""
        return self._caption.paragraphs

    @property
    def stretches(self) -> bool:
        """See Piece: what stands last has the rest of the slide."""
        return True

    def height(self, width: int, step: int) -> int:
        """See Piece: a share of what it would take."""
        return round(self.ideal(width, step) * _LEAST_SHARES[step])

    def ideal(self, width: int, step: int) -> int:
        """See Piece: what it takes when it has all the room."""
        most = self.slide.deck.content_height
        caption = self._caption.height(width)
        high = self._drawer.measure(width / EMU_PER_POINT, (most - caption) / EMU_PER_POINT)
        return min(round(high * EMU_PER_POINT) + caption, most)

    def split(self, width: int, height: int, page_height: int, step: int) -> None:
        """See Piece; diagrams are not divided."""

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece: in the middle of the box. Reports ``diagram-too-dense``."""
        caption = self._caption.height(box.cx)
        room = Box(box.x, box.y, box.cx, box.cy - caption)
        shapes, size = self._drawer.draw(room)
        minimum = self.slide.deck.brand.minimum.code
        if size < minimum:
            message = f"The diagram fits only in type of {size:g} pt; the least is {minimum:g}."
            self.slide.deck.collector.report("diagram-too-dense", self.span, message)
        if not self._caption.paragraphs:
            return self._group(shapes)
        shown = hull(shapes)
        wide = max(shown.cx, min(room.cx, _LEAST_CAPTION))
        left = min(shown.x, room.right - wide)
        caption_shape = appear([self._caption.draw(left, shown.bottom, wide)], self.figure.step)
        return [*self._group(shapes), *caption_shape]

    def _group(self, shapes: list[Shape]) -> list[Shape]:
        """Put all in one group with the alternative text, or in one for each build step."""
        if not shapes:
            return []
        alt = self.figure.alt or describe(self.chart, self.slide.deck.deck.language)
        return appear(group_steps(shapes, self.chart.title or "Diagram", alt), self.figure.step)


class Drawer(Protocol):
    """Lays out one kind of diagram in the room it is given."""

    def measure(self, width: float, height: float) -> float:
        """Return the height in points that it takes in a room in points."""

    def draw(self, room: Box) -> tuple[list[Shape], float]:
        """Return its shapes in the middle of a room, and its type size in points."""


class FlowchartDrawer:
    """Lays out and draws a flowchart."""

    __slots__ = ("_blocks", "_deck", "_fits", "_labels", "_prefix")

    def __init__(self, deck: DeckContext, chart: Flowchart, labels: Labels, prefix: str) -> None:
        self._deck = deck
        self._blocks = Blocks(chart)
        self._labels = labels
        self._prefix = prefix
        self._fits: dict[tuple[float, float], Fitted] = {}

    def measure(self, width: float, height: float) -> float:
        """See Drawer."""
        return self._fit(width, height).height

    def draw(self, room: Box) -> tuple[list[Shape], float]:
        """See Drawer: boxes that no edge connects take the room, others what they need."""
        x, y, width, height = (each / EMU_PER_POINT for each in room)
        fitted = self._fit(width, height)
        self._blocks.lay_out(fitted.metrics)
        wide, high = fitted.width, fitted.height
        if len(self._blocks.chart.nodes) > 1 and not self._blocks.chart.edges:
            wide, high = width, min(height, high * _MOST_GROWN)
        self._blocks.place(x + (width - wide) / 2, y + (height - high) / 2, wide, high, fitted.metrics)
        drawing = FlowchartDrawing(self._deck, self._blocks, fitted, self._labels, self._prefix, room)
        return drawing.draw(), fitted.metrics.size

    def _fit(self, width: float, height: float) -> Fitted:
        fitted = self._fits.get((width, height))
        if fitted is None:
            fitted = self._fits[width, height] = fit_flowchart(self._blocks, self._labels, width, height)
        return fitted


class SequenceDrawer:
    """Lays out and draws a sequence diagram."""

    __slots__ = ("_chart", "_deck", "_fits", "_labels", "_prefix")

    def __init__(self, deck: DeckContext, chart: Sequence, labels: Labels, prefix: str) -> None:
        self._deck = deck
        self._chart = chart
        self._labels = labels
        self._prefix = prefix
        self._fits: dict[tuple[float, float], FittedSequence] = {}

    def measure(self, width: float, height: float) -> float:
        """See Drawer."""
        return self._fit(width, height).height

    def draw(self, room: Box) -> tuple[list[Shape], float]:
        """See Drawer."""
        x, y, width, height = (each / EMU_PER_POINT for each in room)
        fitted = self._fit(width, height)
        corner = x + max(width - fitted.width, 0) / 2, y + max(height - fitted.height, 0) / 2
        drawing = SequenceDrawing(self._deck, self._chart, fitted, corner, self._prefix)
        return drawing.draw(), fitted.texts.small

    def _fit(self, width: float, height: float) -> FittedSequence:
        fitted = self._fits.get((width, height))
        if fitted is None:
            fitted = self._fits[width, height] = fit_sequence(self._chart, self._labels, width, height)
        return fitted
