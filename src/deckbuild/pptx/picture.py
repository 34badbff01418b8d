"""Pictures (ECMA-376 Part 1, 19.3.1.37)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.layout.laid_out import PictureShape

from .part import Part
from .shape import spell_identity, spell_placeholder
from .xml import escape_attribute, spell_fill, spell_frame

if TYPE_CHECKING:
    from deckbuild.figures.clip import Clip

_MEDIA = "http://schemas.microsoft.com/office/2007/relationships/media"

_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_ROUNDED = '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 3500"/></a:avLst></a:prstGeom>'


def spell_picture(shape: PictureShape, number: int, part: Part) -> str:
    """Spell a picture, or a picture placeholder that holds one."""
    blip = part.spell_blip(shape.media)
    clip = part.media.clip(shape.media)
    if clip is None:
        identity = spell_identity(number, shape.name, shape.alt, part, shape.decorative, shape.link)
        place = spell_placeholder(shape.placeholder)
    else:
        identity, place = _spell_clip(shape, number, part, *clip)
    locks = "" if shape.placeholder is None else ' noGrp="1"'
    looks = _ROUNDED if shape.rounded else _RECTANGLE if shape.placeholder is None else ""
    if shape.fill is not None:
        looks += spell_fill(shape.fill)
    if shape.line is not None:
        looks += f'<a:ln w="{shape.line.width}">{spell_fill(shape.line.color)}</a:ln>'
    return (
        f'<p:pic><p:nvPicPr>{identity}<p:cNvPicPr><a:picLocks{locks} noChangeAspect="1"/></p:cNvPicPr>'
        f"{place}</p:nvPicPr>"
        f"<p:blipFill>{blip}{spell_crop(shape.crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{spell_frame(shape.box)}{looks}</p:spPr></p:pic>"
    )


def _spell_clip(shape: PictureShape, number: int, part: Part, name: str, clip: Clip) -> tuple[str, str]:
    """Spell `p:cNvPr` and `p:nvPr` of a video or sound, as PowerPoint 2010 and later write them."""
    from .timing import PlayedClip  # few decks have clips

    part.clips.append(PlayedClip(number, clip.kind, clip.duration))
    link = part.relationships.add(clip.kind, f"../media/{name}")
    embedded = part.relationships.add(_MEDIA, f"../media/{name}")
    description = f' descr="{escape_attribute(shape.alt)}"' if shape.alt else ""
    identity = (
        f'<p:cNvPr id="{number}" name="{escape_attribute(shape.name)}"{description}>'
        '<a:hlinkClick r:id="" action="ppaction://media"/></p:cNvPr>'
    )
    return identity, (
        f'<p:nvPr><a:{clip.kind}File r:link="{link}"/><p:extLst>'
        '<p:ext uri="{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"><p14:media '
        f'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" r:embed="{embedded}"/>'
        "</p:ext></p:extLst></p:nvPr>"
    )


def spell_crop(crop: tuple[float, float, float, float]) -> str:
    """Spell `a:srcRect` for what is cut off left, top, right and bottom; nothing for a whole picture."""
    sides = [
        f' {side}="{round(share * 100_000)}"'
        for side, share in zip("ltrb", crop, strict=True)
        if round(share * 100_000)
    ]
    return f"<a:srcRect{''.join(sides)}/>" if sides else ""
