"""What Reset Slide would move: shapes in placeholders whose own place differs from the layout's."""

from __future__ import annotations

import io
from typing import Any

from pptx import Presentation

_ROUNDING = 4
TEXTS = ("title", "ctrTitle", "body", "subTitle", "obj", "ftr", "sldNum", "dt")


def placed_texts(deck: bytes) -> list[tuple[int, str]]:
    """Return the slide's number and the type of each text in a placeholder that has a place of its own."""
    return [
        (number, _kind(shape))
        for number, slide in enumerate(Presentation(io.BytesIO(deck)).slides, 1)
        for shape in slide.placeholders
        if shape.has_text_frame and shape._element.spPr.find("{*}xfrm") is not None
    ]


def moved_by_reset(deck: bytes) -> list[str]:
    """Return the placeholders that inherit their place and would still be moved, or have none to inherit."""
    moved = []
    for number, slide in enumerate(Presentation(io.BytesIO(deck)).slides, 1):
        own = {each.placeholder_format.idx: each for each in slide.slide_layout.placeholders}
        for shape in slide.placeholders:
            base = own.get(shape.placeholder_format.idx)
            if base is None:
                moved.append(f"slide {number}: {shape.name} is not on the layout")
            elif (
                shape.has_text_frame
                and shape._element.spPr.find("{*}xfrm") is None
                and not _same(shape, base)
            ):
                moved.append(f"slide {number}: {shape.name}")
    return moved


def _kind(shape: Any) -> str:
    return str(shape._element.ph.get("type", "obj"))


def _same(one: Any, other: Any) -> bool:
    sides = ("left", "top", "width", "height")
    return all(abs((getattr(one, side) or 0) - (getattr(other, side) or 0)) <= _ROUNDING for side in sides)
