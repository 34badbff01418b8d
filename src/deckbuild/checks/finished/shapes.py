"""Reading the shapes of a slide, those of groups one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from deckbuild.figures.headers import read_header
from deckbuild.named_tuple import NamedTuple
from deckbuild.template import Theme
from deckbuild.template.backdrop import fill_color
from deckbuild.template.drawing import A, P, R, find, percentage
from deckbuild.template.placeholders import placeholder_role
from deckbuild.template.theme import read_color
from deckbuild.units import Box

from .facts import Kind, Pixels, Shape
from .tables import read_grid
from .text import TextSources, link_target, read_body

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill")
_KINDS: dict[str, Kind] = {"sp": "text", "pic": "picture", "graphicFrame": "frame", "cxnSp": "connector"}
_RGB = re.compile(r"[0-9A-F]{6}")
_QUARTER = 90 * 60_000
_LEAST_TURN = 5 * 60_000


class SlideSources(NamedTuple):
    """What a slide's shapes inherit from: the placeholders of its layout, its master's by type, styles."""

    part: Any
    theme: Theme
    theme_root: _Element
    override: Mapping[str, str]
    layout: tuple[tuple[_Element, _Element], ...]
    masters: Mapping[str, _Element]
    text_styles: _Element | None
    default_style: _Element | None
    table_styles: Mapping[str, _Element]


class _Frame(NamedTuple):
    """How a group maps its children: place = offset + (child - origin) x scale; and which group it is."""

    x: float = 0.0
    y: float = 0.0
    origin_x: float = 0.0
    origin_y: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    number: int = 0
    alt: str = ""
    is_decorative: bool = False

    def place(self, box: Box) -> Box:
        """Return where a child's box is on the slide."""
        return Box(
            round(self.x + (box.x - self.origin_x) * self.scale_x),
            round(self.y + (box.y - self.origin_y) * self.scale_y),
            round(box.cx * self.scale_x),
            round(box.cy * self.scale_y),
        )


def read_shapes(root: _Element, sources: SlideSources) -> Iterator[Shape]:
    """Yield the shapes of a slide in the order they are drawn in; hidden ones are left out."""
    tree = find(root, "cSld", "spTree")
    yield from _walk(() if tree is None else tree, _Frame(), sources)


def _walk(elements: Iterable[_Element], frame: _Frame, sources: SlideSources) -> Iterator[Shape]:
    for element in elements:
        kind = str(element.tag).rpartition("}")[2]
        if element.tag == f"{_MC}AlternateContent":
            choice = element.find(f"{_MC}Choice")
            yield from _walk(() if choice is None else choice, frame, sources)
        elif kind in _KINDS or kind == "grpSp":
            own = element.find(f"./*/{P}cNvPr")
            if own is None or own.get("hidden") in ("1", "true"):
                continue
            if kind == "grpSp":
                yield from _walk(element, _group(element, own, frame), sources)
            else:
                yield _read(element, own, _KINDS[kind], frame, sources)


def _group(element: _Element, own: _Element, outer: _Frame) -> _Frame:
    number = outer.number or int(own.get("id", "0")) or -1
    alt, decorative = outer.alt or own.get("descr", ""), outer.is_decorative or _is_decorative(own)
    frame = find(element, "grpSpPr", "xfrm")
    parts = [find(frame, name) for name in ("off", "ext", "chOff", "chExt")]
    if None in parts:
        return outer._replace(number=number, alt=alt, is_decorative=decorative)
    offset, extent, child_offset, child_extent = parts
    place = outer.place(Box(_int(offset, "x"), _int(offset, "y"), _int(extent, "cx"), _int(extent, "cy")))
    width, height = _int(child_extent, "cx"), _int(child_extent, "cy")
    return _Frame(
        place.x,
        place.y,
        _int(child_offset, "x"),
        _int(child_offset, "y"),
        place.cx / width if width else 1.0,
        place.cy / height if height else 1.0,
        number,
        alt,
        decorative,
    )


def _read(element: _Element, own: _Element, kind: Kind, frame: _Frame, sources: SlideSources) -> Shape:
    ph = element.find(f"./*/{P}nvPr/{P}ph")
    role = "" if ph is None else ph.get("type", "obj")
    parents = [] if ph is None else _parents(ph, sources)
    chain = [element, *parents]
    box, is_turned = _place(chain, frame)
    fill, is_opaque = _fill(chain, sources)
    link = find(own, "hlinkClick")
    shape = Shape(
        own.get("name", ""),
        kind,
        box,
        role,
        alt=own.get("descr", "").strip() or own.get("title", "").strip(),
        is_decorative=frame.is_decorative or _is_decorative(own),
        drawing=frame.number,
        drawing_alt=frame.alt,
        fill=fill,
        is_opaque=is_opaque,
        is_turned=is_turned,
        colors=tuple(_written_colors(element)),
        link=None if link is None else link_target(link, sources.part.rels),
    )
    table = next(element.iter(f"{A}tbl"), None)
    text = find(element, "txBody")
    if table is not None:
        grid = read_grid(table, box, _text_sources([element], "", sources), sources.table_styles)
        return shape._replace(kind="table", grid=grid, box=box._replace(cy=max(grid.height, box.cy)))
    if kind == "picture":
        return shape._replace(pixels=_pixels(element, sources.part), is_opaque=True)
    if kind == "text":
        body = read_body(text, _text_sources(chain, role, sources)) if text is not None else None
        has_words = body is not None and bool(body.text.strip())
        return shape._replace(body=body, kind="text" if has_words or role else "panel")
    return shape


def _parents(ph: _Element, sources: SlideSources) -> list[_Element]:
    """Return the placeholders of layout and master that one inherits from, the nearest first."""
    index, kind = ph.get("idx", "0"), ph.get("type", "obj")
    role = placeholder_role(kind)
    same = [shape for shape, other in sources.layout if other.get("idx", "0") == index and "idx" in ph.attrib]
    alike = [
        shape for shape, other in sources.layout if placeholder_role(other.get("type", "obj")) == role
    ] if role != "body" or kind in ("body", "subTitle") else []  # fmt: skip
    found = (same or alike)[:1]
    if role == "body" and found:
        other = next(other for shape, other in sources.layout if shape is found[0])
        role = placeholder_role(other.get("type", "obj"))
    master = sources.masters.get(role)
    return [*found, *([] if master is None else [master])]


def _text_sources(chain: list[_Element], role: str, sources: SlideSources) -> TextSources:
    bodies = [body for each in chain if (body := find(each, "txBody")) is not None]
    styles = [style for body in bodies if (style := find(body, "lstStyle")) is not None]
    if role:
        name = {"title": "titleStyle", "body": "bodyStyle"}.get(placeholder_role(role), "otherStyle")
        general = find(sources.text_styles, name)
        styles += [general] if general is not None else []
    if sources.default_style is not None:
        styles.append(sources.default_style)
    own = find(chain[0], "txBody", "lstStyle")
    reference = find(chain[0], "style", "fontRef") if own is None or not len(own) else None
    colors = dict(sources.theme.colors)
    color = (
        read_color(reference, colors, sources.override) if reference is not None and len(reference) else None
    )
    return TextSources(
        tuple(styles),
        tuple(each for body in bodies if (each := find(body, "bodyPr")) is not None),
        sources.theme,
        sources.override,
        sources.part.rels,
        color,
    )


def _place(chain: list[_Element], frame: _Frame) -> tuple[Box, bool]:
    """Return the place of a shape on the slide, and whether it is turned by more than a few degrees."""
    for element in chain:
        transform = find(element, "spPr", "xfrm")
        transform = find(element, "xfrm") if transform is None else transform
        offset, extent = find(transform, "off"), find(transform, "ext")
        if transform is None or offset is None or extent is None:
            continue
        box = frame.place(Box(_int(offset, "x"), _int(offset, "y"), _int(extent, "cx"), _int(extent, "cy")))
        turn = _int(transform, "rot") % (2 * _QUARTER)
        if _QUARTER / 2 <= turn < 3 * _QUARTER / 2:
            box = Box(box.x + (box.cx - box.cy) // 2, box.y + (box.cy - box.cx) // 2, box.cy, box.cx)
        return box, min(turn, 2 * _QUARTER - turn) > _LEAST_TURN
    return Box(0, 0, 0, 0), False


def _fill(chain: list[_Element], sources: SlideSources) -> tuple[str | None, bool]:
    """Return the colour a shape is filled with, and whether it hides what is behind it."""
    for element in chain:
        properties = find(element, "spPr")
        own = None if properties is None else next(
            (child for child in properties if str(child.tag).rpartition("}")[2] in (*_FILLS, "noFill")), None
        )  # fmt: skip
        reference = find(element, "style", "fillRef")
        if own is None and (reference is None or reference.get("idx") in (None, "0", "1000")):
            continue
        if own is not None and str(own.tag).endswith("}noFill"):
            return None, False
        if own is not None and any(percentage(each.get("val", "0")) < 0.9 for each in own.iter(f"{A}alpha")):
            return None, True
        colors = dict(sources.theme.colors)
        color = fill_color(element, sources.part, sources.theme_root, colors, sources.override)
        return color, True
    return None, False


def _pixels(element: _Element, part: Any) -> Pixels | None:
    """Return what is known of a picture's file; None where it is not in the package."""
    blip = find(element, "blipFill", "blip")
    identifier = "" if blip is None else blip.get(f"{R}embed") or ""
    if identifier not in part.rels or part.rels[identifier].is_external:
        return None
    blob = part.rels[identifier].target_part.blob
    header = read_header(blob)
    crop = find(element, "blipFill", "srcRect")
    cut = [percentage(crop.get(side, "0")) if crop is not None else 0.0 for side in "lrtb"]
    is_vector = blip is not None and any(str(each.tag).endswith("}svgBlip") for each in blip.iter())
    if header is None or is_vector:
        return Pixels(len(blob), 0, 0)
    width, height = header.width * (1 - cut[0] - cut[1]), header.height * (1 - cut[2] - cut[3])
    return Pixels(len(blob), round(width), round(height))


def _written_colors(element: _Element) -> Iterator[str]:
    """Yield the colours written in a shape as such, without those of effects and of pictures."""
    for color in element.iter(f"{A}srgbClr"):
        around = {str(each.tag).rpartition("}")[2] for each in color.iterancestors()}
        value = (color.get("val") or "").upper()
        if _RGB.fullmatch(value) and not around & {"effectLst", "effectDag", "blip", "scene3d", "sp3d"}:
            yield value


def _is_decorative(own: _Element) -> bool:
    return any(each.get("val") in ("1", "true") for each in own.iter(_DECORATIVE))


def _int(element: _Element | None, name: str) -> int:
    return int((None if element is None else element.get(name)) or 0)
