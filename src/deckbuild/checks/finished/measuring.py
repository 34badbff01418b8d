"""How much room the text of a finished deck takes, by the same rules as when one is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from deckbuild.fonts import Face, break_lines, find_face
from deckbuild.layout import laid_out
from deckbuild.layout.measure import LINE_PITCH, RAISED_SIZE, line_widths, stretch_of
from deckbuild.template import Theme
from deckbuild.units import EMU_PER_POINT

from .facts import Body, TextParagraph, TextRun

_UNBROKEN = 1e6


def measure_body(body: Body, width: int, theme: Theme) -> tuple[int, int]:
    """Return the height of a text with its insets, and the width of its widest line without, in EMU.

    ``width`` is that of its box. Text that does not wrap is measured on lines without end.
    """
    fonts = {"+mj-lt": theme.major_font, "+mn-lt": theme.minor_font}
    room = (width - body.insets[0] - body.insets[2]) / EMU_PER_POINT if body.wraps else _UNBROKEN
    height = widest = 0.0
    for number, paragraph in enumerate(body.paragraphs):
        before, lines, after, wide = _measure(paragraph, max(room, 1.0), body.reduction, fonts)
        height += (before if number else 0.0) + lines + after
        widest = max(widest, wide)
    around = body.insets[1] + body.insets[3]
    return ceil(height * EMU_PER_POINT) + around, ceil(widest * EMU_PER_POINT)


def _measure(
    paragraph: TextParagraph, room: float, reduction: float, fonts: Mapping[str, str]
) -> tuple[float, float, float, float]:
    """Return the space before, the lines' height, the space after and the widest line, in points."""
    level = paragraph.level
    first, width, pitch = line_widths(laid_out.TextParagraph(()), level, room, reduction)
    size = max((run.size for run in paragraph.runs), default=level.size)
    before = level.space_before_points + level.space_before_percent * size * LINE_PITCH
    after = level.space_after_points + level.space_after_percent * size * LINE_PITCH
    runs = [_face_of(run, level.caps, fonts) for run in paragraph.runs]
    if not runs:
        return before, size * pitch, after, 0.0
    pitch *= max(stretch_of(face, text) for text, face, _ in runs)
    lines = break_lines(runs, first, width)
    heights = len(lines) * level.line_points if level.line_points else sum(line[3] for line in lines) * pitch
    return before, heights, after, max(line[2] for line in lines) + level.margin_left / EMU_PER_POINT


def _face_of(run: TextRun, caps: bool, fonts: Mapping[str, str]) -> tuple[str, Face, float]:
    """Return a run as its text, what measures it, and its size in points."""
    face, _ = find_face(fonts.get(run.font, run.font), run.bold, run.italic)
    size = run.size * RAISED_SIZE if run.raised else run.size
    return run.text.upper() if caps else run.text, face, size
