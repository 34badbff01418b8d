"""The report of ``deckbuild build --fit-report``: how full each box is, for people and for machines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from deckbuild.units import to_points

if TYPE_CHECKING:
    from deckbuild.layout.laid_out import BoxFit, LaidOutSlide

_NAME_WIDTH = 30
_TITLE_WIDTH = 50


def format_fits(slides: Sequence[LaidOutSlide]) -> str:
    """Return a table: a line a slide with its title and place, under it a line a box."""
    lines: list[str] = []
    for number, slide in enumerate(slides, 1):
        lines.append(f"{number:4}  {_cut(slide.title, _TITLE_WIDTH):{_TITLE_WIDTH}}  {slide.span}")
        lines += [_format_box(fit) for fit in slide.fits]
    return "\n".join(lines)


def _format_box(fit: BoxFit) -> str:
    left = round(to_points(fit.room - fit.used))
    rest = f"{left} pt left" if left >= 0 else f"{-left} pt over"
    scale = f"text {fit.font_scale:.0%}" if fit.font_scale < 1 else ""
    lines = f"lines -{fit.line_reduction:.0%}" if fit.line_reduction else ""
    size = f"{fit.type_size:g} pt type" if fit.type_size else ""
    row = f"      {_cut(fit.name, _NAME_WIDTH):{_NAME_WIDTH}}  {_fullness(fit):>5.0%}  {rest:>11}  {size:>12}"
    return f"{row}  {scale} {lines}".rstrip()


def _fullness(fit: BoxFit) -> float:
    return fit.used / fit.room if fit.room > 0 else 0.0


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def describe_fits(path: str, slides: Sequence[LaidOutSlide]) -> dict[str, Any]:
    """Return the same for a machine: lengths in points, shares as fractions, as docs/cli.md explains."""
    return {
        "deck": path,
        "slides": [_describe_slide(number, slide) for number, slide in enumerate(slides, 1)],
    }


def _describe_slide(number: int, slide: LaidOutSlide) -> dict[str, Any]:
    return {
        "number": number,
        "title": slide.title,
        "file": slide.span.file,
        "line": slide.span.line,
        "boxes": [
            {
                "name": fit.name,
                "full": round(_fullness(fit), 3),
                "height": round(to_points(fit.used), 1),
                "room": round(to_points(fit.room), 1),
                "type_size": fit.type_size,
                "font_scale": fit.font_scale,
                "line_reduction": fit.line_reduction,
            }
            for fit in slide.fits
        ],
    }
