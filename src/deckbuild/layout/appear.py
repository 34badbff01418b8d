"""In which build step shapes appear."""

from __future__ import annotations

from collections.abc import Iterable

from .laid_out import Shape


def appear(shapes: Iterable[Shape], step: int) -> list[Shape]:
    """Return shapes that appear in a build step at the earliest."""
    if not step:
        return list(shapes)
    return [shape._replace(step=max(shape.step, step)) for shape in shapes]
