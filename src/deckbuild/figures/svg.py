"""SVG: its natural size, and the bitmap that stands beside it for readers that draw no SVG."""

from __future__ import annotations

import re

DRAWN_PIXELS = 1920
"""The longer side of the bitmap: a full slide's width on a common screen."""

_REFERRING = ("image", "use", "feImage")
_MAX_DEPTH = 200
_MAX_BYTES = 8_000_000
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}


def looks_like_svg(data: bytes) -> bool:
    """Whether a file's beginning is that of an SVG document."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and (b"<svg" in head or b"<svg" in data[:65536])


def draw_svg(data: bytes, size: tuple[float, float]) -> bytes:
    """Draw an SVG of this natural size as PNG; raises ValueError, in words for the author."""
    import resvg_py

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("The SVG is not UTF-8 text: save it as UTF-8.") from None
    scale = DRAWN_PIXELS / max(size)
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=text,
                width=max(1, round(size[0] * scale)),
                height=max(1, round(size[1] * scale)),
                dpi=96,
                # Loading the system's fonts takes far longer than drawing: only for pictures with text.
                skip_system_fonts=b"<text" not in data,
            )
        )
    except ValueError as error:
        raise ValueError(f"The SVG cannot be drawn ({error}).") from None


def read_svg_size(data: bytes) -> tuple[float, float]:
    """Return the natural size in pixels; raises ValueError for what cannot or must not be drawn.

    The whole document is looked through: entity declarations may blow up, very deep nesting crashes
    the drawing library, and references to other files let a picture read what is none of its business.
    """
    from xml.parsers import expat

    if len(data) > _MAX_BYTES:
        raise ValueError(f"The SVG is larger than {_MAX_BYTES // 1_000_000} MB: simplify it.")
    sizes: list[tuple[float, float]] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise ValueError(f"The SVG nests more than {_MAX_DEPTH} elements deep.")
        if not sizes:
            sizes.append(_size_of(attributes))
        if name.rpartition(":")[2] not in _REFERRING:
            return
        for key, target in attributes.items():
            # Whatever prefix the document gives XLink's namespace.
            is_reference = key.rpartition(":")[2] == "href" and target
            if is_reference and not target.startswith(("#", "data:")):
                raise ValueError(f"The SVG refers to another file (`{target[:60]}`): embed it.")

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(*_: object) -> None:
        raise ValueError("The SVG declares entities: save it without them.")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(f"The SVG is not well-formed XML ({error}).") from None
    return sizes[0]


def _size_of(attributes: dict[str, str]) -> tuple[float, float]:
    """Return an ``svg`` element's size: width and height, else its view box, else CSS's 300 x 150."""
    box = [float(number) for number in _NUMBER.findall(attributes.get("viewBox", ""))]
    box_width, box_height = (box[2], box[3]) if len(box) == 4 and min(box[2:]) > 0 else (300.0, 150.0)
    width, height = _length(attributes.get("width")), _length(attributes.get("height"))
    if width and height:
        return width, height
    if width:
        return width, width * box_height / box_width
    if height:
        return height * box_width / box_height, height
    return box_width, box_height


def _length(text: str | None) -> float | None:
    """Return an SVG length in pixels; None for a percentage or nonsense."""
    match = re.fullmatch(r"\s*(\d+\.?\d*|\.\d+)\s*(px|pt|pc|in|cm|mm|)\s*", text or "")
    return float(match[1]) * _PIXELS[match[2]] or None if match else None
