"""What a chart says to those who cannot see it, made from its data."""

from __future__ import annotations

from typing import NamedTuple

from .chart import ROUND, Chart, ChartKind
from .chart_numbers import percent_sign, show_number

_MOST_PARTS = 8
_MOST_SERIES = 4


class _Words(NamedTuple):
    kinds: dict[ChartKind, str]
    by: str
    span: str
    values: str
    pause: str = ", "
    colon: str = ": "
    more: str = "…"


def _kinds(*names: str) -> dict[ChartKind, str]:
    kinds: tuple[ChartKind, ...] = (
        "column", "bar", "line", "area", "pie", "doughnut", "scatter", "combined",
    )  # fmt: skip
    return dict(zip(kinds, names, strict=True))


_WORDS = {
    "ar": _Words(
        _kinds(
            "مخطط عمودي", "مخطط شريطي", "مخطط خطي", "مخطط مساحي", "مخطط دائري", "مخطط حلقي", "مخطط مبعثر",
            "مخطط مختلط",
        ),
        "{what} حسب {heading}", "من {first} إلى {last}", "القيم من {low} إلى {high}", "، ",
    ),
    "de": _Words(
        _kinds(
            "Säulendiagramm", "Balkendiagramm", "Liniendiagramm", "Flächendiagramm", "Kreisdiagramm",
            "Ringdiagramm", "Punktdiagramm", "Verbunddiagramm",
        ),
        "{what} nach {heading}", "{first} bis {last}", "von {low} bis {high}",
    ),
    "en": _Words(
        _kinds(
            "Column chart", "Bar chart", "Line chart", "Area chart", "Pie chart", "Doughnut chart",
            "Scatter chart", "Combined chart",
        ),
        "{what} by {heading}", "{first} to {last}", "from {low} to {high}",
    ),
    "es": _Words(
        _kinds(
            "Gráfico de columnas", "Gráfico de barras", "Gráfico de líneas", "Gráfico de áreas",
            "Gráfico circular", "Gráfico de anillos", "Gráfico de dispersión", "Gráfico combinado",
        ),
        "{what} por {heading}", "de {first} a {last}", "valores de {low} a {high}",
    ),
    "fr": _Words(
        _kinds(
            "Histogramme", "Diagramme à barres", "Graphique en courbes", "Graphique en aires", "Secteurs",
            "Anneau", "Nuage de points", "Graphique combiné",
        ),
        "{what} par {heading}", "de {first} à {last}", "valeurs de {low} à {high}", colon="\u00a0: ",
    ),
    "ja": _Words(
        _kinds(
            "縦棒グラフ", "横棒グラフ", "折れ線グラフ", "面グラフ", "円グラフ", "ドーナツグラフ", "散布図",
            "複合グラフ",
        ),
        "{heading}別の{what}", "{first}から{last}", "値は{low}から{high}", "、", "：",
    ),
    "zh": _Words(
        _kinds("柱形图", "条形图", "折线图", "面积图", "饼图", "圆环图", "散点图", "组合图"),
        "按{heading}的{what}", "{first}至{last}", "数值从{low}到{high}", "，", "：",
    ),
}  # fmt: skip


def describe_chart(chart: Chart, language: str) -> str:
    """Return a sentence: what kind of chart, of what, over which categories, between which numbers.

    "Column chart: Revenue by Year, 2015 to 2020, from 1.1 to 5.0 USD billion". In English where there are
    no words for the language.
    """
    words = _WORDS.get(language.split("-")[0].lower(), _WORDS["en"])
    if chart.kind in ROUND and len(chart.categories) <= _MOST_PARTS:
        parts = [_name_series(chart, words), *_describe_parts(chart, language)]
        return words.kinds[chart.kind] + words.colon + words.pause.join(parts)
    what = _name_series(chart, words)
    if chart.heading.text:
        what = words.by.format(what=what, heading=chart.heading.text)
    ends = chart.categories[0].text, chart.categories[-1].text
    if chart.kind == "scatter":
        ends = (
            show_number(min(chart.xs), chart.x_number, language),
            show_number(max(chart.xs), chart.x_number, language),
        )
    parts = [what, words.span.format(first=ends[0], last=ends[1])]
    parts += _describe_values(chart, words, language)
    return words.kinds[chart.kind] + words.colon + words.pause.join(parts)


def _name_series(chart: Chart, words: _Words) -> str:
    if chart.title is not None:
        return chart.title.text
    names = [series.name.text for series in chart.series]
    if len(names) > _MOST_SERIES:
        names = [*names[:_MOST_SERIES], words.more]
    return words.pause.join(names)


def _describe_parts(chart: Chart, language: str) -> list[str]:
    (series,) = chart.series
    pairs = zip(chart.categories, series.values, strict=True)
    return [
        f"{category.text} {_with_unit(show_number(value, series.number, language), chart, language)}"
        for category, value in pairs
        if value is not None
    ]


def _describe_values(chart: Chart, words: _Words, language: str) -> list[str]:
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
    return [words.values.format(low=low, high=_with_unit(high, chart, language))]


def _with_unit(number: str, chart: Chart, language: str) -> str:
    if chart.unit is None:
        return number
    return number + (percent_sign(language) if chart.unit.text == "%" else f" {chart.unit.text}")
