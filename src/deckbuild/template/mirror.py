"""The mirror image of a template's package: masters and layouts for text that runs the other way.

Places change sides, text is aligned at the other side and says its direction, insets are swapped, and shapes
that are drawn are flipped. Pictures keep their looks, and so do small groups of shapes, which may be logos.
Themes, table styles and media stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .drawing import A, P, find
from .facts import Template

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGES = re.compile(r"ppt/(slide|notes|handout)(?:Masters|Layouts)/[^/]+\.xml")
_PRESENTATION = "ppt/presentation.xml"
_OTHER = {"l": "r", "r": "l"}
_STYLES = ("titleStyle", "bodyStyle", "otherStyle", "notesStyle", "defaultTextStyle")
_UPRIGHT = ("rect", "roundRect", "ellipse", "line", "triangle", "diamond", "octagon", "plus", "donut")
_SHAPES = (f"{P}sp", f"{P}pic", f"{P}grpSp", f"{P}graphicFrame", f"{P}cxnSp")
_FULL_TURN = 360 * 60_000  # ST_Angle, 20.1.10.3
_LOGO = 0.5  # of the slide's width: a narrower group keeps its looks


def mirror_part(name: str, content: bytes, template: Template) -> bytes:
    """Return a part of a template's package turned the other way; one without places as it is."""
    page = _PAGES.fullmatch(name)
    if page:
        size = template.slide_size if page[1] == "slide" else template.notes_size
        return _mirror_part(content, size[0], not template.rtl)
    return _mirror_part(content, 0, not template.rtl) if name == _PRESENTATION else content


def _mirror_part(content: bytes, width: int, rtl: bool) -> bytes:
    from lxml import etree

    root = etree.fromstring(content)
    tree = find(root, "cSld", "spTree")
    for shape in () if tree is None else tree:
        if shape.tag in _SHAPES:
            _mirror_shape(shape, width, width)
    for body in root.iter(f"{A}bodyPr"):
        _swap(body, "lIns", "rIns")
        body.set("rtlCol", "1" if rtl else "0")
    for paragraph in root.iter(f"{A}pPr"):
        _turn_text(paragraph, rtl)
    for styles in root.iter(f"{A}lstStyle", *(f"{P}{name}" for name in _STYLES)):
        is_root = styles.tag != f"{A}lstStyle"
        for level in styles:
            if level.tag != f"{A}extLst":
                _turn_text(level, rtl, is_root)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text


def _turn_text(properties: _Element, rtl: bool, is_root: bool = False) -> None:
    """Turn a paragraph's or level's properties; those that inherit from none say an alignment."""
    align = properties.get("algn") or ("l" if is_root else None)
    if align in _OTHER:
        properties.set("algn", _OTHER[align])
    if is_root or properties.get("rtl") is not None:
        properties.set("rtl", "1" if rtl else "0")


def _swap(element: _Element, one: str, other: str) -> None:
    """Exchange the values of two attributes, which may be missing."""
    values = element.get(one), element.get(other)
    for name, value in zip((other, one), values, strict=True):
        if value is not None:
            element.set(name, value)
        else:
            element.attrib.pop(name, "")


def _mirror_shape(shape: _Element, width: int, slide: int) -> None:
    """Mirror a shape's place in a space of ``width``; ``slide`` is the slide's own width in that space."""
    frame = _frame_of(shape)
    offset, extent = find(frame, "off"), find(frame, "ext")
    if frame is None or offset is None or extent is None:
        return
    offset.set("x", str(width - int(offset.get("x", 0)) - int(extent.get("cx", 0))))
    if shape.tag == f"{P}grpSp":
        if int(extent.get("cx", 0)) > slide * _LOGO:
            _mirror_members(shape, frame)
    elif _is_drawn(shape):
        turn = int(frame.get("rot", 0))
        if turn:
            frame.set("rot", str((_FULL_TURN - turn) % _FULL_TURN))
        frame.set("flipH", "0" if frame.get("flipH") in ("1", "true") else "1")


def _frame_of(shape: _Element) -> _Element | None:
    if shape.tag == f"{P}graphicFrame":
        return find(shape, "xfrm")
    return find(shape, "grpSpPr" if shape.tag == f"{P}grpSp" else "spPr", "xfrm")


def _mirror_members(group: _Element, frame: _Element) -> None:
    """Mirror what is in a group, in the space of its own (20.1.7.5, ``chOff`` and ``chExt``)."""
    start, extent = find(frame, "chOff"), find(frame, "chExt")
    if start is None or extent is None:
        return
    wide = int(extent.get("cx", 0))
    for shape in group:
        if shape.tag in _SHAPES:
            _mirror_shape(shape, 2 * int(start.get("x", 0)) + wide, wide)


def _is_drawn(shape: _Element) -> bool:
    """Whether a shape is a drawing whose sides differ: no picture, no placeholder, no plain outline."""
    if shape.tag == f"{P}cxnSp":
        return True
    if shape.tag != f"{P}sp" or find(shape, "nvSpPr", "nvPr", "ph") is not None:
        return False
    if any(True for _ in shape.iter(f"{A}t")):
        return False
    preset = find(shape, "spPr", "prstGeom")
    has_gradient = find(shape, "spPr", "gradFill") is not None
    return preset is None or preset.get("prst") not in _UPRIGHT or has_gradient
