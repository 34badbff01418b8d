"""Shapes that hold formulas, for readers with and without Office Math (``mc:AlternateContent``).

PowerPoint puts the whole shape into the choice, with ``a14:m`` in its text ([MS-ODRAWXML] 2.3.3), and the
shape again into the fallback. Ours holds each formula as text. The choice's namespace gets a prefix of its
own: LibreOffice goes by the prefix ``a14``, which it claims to know, and then leaves formulas in text out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from deckbuild.layout.laid_out import TableShape, TextParagraph, TextShape

from .part import Part

MATH_START, MATH_END = "<math14:m>", "</math14:m>"
_CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:math14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="math14">'
)

S = TypeVar("S", TextShape, TableShape)


def with_alternative(spell: Callable[[S, int, Part], str]) -> Callable[[S, int, Part], str]:
    """Return how to spell shapes of a kind that may hold formulas: then twice, as math and as text."""

    def spell_both(shape: S, number: int, part: Part) -> str:
        math = spell(shape, number, part)
        if MATH_START not in math:
            return math
        text = spell(_as_text(shape), number, part)
        return f"{_CHOICE}{math}</mc:Choice><mc:Fallback>{text}</mc:Fallback></mc:AlternateContent>"

    return spell_both


def _as_text(shape: S) -> S:
    if isinstance(shape, TextShape):
        return shape._replace(body=shape.body._replace(paragraphs=_write_out(shape.body.paragraphs)))
    rows = (
        row._replace(cells=tuple(cell._replace(paragraphs=_write_out(cell.paragraphs)) for cell in row.cells))
        for row in shape.rows
    )
    return shape._replace(rows=tuple(rows))


def _write_out(paragraphs: tuple[TextParagraph, ...]) -> tuple[TextParagraph, ...]:
    """Return paragraphs with the text of formulas in their place."""
    return tuple(
        paragraph._replace(
            runs=tuple(
                run if run.formula is None else run._replace(text=run.formula.plain, formula=None)
                for run in paragraph.runs
            )
        )
        for paragraph in paragraphs
    )
