"""Slides (ECMA-376 Part 1, 13.3.8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deckbuild.layout.laid_out import LaidOutSlide, PictureShape, TableShape, TextShape

from .alternative import with_alternative
from .part import Part
from .picture import spell_crop, spell_picture
from .shape import spell_text_shape
from .table import spell_table
from .xml import DECLARATION, NAMESPACES

TREE = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
"""The start of a shape tree, whose own group is shape 1."""

_HEAD = f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld>"
_TAIL = "</p:spTree></p:cSld><p:clrMapOvr>{}</p:clrMapOvr></p:sld>"

_SPELL: dict[type, Callable[[Any, int, Part], str]] = {
    TextShape: with_alternative(spell_text_shape),
    PictureShape: spell_picture,
    TableShape: with_alternative(spell_table),
}


def spell_slide(slide: LaidOutSlide, part: Part, color_map: tuple[tuple[str, str], ...] = ()) -> str:
    """Spell a slide part. Its relationships to layout and notes are the caller's, made before.

    ``color_map`` is the layout's own colour mapping, empty when it has none (19.3.1.7).
    """
    pieces = [_HEAD]
    if slide.background is not None:
        pieces.append(_spell_background(slide.background, slide.background_crop, part))
    pieces.append(TREE)
    for number, shape in enumerate(slide.shapes, 2):
        pieces.append(_SPELL[type(shape)](shape, number, part))
    pieces.append(_TAIL.format(_spell_color_map(color_map)))
    return "".join(pieces)


def _spell_color_map(color_map: tuple[tuple[str, str], ...]) -> str:
    if not color_map:
        return "<a:masterClrMapping/>"
    pairs = " ".join(f'{name}="{meant}"' for name, meant in color_map)
    return f"<a:overrideClrMapping {pairs}/>"


def _spell_background(key: str, crop: tuple[float, float, float, float], part: Part) -> str:
    return (
        f'<p:bg><p:bgPr><a:blipFill dpi="0" rotWithShape="1">{part.spell_blip(key)}{spell_crop(crop)}'
        "<a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    )
