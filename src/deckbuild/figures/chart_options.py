"""What an author may say about a chart, as ``key: value`` lines or attributes, and reading it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import cast, get_args

from deckbuild.diagnostics import Collector
from deckbuild.model import Figure
from deckbuild.source import Span

from .chart import ROUND, ChartKind, Labels, Legend, Stacking
from .chart_rows import part_of
from .figure_text import FigureText

Lines = Sequence[tuple[str, Span]]
Options = Mapping[str, FigureText]

KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
OPTIONS = (
    "type", "title", "x-axis", "y-axis", "y2-axis", "unit", "min", "max", "decimals", "labels", "legend",
    "colors", "stacked", "gap", "markers", "smooth", "line", "secondary", "highlight",
)  # fmt: skip
COMMON = ("alt", "caption", "source", "width")
"""Keys that every figure has; they are read with the fence."""

_OPTION = re.compile(r"\s*([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*?))?[ \t]*")
_SPELLINGS = {"colours": "colors", "x-title": "x-axis", "y-title": "y-axis", "y2-title": "y2-axis"}
_STACKING: dict[str, Stacking] = {
    "yes": "stacked", "true": "stacked", "stacked": "stacked", "no": "", "false": "",
    "100%": "percent", "100 %": "percent", "percent": "percent",
}  # fmt: skip
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


def split_lines(figure: Figure) -> tuple[Lines, Lines]:
    """Return a figure's option lines and its lines of CSV.

    Options end at a blank line, at ``---``, or where a line is no ``key: value``.
    """
    lines = list(zip(figure.text.split("\n"), figure.places, strict=False))
    start = 0
    while start < len(lines) and not lines[start][0].strip():
        start += 1
    end = start
    while end < len(lines) and _OPTION.fullmatch(lines[end][0]):
        end += 1
    data = end
    if data < len(lines) and re.fullmatch(r"\s*-{3,}\s*", lines[data][0]):
        data += 1
    return lines[start:end], lines[data:]


def read_options(figure: Figure, lines: Lines, collector: Collector) -> Options:
    """Return what is set, by key: attributes first, then lines. Diagnostic: chart-option."""
    found: dict[str, FigureText] = {}
    for key, value in figure.options:
        _add(found, key, FigureText(value, figure.span), figure.span, collector)
    for line, span in lines:
        match = _OPTION.fullmatch(line)
        if match is None:
            continue
        key = match[1].lower()
        if key in COMMON and not figure.file:
            continue
        value = (match[2] or "").strip()
        start = match.start(2) if value else match.end(1)
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value, start = value[1:-1], start + 1
        text = FigureText(value, part_of(span, start, start + len(value)))
        _add(found, key, text, part_of(span, match.start(1), match.end(1)), collector)
    return found


def _add(
    found: dict[str, FigureText], key: str, value: FigureText, place: Span, collector: Collector
) -> None:
    key = _SPELLINGS.get(key, key)
    if key not in OPTIONS:
        message = f"`{key}` is no option of a chart."
        collector.report("chart-option", place, message, suggest(key, OPTIONS))
    elif key in found:
        collector.report(
            "chart-option", place, f"`{key}` is given twice; the first counts.", "Delete one of them."
        )
    else:
        found[key] = value


def suggest(name: str, known: Collection[str]) -> str:
    """Return a hint naming the known name nearest to ``name``, or all of them."""
    from difflib import get_close_matches

    by_folded = {word.casefold(): word for word in known}
    near = get_close_matches(name.casefold(), by_folded, 1)
    if near:
        return f"Did you mean `{by_folded[near[0]]}`?"
    return "Known here: " + ", ".join(f"`{word}`" for word in known) + "."


class OptionReader:
    """Reads values of options; what is wrong with one is reported (``chart-value``) and passed over."""

    __slots__ = ("_collector", "_options")

    def __init__(self, options: Options, collector: Collector) -> None:
        self._options = options
        self._collector = collector

    def text(self, key: str) -> FigureText | None:
        """Return a text; None when there is none."""
        text = self._options.get(key)
        return text if text is not None and text.text else None

    def report(self, value: FigureText, key: str, hint: str) -> None:
        """Report a value that its option cannot have."""
        self._collector.report("chart-value", value.span, f"`{value.text}` is no value for `{key}`.", hint)

    def stacking(self) -> Stacking:
        """Return how series stand on each other."""
        value = self._options.get("stacked")
        if value is None:
            return ""
        found = _STACKING.get(value.text.lower())
        if found is None:
            self.report(value, "stacked", "Write `yes`, `no` or `100%`.")
        return found or ""

    def truth(self, key: str) -> bool | None:
        """Return a yes or no."""
        value = self._options.get(key)
        if value is None:
            return None
        if value.text.lower() not in _TRUTH:
            self.report(value, key, "Write `yes` or `no`.")
        return _TRUTH.get(value.text.lower())

    def labels(self, kind: ChartKind) -> Labels:
        """Return what stands at the columns, points or slices."""
        value = self._options.get("labels")
        if value is not None and value.text.lower() == "percent" and kind not in ROUND:
            self.report(value, "labels", "Only pie and doughnut charts show shares of a whole.")
            return "auto"
        return cast("Labels", self._choice("labels", get_args(Labels)))

    def legend(self) -> Legend:
        """Return where the legend stands."""
        return cast("Legend", self._choice("legend", get_args(Legend)))

    def _choice(self, key: str, known: tuple[str, ...]) -> str:
        value = self._options.get(key)
        if value is None or value.text.lower() in known:
            return value.text.lower() if value else "auto"
        self.report(value, key, suggest(value.text, known))
        return "auto"

    def count(self, key: str, most: int) -> int | None:
        """Return a whole number from 0 to ``most``."""
        value = self._options.get(key)
        if value is None:
            return None
        digits = value.text.removesuffix("%").strip()
        if digits.isascii() and digits.isdigit() and int(digits[:9]) <= most:
            return int(digits)
        self.report(value, key, f"Write a whole number from 0 to {most}.")
        return None
