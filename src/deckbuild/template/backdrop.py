"""What a layout and its master draw behind and beside the content: a background, pictures, shapes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from deckbuild.named_tuple import NamedTuple
from deckbuild.units import Box

from .drawing import A, P, R, find
from .facts import Theme
from .theme import read_color

if TYPE_CHECKING:
    from lxml.etree import _Element

_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "noFill", "grpFill")
_COVERING = 0.85
"""A shape over this part of the slide is its background."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGHT = 96  # pixels to which a background picture is reduced to tell its colour


class Backdrop(NamedTuple):
    """The colour behind a layout's content as RRGGBB, and the places of what is drawn beside it."""

    background: str
    obstacles: tuple[Box, ...]


def read_backdrop(
    layout: Any, theme: Theme, theme_root: _Element, override: Mapping[str, str], slide_size: tuple[int, int]
) -> Backdrop:
    """Read what stands on a layout (python-pptx's) besides its placeholders, its master's shapes included."""
    parts = [layout.part, layout.slide_master.part]
    shown = parts if layout.element.get("showMasterSp", "1") not in ("0", "false") else parts[:1]
    colors = dict(theme.colors)
    whole = slide_size[0] * slide_size[1]
    background = background_color(parts, theme_root, colors, override)
    obstacles: list[Box] = []
    for part in reversed(shown):
        for shape in drawn_shapes(part._element):
            box = _clip(drawn_box(shape), slide_size)
            color = fill_color(shape, part, theme_root, colors, override)
            if box.cx * box.cy >= whole * _COVERING:
                background = color or background
            elif box.cx and box.cy and (color is not None or _is_seen(shape)):
                obstacles.append(box)
    return Backdrop(background, tuple(obstacles))


def drawn_shapes(root: _Element) -> Iterator[_Element]:
    """Give the drawn shapes of a layout or master that are no placeholders."""
    tree = find(root, "cSld", "spTree")
    for child in () if tree is None else tree:
        shape = child
        if child.tag == f"{_MC}AlternateContent":
            shape = next((inner for inner in child.iter(f"{P}pic", f"{P}sp", f"{P}grpSp")), child)
        if not isinstance(shape.tag, str) or not shape.tag.startswith(P):
            continue
        if shape.find(f"./*/{P}nvPr/{P}ph") is None and _is_shown(shape):
            yield shape


def _is_shown(shape: _Element) -> bool:
    own = shape.find(f"./*/{P}cNvPr")
    return own is not None and own.get("hidden") not in ("1", "true")


def _is_seen(shape: _Element) -> bool:
    """Whether a shape without a fill of its own shows something: a picture, a group, a frame, words."""
    if shape.tag in (f"{P}pic", f"{P}grpSp", f"{P}graphicFrame"):
        return True
    return any((run.text or "").strip() for run in shape.iter(f"{A}t"))


def drawn_box(shape: _Element) -> Box:
    """Give the place of a shape, turned by quarters; an empty one where it does not say."""
    frame = next((each for each in (find(shape, "spPr", "xfrm"), find(shape, "grpSpPr", "xfrm"),
                                    find(shape, "xfrm")) if each is not None), None)  # fmt: skip
    offset, extent = find(frame, "off"), find(frame, "ext")
    if offset is None or extent is None:
        return Box(0, 0, 0, 0)
    x, y = int(offset.get("x") or 0), int(offset.get("y") or 0)
    cx, cy = int(extent.get("cx") or 0), int(extent.get("cy") or 0)
    if frame is not None and 45 <= int(frame.get("rot") or 0) // 60_000 % 180 < 135:
        x, y, cx, cy = x + (cx - cy) // 2, y + (cy - cx) // 2, cy, cx
    return Box(x, y, cx, cy)


def _clip(box: Box, slide_size: tuple[int, int]) -> Box:
    x, y = max(box.x, 0), max(box.y, 0)
    return Box(x, y, max(min(box.right, slide_size[0]) - x, 0), max(min(box.bottom, slide_size[1]) - y, 0))


def background_color(
    parts: list[Any], theme_root: _Element, colors: Mapping[str, str], override: Mapping[str, str]
) -> str:
    """Give the colour of the layout's background, else its master's (ECMA-376 Part 1, 19.3.1.1)."""
    for part in parts:
        holder = find(part._element, "cSld", "bg")
        properties, reference = find(holder, "bgPr"), find(holder, "bgRef")
        color = None
        if properties is not None:
            color = _color_of_fill(_fill_of(properties), part, colors, override)
        elif reference is not None:
            color = _color_of_reference(reference, theme_root, part, colors, override)
        if color:
            return color
    return colors.get(override.get("bg1", "bg1"), "FFFFFF")


def fill_color(
    shape: _Element, part: Any, theme_root: _Element, colors: Mapping[str, str], override: Mapping[str, str]
) -> str | None:
    """Give the RRGGBB that a shape is filled with; None when it is not."""
    if shape.tag == f"{P}pic":
        return _color_of_fill(find(shape, "blipFill"), part, colors, override)
    properties = find(shape, "spPr")
    own = None if properties is None else _fill_of(properties)
    if own is not None:
        return _color_of_fill(own, part, colors, override)
    reference = find(shape, "style", "fillRef")
    if reference is None or reference.get("idx") in (None, "0", "1000"):
        return None
    return _color_of_reference(reference, theme_root, part, colors, override)


def _fill_of(properties: _Element) -> _Element | None:
    return next((child for child in properties if str(child.tag).rpartition("}")[2] in _FILLS), None)


def _color_of_reference(
    reference: _Element, theme_root: _Element, part: Any, colors: Mapping[str, str],
    override: Mapping[str, str],
) -> str | None:  # fmt: skip
    """Give the colour of a fill of the theme, in the reference's own colour (20.1.4.2.10)."""
    own = _named(read_color(reference, colors, override), colors)
    number = int(reference.get("idx") or 0)
    which, at = ("bgFillStyleLst", number - 1001) if number > 1000 else ("fillStyleLst", number - 1)
    fills = find(theme_root, "themeElements", "fmtScheme", which)
    if fills is None or not 0 <= at < len(fills):
        return own
    meant = {**colors, "phClr": own} if own else dict(colors)
    return _color_of_fill(fills[at], None, meant, override) or own


def _color_of_fill(
    fill: _Element | None, part: Any, colors: Mapping[str, str], override: Mapping[str, str]
) -> str | None:
    """Give the one RRGGBB that stands for a fill: of a gradient the mean, of a picture its average."""
    kind = "" if fill is None else str(fill.tag).rpartition("}")[2]
    if fill is None or kind in ("noFill", "grpFill", ""):
        return None
    if kind == "solidFill":
        return _named(read_color(fill, colors, override), colors)
    if kind == "blipFill":
        return _color_of_picture(fill, part)
    holders = fill.iter(f"{A}gs") if kind == "gradFill" else fill.iter(f"{A}fgClr")
    found = [color for holder in holders if (color := _named(read_color(holder, colors, override), colors))]
    return _mean(found) if found else None


def _named(color: str | None, colors: Mapping[str, str]) -> str | None:
    return None if color is None else colors.get(color, color)


def _mean(colors: list[str]) -> str:
    channels = [[int(color[at : at + 2], 16) for color in colors] for at in (0, 2, 4)]
    return "".join(f"{round(sum(channel) / len(channel)):02X}" for channel in channels)


def _color_of_picture(fill: _Element, part: Any) -> str | None:
    """Give a picture's average colour; None for one that cannot be read, or is mostly transparent."""
    blip = find(fill, "blip")
    identifier = None if blip is None else blip.get(f"{R}embed")
    if part is None or not identifier or identifier not in part.rels or part.rels[identifier].is_external:
        return None
    from PIL import Image

    try:
        with Image.open(io.BytesIO(part.rels[identifier].target_part.blob)) as picture:
            if picture.width * picture.height > Image.MAX_IMAGE_PIXELS:  # type: ignore[operator]
                return None
            picture.draft("RGB", (_SIGHT, _SIGHT))
            small = picture.convert("RGBA").resize((1, 1), Image.Resampling.BOX)
            pixel: Any = small.getpixel((0, 0))
    except Exception:  # Pillow raises many kinds for pictures that are not sound, and cannot read WMF
        return None
    return "".join(f"{channel:02X}" for channel in pixel[:3]) if pixel[3] > 127 else None
