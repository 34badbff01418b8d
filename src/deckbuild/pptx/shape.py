"""Shapes: what all kinds have in common, text boxes and text placeholders, lines."""

from __future__ import annotations

from deckbuild.layout.laid_out import Head, Hyperlink, Line, PlaceholderKey, TextShape

from .geometry import spell_geometry
from .part import Part
from .text import spell_body
from .xml import escape_attribute, spell_fill, spell_frame

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def spell_identity(
    number: int,
    name: str,
    alt: str,
    part: Part,
    decorative: bool = False,
    link: Hyperlink | None = None,
) -> str:
    """Spell `p:cNvPr`: a shape's id on its slide, name, alternative text, link, mark as decorative."""
    description = f' descr="{escape_attribute(alt)}"' if alt else ""
    children = part.spell_hyperlink(link) if link is not None else ""
    if decorative:
        children += _DECORATIVE
    head = f'<p:cNvPr id="{number}" name="{escape_attribute(name)}"{description}'
    return f"{head}>{children}</p:cNvPr>" if children else f"{head}/>"


def spell_placeholder(key: PlaceholderKey | None) -> str:
    """Spell `p:nvPr`, with the placeholder that a shape fills; what is the default is left out."""
    if key is None:
        return "<p:nvPr/>"
    kind = f' type="{key.type}"' if key.type != "obj" else ""
    index = f' idx="{key.index}"' if key.index else ""
    return f"<p:nvPr><p:ph{kind}{index}/></p:nvPr>"


def spell_text_shape(shape: TextShape, number: int, part: Part) -> str:
    """Spell a text box, a filled text placeholder or a line."""
    if shape.geometry == "line":
        return _spell_line(shape, number, part)
    identity = spell_identity(number, shape.name, shape.alt, part, shape.decorative, shape.link)
    is_placeholder = shape.placeholder is not None
    if is_placeholder:
        kind = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    elif shape.body.paragraphs and shape.geometry == "rect":
        kind = '<p:cNvSpPr txBox="1"/>'
    else:
        kind = "<p:cNvSpPr/>"
    return (
        f"<p:sp><p:nvSpPr>{identity}{kind}{spell_placeholder(shape.placeholder)}</p:nvSpPr>"
        f"{_spell_properties(shape)}{spell_body(shape.body, part, wrap=not is_placeholder)}</p:sp>"
    )


def _spell_properties(shape: TextShape) -> str:
    """Spell `p:spPr`: a placeholder's place and looks are the layout's where nothing is set."""
    inner = spell_frame(shape.box, flip=' flipH="1"' if shape.flipped else "") if shape.box else ""
    if shape.placeholder is None or shape.geometry != "rect":
        inner += spell_geometry(shape.geometry, shape.adjust, shape.sites)
    if shape.fill is not None:
        inner += spell_fill(shape.fill)
    elif shape.placeholder is None:
        inner += "<a:noFill/>"
    if shape.line is not None:
        inner += spell_line(shape.line)
    return f"<p:spPr>{inner}</p:spPr>" if inner else "<p:spPr/>"


def spell_line(line: Line) -> str:
    """Spell an outline (`a:ln`), with what ends it."""
    dash = f'<a:prstDash val="{line.dash}"/>' if line.dash != "solid" else ""
    ends = _spell_end("headEnd", line.head) + _spell_end("tailEnd", line.tail)
    join = "<a:round/>" if ends else ""
    return f'<a:ln w="{line.width}">{spell_fill(line.color)}{dash}{join}{ends}</a:ln>'


def _spell_end(tag: str, kind: Head) -> str:
    return f'<a:{tag} type="{kind}" w="med" len="med"/>' if kind != "none" else ""


def _spell_line(shape: TextShape, number: int, part: Part) -> str:
    """Spell a straight line as PowerPoint draws one: a connector, whose ends can be dragged."""
    frame = spell_frame(shape.box) if shape.box is not None else ""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{spell_identity(number, shape.name, shape.alt, part, shape.decorative)}"
        f'<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{frame}<a:prstGeom prst="line"><a:avLst/>'
        f"</a:prstGeom>{spell_line(shape.line) if shape.line else ''}</p:spPr></p:cxnSp>"
    )
