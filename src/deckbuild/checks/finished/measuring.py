"""How much room the text of a finished deck takes, by the same rules as when one is laid out."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, cast

from deckbuild.fonts import break_lines
from deckbuild.layout import laid_out
from deckbuild.layout.measure import find_runs, line_widths
from deckbuild.template import Theme
from deckbuild.units import EMU_PER_POINT

from .facts import Body, TextParagraph

if TYPE_CHECKING:
    from deckbuild.layout.context import DeckContext

_PITCH = 1.2
_UNBROKEN = 1e6


class _Fonts:
    """What measuring asks a deck for: the typeface that a name stands for."""

    def __init__(self, theme: Theme) -> None:
        self._fonts = {"+mj-lt": theme.major_font, "+mn-lt": theme.minor_font}

    def font(self, name: str) -> str:
        """See DeckContext."""
        return self._fonts.get(name, name)


def measure_body(body: Body, width: int, theme: Theme) -> tuple[int, int]:
    """Return the height of a text with its insets, and the width of its widest line without, in EMU.

    ``width`` is that of its box. Text that does not wrap is measured on lines without end.
    """
    fonts = cast("DeckContext", _Fonts(theme))
    room = (width - body.insets[0] - body.insets[2]) / EMU_PER_POINT if body.wraps else _UNBROKEN
    height = widest = 0.0
    for number, paragraph in enumerate(body.paragraphs):
        before, lines, after, wide = _measure(paragraph, max(room, 1.0), body.reduction, fonts)
        height += (before if number else 0.0) + lines + after
        widest = max(widest, wide)
    around = body.insets[1] + body.insets[3]
    return ceil(height * EMU_PER_POINT) + around, ceil(widest * EMU_PER_POINT)


def _measure(
    paragraph: TextParagraph, room: float, reduction: float, fonts: DeckContext
) -> tuple[float, float, float, float]:
    """Return the space before, the lines' height, the space after and the widest line, in points."""
    level = paragraph.level
    shown = laid_out.TextParagraph(
        tuple(
            laid_out.Run(
                run.text,
                laid_out.RunStyle(
                    "",
                    run.bold,
                    run.italic,
                    size=run.size,
                    font=run.font,
                    baseline=0.3 if run.raised else 0.0,
                ),
            )
            for run in paragraph.runs
        )
    )
    first, width, pitch = line_widths(shown, level, room, reduction)
    size = max((run.size for run in paragraph.runs), default=level.size)
    before = level.space_before_points + level.space_before_percent * size * _PITCH
    after = level.space_after_points + level.space_after_percent * size * _PITCH
    runs = find_runs(shown, level, fonts, 1.0)
    if not runs:
        return before, size * pitch, after, 0.0
    lines = break_lines(runs, first, width)
    heights = len(lines) * level.line_points if level.line_points else sum(line[3] for line in lines) * pitch
    return before, heights, after, max(line[2] for line in lines) + level.margin_left / EMU_PER_POINT
