"""Slides (ECMA-376 Part 1, 13.3.8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from deckbuild.late import late
from deckbuild.layout.laid_out import (
    ChartShape,
    ConnectorShape,
    GroupShape,
    LaidOutSlide,
    PictureShape,
    Shape,
    TableShape,
    TextShape,
)

from .alternative import with_alternative
from .group import GROUP_TAIL, count_shapes, find_ids, spell_group_head
from .part import Part
from .shape import spell_text_shape
from .xml import DECLARATION, NAMESPACES

TREE = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
"""The start of a shape tree, whose own group is shape 1."""

_HEAD = f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld>"
_TAIL = "</p:spTree></p:cSld><p:clrMapOvr>{}</p:clrMapOvr>{}</p:sld>"


_SPELL: dict[type, Callable[[Any, int, Part], str]] = {
    TextShape: with_alternative(spell_text_shape),
    PictureShape: late("deckbuild.pptx.picture", "spell_picture"),
    TableShape: with_alternative(late("deckbuild.pptx.table", "spell_table")),
    ChartShape: late("deckbuild.pptx.chart", "spell_chart_frame"),
    ConnectorShape: late("deckbuild.pptx.connector", "spell_connector"),
}
_FIRST = 2  # shape 1 is the tree itself


def spell_slide(slide: LaidOutSlide, part: Part, color_map: tuple[tuple[str, str], ...] = ()) -> str:
    """Spell a slide part. Its relationships to layout and notes are the caller's, made before.

    ``color_map`` is the layout's own colour mapping, empty when it has none (19.3.1.7).
    """
    pieces = [_HEAD]
    if slide.background is not None:
        pieces.append(_spell_background(slide.background, slide.background_crop, part))
    pieces.append(TREE)
    if any(type(shape) in (GroupShape, ConnectorShape) for shape in slide.shapes):
        part.shape_ids = find_ids(slide.shapes, _FIRST)
    _spell_shapes(slide.shapes, _FIRST, part, pieces)
    pieces.append(_TAIL.format(_spell_color_map(color_map), _spell_timing(slide, part)))
    return "".join(pieces)


def _spell_shapes(shapes: Iterable[Shape], number: int, part: Part, pieces: list[str]) -> None:
    """Spell shapes, numbered from ``number`` in reading order, each group before what is in it."""
    for shape in shapes:
        if isinstance(shape, GroupShape):
            pieces.append(spell_group_head(shape, number, part))
            _spell_shapes(shape.shapes, number + 1, part, pieces)
            pieces.append(GROUP_TAIL)
            number += count_shapes(shape)
        else:
            pieces.append(_SPELL[type(shape)](shape, number, part))
            number += 1


def _spell_timing(slide: LaidOutSlide, part: Part) -> str:
    if not (part.clips or slide.steps):
        return ""
    from .build import find_builds  # few slides have clips or build steps
    from .timing import spell_timing

    return spell_timing(part.clips, find_builds(slide.shapes, _FIRST) if slide.steps else ())


def _spell_color_map(color_map: tuple[tuple[str, str], ...]) -> str:
    if not color_map:
        return "<a:masterClrMapping/>"
    pairs = " ".join(f'{name}="{meant}"' for name, meant in color_map)
    return f"<a:overrideClrMapping {pairs}/>"


def _spell_background(key: str, crop: tuple[float, float, float, float], part: Part) -> str:
    from .picture import spell_crop  # few slides have a background of their own

    return (
        f'<p:bg><p:bgPr><a:blipFill dpi="0" rotWithShape="1">{part.spell_blip(key)}{spell_crop(crop)}'
        "<a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    )
