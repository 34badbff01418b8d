"""The words of a deck, read with python-pptx, without what continuations repeat."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from .words_source import Words

_PART = re.compile(r"\s*[(\uff08]\d+/\d+[)\uff09]\s*$")
_CAPTION_PART = re.compile(r"\s*[(\uff08]\d+/\d+[)\uff09](?=\s*$|\n)")
_NEAR = 12700
_CHROME = ("dt", "ftr", "sldNum")


@dataclass(frozen=True)
class _Said:
    """What a shape says, on which of a slide's parts, and where: its left edge and its width in EMU."""

    part: int
    left: int
    width: int
    words: list[str]


@dataclass(frozen=True)
class _Repeatable:
    """What the next slide may repeat when it goes on with a table: the table's head, and its caption."""

    table: Any
    texts: frozenset[str]


_NOTHING = _Repeatable(None, frozenset())


def deck_words(pptx: bytes) -> Words:
    """Return the words of a deck, without what continuations repeat.

    ``columns`` reads what stands beside something on to the same place of the next part.
    """
    words = Words()
    before = _NOTHING
    title_before = ""
    said: list[_Said] = []
    part = 0
    for slide in Presentation(io.BytesIO(pptx)).slides:
        title = _text(slide.shapes.title.text_frame) if slide.shapes.title is not None else ""
        marked = _PART.search(title)
        title = _PART.sub("", title) if marked else title
        goes_on = bool(marked) and title == title_before
        if not goes_on:
            words.columns.extend(_in_columns(said))
            said, part = [], 0
        for shape in slide.shapes:
            if slide.shapes.title is not None and shape.shape_id == slide.shapes.title.shape_id:
                found = [] if goes_on else title.split()
            else:
                found = _shape_words(shape, before.table if goes_on else None)
                words.repeated.extend(_repeated_caption(shape, before) if goes_on else [])
            if _is_footnotes(shape):
                words.footnotes.extend(found)
            else:
                words.slides.extend(found)
                said.append(_Said(part, shape.left, shape.width, found))
        before, title_before, part = _repeatable(slide), title, part + 1
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            words.notes.extend(_text(slide.notes_slide.notes_text_frame).split())
    words.columns.extend(_in_columns(said))
    return words


def _in_columns(said: list[_Said]) -> Iterator[str]:
    """Yield the words of all parts of a slide, column by column."""
    read: set[int] = set()
    for start in range(len(said)):
        number: int | None = start
        while number is not None:
            if number not in read:
                read.add(number)
                yield from said[number].words
            number = _going_on(said, number)


def _going_on(said: list[_Said], number: int) -> int | None:
    """Return what goes on where a shape ends: the next in its column, here or on the next part."""
    shape = said[number]
    same = [
        other
        for other in range(number + 1, len(said))
        if abs(said[other].left - shape.left) < _NEAR and abs(said[other].width - shape.width) < _NEAR
    ]
    after = next((other for other in same if said[other].part <= shape.part + 1), None)
    return after if after is not None and said[after].part == shape.part + 1 else None


def _repeatable(slide: Any) -> _Repeatable:
    tables = [shape.table for shape in slide.shapes if getattr(shape, "has_table", False)]
    texts = {_unmarked(shape) for shape in slide.shapes if shape.has_text_frame} if tables else set()
    return _Repeatable(tables[-1] if tables else None, frozenset(texts))


def _is_footnotes(shape: Any) -> bool:
    """Whether every paragraph of a shape begins with a raised number."""
    if not shape.has_text_frame:
        return False
    paragraphs = shape.text_frame.paragraphs
    return all(paragraph.runs and _is_mark(paragraph.runs[0]._r) for paragraph in paragraphs)


def _repeated_caption(shape: Any, before: _Repeatable) -> list[str]:
    text = _unmarked(shape) if shape.has_text_frame else ""
    return text.split() if text in before.texts else []


def _unmarked(shape: Any) -> str:
    """Return the text of a shape without the mark that it is a part."""
    return _CAPTION_PART.sub("", _text(shape.text_frame))


def _shape_words(shape: Any, before: Any) -> list[str]:
    if shape.is_placeholder and shape.element.ph.get("type") in _CHROME:
        return []
    if shape._element.tag == qn("p:grpSp"):
        return [word for child in shape.shapes for word in _shape_words(child, before)]
    if getattr(shape, "has_table", False):
        return _table_words(shape.table, before)
    return _unmarked(shape).split() if shape.has_text_frame else []


def _table_words(table: Any, before: Any) -> list[str]:
    rows = [list(row.cells) for row in table.rows]
    repeated: list[Any] = []
    if before is not None and _row_texts(table, 0) == _row_texts(before, 0):
        rows = rows[1:]
        last = _joined_at_the_end(before)
        repeated = [cell for cell, text in zip(rows[0], last, strict=False) if text and _cell(cell) == text]
    words: list[str] = []
    for row in rows:
        for cell in row:
            if not cell.is_spanned and not any(cell is other for other in repeated):
                words.extend(_cell(cell).split())
    return words


def _row_texts(table: Any, row: int) -> list[str]:
    return [_cell(cell) for cell in table.rows[row].cells]


def _joined_at_the_end(table: Any) -> list[str]:
    """Return for each column the text of a joined cell that reaches the last row, else nothing."""
    texts = []
    rows = len(table.rows)
    for column in range(len(table.columns)):
        row = rows - 1
        while row > 0 and table.cell(row, column).is_spanned:
            row -= 1
        texts.append(_cell(table.cell(row, column)) if table.cell(row, column).is_merge_origin else "")
    return texts


def _cell(cell: Any) -> str:
    return _text(cell.text_frame)


def _text(frame: Any) -> str:
    """Return the text of a frame; the raised numbers of footnotes are left out."""
    paragraphs = []
    for paragraph in frame._txBody.iter(qn("a:p")):
        paragraphs.append("".join(_run_text(run) for run in paragraph if run.tag != qn("a:pPr")))
    return "\n".join(paragraphs)


def _run_text(run: Any) -> str:
    if run.tag == qn("a:br"):
        return "\n"
    text = "".join(part.text or "" for part in run.iter(qn("a:t")))
    return "" if _is_mark(run) else text


def _is_mark(run: Any) -> bool:
    """Whether a run is the number of a footnote: raised digits."""
    properties = run.find(qn("a:rPr"))
    raised = properties is not None and int(properties.get("baseline", 0)) > 0
    return raised and "".join(part.text or "" for part in run.iter(qn("a:t"))).strip().isdigit()
