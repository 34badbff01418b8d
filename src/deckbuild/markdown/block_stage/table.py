"""Pipe tables (GitHub Flavored Markdown 4.10)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from .blocks import Leaf
from .outcome import LEAF, NOTHING
from .parsed import Cut, Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage

_DELIMITER_CHARACTERS = "|-: \t"
MOST_COLUMNS = 100
"""How many columns a table may have; PowerPoint itself draws 75."""

_MOST_CELLS_ADDED = 1 << 16
"""How many cells may be added to short rows; a hostile table would grow quadratically."""


class Table(Leaf):
    """The rows up to a blank line or a line in which another block starts."""

    __slots__ = ("alignments", "body", "cells_added", "element", "ends_at_caption")

    ends_at_blank_line = True

    def __init__(self, element: Element, alignments: list[str], ends_at_caption: bool) -> None:
        self.element = element
        self.alignments = alignments
        self.ends_at_caption = ends_at_caption
        self.body: Element | None = None
        self.cells_added = 0

    def take_text(self, stage: BlockStage, line: Line) -> bool:
        """Take a row, unless it is a lazy line, a caption or a list of attributes."""
        if not stage.all_matched:
            return False
        text, cut = line.tail(line.first)
        if self.ends_at_caption and "|" not in text and text.startswith((": ", "Table:", "table:", "{")):
            return False
        cells = split_row(text, cut[0])
        missing = len(self.alignments) - len(cells)
        self.cells_added += missing
        if self.cells_added > _MOST_CELLS_ADDED:
            return False
        if missing > 0:
            end = cut[0] + len(text.rstrip(" \t"))
            cells.extend([("", [(end, end)])] * missing)
        elif missing < 0:
            place = cells[missing][1][0][0]
            stage.report("table-cell-beyond-header", place, "the row has more cells than the table's header")
        if self.body is None:
            self.body = SubElement(self.element, "tbody")
        self.write_row(stage, self.body, "td", cells)
        return True

    def write_row(
        self, stage: BlockStage, parent: Element, tag: str, cells: list[tuple[str, list[Cut]]]
    ) -> None:
        """Write a ``tr`` of cells, each with its ``align`` if the column has one."""
        row = SubElement(parent, "tr")
        alignments = self.alignments
        cuts = stage.cuts
        width = len(alignments)
        for column, (text, lines) in enumerate(cells):
            element = SubElement(row, tag)
            element.text = text
            if column < width and alignments[column]:
                element.set("align", alignments[column])
            cuts[element] = Cuts(lines[0][0], lines[-1][1], lines)
        cuts[row] = Cuts(cuts[row[0]].start, cuts[row[-1]].end, [])

    def close(self, stage: BlockStage) -> None:
        """End the table where the last line with text ended."""
        stage.cuts[self.element].end = stage.content_end


def start_table(stage: BlockStage, line: Line) -> int:
    """Turn the open paragraph's last line into a table's head if the line is its delimiter row."""
    paragraph = stage.open_paragraph
    if paragraph is None or not paragraph.plain or "|" not in paragraph.texts[-1]:
        return NOTHING
    alignments = _read_alignments(line.text[line.first :])
    if alignments is None:
        return NOTHING
    head, (start, _) = paragraph.texts[-1], paragraph.cuts[-1]
    cells = split_row(head, start)
    if not cells or len(cells) != len(alignments):
        return NOTHING
    if len(cells) > MOST_COLUMNS:
        message = f"a table of {len(cells)} columns is shown as text: {MOST_COLUMNS} are the most"
        stage.report("table-too-large", start, message)
        return NOTHING
    paragraph.texts.pop()
    paragraph.cuts.pop()
    if not paragraph.texts:
        stage.leaf = None
    parent = stage.begin_block()
    element = SubElement(parent, "table")
    stage.cuts[element] = Cuts(start, 0, [])
    table = Table(element, alignments, stage.options["table_captions"])
    table.write_row(stage, SubElement(element, "thead"), "th", cells)
    stage.leaf = table
    return LEAF


def _read_alignments(row: str) -> list[str] | None:
    """Return the alignment of each column (``""`` for none), or None if this is no delimiter row."""
    if row.strip(_DELIMITER_CHARACTERS) or len(row) < 2 or row.startswith("- "):
        return None
    alignments = []
    pieces = row.split("|")
    for index, piece in enumerate(pieces):
        mark = piece.strip(" ")
        if not mark:
            if 0 < index < len(pieces) - 1:
                return None
            continue
        if not re.fullmatch(r":?-+:?", mark):
            return None
        left, right = mark[0] == ":", mark[-1] == ":"
        alignments.append("center" if left and right else "right" if right else "left" if left else "")
    return alignments


def split_row(text: str, offset: int) -> list[tuple[str, list[Cut]]]:
    r"""Return the cells of a row written at an offset: each one's text and cuts.

    A ``|`` parts cells, in code spans too, unless a backslash stands right before it; the backslash is
    no part of the cell.
    """
    text = text.rstrip(" \t")
    pieces = text.split("|") if "\\|" not in text else re.split(r"(?<!\\)\|", text)
    if not pieces[0]:
        del pieces[0]
        offset += 1
    if pieces and not pieces[-1]:
        pieces.pop()
    cells = []
    for piece in pieces:
        content = piece.strip(" \t")
        start = offset + len(piece) - len(piece.lstrip(" \t")) if content else offset
        if "\\|" in content:
            cells.append((content.replace("\\|", "|"), _cut_escapes(content, start)))
        else:
            cells.append((content, [(start, start + len(content))]))
        offset += len(piece) + 1
    return cells


def _cut_escapes(content: str, start: int) -> list[Cut]:
    r"""Return the cuts of a cell's text around the backslash of each ``\|``."""
    cuts = []
    end = start + len(content)
    for piece in content.split("\\|")[:-1]:
        cuts.append((start, start + len(piece)))
        start += len(piece) + 1
    # Every cut but the first one begins with the bar that was escaped before it.
    return [*cuts, (start, end)]
