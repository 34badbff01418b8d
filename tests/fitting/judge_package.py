"""What stands where on a slide, read from the package with python-pptx. All lengths are points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pptx.oxml.ns import qn
from pptx.util import Emu

Kind = Literal["text", "table", "picture", "panel", "frame"]

EMU_PER_POINT = 12700


@dataclass(frozen=True)
class Box:
    """A rectangle in points from the slide's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def inset(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Return the rectangle less a margin on each side."""
        return Box(self.left + left, self.top + top, self.right - right, self.bottom - bottom)

    def outreach(self, inner: Box) -> float:
        """Return by how much ``inner`` reaches out of this box on its worst side; negative: it is inside."""
        return max(
            self.left - inner.left, self.top - inner.top, inner.right - self.right, inner.bottom - self.bottom
        )

    def overlap(self, other: Box) -> float:
        """Return how far two boxes are pushed into each other: the shorter side of what they share."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return min(width, height)

    @property
    def area(self) -> float:
        """The area in square points."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)


@dataclass(frozen=True)
class Content:
    """A shape that stands on a slide itself (its layout's and master's decorations are none).

    ``panel`` is a drawn shape without text, ``frame`` a chart or another graphic frame. ``turned``
    shapes have the box that their rotation by quarters gives; ``inset`` is where text may stand. ``group``
    is the id of the drawing (a group with an alt text) that a shape is part of, 0 for none.
    """

    id: int
    name: str
    kind: Kind
    box: Box
    inset: Box
    turned: bool
    shape: Any
    group: int = 0


@dataclass(frozen=True)
class _Frame:
    """How a group maps its children: place = offset + (child - origin) x scale."""

    x: float = 0.0
    y: float = 0.0
    origin_x: float = 0.0
    origin_y: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        x = self.x + (left - self.origin_x) * self.scale_x
        y = self.y + (top - self.origin_y) * self.scale_y
        return Box(x, y, x + width * self.scale_x, y + height * self.scale_y)


def slide_box(presentation: Any) -> Box:
    """Return the slide itself."""
    return Box(0, 0, _points(presentation.slide_width), _points(presentation.slide_height))


def contents(slide: Any) -> list[Content]:
    """Return the shapes of a slide in drawing order, those of groups one by one; no empty placeholders."""
    return list(_walk(slide.shapes, _Frame()))


def _walk(shapes: Any, frame: _Frame, group: int = 0) -> Iterator[Content]:
    for shape in shapes:
        if shape._element.tag == qn("p:grpSp"):
            drawing = shape.shape_id if shape._element.nvGrpSpPr.cNvPr.get("descr") else 0
            yield from _walk(shape.shapes, _group_frame(shape, frame), group or drawing)
            continue
        kind = _kind(shape)
        if kind is None or shape.left is None:
            continue
        turned = round(shape.rotation / 90) % 4 if hasattr(shape, "rotation") else 0
        left, top, width, height = (_points(v) for v in (shape.left, shape.top, shape.width, shape.height))
        box = frame.box(left, top, width, height)
        if turned % 2:
            box = _turn(box)
        inset = box.inset(*insets(shape))
        yield Content(shape.shape_id, shape.name, kind, box, inset, bool(turned), shape, group)


def is_glued(content: Content) -> bool:
    """Whether a shape is a connector that is glued to others: its box is the room between its ends."""
    return bool(content.shape._element.findall(f".//{qn('a:stCxn')}"))


def _kind(shape: Any) -> Kind | None:
    tag = shape._element.tag
    if tag == qn("p:pic"):
        return "picture"
    if tag == qn("p:graphicFrame"):
        return "table" if shape.has_table else "frame"
    if tag == qn("p:cxnSp"):
        return "panel"
    if not shape.has_text_frame:
        return None
    if shape.text_frame.text.strip():
        return "text"
    return None if shape.is_placeholder else "panel"


def _group_frame(group: Any, frame: _Frame) -> _Frame:
    xfrm = group._element.grpSpPr.find(qn("a:xfrm"))
    if xfrm is None:
        return frame
    values = [
        int(xfrm.find(qn(tag)).get(name)) / EMU_PER_POINT
        for tag, name in (
            ("a:off", "x"), ("a:off", "y"), ("a:ext", "cx"), ("a:ext", "cy"),
            ("a:chOff", "x"), ("a:chOff", "y"), ("a:chExt", "cx"), ("a:chExt", "cy"),
        )
    ]  # fmt: skip
    x, y, width, height, origin_x, origin_y, child_width, child_height = values
    outer = frame.box(x, y, width, height)
    return _Frame(
        outer.left,
        outer.top,
        origin_x,
        origin_y,
        (outer.right - outer.left) / child_width if child_width else 1.0,
        (outer.bottom - outer.top) / child_height if child_height else 1.0,
    )


def _turn(box: Box) -> Box:
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    width, height = box.bottom - box.top, box.right - box.left
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _points(length: Emu) -> float:
    return int(length) / EMU_PER_POINT


def ancestors(shape: Any) -> list[Any]:
    """Return the elements a text shape takes its looks from: its own, its layout's and its master's."""
    elements = []
    while shape is not None:
        elements.append(shape._element)
        shape = getattr(shape, "_base_placeholder", None)  # only placeholders of slides and layouts have one
    return elements


def body_property(shape: Any, name: str) -> str | None:
    """Return an attribute of ``a:bodyPr``, inherited from layout and master."""
    for element in ancestors(shape):
        properties = element.find(".//" + qn("a:bodyPr"))
        if properties is not None and properties.get(name) is not None:
            return str(properties.get(name))
    return None


def insets(shape: Any) -> tuple[float, float, float, float]:
    """Return the margins of a shape's text, left, top, right and bottom (ECMA-376 Part 1, 21.1.2.1.1)."""
    if not getattr(shape, "has_text_frame", False):
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = (
        int(body_property(shape, name) or default) / EMU_PER_POINT
        for name, default in (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
    )
    return left, top, right, bottom
