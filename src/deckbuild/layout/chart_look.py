"""How a chart is drawn, decided: sizes, colours, labels, legend and formats of numbers."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor, log10
from typing import Literal

from deckbuild.figures.chart import ROUND, Chart, NumberFormat
from deckbuild.figures.chart_numbers import percent_sign, show_number
from deckbuild.fonts import Face
from deckbuild.named_tuple import NamedTuple
from deckbuild.units import EMU_PER_POINT

from .chart_colors import ChartColors
from .context import DeckContext

LEAST_SIZE, MOST_SIZE = 12.0, 16.0
_MOST_LABELLED = 12  # columns whose numbers stand on them, in place of an axis
_MOST_MARKED = 12
_SHORT_UNIT = 3
_CURRENCIES = "$€£¥₹"
_GAP, _GAP_OF_SEVERAL = 60, 80
_PITCH = 1.2
_NARROW = 380.0  # points; a legend at the side of a narrower chart leaves it too little
_LOCALES = {
    "ar": "401", "cs": "405", "da": "406", "de": "407", "el": "408", "es": "C0A", "fi": "40B", "fr": "40C",
    "he": "40D", "hu": "40E", "it": "410", "ja": "411", "ko": "412", "nl": "413", "nb": "414", "no": "414",
    "pl": "415", "pt": "816", "pt-br": "416", "ro": "418", "ru": "419", "sv": "41D", "tr": "41F", "uk": "422",
    "zh": "804", "de-at": "C07", "de-ch": "807", "fr-ch": "100C", "it-ch": "810", "es-mx": "80A",
}  # fmt: skip
"""Windows' language codes ([MS-LCID]): with one, a reader shows the signs of that language."""

Shows = Literal["value", "category", "series", "percent"]


class LabelLook(NamedTuple):
    """What stands at each point of a series, and where (ST_DLblPos; empty: the kind's only place).

    ``colors`` are one for all points, or one for each.
    """

    shows: tuple[Shows, ...] = ()
    place: str = ""
    colors: tuple[str, ...] = ()
    bold: bool = False


class SeriesLook(NamedTuple):
    """How a series is drawn; ``points`` are the colours of its points where they are not all alike.

    ``alpha`` is how much of what is behind an area it hides. ``last_label`` is the index of the point
    at which the series' name stands.
    """

    color: str
    format: str
    points: tuple[str, ...] = ()
    labels: LabelLook = LabelLook()
    marked: bool = False
    alpha: float = 1.0
    last_label: int | None = None


class AxisLook(NamedTuple):
    """A value axis: its title, its numbers' format (None: no numbers), and whether it has gridlines."""

    title: str = ""
    format: str | None = "0"
    grid: bool = True
    minimum: float | None = None
    maximum: float | None = None


class ChartLook(NamedTuple):
    """How a chart is drawn. Sizes are points.

    ``plot`` is where the points stand (left, top, width, height, as shares of the chart), None: the
    reader's choice. ``skip`` is of how many categories one is named. ``rtl``: categories, and the values of
    bars, run from right to left.
    """

    language: str
    size: float
    text: str
    strong: str
    rule: str
    series: tuple[SeriesLook, ...]
    value_axis: AxisLook
    second_axis: AxisLook | None = None
    legend: Literal["", "t", "b", "r", "l"] = ""
    gap: int = _GAP
    skip: int = 1
    plot: tuple[float, float, float, float] | None = None
    rtl: bool = False


class ChartDesigner:
    """Decides how a chart is drawn in a box of ``width`` and ``height`` EMU."""

    __slots__ = ("_face", "chart", "colors", "deck", "height", "language", "size", "width")

    def __init__(self, deck: DeckContext, chart: Chart, width: int, height: int) -> None:
        self.deck = deck
        self.chart = chart
        self.colors = ChartColors(deck)
        self.width = width / EMU_PER_POINT
        self.height = height / EMU_PER_POINT
        self.language = deck.deck.language
        self.size = choose_size(width, height)
        self._face: Face = deck.face("+mn-lt")[0]

    def design(self) -> ChartLook:
        """Return the look. Diagnostics: chart-value (a colour), chart-crowded."""
        chart = self.chart
        shows = self._shows()
        named_at_end = self._can_name_at_end()
        colors = self.colors.series(chart)
        series = tuple(
            self._design_series(index, color, shows, named_at_end) for index, color in enumerate(colors)
        )
        self._check_room()
        return ChartLook(
            self.language,
            self.size,
            self.colors.text,
            "tx1",
            self.colors.rule,
            series,
            self._value_axis("value" in shows),
            self._second_axis(),
            "" if named_at_end else self._legend(shows),
            self._gap(),
            self._skip(),
            self._plot() if named_at_end else None,
        )

    def _shows(self) -> tuple[Shows, ...]:
        """Return what labels say."""
        chart = self.chart
        asked = chart.labels
        if asked == "none":
            return ()
        if chart.kind in ROUND:
            whole = chart.series[0].number.percent or (chart.unit is not None and chart.unit.text == "%")
            parts: dict[str, tuple[Shows, ...]] = {
                "auto": ("value",) if whole else ("percent",),
                "value": ("value",),
                "percent": ("percent",),
                "name": (),
            }
            return ("category", *parts[asked]) if chart.kind == "pie" else parts[asked]
        if asked == "value":
            return ("value",)
        alone = len(chart.series) == 1 and chart.kind in ("column", "bar")
        return ("value",) if asked == "auto" and alone and len(chart.categories) <= _MOST_LABELLED else ()

    def _design_series(self, index: int, color: str, shows: tuple[Shows, ...], ended: bool) -> SeriesLook:
        chart = self.chart
        series = chart.series[index]
        points = self.colors.points(chart, index, color) if not self._is_line(index) else ()
        last = None
        if ended:
            last = max(at for at, value in enumerate(series.values) if value is not None)
            read = self.colors.read_on_ground(color)
            labels = LabelLook(("series",), "r", (read,), read == color)
        else:
            labels = self._labels(index, color, points, shows)
        alone = any(_is_alone(series.values, at) for at in range(len(series.values)))
        marked = chart.markers if chart.markers is not None else len(series.values) <= _MOST_MARKED or alone
        overlaid = chart.kind == "area" and not chart.stacking and len(chart.series) > 1
        number = series.number
        return SeriesLook(
            color,
            self._format(number, not series.secondary),
            points,
            labels,
            marked and self._is_line(index),
            0.7 if overlaid else 1.0,
            last,
        )

    def _labels(self, index: int, color: str, points: tuple[str, ...], shows: tuple[Shows, ...]) -> LabelLook:
        """Return the labels of a series: outside what is filled, or in a colour that is read on it."""
        if not shows:
            return LabelLook()
        chart = self.chart
        inside = tuple(self.colors.text_on(point) for point in points or (color,))
        if chart.kind == "doughnut":
            return LabelLook(shows, "", inside, True)
        if chart.kind == "pie":
            return LabelLook(shows, "outEnd", ("tx1",))
        if chart.kind == "area":
            return LabelLook(shows, "", inside)
        if self._is_line(index) or chart.kind == "scatter":
            return LabelLook(shows, "t", (self.colors.read_on_ground(color),))
        if chart.stacking:
            return LabelLook(shows, "ctr", inside)
        return LabelLook(shows, "outEnd", ("tx1",))

    def _is_line(self, index: int) -> bool:
        return self.chart.kind in ("line", "scatter") or self.chart.series[index].line

    def _value_axis(self, labelled: bool) -> AxisLook:
        """Return the value axis; numbers that stand on all columns are not said a second time."""
        chart = self.chart
        own = [series for series in chart.series if not series.secondary] or list(chart.series)
        alone = chart.kind in ("column", "bar") or (chart.kind == "line" and len(chart.series) == 1)
        hidden = labelled and alone and not chart.stacking
        title = chart.y_title.text if chart.y_title else ""
        if chart.unit is not None and not self._attached():
            title = f"{title} ({chart.unit.text})" if title else chart.unit.text
        if chart.stacking == "percent":
            shown = self._format(NumberFormat(percent=True), False)
        else:
            shown = self._format(self._axis_number([each.values for each in own], own[0].number), True)
        return AxisLook(title, None if hidden else shown, not hidden, chart.minimum, chart.maximum)

    def _second_axis(self) -> AxisLook | None:
        own = [series for series in self.chart.series if series.secondary]
        if not own:
            return None
        number = self._axis_number([each.values for each in own], own[0].number)
        title = self.chart.y2_title.text if self.chart.y2_title else ""
        positive = all(value is None or value >= 0 for each in own for value in each.values)
        return AxisLook(title, self._format(number, False), False, 0.0 if positive else None)

    def _axis_number(self, columns: list[tuple[float | None, ...]], number: NumberFormat) -> NumberFormat:
        """Return how an axis shows numbers: with the decimal places that its steps may need."""
        values = [0.0, *(value for column in columns for value in column if value is not None)]
        span = (max(values) - min(values)) * (100 if number.percent else 1)
        if self.chart.stacking:
            span *= len(columns)
        places = max(0, 1 - floor(log10(span))) if span > 0 else 0
        if all(value == round(value) for value in values) and not number.percent and span > 3:
            places = 0
        return number._replace(decimals=min(places, 4), grouped=number.grouped or span >= 10_000)

    def _attached(self) -> bool:
        """Whether the unit stands with each number: it is short, or there is no axis to say it."""
        unit = self.chart.unit
        return unit is not None and (len(unit.text) <= _SHORT_UNIT or self.chart.kind in ROUND)

    def _format(self, number: NumberFormat, with_unit: bool) -> str:
        """Return a number's format code (ECMA-376 Part 1, 18.8.31): its signs are those of English."""
        tag = self.language.lower()
        locale = _LOCALES.get(tag) or _LOCALES.get(tag.split("-")[0])
        code = ("#,##0" if number.grouped else "0") + ("." + "0" * number.decimals if number.decimals else "")
        if number.percent:
            code += percent_sign(self.language)
        elif with_unit and self.chart.unit is not None and self._attached():
            unit = self.chart.unit.text.replace('"', "")
            before = unit in _CURRENCIES and tag.split("-")[0] in ("en", "ja", "zh", "ko")
            space = "" if unit in ("%", "°") and percent_sign(self.language) == "%" else "\u00a0"
            code = f'"{unit}"{code}' if before else f'{code}"{space}{unit}"'
        return f"[$-{locale}]{code}" if locale else code

    def _legend(self, shows: tuple[Shows, ...]) -> Literal["", "t", "b", "r"]:
        chart = self.chart
        if chart.legend == "none":
            return ""
        if chart.legend in ("right", "bottom", "top"):
            return chart.legend[0]  # type: ignore[return-value]
        if chart.kind in ROUND:
            return "" if "category" in shows else "r"
        if len(chart.series) == 1:
            return ""
        return "r" if chart.stacking and self.width >= _NARROW else "t"

    def _gap(self) -> int:
        if self.chart.gap is not None:
            return self.chart.gap
        bars = sum(not self._is_line(index) for index in range(len(self.chart.series)))
        return _GAP if bars == 1 or self.chart.stacking else _GAP_OF_SEVERAL

    def _measure(self, text: str) -> float:
        return self._face.advance(text, self.size)

    def _skip(self) -> int:
        """Return of how many categories along a line one is named, so that names stand beside each other."""
        if self.chart.kind not in ("line", "area"):
            return 1
        widest = max(self._measure(each.text) for each in self.chart.categories)
        return max(ceil(len(self.chart.categories) * (widest + self.size) / (self.width * 0.85)), 1)

    def _check_room(self) -> None:
        """Report names of columns or bars that have no room beside or under each other."""
        chart, count = self.chart, len(self.chart.categories)
        if chart.kind in ("column", "combined"):
            room = self.width * 0.9 / count
            crowded = any(
                self._measure(word) > room for each in chart.categories for word in each.text.split()
            )
            hint = "Use `type: bar`, shorter names, or fewer categories."
        else:
            crowded = chart.kind == "bar" and self.height * 0.9 / count < self.size * _PITCH
            hint = "Show fewer categories."
        if crowded:
            message = f"The names of {count} categories do not fit at {self.size:g} points."
            self.deck.collector.report("chart-crowded", chart.span, message, hint)

    def _can_name_at_end(self) -> bool:
        """Whether lines can be named where they end: all end at the last category, apart from each other."""
        chart = self.chart
        if chart.kind != "line" or chart.legend != "auto" or chart.labels == "value":
            return False
        if chart.labels != "name" and len(chart.series) < 2:
            return False
        ends = [series.values[-1] for series in chart.series]
        longest = max(self._measure(series.name.text) for series in chart.series)
        if longest * 1.1 > self.width * 0.3:
            return False
        values = [value for series in chart.series for value in series.values if value is not None]
        low = chart.minimum if chart.minimum is not None else min(0.0, *values)
        high = chart.maximum if chart.maximum is not None else max(values) * 1.1
        found = sorted(value for value in ends if value is not None)
        if len(found) < len(ends) or high <= low:
            return False
        scale = self._plot()[3] * self.height / (high - low)
        return all((b - a) * scale >= self.size * 1.1 for a, b in pairwise(found))

    def _plot(self) -> tuple[float, float, float, float]:
        """Return where lines stand, with room for numbers, names of categories, and the lines' own."""
        chart, line = self.chart, self.size * _PITCH
        axis = self._value_axis(False)
        values = [abs(value) for series in chart.series for value in series.values if value is not None]
        number = self._axis_number([series.values for series in chart.series], chart.series[0].number)
        widest = show_number(max(values) * 1.2, number, self.language)
        unit = chart.unit.text if chart.unit is not None and self._attached() else ""
        left = self._measure(f"-{widest} {unit}") + (line + 8 if axis.title else 0)
        right = max(self._measure(series.name.text) for series in chart.series) * 1.1 + self.size
        top = line * (2.2 if chart.title else 0.6)
        bottom = line * (3 if chart.x_title else 1.6)
        width, height = self.width - left - right, self.height - top - bottom
        return left / self.width, top / self.height, width / self.width, height / self.height


def choose_size(width: int, height: int) -> float:
    """Return the size in points of a chart's text in a box of EMU."""
    wide, high = width / EMU_PER_POINT, height / EMU_PER_POINT
    return min(max(float(floor(min(wide / 36, high / 20))), LEAST_SIZE), MOST_SIZE)


def _is_alone(values: tuple[float | None, ...], at: int) -> bool:
    """Whether a number has gaps on both sides, so that no line leads to it."""
    before = values[at - 1] if at else None
    after = values[at + 1] if at + 1 < len(values) else None
    return values[at] is not None and before is None and after is None
