"""The cells of a table of CSV with their places: what a catalogue of translations needs of them."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.source import Span

from .chart_rows import read_rows
from .figure_text import FigureText


def find_cells(lines: Sequence[tuple[str, Span]], delimiter: str) -> list[FigureText]:
    """Return the cells that are not empty, given lines with their places; quotes are in a cell's place."""
    return [cell for row in read_rows(lines, delimiter).rows for cell in row if cell.text]
