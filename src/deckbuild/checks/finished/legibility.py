"""Whether text can be read: contrast with what is really behind it, size, language, not by colour alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deckbuild.brand.colour import contrast
from deckbuild.units import Box

from .facts import FURNITURE, Allowed, Body, Finished, FinishedSlide, Shape, TextParagraph, TextRun
from .findings import Finding, number_slides, shorten

_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18.0, 14.0  # points, WCAG 2.2: "large scale"
_MONO = ("mono", "courier", "consol", "menlo", "code", "typewriter")
_UNKNOWN = None
_RGB = re.compile("[0-9A-Fa-f]{6}")


def find_low_contrast(deck: Finished) -> Iterator[Finding]:
    """Find text below 4.5 to 1, or 3 to 1 from 18 pt (14 pt bold): WCAG 2.2, 1.4.3."""
    for slide in deck.slides:
        for position, shape in enumerate(slide.shapes):
            seen: set[tuple[str, str]] = set()
            for body, ground in _grounded(slide, position, shape):
                for run in _runs(body):
                    if not (_is_rgb(run.color) and _is_rgb(ground)) or (run.color, ground) in seen:
                        continue
                    assert run.color is not None
                    assert ground is not None
                    wanted = _LEAST_LARGE if _is_large(run) or shape.role in FURNITURE else _LEAST
                    ratio = contrast(run.color, ground)
                    if ratio < wanted - 0.05:
                        seen.add((run.color, ground))
                        message = (
                            f"`{shorten(run.text, 30)}` is hard to read: {run.color} on {ground} is "
                            f"{ratio:.1f} to 1, and {wanted:g} is wanted."
                        )
                        yield Finding(slide.number, "contrast-low", message, run.text)


def _is_rgb(color: str | None) -> bool:
    """Whether a colour can be told, and is written as a file should."""
    return color is not None and _RGB.fullmatch(color) is not None


def _is_large(run: TextRun) -> bool:
    return run.size >= (_LARGE_BOLD if run.bold else _LARGE)


def _grounded(slide: FinishedSlide, position: int, shape: Shape) -> Iterator[tuple[Body, str | None]]:
    """Yield the texts of a shape, each with the colour behind it; None where that cannot be told."""
    if shape.grid:
        behind = _ground(slide, position, shape.box)
        for cell in shape.grid.cells:
            yield cell.body, cell.fill or behind
    elif shape.body:
        own = shape.fill if shape.is_opaque else _ground(slide, position, shape.box)
        yield shape.body, own


def _ground(slide: FinishedSlide, position: int, box: Box) -> str | None:
    """Return the colour behind a place: of the shape drawn last under it, else the slide's."""
    for shape in reversed(slide.shapes[:position]):
        if shape.kind in ("table", "frame") and _covers(shape.box, box):
            return _UNKNOWN
        if shape.is_opaque and shape.kind != "connector" and _covers(shape.box, box):
            return _UNKNOWN if shape.kind == "picture" else shape.fill
    for ground in reversed(slide.grounds):
        if _covers(ground.box, box):
            return ground.color
    return slide.background


def _covers(under: Box, box: Box) -> bool:
    """Whether a shape is behind the middle of a box."""
    x, y = box.x + box.cx // 2, box.y + box.cy // 2
    return under.x <= x < under.right and under.y <= y < under.bottom


def find_small_type(deck: Finished, least: float) -> Iterator[Finding]:
    """Find the smallest text of each slide, where it is smaller than ``least`` points."""
    for slide in deck.slides:
        runs = [run for shape in slide.shapes if shape.role not in FURNITURE for run in _all_runs(shape)]
        small = [run for run in runs if run.size < least and not run.raised]
        if small:
            smallest = min(small, key=lambda run: run.size)
            message = f"`{shorten(smallest.text, 30)}` is {smallest.size:g} pt: less than {least:g} pt."
            yield Finding(slide.number, "type-too-small", message, smallest.text)


def find_no_language(deck: Finished) -> Iterator[Finding]:
    """Find text without a language, said once with all its slides."""
    numbers = [
        slide.number
        for slide in deck.slides
        if any(not run.language and not run.is_field for shape in slide.shapes for run in _all_runs(shape))
    ]
    if numbers:
        message = f"There is text without a language on {number_slides(numbers)}."
        yield Finding(numbers[0], "language-missing", message)


def find_color_alone(deck: Finished, allowed: Allowed) -> Iterator[Finding]:
    """Find words that differ from those around them by nothing but their colour (WCAG 2.2, 1.4.1)."""
    for slide in deck.slides:
        for shape in slide.shapes:
            bodies = [cell.body for cell in shape.grid.cells] if shape.grid else [shape.body]
            paragraphs = [paragraph for body in bodies if body for paragraph in body.paragraphs]
            run = next((run for each in paragraphs if (run := _lone_color(each, allowed))), None)
            if run:
                message = f"Only its colour tells `{shorten(run.text, 30)}` from the words around it."
                yield Finding(slide.number, "colour-alone", message, run.text)


def _lone_color(paragraph: TextParagraph, allowed: Allowed) -> TextRun | None:
    runs = [
        run
        for run in paragraph.runs
        if any(map(str.isalnum, run.text))
        and run.link is None
        and not run.is_field
        and not _is_code(run, allowed)
    ]
    colors: Counter[str] = Counter()
    for run in runs:
        colors[run.color or ""] += len(run.text)
    if len(colors) < 2:
        return None
    usual = colors.most_common(1)[0][0]
    looks = {_look(run) for run in runs if run.color == usual}
    return next((run for run in runs if run.color and run.color != usual and _look(run) in looks), None)


def _look(run: TextRun) -> tuple[object, ...]:
    return run.bold, run.italic, run.underline, run.raised, run.marked, run.font, run.size


def _is_code(run: TextRun, allowed: Allowed) -> bool:
    font = run.font.casefold()
    return font in allowed.fonts or any(word in font for word in _MONO)


def _all_runs(shape: Shape) -> Iterator[TextRun]:
    if shape.grid:
        for cell in shape.grid.cells:
            yield from _runs(cell.body)
    elif shape.body:
        yield from _runs(shape.body)


def _runs(body: Body) -> Iterator[TextRun]:
    return (run for paragraph in body.paragraphs for run in paragraph.runs if run.text.strip())
