"""Formulas wider than their line: Office Math breaks a line at relations at best, so they are made smaller.

How wide PowerPoint sets a formula is an estimate, since the widths of Cambria Math are not free. So a
twelfth is allowed for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from deckbuild.source import Span
from deckbuild.units import EMU_PER_POINT

from .context import DeckContext, Levels
from .inline import restyle
from .laid_out import Run, TextParagraph
from .measure import line_widths, paint_size

ALLOWANCE = 1 + 1 / 12


def fit_formulas(
    paragraphs: Sequence[TextParagraph],
    levels: Levels,
    width: int,
    deck: DeckContext,
    scale: float,
    span: Span,
) -> list[TextParagraph]:
    """Return paragraphs in a width in EMU, each formula in the largest type in which a line holds it.

    ``scale`` multiplies all sizes when they are painted. Diagnostic: math-too-wide (a formula that would be
    smaller than the brand's smallest text stays as large as that).
    """
    fitted = []
    for paragraph in paragraphs:
        level = levels[paragraph.level]
        _, room, _ = line_widths(paragraph, level, width / EMU_PER_POINT, 0.0)
        runs = []
        for run in paragraph.runs:
            size = run.style.size or level.size
            most = _most_size(run, room, scale)
            least = min(size, deck.brand.minimum.body / scale)
            if most < least:
                message = f"A formula is wider than its line, even at {paint_size(least, scale):g} points."
                deck.collector.report("math-too-wide", span, message)
            smaller = max(most, least)
            runs.append(run._replace(style=restyle(run.style, size=smaller)) if smaller < size else run)
        fitted.append(paragraph._replace(runs=tuple(runs)))
    return fitted


def _most_size(run: Run, room: float, scale: float) -> float:
    """Return the largest size at which a run that is a formula is no wider than a line."""
    if run.formula is None or not run.formula.width:
        return float("inf")
    return float(floor(room / (run.formula.width * ALLOWANCE) / scale))
