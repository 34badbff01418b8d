"""Reading tables: what a cell looks like under its table style (ECMA-376 Part 1, 20.1.4.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckbuild.named_tuple import NamedTuple
from deckbuild.template import Theme
from deckbuild.template.drawing import A, find
from deckbuild.template.theme import read_color
from deckbuild.units import Box

from .facts import Body, Cell, Grid
from .measuring import measure_body
from .text import TextSources, read_body

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSETS = (("marL", 91440), ("marT", 45720), ("marR", 91440), ("marB", 45720))


class _Look(NamedTuple):
    """What a table style gives a cell; ``is_known`` is False where the file does not have the style."""

    fill: str | None = None
    color: str | None = None
    bold: bool = False
    is_known: bool = True


def read_grid(table: _Element, place: Box, sources: TextSources, styles: Mapping[str, _Element]) -> Grid:
    """Read ``a:tbl`` at a place; ``styles`` are the deck's table styles by id."""
    properties = find(table, "tblPr")
    style = find(properties, "tableStyleId")
    name = "" if style is None else style.text or ""
    element = styles.get(name)
    has_header = properties is not None and properties.get("firstRow") in ("1", "true")
    banded = properties is not None and properties.get("bandRow") in ("1", "true")
    widths = [int(column.get("w", "0")) for column in table.iterfind(f"{A}tblGrid/{A}gridCol")]
    cells: list[Cell] = []
    top = place.y
    for number, row in enumerate(table.iterfind(f"{A}tr")):
        look = _look(element, bool(name), number, has_header, banded, sources)
        height = int(row.get("h", "0"))
        read = _read_row(row, number, (place.x, top), widths, look, sources)
        own = (measure_body(each.body, each.box.cx, sources.theme)[0] for each in read if each.rows == 1)
        height = max([height, *own])
        cells += [cell._replace(box=cell.box._replace(cy=height)) for cell in read]
        top += height
    return Grid(tuple(cells), has_header, top - place.y)


def _read_row(
    row: _Element, number: int, start: tuple[int, int], widths: list[int], look: _Look, sources: TextSources
) -> list[Cell]:
    cells = []
    for column, cell in enumerate(row.iterfind(f"{A}tc")):
        if cell.get("hMerge") or cell.get("vMerge"):
            continue
        span = int(cell.get("gridSpan", "1"))
        box = Box(start[0] + sum(widths[:column]), start[1], sum(widths[column : column + span]), 0)
        properties = find(cell, "tcPr")
        text = find(cell, "txBody")
        if text is None:
            continue
        own = sources._replace(color=look.color or sources.color, bold=look.bold)
        body = read_body(text, own)._replace(insets=_margins(properties))
        if not look.is_known:
            body = _without_colors(body)
        rows = int(cell.get("rowSpan", "1"))
        cells.append(Cell(body, number, box, _cell_fill(properties, look, sources), rows))
    return cells


def _without_colors(body: Body) -> Body:
    paragraphs = (
        paragraph._replace(
            runs=tuple(run if run.own_color else run._replace(color=None) for run in paragraph.runs)
        )
        for paragraph in body.paragraphs
    )
    return body._replace(paragraphs=tuple(paragraphs))


def _margins(properties: _Element | None) -> tuple[int, int, int, int]:
    left, top, right, bottom = (
        int((None if properties is None else properties.get(name)) or default) for name, default in _INSETS
    )
    return left, top, right, bottom


def _cell_fill(properties: _Element | None, look: _Look, sources: TextSources) -> str | None:
    fill = find(properties, "solidFill")
    if fill is not None:
        color = read_color(fill, dict(sources.theme.colors), sources.override)
        return dict(sources.theme.colors).get(color, color) if color else None
    return None if find(properties, "noFill") is not None else look.fill


def _look(
    style: _Element | None, is_named: bool, row: int, has_header: bool, banded: bool, sources: TextSources
) -> _Look:
    if style is None:
        return _Look(is_known=not is_named)
    parts = ["wholeTbl"]
    if banded:
        body_row = row - has_header
        parts.insert(0, "band1H" if body_row % 2 == 0 else "band2H")
    if has_header and row == 0:
        parts = ["firstRow", "wholeTbl"]
    found = [part for name in parts if (part := find(style, name)) is not None]
    fills = (find(part, "tcStyle", "fill", "solidFill") for part in found)
    fill = next((each for each in fills if each is not None), None)
    texts = [text for part in found if (text := find(part, "tcTxStyle")) is not None]
    colors = (_text_color(text, sources) for text in texts)
    color = next((each for each in colors if each is not None), None)
    bold = any(text.get("b") == "on" for text in texts[:1])
    return _Look(_named(fill, sources.theme, sources.override), color, bold)


def _text_color(style: _Element, sources: TextSources) -> str | None:
    """Return the colour in ``a:tcTxStyle``, which stands there without a fill around it."""
    colors = [child for child in style if str(child.tag).endswith("Clr")]
    if not colors:
        return None
    from lxml import etree

    holder = etree.Element(f"{A}solidFill")
    holder.append(etree.fromstring(etree.tostring(colors[0])))
    return _named(holder, sources.theme, sources.override)


def _named(fill: _Element | None, theme: Theme, override: Mapping[str, str]) -> str | None:
    if fill is None:
        return None
    colors = dict(theme.colors)
    color = read_color(fill, colors, override)
    return colors.get(color, color) if color else None
