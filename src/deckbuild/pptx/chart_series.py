"""Series of charts: what refers to the workbook, with what stood there; looks; labels."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.figures.chart import ROUND, Chart
from deckbuild.layout.chart_look import ChartLook, LabelLook, SeriesLook

from .chart_text import spell_line, spell_paint, spell_text_properties
from .chart_workbook import column_name, spell_value
from .xml import escape_attribute, escape_text

_SEPARATOR = 12_700  # the ground between parts that touch each other
_LINE, _MARKER = 28_575, 7
_SHOWS = (
    ("showLegendKey", ""), ("showVal", "value"), ("showCatName", "category"), ("showSerName", "series"),
    ("showPercent", "percent"), ("showBubbleSize", ""),
)  # fmt: skip


def spell_series(kind: str, chart: Chart, look: ChartLook, index: int) -> str:
    """Spell a series in a plot of a kind."""
    series, own = chart.series[index], look.series[index]
    count = len(series.values)
    column = column_name(index + 1)
    name = _spell_strings(f"Sheet1!${column}$1", [series.name.text])
    head = f'<c:idx val="{index}"/><c:order val="{index}"/><c:tx>{name}</c:tx>'
    looks = f"<c:spPr>{_spell_looks(kind, chart, own)}</c:spPr>"
    values = _spell_numbers(f"Sheet1!${column}$2:${column}${count + 1}", series.values, own.format)
    labels = _spell_labels(own, look)
    place = f"Sheet1!$A$2:$A${count + 1}"
    if kind == "scatter":
        xs = _spell_numbers(place, chart.xs, "General")
        tail = f'<c:xVal>{xs}</c:xVal><c:yVal>{values}</c:yVal><c:smooth val="0"/>'
        return f"<c:ser>{head}{looks}{_spell_marker(own, True)}{labels}{tail}</c:ser>"
    categories = _spell_strings(place, [category.text for category in chart.categories])
    data = f"<c:cat>{categories}</c:cat><c:val>{values}</c:val>"
    if kind == "line":
        smooth = f'<c:smooth val="{int(chart.smooth)}"/>'
        return f"<c:ser>{head}{looks}{_spell_marker(own, own.marked)}{labels}{data}{smooth}</c:ser>"
    inverts = '<c:invertIfNegative val="0"/>' if kind in ("column", "bar") else ""
    points = _spell_points(kind, chart, own)
    return f"<c:ser>{head}{looks}{inverts}{points}{labels}{data}</c:ser>"


def _spell_looks(kind: str, chart: Chart, own: SeriesLook, color: str = "") -> str:
    color = color or own.color
    if kind == "line":
        return spell_line(color, _LINE)
    if kind == "scatter":
        return "<a:ln><a:noFill/></a:ln>"
    touching = kind in ROUND or (chart.stacking and kind != "area")
    width = _SEPARATOR * 2 if kind in ROUND else _SEPARATOR
    edge = spell_line("bg1", width) if touching else "<a:ln><a:noFill/></a:ln>"
    return spell_paint(color, own.alpha) + edge


def _spell_points(kind: str, chart: Chart, own: SeriesLook) -> str:
    inverts = '<c:invertIfNegative val="0"/>' if kind in ("column", "bar") else ""
    return "".join(
        [
            f'<c:dPt><c:idx val="{at}"/>{inverts}<c:bubble3D val="0"/>'
            f"<c:spPr>{_spell_looks(kind, chart, own, color)}</c:spPr></c:dPt>"
            for at, color in enumerate(own.points)
        ]
    )


def _spell_marker(own: SeriesLook, shown: bool) -> str:
    if not shown:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{_MARKER}"/>'
        f"<c:spPr>{spell_paint(own.color)}{spell_line('bg1', 9_525)}</c:spPr></c:marker>"
    )


def _spell_labels(own: SeriesLook, look: ChartLook) -> str:
    """Spell the labels of a series; one at a single point is its name, where a line ends."""
    labels = own.labels
    if not labels.shows:
        return ""
    if own.last_label is not None:
        single = (
            f'<c:dLbl><c:idx val="{own.last_label}"/>{_spell_label(own, look, labels.colors[0])}</c:dLbl>'
        )
        return f"<c:dLbls>{single}{_spell_shows(LabelLook())}</c:dLbls>"
    each = ""
    if len(labels.colors) > 1:
        each = "".join(
            [
                f'<c:dLbl><c:idx val="{at}"/>{_spell_label(own, look, color)}</c:dLbl>'
                for at, color in enumerate(labels.colors)
            ]
        )
    leaders = '<c:showLeaderLines val="0"/>' if own.points and "percent" in labels.shows else ""
    return f"<c:dLbls>{each}{_spell_label(own, look, labels.colors[0])}{leaders}</c:dLbls>"


def _spell_label(own: SeriesLook, look: ChartLook, color: str) -> str:
    labels = own.labels
    code = "0%" if "percent" in labels.shows else own.format
    place = f'<c:dLblPos val="{labels.place}"/>' if labels.place else ""
    return (
        f'<c:numFmt formatCode="{escape_attribute(code)}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{spell_text_properties(look.size, color, look.language, labels.bold)}{place}"
        f"{_spell_shows(labels)}"
    )


def _spell_shows(labels: LabelLook) -> str:
    flags = "".join([f'<c:{name} val="{int(what in labels.shows)}"/>' for name, what in _SHOWS])
    return flags + ("<c:separator>\n</c:separator>" if len(labels.shows) > 1 else "")


def _spell_strings(place: str, texts: Sequence[str]) -> str:
    points = "".join(
        [f'<c:pt idx="{at}"><c:v>{escape_text(text)}</c:v></c:pt>' for at, text in enumerate(texts)]
    )
    return (
        f"<c:strRef><c:f>{place}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


def _spell_numbers(place: str, values: Sequence[float | None], code: str) -> str:
    points = "".join(
        [
            f'<c:pt idx="{at}"><c:v>{spell_value(value)}</c:v></c:pt>'
            for at, value in enumerate(values)
            if value is not None
        ]
    )
    return (
        f"<c:numRef><c:f>{place}</c:f><c:numCache><c:formatCode>{escape_text(code)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )
