"""Making text fit: PowerPoint's own autofit ladder, and how far down it the brand allows.

All blocks of a slide step down together, so that text, tables and code beside each other keep their
proportion. What the last step does not make fit goes on on further slides (``pages.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from .context import DeckContext, Levels
from .inline import line_size
from .laid_out import TextParagraph
from .measure import measure_text, paint_size

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
    (0.475, 0.2),
    (0.4, 0.2),
    (0.325, 0.2),
    (0.25, 0.2),
)
"""Font scale and line spacing reduction of each step, as PowerPoint stores them in ``a:normAutofit``."""

LAST = 8
"""The last step that is taken without a word."""

DEEPEST = len(LADDER) - 1
"""The last step there is. Those behind ``LAST`` go under the brand's smallest sizes: what neither shrinks
nor divides stays in its box all the same, and is reported."""

COMFORT = 6
"""The step that says on how many slides a divided slide stands: its type need not be tiny then."""


def allowed_step(paragraphs: Sequence[TextParagraph], levels: Levels, minimum: float, step: int) -> int:
    """Return the step nearest to ``step`` at which no type of the paragraphs is under ``minimum`` points.

    Steps behind ``LAST`` are taken as they are. Type that the template itself sets smaller may keep its
    size but not shrink. Raised and lowered text is judged by the size of its line.
    """
    if step <= 1 or step > LAST:
        return step
    sizes = {
        line_size(run.style, levels[paragraph.level].size)
        for paragraph in paragraphs
        for run in paragraph.runs
    }
    smallest = min(sizes, default=minimum)
    while step > 1 and paint_size(smallest, LADDER[step][0]) < minimum:
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
    """Return the first step at which a text body fits a width and height in EMU, and what it lacks.

    The second value is 0 when ``minimum`` allows the step; else the EMU too many at the last one it allows.
    """
    width, height = size
    last = allowed_step(paragraphs, levels, minimum, LAST)
    excess = 0
    for step in (*range(last + 1), *range(LAST + 1, DEEPEST + 1)):
        over = measure_step(paragraphs, levels, width, deck, step, insets) - height
        if step <= last:
            excess = over
        if over <= 0:
            return step, max(excess, 0)
    return DEEPEST, excess
