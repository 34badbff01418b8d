"""Diagrams on a slide: a piece that is laid out anew for the room it gets, with its caption under it."""

from __future__ import annotations

from deckbuild.figures.diagram import Flowchart, Sequence
from deckbuild.fonts import find_face
from deckbuild.layout.caption import Caption
from deckbuild.layout.context import SlideContext
from deckbuild.layout.laid_out import GroupShape, Shape
from deckbuild.model import Figure
from deckbuild.units import EMU_PER_POINT, Box

from .blocks import Blocks
from .describe import describe_flowchart
from .fitting import Fitted, fit_flowchart
from .flowchart import FlowchartDrawing
from .sizes import Labels

_LEAST_SHARES = (0.7, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.36, 0.33, 0.3, 0.25, 0.2)


class DiagramPiece:
    """A diagram with its caption. It may have all the room there is, and needs a share of it."""

    __slots__ = ("_blocks", "_caption", "_fits", "_labels", "chart", "figure", "slide", "span")

    def __init__(self, slide: SlideContext, figure: Figure, chart: Flowchart | Sequence) -> None:
        self.slide = slide
        self.figure = figure
        self.chart = chart
        self.span = figure.span
        deck = slide.deck
        self._caption = Caption(slide, figure.caption, figure.credit)
        font = deck.font("+mn-lt")
        self._labels = Labels(find_face(font)[0], find_face(font, True)[0])
        self._blocks = Blocks(chart)
        self._fits: dict[tuple[int, int], Fitted] = {}

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
        fitted = self._fit(width, most - caption)
        return min(round(fitted.height * EMU_PER_POINT) + caption, most)

    def split(self, width: int, height: int, page_height: int, step: int) -> None:
        """See Piece; diagrams are not divided."""

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece: in the middle of the box. Reports ``diagram-too-dense``."""
        caption = self._caption.height(box.cx)
        room = Box(box.x, box.y, box.cx, box.cy - caption)
        fitted = self._fit(room.cx, room.cy)
        minimum = self.slide.deck.brand.minimum.code
        if fitted.metrics.size < minimum:
            message = f"The diagram fits only in type of {fitted.metrics.size:g} pt; the least is {minimum:g}."
            self.slide.deck.collector.report("diagram-too-dense", self.span, message)
        points = [each / EMU_PER_POINT for each in room]
        self._blocks.lay_out(fitted.metrics)
        wide, high = self._share(fitted, points[2], points[3])
        left, top = points[0] + (points[2] - wide) / 2, points[1] + (points[3] - high) / 2
        self._blocks.place(left, top, wide, high, fitted.metrics)
        prefix = f"{self.span.line}:"
        shapes = FlowchartDrawing(self.slide.deck, self._blocks, fitted, self._labels, prefix).draw()
        used = round((top + high) * EMU_PER_POINT)
        under = [self._caption.draw(room.x, used, room.cx)] if self._caption.paragraphs else []
        return [*self._group(shapes), *under]

    def _share(self, fitted: Fitted, width: float, height: float) -> tuple[float, float]:
        """Return the extent to draw in: boxes that no edge connects take the room, others what they need."""
        if len(self.chart.nodes) > 1 and not self.chart.edges:
            return width, min(height, fitted.height * 1.6)
        return fitted.width, fitted.height

    def _group(self, shapes: list[Shape]) -> list[Shape]:
        """Put all in one group with the alternative text; shapes that appear by steps stay single."""
        if not shapes or any(getattr(shape, "step", 0) for shape in shapes):
            return shapes
        alt = self.figure.alt or describe_flowchart(self.chart, self.slide.deck.deck.language)
        return [GroupShape(self.chart.title or "Diagram", _hull(shapes), tuple(shapes), alt)]

    def _fit(self, width: int, height: int) -> Fitted:
        key = width, height
        fitted = self._fits.get(key)
        if fitted is None:
            room = width / EMU_PER_POINT, height / EMU_PER_POINT
            fitted = self._fits[key] = fit_flowchart(self._blocks, self._labels, *room)
        return fitted


def _hull(shapes: list[Shape]) -> Box:
    """Return the place that shapes take together, routes of connectors included."""
    corners: list[tuple[int, int]] = []
    for shape in shapes:
        points = getattr(shape, "points", None)
        if points is not None:
            corners += points
        elif shape.box is not None:  # type: ignore[union-attr]
            box = shape.box  # type: ignore[union-attr]
            corners += [(box.x, box.y), (box.right, box.bottom)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
    return Box(left, top, right - left, bottom - top)
