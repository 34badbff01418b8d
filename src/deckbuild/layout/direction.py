"""Which way text runs: paragraphs from right to left, and slides mirrored for decks that are read so.

Layout works as if every deck were read from left to right: "left" is where a line begins. What it has made
is turned here, at the end, and only for decks that need it. Pictures and code are moved, never mirrored in
themselves; of charts, the axes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from deckbuild.language import is_rtl
from deckbuild.template import TemplateLayout
from deckbuild.units import Box

from .context import DeckContext, Levels
from .diagram.outlines import OUTLINES
from .laid_out import (
    BREAK,
    Align,
    ChartShape,
    ConnectorShape,
    Geometry,
    Glue,
    GroupShape,
    LaidOutCell,
    LaidOutNotes,
    LaidOutSlide,
    Shape,
    TableShape,
    TextBody,
    TextParagraph,
    TextShape,
)
from .split_links import split_links

if TYPE_CHECKING:
    from deckbuild.figures.chart import Chart

    from .chart_look import ChartLook

_OTHER: dict[str | None, Align] = {"l": "r", "r": "l"}
_TURNED: dict[str, Geometry] = {"lean-left": "lean-right", "lean-right": "lean-left"}
_LEANING = frozenset(("homePlate", "foldedCorner", "snip1Rect", "loop"))
"""Other outlines whose two sides differ: they are flipped, and keep the numbers of their connection sites."""

_SITES: dict[Geometry, dict[int, int]] = {
    outline.geometry: {
        outline.sites["left"][0]: outline.sites["right"][0],
        outline.sites["right"][0]: outline.sites["left"][0],
    }
    for outline in OUTLINES.values()
    if outline.geometry not in _LEANING
}
"""For the other outlines, which connection site of a side becomes which."""


def direct_slides(slides: Iterable[LaidOutSlide], deck: DeckContext) -> list[LaidOutSlide]:
    """Return slides with a direction on the paragraphs, mirrored if the deck is read from right to left.

    A paragraph has the deck's direction unless most of its text is in languages of the other one. Text that
    inherits its place and alignment inherits them from layouts that are mirrored too.
    """
    return [_Director(slide, deck).direct(slide) for slide in slides]


class _Director:
    """What one slide's shapes are turned by."""

    def __init__(self, slide: LaidOutSlide, deck: DeckContext) -> None:
        self._deck = deck
        self._width = deck.template.slide_size[0]
        self._layout: TemplateLayout = deck.template.layouts[slide.layout]
        self._outlines: dict[str, Geometry] = {}

    def direct(self, slide: LaidOutSlide) -> LaidOutSlide:
        """Return the slide turned."""
        shapes = tuple(self._direct_text(shape) for shape in slide.shapes)
        if self._deck.rtl:
            self._find_outlines(shapes)
            shapes = tuple(self._mirror(shape) for shape in shapes)
        return slide._replace(shapes=shapes, notes=self._direct_notes(slide.notes))

    def _direct_notes(self, notes: LaidOutNotes | None) -> LaidOutNotes | None:
        if notes is None:
            return None
        paragraphs = self._direct_all(notes.body.paragraphs, self._deck.note_levels)
        return notes._replace(body=notes.body._replace(paragraphs=paragraphs))

    def _direct_text(self, shape: Shape) -> Shape:
        match shape:
            case TextShape():
                paragraphs = self._direct_all(shape.body.paragraphs, self._levels_of(shape))
                return shape._replace(body=shape.body._replace(paragraphs=paragraphs))
            case TableShape():
                rows = (row._replace(cells=tuple(map(self._direct_cell, row.cells))) for row in shape.rows)
                return shape._replace(rows=tuple(rows), rtl=self._deck.rtl)
            case GroupShape():
                return shape._replace(shapes=tuple(map(self._direct_text, shape.shapes)))
        return shape

    def _direct_cell(self, cell: LaidOutCell) -> LaidOutCell:
        """Turn a cell's text, which inherits its alignment from no layout."""
        paragraphs = (
            paragraph._replace(align=paragraph.align or "l")
            if self._deck.rtl or self._is_rtl(paragraph)
            else paragraph
            for paragraph in cell.paragraphs
        )
        return cell._replace(paragraphs=self._direct_all(tuple(paragraphs), None))

    def _levels_of(self, shape: TextShape) -> Levels | None:
        """Return the levels that a shape inherits; None for a text box, which says all itself."""
        key = shape.placeholder
        if key is None:
            return None
        own = (
            each.levels
            for each in self._layout.placeholders
            if each.type == key.type and each.index == key.index
        )
        return next(own, None)

    def _direct_all(
        self, paragraphs: tuple[TextParagraph, ...], levels: Levels | None
    ) -> tuple[TextParagraph, ...]:
        return tuple(self._direct_one(paragraph, levels) for paragraph in paragraphs)

    def _direct_one(self, paragraph: TextParagraph, levels: Levels | None) -> TextParagraph:
        rtl = self._is_rtl(paragraph)
        if not rtl and not self._deck.rtl:
            return paragraph
        align = paragraph.align
        if rtl != self._deck.rtl and align is None and levels is not None:
            inherited = levels[paragraph.level].align
            align = "l" if inherited == "l" else "r" if inherited == "r" else None
        if not rtl:
            return paragraph._replace(rtl=rtl, align=align)
        return paragraph._replace(rtl=rtl, align=_OTHER.get(align, align), runs=split_links(paragraph.runs))

    def _is_rtl(self, paragraph: TextParagraph) -> bool:
        """Return a paragraph's direction: its own, else that of most of its text, else the deck's."""
        if paragraph.rtl is not None:
            return paragraph.rtl
        code = self._deck.brand.mono_font
        lead = 0
        for run in paragraph.runs:
            if run.text != BREAK and run.formula is None and run.style.font != code:
                lead += len(run.text) if is_rtl(run.style.lang) else -len(run.text)
        return lead > 0 if lead else self._deck.rtl

    def _find_outlines(self, shapes: Iterable[Shape]) -> None:
        """Remember the outlines of shapes that connectors may be glued to."""
        for shape in shapes:
            if isinstance(shape, GroupShape):
                self._find_outlines(shape.shapes)
            elif isinstance(shape, TextShape) and shape.key:
                self._outlines[shape.key] = shape.geometry

    def _mirror(self, shape: Shape) -> Shape:
        match shape:
            case ConnectorShape():
                return shape._replace(
                    points=tuple((self._width - x, y) for x, y in shape.points),
                    start=_mirror_glue(shape.start, self._outlines),
                    end=_mirror_glue(shape.end, self._outlines),
                )
            case GroupShape():
                return shape._replace(
                    box=self._mirror_box(shape.box), shapes=tuple(map(self._mirror, shape.shapes))
                )
            case TextShape():
                return shape._replace(
                    box=self._mirror_box(shape.box) if shape.box else None,
                    body=_mirror_insets(shape.body),
                    geometry=_TURNED.get(shape.geometry, shape.geometry),
                    flipped=shape.geometry in _LEANING,
                    sites=tuple((1 - x, y) for x, y in shape.sites),
                )
            case ChartShape():
                box = self._mirror_box(shape.box)
                return shape._replace(box=box, look=_mirror_look(shape.chart, shape.look))
        return shape._replace(box=self._mirror_box(shape.box))

    def _mirror_box(self, box: Box) -> Box:
        return Box(self._width - box.right, box.y, box.cx, box.cy)


def _mirror_glue(glue: Glue | None, outlines: Mapping[str, Geometry]) -> Glue | None:
    if glue is None:
        return None
    sites = _SITES.get(outlines.get(glue.key, "line"), {})
    return glue._replace(site=sites.get(glue.site, glue.site))


def _mirror_look(chart: Chart, look: ChartLook) -> ChartLook:
    """Return the look of a chart read from right to left; the axes of scatter charts stay, as in mathematics.

    Names at the ends of lines stand at the left then, and a legend at the side too.
    """
    if chart.kind == "scatter":
        return look
    plot = look.plot
    if plot is not None:
        plot = (round(1 - plot[0] - plot[2], 4), *plot[1:])
    series = tuple(
        each._replace(labels=each.labels._replace(place=_OTHER.get(each.labels.place, each.labels.place)))
        for each in look.series
    )
    legend: Literal["", "t", "b", "r", "l"] = "l" if look.legend == "r" else look.legend
    return look._replace(plot=plot, series=series, legend=legend, rtl=True)


def _mirror_insets(body: TextBody) -> TextBody:
    if body.insets is None:
        return body
    left, top, right, bottom = body.insets
    return body._replace(insets=(right, top, left, bottom))
