"""Charts as text: numbers, CSV, and the place of each text."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.figures.chart import Chart, NumberFormat, texts_of
from deckbuild.figures.chart_numbers import find_decimal_sign, read_number, show_number
from deckbuild.figures.chart_read import read_chart
from deckbuild.figures.chart_rows import read_rows
from deckbuild.layout.chart_alt import describe_chart
from deckbuild.model import Figure
from deckbuild.source import SourceFile, Span


def _figure(text: str) -> Figure:
    source = SourceFile("data.md", text)
    ends = (*source.line_starts[1:], len(text) + 1)
    places = [source.span(start, end - 1) for start, end in zip(source.line_starts, ends, strict=True)]
    return Figure("chart", text, source.span(0), tuple(places))


def _read(text: str, language: str = "en-GB") -> Chart:
    collector = Collector()
    chart = read_chart(_figure(text), language, collector)
    assert chart is not None
    assert collector.sorted() == []
    return chart


@pytest.mark.parametrize(
    ("written", "sign", "value"),
    [
        ("1,234.5", ".", 1234.5),
        ("1.234,5", ",", 1234.5),
        ("1 234,5", ",", 1234.5),
        ("1’234.5", ".", 1234.5),
        ("35 %", ".", 0.35),
        ("−2", ".", -2.0),
        (".5", ".", 0.5),
        ("12,34", ".", None),
        ("1.2.3", ".", None),
        ("about 5", ".", None),
        ("", ".", None),
    ],
)
def test_numbers(written: str, sign: str, value: float | None) -> None:
    number = read_number(written, sign)
    assert (number.value if number else None) == value


@pytest.mark.parametrize(
    ("cells", "language", "sign"),
    [
        (["1.5", "2"], "en", "."),
        (["1,5"], "de", ","),
        (["1.5"], "de", "."),
        (["1.500"], "de", ","),
        (["1.500", "2.25"], "de", "."),
        (["1,5"], "en", ","),
        (["1.234,5"], "en", ","),
        (["1.5"], "de-CH", "."),
    ],
)
def test_the_decimal_sign_is_the_languages_unless_a_number_says_otherwise(
    cells: list[str], language: str, sign: str
) -> None:
    assert find_decimal_sign(cells, language) == sign


def test_a_number_is_shown_as_its_language_has_it() -> None:
    assert show_number(1234.5, NumberFormat(1, grouped=True), "de-DE") == "1.234,5"
    assert show_number(0.355, NumberFormat(1, percent=True), "de-DE") == "35,5\u00a0%"
    assert show_number(0.35, NumberFormat(percent=True), "en-GB") == "35%"


def test_every_cell_has_its_place() -> None:
    rows, unclosed = read_rows([('"a ""b""", c', Span("x", 3, 5, 20, 32)), ("", Span("x", 4, 5, 33, 33))])
    assert unclosed is None
    assert [(cell.text, cell.span.column) for cell in rows[0]] == [('a "b"', 5), ("c", 16)]
    assert len(rows) == 1


def test_texts_of_a_chart_can_be_translated_where_they_stand() -> None:
    chart = _read("title: Nodes\nunit: bn\n\nYear,One\n2015,1\n")
    assert [(text.text, str(text.span)) for text in texts_of(chart)] == [
        ("Nodes", "data.md:1:8"),
        ("bn", "data.md:2:7"),
        ("Year", "data.md:4:1"),
        ("One", "data.md:4:6"),
        ("2015", "data.md:5:1"),
    ]


def test_alt_text_is_in_the_decks_language() -> None:
    text = "unit: USD billion\n\nYear,Revenue\n2015,1.1\n2020,5\n"
    english = "Column chart: Revenue by Year, 2015 to 2020, from 1.1 to 5.0 USD billion"
    german = "Säulendiagramm: Revenue nach Year, 2015 bis 2020, von 1,1 bis 5,0 USD billion"
    assert describe_chart(_read(text), "en-GB") == english
    assert describe_chart(_read(text, "en"), "de-DE") == german


def test_empty_cells_are_gaps() -> None:
    assert _read("A,B\nx,1\ny,\nz,n/a\n").series[0].values == (1.0, None, None)
