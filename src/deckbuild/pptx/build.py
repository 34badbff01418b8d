"""What of a slide's shapes appears in which build step (ECMA-376 Part 1, 19.5.14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.layout.laid_out import Shape, TextShape
from deckbuild.named_tuple import NamedTuple

from .group import count_shapes


class Build(NamedTuple):
    """A shape of which something appears in a step: the shape's id, and what PowerPoint lists of it.

    ``step`` is the shape's own (0: it is there from the start). ``paragraphs`` are the indexes and steps of
    those that appear one by one; without any the shape appears as a whole. ``is_text`` says that it is a
    shape with text, whose build is listed; ``is_filled`` that it has a ground.
    """

    shape: int
    step: int
    paragraphs: tuple[tuple[int, int], ...] = ()
    is_text: bool = False
    is_filled: bool = False


def find_builds(shapes: Iterable[Shape], first: int) -> tuple[Build, ...]:
    """Return what appears in steps, in reading order; the first shape's id is ``first``.

    What stands in a group appears with it: PowerPoint animates no shape within one.
    """
    return tuple(_find(shapes, first))


def _find(shapes: Iterable[Shape], number: int) -> Iterator[Build]:
    for shape in shapes:
        if isinstance(shape, TextShape):
            build = _find_in_text(shape, number)
            if build.step or build.paragraphs:
                yield build
        elif shape.step:
            yield Build(number, shape.step)
        number += count_shapes(shape)


def _find_in_text(shape: TextShape, number: int) -> Build:
    is_filled = shape.fill is not None or shape.line is not None
    is_text = shape.geometry != "line"
    steps = [max(paragraph.step, shape.step) for paragraph in shape.body.paragraphs]
    if not any(step > shape.step for step in steps):
        return Build(number, shape.step, (), is_text, is_filled)
    shown = (
        (index, step)
        for index, (paragraph, step) in enumerate(zip(shape.body.paragraphs, steps, strict=True))
        if step and any(run.text for run in paragraph.runs)
    )
    return Build(number, shape.step, tuple(shown), is_text, is_filled)
