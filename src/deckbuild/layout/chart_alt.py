"""What a chart says to those who cannot see it, made from its data."""

from __future__ import annotations

from deckbuild.brand.figure_words import FigureWords, figure_words_for
from deckbuild.figures.chart import ROUND, Chart, ChartKind
from deckbuild.figures.chart_numbers import percent_sign, show_number

_MOST_PARTS = 8
_MOST_SERIES = 4
_MORE = "…"


def describe_chart(chart: Chart, language: str) -> str:
    """Return a sentence: what kind of chart, of what, over which categories, between which numbers.

    "Column chart: Revenue by Year, 2015 to 2020, from 1.1 to 5.0 USD billion", in the words of ``language``,
    a BCP 47 tag, by which numbers are written, too.
    """
    words = figure_words_for(language)
    kind = _name_kind(chart.kind, words)
    if chart.kind in ROUND and len(chart.categories) <= _MOST_PARTS:
        parts = [_name_series(chart, words), *_describe_parts(chart, language)]
        return words.described.format(what=kind, parts=words.pause.join(parts))
    what = _name_series(chart, words)
    if chart.heading.text:
        what = words.values_by.format(what=what, heading=chart.heading.text)
    ends = chart.categories[0].text, chart.categories[-1].text
    if chart.kind == "scatter":
        ends = (
            show_number(min(chart.xs), chart.x_number, language),
            show_number(max(chart.xs), chart.x_number, language),
        )
    parts = [what, words.first_to_last.format(first=ends[0], last=ends[1])]
    parts += _describe_values(chart, words, language)
    return words.described.format(what=kind, parts=words.pause.join(parts))


def _name_kind(kind: ChartKind, words: FigureWords) -> str:
    name: str = getattr(words, f"{kind}_chart")
    return name


def _name_series(chart: Chart, words: FigureWords) -> str:
    if chart.title is not None:
        return chart.title.text
    names = [series.name.text for series in chart.series]
    if len(names) > _MOST_SERIES:
        names = [*names[:_MOST_SERIES], _MORE]
    return words.pause.join(names)


def _describe_parts(chart: Chart, language: str) -> list[str]:
    (series,) = chart.series
    pairs = zip(chart.categories, series.values, strict=True)
    return [
        f"{category.text} {_with_unit(show_number(value, series.number, language), chart, language)}"
        for category, value in pairs
        if value is not None
    ]


def _describe_values(chart: Chart, words: FigureWords, language: str) -> list[str]:
    """Return the range of the numbers that share a way to be shown; those of other kinds are left out."""
    first = chart.series[0]
    values = [
        value
        for series in chart.series
        if series.number == first.number and series.secondary == first.secondary
        for value in series.values
        if value is not None
    ]
    if not values:
        return []
    low, high = (show_number(value, first.number, language) for value in (min(values), max(values)))
    return [words.low_to_high.format(low=low, high=_with_unit(high, chart, language))]


def _with_unit(number: str, chart: Chart, language: str) -> str:
    if chart.unit is None:
        return number
    return number + (percent_sign(language) if chart.unit.text == "%" else f" {chart.unit.text}")
