"""Groups of shapes (ECMA-376 Part 1, 19.3.1.22), and the ids of shapes, which count those in groups too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.layout.laid_out import GroupShape, Shape, TextShape

from .part import Part
from .shape import spell_identity


def count_shapes(shape: Shape) -> int:
    """Return how many ids a shape takes: one, and in a group one for each shape in it."""
    return 1 + sum(map(count_shapes, shape.shapes)) if isinstance(shape, GroupShape) else 1


def find_ids(shapes: Iterable[Shape], first: int) -> dict[str, int]:
    """Return the ids of shapes that connectors may refer to, by key; the first shape's id is ``first``."""
    return {
        shape.key: number
        for number, shape in enumerate(_walk(shapes), first)
        if isinstance(shape, TextShape | GroupShape) and shape.key
    }


def _walk(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, GroupShape):
            yield from _walk(shape.shapes)


def spell_group_head(shape: GroupShape, number: int, part: Part) -> str:
    """Spell what stands in a group before its shapes, whose coordinates are the slide's (20.1.7.5)."""
    x, y, cx, cy = shape.box
    return (
        f"<p:grpSp><p:nvGrpSpPr>{spell_identity(number, shape.name, shape.alt, part)}<p:cNvGrpSpPr/><p:nvPr/>"
        f'</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/>'
        f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{cx}" cy="{cy}"/></a:xfrm></p:grpSpPr>'
    )


GROUP_TAIL = "</p:grpSp>"
