"""Typefaces and colours that are none of the theme's: they stay when the theme changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .facts import Allowed, Finished, Shape, TextRun
from .findings import Finding, number_slides

_SYMBOLS = frozenset(("symbol", "webdings", "wingdings", "wingdings 2", "wingdings 3", "cambria math"))
_NEUTRAL = frozenset(("000000", "FFFFFF"))


def find_foreign_fonts(deck: Finished, allowed: Allowed) -> Iterator[Finding]:
    """Find typefaces of neither the theme nor a layout, each said once with all its slides."""
    found: dict[str, list[int]] = {}
    words: dict[str, str] = {}
    for slide in deck.slides:
        known = {slide.theme.major_font.casefold(), slide.theme.minor_font.casefold()}
        known |= deck.fonts | allowed.fonts | _SYMBOLS
        for run in _runs(slide.shapes):
            font = run.own_font
            if font and not font.startswith("+") and font.casefold() not in known and run.text.strip():
                found.setdefault(font, []).append(slide.number)
                words.setdefault(font, run.text)
    for font, numbers in found.items():
        message = f"`{font}`, on {number_slides(list(dict.fromkeys(numbers)))}, is no typeface of the theme."
        yield Finding(numbers[0], "font-foreign", message, words[font])


def find_foreign_colors(deck: Finished, allowed: Allowed) -> Iterator[Finding]:
    """Find colours of neither the theme nor a layout, each said once with all its slides."""
    found: dict[str, list[int]] = {}
    for slide in deck.slides:
        known = {color.upper() for _, color in slide.theme.colors} | deck.colors | allowed.colors | _NEUTRAL
        for color in (color for shape in slide.shapes for color in shape.colors):
            if color not in known:
                found.setdefault(color, []).append(slide.number)
    for color, numbers in found.items():
        message = (
            f"The colour {color}, on {number_slides(list(dict.fromkeys(numbers)))}, is none of the theme's."
        )
        yield Finding(numbers[0], "colour-foreign", message)


def _runs(shapes: Iterable[Shape]) -> Iterator[TextRun]:
    for shape in shapes:
        bodies = [cell.body for cell in shape.grid.cells] if shape.grid else [shape.body]
        for body in bodies:
            for paragraph in body.paragraphs if body else ():
                yield from paragraph.runs
