"""From a fence or a CSV file to a chart; what is wrong with it is said where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.diagnostics import Collector
from deckbuild.model import Figure
from deckbuild.source import Span

from .chart import ROUND, Chart, ChartKind, NumberFormat, Series
from .chart_numbers import Number, choose_format, find_decimal_sign, is_gap, read_number
from .chart_options import KINDS, OptionReader, Options, read_options, split_lines, suggest
from .chart_rows import read_rows
from .figure_text import FigureText

Row = tuple[FigureText, ...]
Numbers = list[list[Number | None]]

_MOST_DECIMALS, _MOST_GAP = 10, 500


def read_chart(figure: Figure, language: str, collector: Collector) -> Chart | None:
    """Return the chart that a figure means; None when it cannot be drawn, which has been reported.

    ``language`` is the BCP 47 tag by which numbers are read. Errors: chart-type, chart-data, chart-number,
    chart-negative. Warnings, after which the chart is drawn without what they are about: chart-option,
    chart-value, chart-name.
    """
    option_lines, data_lines = split_lines(figure)
    options = read_options(figure, option_lines, collector)
    kind = _read_kind(figure, options, collector)
    if kind is None:
        return None
    table = read_rows(data_lines)
    if table.unclosed is not None:
        collector.report("chart-data", table.unclosed, "A quote is not closed.", 'Write `"` where it ends.')
        return None
    place = data_lines[0][1] if table.rows else figure.span
    if not _has_shape(table.rows, place, collector):
        return None
    head, *rows = table.rows
    cells = _read_cells(rows, kind, language, collector)
    if cells is None:
        return None
    xs, columns = cells
    if not any(number for column in columns for number in column):
        collector.report("chart-data", rows[0][0].span, "The chart has no numbers.")
        return None
    if kind in ROUND and not _is_whole(rows, columns, kind, collector):
        return None
    return _make_chart(figure, kind, options, (head, rows), (xs, columns), language, collector)


def _read_kind(figure: Figure, options: Options, collector: Collector) -> ChartKind | None:
    """Return the type that is set; a column chart when none is."""
    written = options.get("type")
    if written is None:
        return "column"
    kind = next((kind for kind in KINDS if kind == written.text.lower()), None)
    if kind is None:
        collector.report(
            "chart-type",
            written.span,
            f"There is no chart type `{written.text}`.",
            suggest(written.text, KINDS),
        )
    return kind


def _has_shape(rows: Sequence[Row], place: Span, collector: Collector) -> bool:
    """Whether there is a header with a column of numbers at least, and all rows are as long as it."""
    if len(rows) < 2:
        collector.report(
            "chart-data", place, "The chart has no data.", "Write a header row and a row for each category."
        )
        return False
    head = rows[0]
    if len(head) < 2:
        message = "The chart has a single column."
        collector.report("chart-data", head[0].span, message, "Part cells by commas, semicolons or tabs.")
        return False
    for row in rows[1:]:
        if len(row) != len(head):
            many = len(row) > len(head)
            span = row[len(head)].span if many else row[-1].span
            message = f"This row has {len(row)} cells, the header {len(head)}."
            hint = "Put numbers and names with commas in quotes." if many else "Leave a gap as an empty cell."
            collector.report("chart-data", span, message, hint)
            return False
    return True


def _read_cells(
    rows: Sequence[Row], kind: ChartKind, language: str, collector: Collector
) -> tuple[list[Number], Numbers] | None:
    """Return the numbers of the first column (of a scatter chart only) and of the others, by column."""
    first = 0 if kind == "scatter" else 1
    sign = find_decimal_sign((cell.text for row in rows for cell in row[first:]), language)
    columns: Numbers = []
    for index in range(first, len(rows[0])):
        column: list[Number | None] = []
        for row in rows:
            cell = row[index]
            number = None if is_gap(cell.text) else read_number(cell.text, sign)
            if number is None and (index == 0 or not is_gap(cell.text)):
                example = "1,234.5" if sign == "." else "1.234,5"
                collector.report(
                    "chart-number", cell.span, f"`{cell.text}` is no number.",
                    f"Write it like `{example}`; leave the cell empty where there is none.",
                )  # fmt: skip
                return None
            column.append(number)
        columns.append(column)
    if kind != "scatter":
        return [], columns
    return [number for number in columns[0] if number], columns[1:]


def _is_whole(rows: Sequence[Row], columns: Numbers, kind: ChartKind, collector: Collector) -> bool:
    """Whether numbers can be parts of a whole: one series, none negative. Diagnostic: chart-negative."""
    for row, number in zip(rows, columns[0], strict=True):
        if number is not None and number.value < 0:
            message = f"A {kind} chart cannot show a negative number."
            collector.report("chart-negative", row[1].span, message)
            return False
    if len(columns) > 1:
        message = f"A {kind} chart shows one series."
        collector.report("chart-data", rows[0][2].span, message, "Delete the other columns, or use `bar`.")
        return False
    if not sum(number.value for number in columns[0] if number):
        collector.report("chart-data", rows[0][1].span, "The parts add up to nothing.")
        return False
    return True


def _make_chart(
    figure: Figure,
    kind: ChartKind,
    options: Options,
    table: tuple[Row, Sequence[Row]],
    cells: tuple[list[Number], Numbers],
    language: str,
    collector: Collector,
) -> Chart:
    head, rows = table
    xs, columns = cells
    reader = OptionReader(options, collector)
    decimals = reader.count("decimals", _MOST_DECIMALS)
    series = _make_series(kind, head[1:], columns, decimals)
    series = _apply_names(kind, series, options, reader, collector)
    categories = tuple(row[0] for row in rows)
    highlight, highlights_series = _find_highlight(options, categories, series, collector)
    low, high = (_read_bound(key, options, series, language, reader) for key in ("min", "max"))
    if low is not None and high is not None and low >= high:
        reader.report(options["max"], "max", "Write a number above `min`.")
        high = None
    return Chart(
        kind, head[0], categories, series, figure.span,
        xs=tuple(number.value for number in xs),
        x_number=choose_format(xs),
        stacking=reader.stacking(),
        title=reader.text("title"),
        x_title=reader.text("x-axis"),
        y_title=reader.text("y-axis"),
        y2_title=reader.text("y2-axis"),
        unit=reader.text("unit"),
        minimum=low,
        maximum=high,
        labels=reader.labels(kind),
        legend=reader.legend(),
        markers=reader.truth("markers"),
        smooth=bool(reader.truth("smooth")),
        gap=reader.count("gap", _MOST_GAP),
        highlight=highlight,
        highlights_series=highlights_series,
    )  # fmt: skip


def _make_series(kind: ChartKind, names: Row, columns: Numbers, decimals: int | None) -> tuple[Series, ...]:
    """Return the series; those of a chart are shown alike, but a combined chart's each in its own way."""
    every = [number for column in columns for number in column if number]
    shared = None if kind == "combined" else choose_format(every, decimals)
    made = []
    for name, column in zip(names, columns, strict=True):
        own: NumberFormat = shared or choose_format([number for number in column if number], decimals)
        values = tuple(number.value if number else None for number in column)
        made.append(Series(name, values, own))
    return tuple(made)


def _apply_names(
    kind: ChartKind,
    series: tuple[Series, ...],
    options: Options,
    reader: OptionReader,
    collector: Collector,
) -> tuple[Series, ...]:
    """Return the series with what options say of them by name. Diagnostics: chart-name, chart-value."""
    changed = list(series)
    names = [each.name.text for each in series]
    for index, color in _read_colors(options.get("colors"), names, reader, collector):
        changed[index] = changed[index]._replace(color=color)
    for key in ("line", "secondary"):
        written = options.get(key)
        if written is None:
            continue
        if kind != "combined":
            hint = "Write `type: combined`."
            collector.report("chart-value", written.span, f"A {kind} chart has no `{key}` of its own.", hint)
            continue
        for name in _split_names(written):
            at = _find_name(name, names, "series", collector)
            if at is not None:
                own = changed[at]
                changed[at] = own._replace(line=True) if key == "line" else own._replace(secondary=True)
    if kind == "combined" and not any(each.line for each in changed):
        last = next((at for at, each in enumerate(changed) if each.secondary), len(changed) - 1)
        changed[last] = changed[last]._replace(line=True)
    return tuple(changed)


def _read_colors(
    written: FigureText | None, names: list[str], reader: OptionReader, collector: Collector
) -> list[tuple[int, FigureText]]:
    """Return colours by index of series: ``accent2, accent3`` in their order, or ``Name = accent2``."""
    found: list[tuple[int, FigureText]] = []
    for number, part in enumerate(_split_names(written) if written else []):
        name, equals, color = (text.strip() for text in part.text.rpartition("="))
        if equals:
            index = _find_name(FigureText(name, part.span), names, "series", collector)
        else:
            index = number if number < len(names) else None
            if index is None:
                reader.report(part, "colors", f"Write {len(names)} at most, one for each series.")
        if index is not None:
            found.append((index, FigureText(color, part.span)))
    return found


def _split_names(written: FigureText) -> list[FigureText]:
    """Return the parts of a list with commas, each with its place."""
    parts, at = [], 0
    start = written.span
    for part in written.text.split(","):
        shift = at + len(part) - len(part.lstrip())
        text = part.strip()
        span = Span(
            start.file, start.line, start.column + shift, start.start + shift, start.start + shift + len(text)
        )
        if text:
            parts.append(FigureText(text, span if start.end - start.start >= len(written.text) else start))
        at += len(part) + 1
    return parts


def _find_name(name: FigureText, names: list[str], what: str, collector: Collector) -> int | None:
    """Return the index of a name, in any letter case. Diagnostic: chart-name."""
    folded = [known.casefold() for known in names]
    if name.text.casefold() in folded:
        return folded.index(name.text.casefold())
    collector.report("chart-name", name.span, f"There is no {what} `{name.text}`.", suggest(name.text, names))
    return None


def _find_highlight(
    options: Options, categories: Row, series: tuple[Series, ...], collector: Collector
) -> tuple[int | None, bool]:
    """Return the index of what is to stand out, and whether it is a series."""
    written = options.get("highlight")
    if written is None:
        return None, False
    names = [each.name.text for each in series]
    if len(series) > 1 and written.text.casefold() in [name.casefold() for name in names]:
        return _find_name(written, names, "series", collector), True
    return _find_name(written, [each.text for each in categories], "category", collector), False


def _read_bound(
    key: str, options: Options, series: tuple[Series, ...], language: str, reader: OptionReader
) -> float | None:
    """Return an end of the value axis, as per cent where the series are."""
    written = options.get(key)
    if written is None:
        return None
    sign = find_decimal_sign((written.text,), language)
    number = read_number(written.text, sign)
    if number is None:
        reader.report(written, key, "Write a number.")
        return None
    is_share = series[0].number.percent and not number.percent
    return number.value / 100 if is_share else number.value
