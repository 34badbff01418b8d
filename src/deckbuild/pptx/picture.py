"""Pictures (ECMA-376 Part 1, 19.3.1.37)."""

from __future__ import annotations

from deckbuild.layout.laid_out import PictureShape

from .part import Part
from .shape import spell_identity, spell_placeholder
from .xml import spell_frame


def spell_picture(shape: PictureShape, number: int, part: Part) -> str:
    """Spell a picture, or a picture placeholder that holds one."""
    blip = part.spell_blip(shape.media)
    identity = spell_identity(number, shape.name, shape.alt, part, shape.decorative, shape.link)
    if shape.placeholder is None:
        locks, geometry = "", '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    else:
        locks, geometry = ' noGrp="1"', ""
    return (
        f'<p:pic><p:nvPicPr>{identity}<p:cNvPicPr><a:picLocks{locks} noChangeAspect="1"/></p:cNvPicPr>'
        f"{spell_placeholder(shape.placeholder)}</p:nvPicPr>"
        f"<p:blipFill>{blip}{spell_crop(shape.crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{spell_frame(shape.box)}{geometry}</p:spPr></p:pic>"
    )


def spell_crop(crop: tuple[float, float, float, float]) -> str:
    """Spell `a:srcRect` for what is cut off left, top, right and bottom; nothing for a whole picture."""
    sides = [
        f' {side}="{round(share * 100_000)}"'
        for side, share in zip("ltrb", crop, strict=True)
        if round(share * 100_000)
    ]
    return f"<a:srcRect{''.join(sides)}/>" if sides else ""
