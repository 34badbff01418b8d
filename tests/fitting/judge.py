"""An independent judge of whether everything on the slides of a deck fits.

It shares no code with the builder: boxes are read with python-pptx, text is laid out by two engines that
know nothing of ours, LibreOffice (``judge_libreoffice``) and betteroffice-pptx (``judge_engine``). What
each of them cannot be trusted with:

- LibreOffice does not wrap emoji that follow each other without a space. It shrinks text under
  ``a:normAutofit`` as it likes and draws nothing outside the slide: it is given a copy that takes both
  away (``judge_neutral``). It draws table rows 7 to 16 % too short, so of a table only the lines of each
  cell are taken from it; their heights follow PowerPoint's rule.
- betteroffice-pptx follows PowerPoint's rules for heights, but looks for characters in one face only and
  breaks Thai and Chinese where it likes (``judge_engine`` says what is done about it).
- Neither has the fonts of PowerPoint's user: both measure with the metric-compatible ones.

What counts as a fault:

- a shape that reaches out of the slide;
- two shapes over each other, tables as high as they really get. Allowed are pictures that fill the slide,
  a drawn shape without text wholly under another shape or wholly within one, what layout and master
  draw, glued connectors, and parts of one drawing (a group with an alt text), whose frames hold what
  stands in them (``tests/layout/test_diagrams.py`` judges what is in a drawing);
- a line of text outside its shape's box (LibreOffice), or outside the box less its insets (the engine,
  which knows the height of a line as PowerPoint does);
- a line of a table's cell outside the cell's columns (LibreOffice);
- text of which LibreOffice draws nothing, not even on a larger slide: it is left of or above the slide.

All lengths are points, and up to ``TOLERANCE`` is no fault.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from pptx import Presentation

from .judge_engine import LaidOut, lay_out
from .judge_libreoffice import Drawn, lines, render
from .judge_neutral import Neutral, Unit, neutralise
from .judge_package import Box, Content, contents, is_glued, slide_box
from .judge_tables import cell_lines, table_height

TOLERANCE = 1.0
"""Points: positions are rounded to pixels and hundredths of a millimetre on the way through the engines."""

DESCENT = 0.2
ASCENT = 0.75
"""How far a letter reaches below and above its baseline, as fractions of the size, in Latin faces."""


@dataclass(frozen=True, order=True)
class Finding:
    """A fault: the slide's number from 1, the name of the shape, what is wrong, and by how many points."""

    slide: int
    shape: str
    what: str
    points: float

    def __str__(self) -> str:
        return f"slide {self.slide}, {self.shape}: {self.what} by {self.points:.1f} pt"


def judge(pptx: bytes) -> list[Finding]:
    """Return what does not fit in a deck, slide by slide."""
    return judge_decks({"deck": pptx})["deck"]


def judge_decks(decks: dict[str, bytes]) -> dict[str, list[Finding]]:
    """Judge several decks, all drawn in one call of LibreOffice."""
    neutral = {name: neutralise(pptx) for name, pptx in decks.items()}
    drawn = render({name: copy.pptx for name, copy in neutral.items()})
    return {name: _judge(pptx, neutral[name], drawn[name]) for name, pptx in decks.items()}


def _judge(pptx: bytes, neutral: Neutral, pages: list[list[Drawn]]) -> list[Finding]:
    presentation = Presentation(io.BytesIO(pptx))
    slides = list(presentation.slides)
    if len(pages) != len(slides):
        raise RuntimeError(f"LibreOffice drew {len(pages)} of {len(slides)} slides")
    edge = slide_box(presentation)
    findings = []
    for number, (slide, laid_out, units, page) in enumerate(
        zip(slides, lay_out(pptx), neutral.slides, pages, strict=True), 1
    ):
        for shape, what, points in _judge_slide(slide, edge, laid_out, units, page):
            if points > TOLERANCE:
                findings.append(Finding(number, shape, what, round(points, 1)))
    return sorted(findings)


Fault = tuple[str, str, float]


def _judge_slide(
    slide: Any, edge: Box, laid_out: dict[int, LaidOut], units: list[Unit], page: list[Drawn]
) -> list[Fault]:
    drawn: dict[int, list[Drawn]] = {}
    for piece in page:
        drawn.setdefault(piece.unit, []).append(piece)
    shapes = contents(slide)
    boxes = [_real_box(content, laid_out, units, drawn) for content in shapes]
    faults = [
        (content.name, f"the {content.kind} is outside the slide", edge.outreach(box))
        for content, box in zip(shapes, boxes, strict=True)
    ]
    faults += _overlaps(shapes, boxes, edge)
    for content in shapes:
        if content.kind == "text":
            faults += _laid_out_faults(content, laid_out.get(content.id), edge)
    for number, unit in enumerate(units):
        faults += _drawn_faults(unit, drawn.get(number, []), edge)
    return faults


def _real_box(
    content: Content, laid_out: dict[int, LaidOut], units: list[Unit], drawn: dict[int, list[Drawn]]
) -> Box:
    """Return the place a shape takes: a table's as high as the engine or the lines of LibreOffice make it."""
    if content.kind != "table":
        return content.box
    cells = {
        (unit.row, unit.column): cell_lines(lines(drawn.get(number, [])))
        for number, unit in enumerate(units)
        if unit.content.id == content.id and unit.row is not None and unit.column is not None
    }
    height = table_height(content.shape, cells)
    found = laid_out.get(content.id)
    if found and found.table:
        height = max(height, found.table.bottom - found.table.top)
    return Box(content.box.left, content.box.top, content.box.right, content.box.top + height)


def _overlaps(shapes: list[Content], boxes: list[Box], edge: Box) -> list[Fault]:
    standing = [
        (content, box)
        for content, box in zip(shapes, boxes, strict=True)
        if (content.kind not in ("picture", "panel") or box.area < 0.95 * edge.area) and not is_glued(content)
    ]
    return [
        (f"{one.name} / {other.name}", "over each other", box.overlap(other_box))
        for (one, box), (other, other_box) in combinations(standing, 2)
        if not _is_backing(one, box, other, other_box) and not (one.group and one.group == other.group)
    ]


def _is_backing(one: Content, box: Box, other: Content, other_box: Box) -> bool:
    """Whether one of two shapes is a drawn panel or bar that lies wholly under or within the other."""
    if one.kind != "panel" and other.kind != "panel":
        return False
    return box.outreach(other_box) <= TOLERANCE or other_box.outreach(box) <= TOLERANCE


def _laid_out_faults(content: Content, laid_out: LaidOut | None, edge: Box) -> list[Fault]:
    """Return the faults of the text of a shape as the engine lays it out."""
    if laid_out is None or not laid_out.lines:
        return [(content.name, "the engine finds no text", float("inf"))]
    if content.turned:
        return []
    text = _around(laid_out.lines)
    return [
        (content.name, "text outside its box (engine)", content.inset.outreach(text)),
        (content.name, "text outside the slide (engine)", edge.outreach(text)),
    ]


def _drawn_faults(unit: Unit, pieces: list[Drawn], edge: Box) -> list[Fault]:
    """Return the faults of the text of a shape or cell as LibreOffice draws it."""
    content = unit.content
    if not pieces:
        words = content.shape.text_frame.text if unit.row is None else _cell_text(unit)
        return [(content.name, "text not drawn (LibreOffice)", float("inf"))] if words.strip() else []
    text = _around([_line_box(piece) for piece in pieces])
    if unit.row is not None:
        return [(content.name, f"{_cell_name(unit)} outside its column (LibreOffice)", _beside(unit, text))]
    return [
        (content.name, "text outside its box (LibreOffice)", content.box.outreach(text)),
        (content.name, "text outside the slide (LibreOffice)", edge.outreach(text)),
    ]


def _line_box(piece: Drawn) -> Box:
    if not piece.upright:
        return piece.ink
    top, bottom = piece.baseline - ASCENT * piece.size, piece.baseline + DESCENT * piece.size
    return Box(piece.ink.left, top, piece.ink.right, bottom)


def _around(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _cell(unit: Unit) -> Any:
    return unit.content.shape.table.cell(unit.row, unit.column)


def _cell_text(unit: Unit) -> str:
    return str(_cell(unit).text_frame.text)


def _cell_name(unit: Unit) -> str:
    return f"cell {(unit.row or 0) + 1}:{(unit.column or 0) + 1}"


def _beside(unit: Unit, text: Box) -> float:
    """Return how far the text of a cell reaches out of its columns."""
    table, column = unit.content.shape.table, unit.column or 0
    widths = [int(grid.width) / 12700 for grid in table.columns]
    if table._tbl.tblPr.get("rtl") in ("1", "true"):
        return 0.0  # LibreOffice draws the columns of such a table from left to right
    left = unit.content.box.left + sum(widths[:column])
    right = left + sum(widths[column : column + _cell(unit).span_width])
    return float(max(left - text.left, text.right - right))
