"""Reading placeholders: place, text properties and insets, resolved through the master."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from deckbuild.named_tuple import NamedTuple
from deckbuild.units import Box

from .drawing import A, P, find
from .facts import Placeholder, Theme
from .text_levels import resolve_levels
from .theme import read_color

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = ("title", "ctrTitle")
_OWN = ("dt", "ftr", "sldNum", "hdr")
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_HALF_TURN = 180 * 60_000  # ST_Angle, 20.1.10.3
_LEAST_TURN = 15 * 60_000
_AUTOFIT = {"noAutofit": "none", "normAutofit": "normal", "spAutoFit": "shape"}


class Inheritance(NamedTuple):
    """What a part's placeholders inherit from.

    The master's placeholders by type (none when the part is itself a master) and its text styles, the
    presentation's default text style, the theme. `color_map` is the part's own colour map, empty when
    it uses the master's.
    """

    masters: Mapping[str, _Element]
    title_style: _Element | None
    body_style: _Element | None
    other_style: _Element | None
    default_style: _Element | None
    theme: Theme
    color_map: Mapping[str, str]


def placeholder_elements(root: _Element) -> Iterator[tuple[_Element, _Element]]:
    """Give each placeholder shape of a slide layout, slide master or notes master, and its `p:ph`."""
    tree = find(root, "cSld", "spTree")
    for shape in () if tree is None else tree:
        if not isinstance(shape.tag, str):
            continue
        properties = next((child for child in shape if str(child.tag).startswith(f"{P}nv")), None)
        placeholder = find(properties, "nvPr", "ph")
        if placeholder is not None:
            yield shape, placeholder


def read_placeholders(root: _Element, inheritance: Inheritance) -> tuple[Placeholder, ...]:
    """Read a part's placeholders in the order they are drawn in."""
    return tuple(_read(shape, ph, inheritance) for shape, ph in placeholder_elements(root))


def _read(shape: _Element, ph: _Element, inheritance: Inheritance) -> Placeholder:
    kind = ph.get("type", "obj")
    role = placeholder_role(kind)
    master = inheritance.masters.get(role)
    shapes = [shape] if master is None else [shape, master]
    style = inheritance.other_style
    if role == "title":
        style = inheritance.title_style
    elif role == "body":
        style = inheritance.body_style
    sources = [find(each, "txBody", "lstStyle") for each in shapes]
    sources += [style, inheritance.default_style]
    levels = resolve_levels(
        [source for source in sources if source is not None], inheritance.theme, inheritance.color_map
    )
    bodies = [body for each in shapes if (body := find(each, "txBody", "bodyPr")) is not None]
    return Placeholder(
        type=kind,
        index=int(ph.get("idx", "0")),
        name=_name(shape),
        box=_box(shapes),
        levels=levels,
        insets=_insets(bodies),
        anchor=next((value for body in bodies if (value := body.get("anchor"))), "t"),
        autofit=_autofit(bodies),
        turned=_is_turned(shapes, bodies),
        text=_text(shape),
        fill=_fill(shapes, inheritance),
        odd_flow=_flows_oddly(bodies),
    )


def placeholder_role(kind: str) -> str:
    """Give the type of the master's placeholder that one of this ST_PlaceholderType inherits from."""
    if kind in _TITLES:
        return "title"
    return kind if kind in _OWN or kind == "sldImg" else "body"


def _name(shape: _Element) -> str:
    properties = next((child for child in shape if str(child.tag).startswith(f"{P}nv")), None)
    own = find(properties, "cNvPr")
    return "" if own is None else own.get("name", "")


def _box(shapes: Sequence[_Element]) -> Box:
    """Give the first place that is said; a placeholder placed nowhere has an empty box."""
    for shape in shapes:
        frame = find(shape, "spPr", "xfrm")
        frame = find(shape, "xfrm") if frame is None else frame
        offset, extent = find(frame, "off"), find(frame, "ext")
        if offset is not None and extent is not None:
            x, y, cx, cy = offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy")
            return Box(int(x or 0), int(y or 0), int(cx or 0), int(cy or 0))
    return Box(0, 0, 0, 0)


def _is_turned(shapes: Sequence[_Element], bodies: Sequence[_Element]) -> bool:
    """Whether text runs downwards or the shape is rotated by more than a sixth of a right angle."""
    vertical = next((value for body in bodies if (value := body.get("vert"))), "horz")
    frames = [frame for shape in shapes if (frame := find(shape, "spPr", "xfrm")) is not None]
    turn = int(frames[0].get("rot") or 0) % _HALF_TURN if frames else 0
    return vertical != "horz" or min(turn, _HALF_TURN - turn) > _LEAST_TURN


def _text(shape: _Element) -> str:
    """Give the text in a placeholder, its paragraphs as lines."""
    body = find(shape, "txBody")
    lines = [] if body is None else ["".join(run.text or "" for run in each.iter(f"{A}t")) for each in body]
    return "\n".join(line for line in lines if line)


def _insets(bodies: Sequence[_Element]) -> tuple[int, int, int, int]:
    left, top, right, bottom = (
        next((int(value) for body in bodies if (value := body.get(name)) is not None), default)
        for name, default in _INSETS
    )
    return left, top, right, bottom


def _autofit(bodies: Sequence[_Element]) -> str:
    for body in bodies:
        for child in body:
            kind = _AUTOFIT.get(str(child.tag).rpartition("}")[2])
            if kind:
                return "scaled" if child.get("fontScale") or child.get("lnSpcReduction") else kind
    return "none"


def _flows_oddly(bodies: Sequence[_Element]) -> bool:
    """Whether lines do not wrap, stand in columns, or the space before the first paragraph is kept.

    ECMA-376 Part 1, 21.1.2.1.1: wrap, numCol, spcFirstLastPara.
    """
    usual = (("wrap", ("square",)), ("numCol", ("1",)), ("spcFirstLastPara", ("0", "false")))
    return any(
        next((value for body in bodies if (value := body.get(name))), allowed[0]) not in allowed
        for name, allowed in usual
    )


def _fill(shapes: Sequence[_Element], inheritance: Inheritance) -> str:
    """Give the RRGGBB of a placeholder's own fill, of a gradient the first colour; "" without one."""
    colors = dict(inheritance.theme.colors)
    for shape in shapes:
        properties = find(shape, "spPr")
        for child in () if properties is None else properties:
            kind = str(child.tag).rpartition("}")[2]
            if kind in ("noFill", "blipFill", "grpFill"):
                return ""
            if kind in ("solidFill", "gradFill", "pattFill"):
                holder = child if kind == "solidFill" else next(child.iter(f"{A}gs", f"{A}fgClr"), child)
                color = read_color(holder, colors, inheritance.color_map)
                return colors.get(color, color) if color else ""
    return ""
