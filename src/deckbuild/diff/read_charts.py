"""Reading charts (ECMA-376 Part 1, 21.2): their kind, titles and data, and a digest of their look."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from deckbuild.digest import sha256_hex
from deckbuild.template.drawing import A
from deckbuild.units import Box

from .facts import Chart, Grid, Run, Runs

if TYPE_CHECKING:
    from lxml.etree import _Element

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_KINDS = {
    "bar": "column",
    "line": "line",
    "pie": "pie",
    "ofPie": "pie of pie",
    "doughnut": "doughnut",
    "area": "area",
    "scatter": "scatter",
    "bubble": "bubble",
    "radar": "radar",
    "stock": "stock",
    "surface": "surface",
}
_GROUPINGS = {"stacked": "stacked ", "percentStacked": "100% stacked "}
_AXES = {"catAx": "category axis", "dateAx": "date axis", "serAx": "series axis", "valAx": "value axis"}
_DATA = frozenset((*(f"{C}{name}" for name in ("pt", "ptCount", "v", "f", "externalData", "lang")), f"{A}t"))
"""Elements that say nothing of a chart's look."""

_MOST_POINTS = 20_000


def read_chart(root: _Element, alt: str, box: Box | None) -> Chart:
    """Read a chart part."""
    plots = [each for each in root.iterfind(f"{C}chart/{C}plotArea/*") if _local(each).endswith("Chart")]
    kinds = dict.fromkeys(_kind(plot) for plot in plots)
    series = [each for plot in plots for each in plot.iterfind(f"{C}ser")]
    return Chart(" and ".join(kinds), tuple(_titles(root)), _read_data(series), _look(root), alt, box)


def _kind(plot: _Element) -> str:
    name = _local(plot).removesuffix("Chart")
    solid = " (3-D)" if name.endswith("3D") else ""
    kind = _KINDS.get(name.removesuffix("3D"), name)
    if kind == "column" and _value(plot, "barDir") == "bar":
        kind = "bar"
    return f"{_GROUPINGS.get(_value(plot, 'grouping'), '')}{kind}{solid}"


def _value(element: _Element, name: str) -> str:
    child = element.find(f"{C}{name}")
    return "" if child is None else str(child.get("val") or "")


def _titles(root: _Element) -> Iterator[tuple[str, str]]:
    found = [("title", root.find(f"{C}chart/{C}title"))]
    for axis in root.iterfind(f"{C}chart/{C}plotArea/*"):
        if _local(axis) in _AXES:
            found.append((f"title of the {_AXES[_local(axis)]}", axis.find(f"{C}title")))
    for where, title in found:
        if title is not None and (words := " ".join(each.text or "" for each in title.iter(f"{A}t")).strip()):
            yield where, words


def _read_data(series: list[_Element]) -> Grid:
    """Return a row of series' names, and a row a category; where categories differ, a block a series."""
    names = [" ".join(_points(each.find(f"{C}tx"))) for each in series]
    keys = [_categories(each) for each in series]
    values = [_points(_first(each, "val", "yVal")) for each in series]
    sizes = [_points(each.find(f"{C}bubbleSize")) for each in series]
    if all(key == keys[0] for key in keys[1:]) and not any(sizes):
        columns = [keys[0] if keys else [], *values]
        rows = [["", *names], *(list(row) for row in zip_longest(*columns, fillvalue=""))]
    else:
        rows = [["", "x", "y", "size"]]
        for name, key, value, size in zip(names, keys, values, sizes, strict=True):
            rows += [[name, *point] for point in zip_longest(key, value, size, fillvalue="")]
    return Grid(tuple(tuple(_cell(text) for text in row) for row in rows)) if series else Grid()


def _cell(text: str) -> Runs:
    return (Run(text),) if text else ()


def _first(series: _Element, *names: str) -> _Element | None:
    return next((found for name in names if (found := series.find(f"{C}{name}")) is not None), None)


def _categories(series: _Element) -> list[str]:
    element = _first(series, "cat", "xVal")
    levels = [] if element is None else list(element.iter(f"{C}lvl"))
    if len(levels) < 2:
        return _points(element)
    outer = [_carried(_points(level)) for level in reversed(levels)]
    return [" · ".join(parts) for parts in zip_longest(*outer, fillvalue="")]


def _carried(points: list[str]) -> list[str]:
    """Give each point of an outer level of categories the name it stands under."""
    last, carried = "", []
    for point in points:
        last = point or last
        carried.append(last)
    return carried


def _points(element: _Element | None) -> list[str]:
    """Return the points of a cache by their index, or a value that is written plainly."""
    if element is None:
        return []
    found: dict[int, str] = {}
    for point in element.iter(f"{C}pt"):
        index = point.get("idx", "")
        if index.isdecimal() and int(index) < _MOST_POINTS:
            found[int(index)] = _number(point.findtext(f"{C}v") or "")
    if not found:
        return [_number(each.text or "") for each in element.iter(f"{C}v")]
    return [found.get(index, "") for index in range(max(found) + 1)]


def _number(text: str) -> str:
    """Write a number without the digits that only binary fractions have."""
    try:
        return format(float(text), ".12g") if text[:1] in "-.0123456789" else text
    except ValueError:
        return text


def _look(root: _Element) -> str:
    """Return a digest of all that is not data."""
    parts = []
    for element in root.iter():
        if element.tag not in _DATA and isinstance(element.tag, str):
            parts.append(f"{element.tag} {sorted(element.attrib.items())}")
    return sha256_hex("\n".join(parts).encode())


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
