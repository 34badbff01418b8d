"""Pipe tables with joined cells, caption and attributes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast
from xml.etree.ElementTree import Element

from deckbuild.model import Block, Inline, Table, TableCell
from deckbuild.model.blocks import Align

from .attributes import NO_ATTRIBUTES, Attributes, find_trailing_attributes, report_attributes
from .context import Context
from .joins import join_cells
from .places import CutPlace
from .shares import read_weights

_KEYS = ("widths", "source")
_CAPTION_BEFORE = re.compile(r"[Tt]able:[ \t]*(?=\S)")
_CAPTION_AFTER = re.compile(r"(?:[Tt]able)?:[ \t]+(?=\S)|[Tt]able:(?=\S)")


class _Trimmings:
    """What stands around a table: its caption and attributes, and where they were written."""

    def __init__(self) -> None:
        self.caption: tuple[Inline, ...] = ()
        self.attributes: Attributes = NO_ATTRIBUTES
        self.place: CutPlace | None = None
        self.start = -1

    def take_attributes(self, attributes: Attributes, place: CutPlace) -> None:
        self.attributes, self.place = attributes, place


def read_caption_before(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    """Read a paragraph ``Table: …`` and the table directly after it; 0 when there is none."""
    following = siblings[position + 1] if position + 1 < len(siblings) else None
    if following is None or following.tag != "table":
        return 0
    trimmings = _Trimmings()
    trimmings.start = context.cuts[siblings[position]].start
    _take_caption(context, siblings[position], _CAPTION_BEFORE, trimmings)
    return 1 + _read(context, siblings, position + 1, blocks, trimmings)


def read_table(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    """Read a table, and its caption or attributes if they stand directly after it.

    Diagnostics: attribute-syntax, attribute-unknown, attribute-value, table-join.
    """
    return _read(context, siblings, position, blocks, _Trimmings())


def _read(
    context: Context, siblings: list[Element], position: int, blocks: list[Block], trimmings: _Trimmings
) -> int:
    element = siblings[position]
    rows = [row for part in element for row in part]
    head_rows = sum(len(part) for part in element if part.tag == "thead")
    if len(rows) > head_rows:
        _take_attribute_row(context, rows, trimmings)
    taken = 1
    end = context.cuts[element].end
    while position + taken < len(siblings):
        following = siblings[position + taken]
        if following.tag != "p" or not _take_following(context, following, trimmings):
            break
        end = context.cuts[following].end
        taken += 1
    columns = max(len(row) for row in rows)
    cells = _read_cells(context, rows, columns)
    table = Table(
        join_cells(context, cells, head_rows),
        _read_alignments(rows[0], columns),
        context.source.span(trimmings.start if trimmings.start >= 0 else context.cuts[element].start, end),
        head_rows,
        _read_widths(context, trimmings, columns),
        trimmings.caption,
        _read_credit(context, trimmings),
    )
    blocks.append(table)
    return taken


def _take_following(context: Context, paragraph: Element, trimmings: _Trimmings) -> bool:
    """Take a paragraph after a table if it is the table's caption or attributes."""
    text = paragraph.text or ""
    if text.startswith("{"):
        before, attributes = find_trailing_attributes(text)
        if attributes and not before and not trimmings.attributes:
            trimmings.take_attributes(attributes, context.place(paragraph))
            return True
        return False
    if not trimmings.caption and _CAPTION_AFTER.match(text):
        _take_caption(context, paragraph, _CAPTION_AFTER, trimmings)
        return True
    return False


def _take_caption(
    context: Context, paragraph: Element, beginning: re.Pattern[str], trimmings: _Trimmings
) -> None:
    text, attributes = find_trailing_attributes(paragraph.text or "")
    place = context.place(paragraph)
    if attributes:
        trimmings.take_attributes(attributes, place)
    found = beginning.match(text)
    start = found.end() if found else 0
    trimmings.caption = context.read_inlines(text[start:], place.from_offset(start), "caption")


def _take_attribute_row(context: Context, rows: list[Element], trimmings: _Trimmings) -> None:
    """Take a line of attributes directly under a table, which GFM makes a row."""
    cells = list(rows[-1])
    text = cells[0].text or ""
    if not text.startswith("{") or any(cell.text for cell in cells[1:]):
        return
    before, attributes = find_trailing_attributes(text)
    if attributes and not before:
        trimmings.take_attributes(attributes, context.place(cells[0]))
        rows.pop()


def _read_cells(context: Context, rows: Sequence[Element], columns: int) -> list[list[tuple[str, TableCell]]]:
    cells: list[list[tuple[str, TableCell]]] = []
    for row in rows:
        line = [
            ((cell.text or ""), TableCell(context.read_leaf(cell, "cell", "cell"), context.span(cell)))
            for cell in row
        ]
        if len(line) < columns:
            end = context.cuts[row].end
            line += [("", TableCell((), context.source.span(end, end)))] * (columns - len(line))
        cells.append(line)
    return cells


def _read_alignments(row: Element, columns: int) -> tuple[Align | None, ...]:
    found = [cast("Align | None", cell.get("align")) for cell in row]
    return tuple(found + [None] * (columns - len(found)))


def _read_widths(context: Context, trimmings: _Trimmings, columns: int) -> tuple[float, ...]:
    attributes, place = trimmings.attributes, trimmings.place
    if place is None:
        return ()
    report_attributes(attributes, "a table", _KEYS, place, context.collector)
    widths = attributes.get("widths")
    if widths is None:
        return ()
    weights = read_weights(widths.value)
    if weights is None or len(weights) != columns:
        context.collector.report(
            "attribute-value",
            place.span(widths.start, widths.end),
            f"`{widths.value}` are no widths of {columns} columns.",
            'Write a number for each column, such as `widths="2 1 1"`.',
        )
        return ()
    return weights


def _read_credit(context: Context, trimmings: _Trimmings) -> tuple[Inline, ...]:
    source = trimmings.attributes.get("source")
    if source is None or trimmings.place is None:
        return ()
    place = trimmings.place.from_offset(source.value_start)
    return context.read_inlines(source.value, place, "source", "attribute")
