"""How high a text body will be drawn: each paragraph's lines at PowerPoint's pitch.

A line is 1.2 times its largest type high, times the line spacing (measured on decks that PowerPoint
saved; ECMA-376 Part 1, 21.1.2.2.5 leaves it open). Percentage spacing before a paragraph is of that
line. The space before a body's first paragraph is not drawn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil, floor

from deckbuild.fonts import Face, break_lines
from deckbuild.template import TextLevel
from deckbuild.units import EMU_PER_POINT

from .context import TALL, DeckContext, Levels
from .laid_out import LaidOutFormula, TextParagraph

LINE_PITCH = 1.2
LINKED_PITCH = 1.45
"""A line with East Asian letters in a link, in LibreOffice: it takes the height that the face asks for."""
_EAST_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
Extent = tuple[float, float, float]
"""What a paragraph takes in points: the space before it, its lines, the space after it."""

RAISED_SIZE = 2 / 3  # super- and subscripts are drawn at two thirds of their size
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
    extents = measure_extents(paragraphs, levels, width - insets[0] - insets[2], deck, scale, reduction)
    return add_extents(extents) + insets[1] + insets[3]


def measure_extents(
    paragraphs: Sequence[TextParagraph],
    levels: Levels,
    width: int,
    deck: DeckContext,
    scale: float = 1.0,
    reduction: float = 0.0,
) -> list[Extent]:
    """Return what each paragraph takes in a width in EMU without insets."""
    room = width / EMU_PER_POINT
    extents = []
    for paragraph in paragraphs:
        level = levels[paragraph.level]
        lines, _ = measure_paragraph(paragraph, level, room, deck, scale, reduction)
        extents.append((_space_before(paragraph, level, scale), lines, _space_after(paragraph, level, scale)))
    return extents


def add_extents(extents: Sequence[Extent]) -> int:
    """Return the height in EMU of paragraphs; the space before the first is not drawn."""
    if not extents:
        return 0
    return ceil((sum(map(sum, extents)) - extents[0][0]) * EMU_PER_POINT)


def paint_size(size: float, scale: float) -> float:
    """Return the size in points at which scaled type is painted: a whole number, halves rounded up.

    Measured in PowerPoint: 24 points at a ``fontScale`` of 77.5 % are painted at 19.
    """
    return size if scale == 1.0 else max(floor(size * scale + 0.5), 1)


def measure_paragraph(
    paragraph: TextParagraph, level: TextLevel, room: float, deck: DeckContext, scale: float, reduction: float
) -> tuple[float, int]:
    """Return the height in points of a paragraph's lines in ``room`` points, and how many there are."""
    runs = find_runs(paragraph, level, deck, scale)
    first, width, pitch = line_widths(paragraph, level, room, reduction)
    if not runs:
        return paint_size(level.size, scale) * pitch, 1
    lines = break_lines(runs, first, width)
    if level.line_points is not None:
        return len(lines) * level.line_points, len(lines)
    if deck.has_tall_lines:
        pitch *= stretch_lines(paragraph, runs)
    return sum(line[3] for line in lines) * pitch, len(lines)


def stretch_lines(paragraph: TextParagraph, runs: Sequence[tuple[str, Face, float]]) -> float:
    """Return by how much a paragraph's lines, of these runs, are higher than at the usual pitch.

    They are for a brand's own tall faces, and for links in East Asian text: see ``LINKED_PITCH``.
    """
    stretch = max((stretch_of(face, text) for text, face, _ in runs), default=1.0)
    if any(run.link and _EAST_ASIAN.search(run.text) for run in paragraph.runs):
        stretch = max(stretch, LINKED_PITCH / LINE_PITCH)
    return stretch


def stretch_of(face: Face, text: str) -> float:
    """Return by how much a line of text is higher than at the usual pitch: 1 for faces that are not tall."""
    height = face.line_height
    if face.script_line_height > height and not text.isascii():
        height = face.script_line_height
    return height / LINE_PITCH if height > TALL else 1.0


def line_widths(
    paragraph: TextParagraph, level: TextLevel, room: float, reduction: float
) -> tuple[float, float, float]:
    """Return the widths in points of a paragraph's first line and the others, and their pitch in sizes."""
    margin = (level.margin_left if paragraph.margin_left is None else paragraph.margin_left) / EMU_PER_POINT
    indent = (level.indent if paragraph.indent is None else paragraph.indent) / EMU_PER_POINT
    margin += level.margin_right / EMU_PER_POINT
    spacing = (level.line_spacing if paragraph.line_spacing is None else paragraph.line_spacing) - reduction
    width = room - margin
    has_bullet = (
        bool(level.bullet)
        if paragraph.bullet is None
        else bool(paragraph.bullet.character or paragraph.bullet.scheme)
    )
    first = width if has_bullet and indent < 0 else width - indent
    return max(first, 1.0), max(width, 1.0), LINE_PITCH * spacing


def find_runs(
    paragraph: TextParagraph, level: TextLevel, deck: DeckContext, scale: float
) -> list[tuple[str, Face, float]]:
    """Return a paragraph's runs as text, face and size in points."""
    runs = []
    for run in paragraph.runs:
        style = run.style
        face, _ = deck.face(style.font or level.font, style.bold or level.bold, style.italic or level.italic)
        size = paint_size(style.size or level.size, scale)
        if style.baseline:
            size *= RAISED_SIZE
        text = run.text.upper() if level.caps else run.text
        if level.spacing > 0:
            face = _spread(face, level.spacing / size)
        if run.formula is not None:
            text, face, size = _measure_formula(run.formula, size)
        runs.append((text, face, size))
    return runs


def _spread(face: Face, spacing: float) -> Face:
    from deckbuild.fonts.spaced import widen_face  # few templates set letters apart

    return widen_face(face, spacing)


def _measure_formula(formula: LaidOutFormula, size: float) -> tuple[str, Face, float]:
    """Return a run of one letter that is as wide and makes its line as high as a formula at a size."""
    from .formula import formula_face

    text, face, em = formula_face(formula, LINE_PITCH)
    return text, face, em * size


def _space_before(paragraph: TextParagraph, level: TextLevel, scale: float) -> float:
    if paragraph.space_before is not None:
        return paragraph.space_before
    return level.space_before_points + level.space_before_percent * paint_size(level.size, scale) * LINE_PITCH


def _space_after(paragraph: TextParagraph, level: TextLevel, scale: float) -> float:
    if paragraph.space_after is not None:
        return paragraph.space_after
    return level.space_after_points + level.space_after_percent * paint_size(level.size, scale) * LINE_PITCH
