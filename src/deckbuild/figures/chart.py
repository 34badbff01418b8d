"""A chart, understood: what kind it is, its numbers, and what its author says about its looks; no geometry.

All text that a reader of the slide sees is a ``FigureText`` with its place in the source, so that a
catalogue of translations can reach titles, names of series and categories.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

from .figure_text import FigureText

ChartKind = Literal["column", "bar", "line", "area", "pie", "doughnut", "scatter", "combined"]
Stacking = Literal["", "stacked", "percent"]
Labels = Literal["auto", "none", "value", "percent", "name"]
Legend = Literal["auto", "none", "right", "bottom", "top"]

ROUND: tuple[ChartKind, ...] = ("pie", "doughnut")
"""Kinds without axes, that show the parts of one whole."""


class NumberFormat(NamedTuple):
    """How numbers are shown: decimal places, in groups of thousands, as per cent."""

    decimals: int = 0
    grouped: bool = False
    percent: bool = False


class Series(NamedTuple):
    """A row of numbers; None is a gap. Per cent are fractions (``35 %`` is 0.35).

    ``color`` is as written: a theme colour's name, RRGGBB or a brand's role; None: the brand's next one.
    ``line`` and ``secondary`` are for combined charts: drawn as a line, against an axis of its own.
    """

    name: FigureText
    values: tuple[float | None, ...]
    number: NumberFormat
    color: FigureText | None = None
    line: bool = False
    secondary: bool = False


class Chart(NamedTuple):
    """A chart.

    ``categories`` are as many as each series has values; of a scatter chart they are the texts of ``xs``.
    ``heading`` is the first column's. ``highlight`` is the index of a category, or of a series with
    ``highlights_series``. ``gap`` is the room between columns in per cent of their width.
    """

    kind: ChartKind
    heading: FigureText
    categories: tuple[FigureText, ...]
    series: tuple[Series, ...]
    span: Span
    xs: tuple[float, ...] = ()
    x_number: NumberFormat = NumberFormat()
    stacking: Stacking = ""
    title: FigureText | None = None
    x_title: FigureText | None = None
    y_title: FigureText | None = None
    y2_title: FigureText | None = None
    unit: FigureText | None = None
    minimum: float | None = None
    maximum: float | None = None
    labels: Labels = "auto"
    legend: Legend = "auto"
    markers: bool | None = None
    smooth: bool = False
    gap: int | None = None
    highlight: int | None = None
    highlights_series: bool = False


def texts_of(chart: Chart) -> Iterator[FigureText]:
    """Yield every text of a chart that a reader sees, in the order of the source."""
    for text in (chart.title, chart.x_title, chart.y_title, chart.y2_title, chart.unit, chart.heading):
        if text is not None and text.text:
            yield text
    yield from (series.name for series in chart.series)
    if chart.kind != "scatter":
        yield from chart.categories
