"""How high a text body will be drawn: each paragraph's lines at PowerPoint's pitch.

A line is 1.2 times its largest type high, times the line spacing (measured on decks that PowerPoint
saved; ECMA-376 Part 1, 21.1.2.2.5 leaves it open). Percentage spacing before a paragraph is of that
line. The space before a body's first paragraph is not drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from deckbuild.fonts import Face, break_lines, find_face
from deckbuild.template import TextLevel
from deckbuild.units import EMU_PER_POINT

from .context import DeckContext, Levels
from .laid_out import BREAK, LaidOutFormula, TextParagraph

LINE_PITCH = 1.2
_RAISED_SIZE = 2 / 3  # super- and subscripts are drawn at two thirds of their size
_NO_INSETS = (0, 0, 0, 0)


def measure_text(
    paragraphs: Sequence[TextParagraph],
    levels: Levels,
    width: int,
    deck: DeckContext,
    scale: float = 1.0,
    reduction: float = 0.0,
    insets: tuple[int, int, int, int] = _NO_INSETS,
) -> int:
    """Return the height in EMU of a text body ``width`` EMU wide, insets included.

    ``scale`` multiplies every size and ``reduction`` is taken off every line spacing, as
    ``a:normAutofit`` does (ECMA-376 Part 1, 21.1.2.1.3).
    """
    room = (width - insets[0] - insets[2]) / EMU_PER_POINT
    height = 0.0
    after = 0.0
    for position, paragraph in enumerate(paragraphs):
        level = levels[paragraph.level]
        lines, _ = measure_paragraph(paragraph, level, room, deck, scale, reduction)
        if position:
            height += after + _space_before(paragraph, level, scale)
        height += lines
        after = _space_after(paragraph, level, scale)
    return ceil((height + after) * EMU_PER_POINT) + insets[1] + insets[3]


def measure_paragraph(
    paragraph: TextParagraph, level: TextLevel, room: float, deck: DeckContext, scale: float, reduction: float
) -> tuple[float, int]:
    """Return the height in points of a paragraph's lines in ``room`` points, and how many there are."""
    margin = (level.margin_left if paragraph.margin_left is None else paragraph.margin_left) / EMU_PER_POINT
    indent = (level.indent if paragraph.indent is None else paragraph.indent) / EMU_PER_POINT
    spacing = (level.line_spacing if paragraph.line_spacing is None else paragraph.line_spacing) - reduction
    width = room - margin
    has_bullet = (
        bool(level.bullet)
        if paragraph.bullet is None
        else bool(paragraph.bullet.character or paragraph.bullet.scheme)
    )
    first = width if has_bullet and indent < 0 else width - indent
    runs = _runs(paragraph, level, deck, scale)
    if not runs:
        return level.size * scale * LINE_PITCH * spacing, 1
    lines = break_lines(runs, max(first, 1.0), max(width, 1.0))
    if level.line_points is not None:
        return len(lines) * level.line_points, len(lines)
    return sum(line[3] for line in lines) * LINE_PITCH * spacing, len(lines)


def _runs(
    paragraph: TextParagraph, level: TextLevel, deck: DeckContext, scale: float
) -> list[tuple[str, Face, float]]:
    """Return a paragraph's runs as text, face and size in points."""
    runs = []
    for run in paragraph.runs:
        style = run.style
        face, _ = find_face(
            deck.font(style.font or level.font), style.bold or level.bold, style.italic or level.italic
        )
        size = (style.size or level.size) * scale
        if style.baseline:
            size *= _RAISED_SIZE
        text = run.text.upper() if level.caps else run.text
        if run.formula is not None:
            text, face, size = _measure_formula(run.formula, size)
        runs.append((text, face, size))
    return runs


def _measure_formula(formula: LaidOutFormula, size: float) -> tuple[str, Face, float]:
    """Return a run of one letter that is as wide and makes its line as high as a formula at a size."""
    from .formula import formula_face

    text, face, em = formula_face(formula, LINE_PITCH)
    return text, face, em * size


def measure_width(paragraph: TextParagraph, level: TextLevel, deck: DeckContext) -> float:
    """Return the width in points of a paragraph's widest line when none is broken."""
    widest = width = 0.0
    for run, (text, face, size) in zip(paragraph.runs, _runs(paragraph, level, deck, 1.0), strict=True):
        if run.text == BREAK:
            widest, width = max(widest, width), 0.0
        else:
            width += face.advance(text, size)
    return max(widest, width)


def _space_before(paragraph: TextParagraph, level: TextLevel, scale: float) -> float:
    if paragraph.space_before is not None:
        return paragraph.space_before
    return level.space_before_points + level.space_before_percent * level.size * LINE_PITCH * scale


def _space_after(paragraph: TextParagraph, level: TextLevel, scale: float) -> float:
    if paragraph.space_after is not None:
        return paragraph.space_after
    return level.space_after_points + level.space_after_percent * level.size * LINE_PITCH * scale
