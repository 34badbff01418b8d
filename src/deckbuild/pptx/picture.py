"""Pictures (ECMA-376 Part 1, 19.3.1.37)."""

from __future__ import annotations

from deckbuild.layout.laid_out import PictureShape

from .part import Part
from .shape import spell_identity, spell_placeholder
from .xml import spell_fill, spell_frame

_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_ROUNDED = '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 3500"/></a:avLst></a:prstGeom>'


def spell_picture(shape: PictureShape, number: int, part: Part) -> str:
    """Spell a picture, or a picture placeholder that holds one."""
    blip = part.spell_blip(shape.media)
    identity = spell_identity(number, shape.name, shape.alt, part, shape.decorative, shape.link)
    locks = "" if shape.placeholder is None else ' noGrp="1"'
    looks = _ROUNDED if shape.rounded else _RECTANGLE if shape.placeholder is None else ""
    if shape.fill is not None:
        looks += spell_fill(shape.fill)
    if shape.line is not None:
        looks += f'<a:ln w="{shape.line.width}">{spell_fill(shape.line.color)}</a:ln>'
    return (
        f'<p:pic><p:nvPicPr>{identity}<p:cNvPicPr><a:picLocks{locks} noChangeAspect="1"/></p:cNvPicPr>'
        f"{spell_placeholder(shape.placeholder)}</p:nvPicPr>"
        f"<p:blipFill>{blip}{spell_crop(shape.crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{spell_frame(shape.box)}{looks}</p:spPr></p:pic>"
    )


def spell_crop(crop: tuple[float, float, float, float]) -> str:
    """Spell `a:srcRect` for what is cut off left, top, right and bottom; nothing for a whole picture."""
    sides = [
        f' {side}="{round(share * 100_000)}"'
        for side, share in zip("ltrb", crop, strict=True)
        if round(share * 100_000)
    ]
    return f"<a:srcRect{''.join(sides)}/>" if sides else ""
