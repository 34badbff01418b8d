"""Making text fit: PowerPoint's own autofit ladder, and how far down it the brand allows.

All blocks of a slide step down together, so that text, tables and code beside each other keep their
proportion. Splitting text over slides is to come here; tables are split in ``table_split.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

from .context import DeckContext, Levels
from .inline import line_size
from .laid_out import TextParagraph
from .measure import measure_text

Step = tuple[float, float]

LADDER: tuple[Step, ...] = (
    (1.0, 0.0),
    (1.0, 0.1),
    (0.925, 0.1),
    (0.925, 0.2),
    (0.85, 0.2),
    (0.775, 0.2),
    (0.7, 0.2),
    (0.625, 0.2),
    (0.55, 0.2),
)
"""Font scale and line spacing reduction of each step, as PowerPoint stores them in ``a:normAutofit``."""

LAST = len(LADDER) - 1
_ROUNDING = 0.001


def allowed_step(paragraphs: Sequence[TextParagraph], levels: Levels, minimum: float, step: int) -> int:
    """Return the step nearest to ``step`` at which no type of the paragraphs is under ``minimum`` points.

    Type that the template itself sets smaller may keep its size but not shrink. Raised and lowered
    text is judged by the size of its line.
    """
    if step <= 1:
        return step
    sizes = {
        line_size(run.style, levels[paragraph.level].size)
        for paragraph in paragraphs
        for run in paragraph.runs
    }
    smallest = min(sizes, default=minimum)
    while step > 1 and smallest * LADDER[step][0] < minimum - _ROUNDING:
        step -= 1
    return step


def measure_step(
    paragraphs: Sequence[TextParagraph],
    levels: Levels,
    width: int,
    deck: DeckContext,
    step: int,
    insets: tuple[int, int, int, int],
) -> int:
    """Return the height in EMU of a text body at a step of the ladder."""
    scale, reduction = LADDER[step]
    return measure_text(paragraphs, levels, width, deck, scale, reduction, insets)


def fit_text(
    paragraphs: Sequence[TextParagraph],
    levels: Levels,
    size: tuple[int, int],
    deck: DeckContext,
    minimum: float,
    insets: tuple[int, int, int, int],
) -> tuple[int, int]:
    """Return the first step at which a text body fits a width and height in EMU, and what it lacks there.

    The second value is 0 when it fits; at the last step that ``minimum`` allows it is the EMU too many.
    """
    width, height = size
    last = allowed_step(paragraphs, levels, minimum, LAST)
    excess = 0
    for step in range(last + 1):
        excess = measure_step(paragraphs, levels, width, deck, step, insets) - height
        if excess <= 0:
            return step, 0
    return last, excess
