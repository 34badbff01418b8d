"""SVG: its natural size, and the bitmap that stands beside it for readers that draw no SVG."""

from __future__ import annotations

import re
from pathlib import Path

from deckbuild.limits import Limits

from .svg_safety import check_svg

DRAWN_PIXELS = 1920
"""The longer side of the bitmap: a full slide's width on a common screen."""

DRAWN_CHARACTERS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2C6, 0x2DD), (0x370, 0x3FF), (0x400, 0x4FF),
    (0x1E80, 0x1E9E), (0x2010, 0x203A), (0x2070, 0x208E), (0x20A0, 0x20BF), (0x2100, 0x2122),
    (0x2150, 0x215E), (0x2190, 0x2199), (0x2200, 0x2265), (0x25A0, 0x25CF), (0xFB01, 0xFB02),
)  # fmt: skip
"""Of what the font is made that text is drawn with: Latin, Greek, Cyrillic, signs; firsts and lasts."""

_LIMITS = Limits()
_FOLDER = Path(__file__).parent / "data"
_REFUSED = 3  # as svg_worker.py says
_LEAST, _MOST = 0.01, 1_000_000  # pixels: beyond them lengths in EMU are none
_PATIENCE = 4  # seconds on the clock for each of processor time, on a machine that does other things too
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}


def looks_like_svg(data: bytes) -> bool:
    """Whether a file's beginning is that of an SVG document."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and (b"<svg" in head or b"<svg" in data[:65536])


def draw_svg(data: bytes, size: tuple[float, float], limits: Limits = _LIMITS) -> bytes:
    """Draw an SVG of this natural size as PNG; raises ValueError, in words for the author.

    It is drawn in a process of its own, since it may take any time and memory, and crash what draws it; the
    fonts of this machine are not used, so that it looks the same on all. See docs/decisions/drawing-svg.md.
    """
    import subprocess
    import sys
    from importlib.util import find_spec

    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("The SVG is not UTF-8 text: save it as UTF-8.") from None
    library = find_spec("resvg_py")
    assert library is not None
    assert library.origin is not None
    scale = DRAWN_PIXELS / max(size)
    width, height = (str(max(1, round(length * scale))) for length in size)
    fonts = [str(_FOLDER / f"DeckbuildSans-{style}.ttf") for style in ("Regular", "Bold")]
    bounds = str(limits.svg_seconds), str(limits.svg_memory)
    worker = str(Path(__file__).with_name("svg_worker.py"))
    libraries = str(Path(library.origin).parent.parent)
    command = [sys.executable, "-I", "-S", worker, libraries, *bounds, width, height]
    if b"<text" in data or b":text" in data:
        command += fonts
    try:
        run = subprocess.run(
            command, input=data, capture_output=True, timeout=_PATIENCE * limits.svg_seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise ValueError(f"The SVG takes more than {limits.svg_seconds} s to draw: simplify it.") from None
    if run.returncode == 0:
        return run.stdout
    if run.returncode == _REFUSED:
        raise ValueError(f"The SVG cannot be drawn ({run.stderr.decode('utf-8', 'replace')}).")
    memory = limits.svg_memory >> 20
    raise ValueError(f"The SVG takes more than {limits.svg_seconds} s or {memory} MB to draw: simplify it.")


def read_svg_size(data: bytes, limits: Limits = _LIMITS) -> tuple[float, float]:
    """Return the natural size in pixels; raises ValueError for what cannot or must not be drawn."""
    sizes: list[tuple[float, float]] = []
    check_svg(data, limits, lambda attributes: sizes.append(_size_of(attributes)))
    if not all(_LEAST <= length <= _MOST for length in sizes[0]):
        raise ValueError(f"The SVG cannot be drawn (its size is not between {_LEAST} and {_MOST} pixels).")
    return sizes[0]


def find_undrawn(data: bytes) -> str:
    """Return the characters of an SVG's text that the fonts it is drawn with do not have, each once."""
    if data.isascii() and b"&#" not in data:
        return ""
    from xml.parsers import expat

    texts: list[str] = []
    inside = 0

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal inside
        inside += inside > 0 or tag.rpartition(":")[2] == "text"

    def end(_: str) -> None:
        nonlocal inside
        inside -= inside > 0

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: texts.append(text) if inside else None
    parser.Parse(data, True)
    drawn = frozenset(chr(point) for first, last in DRAWN_CHARACTERS for point in range(first, last + 1))
    return "".join(dict.fromkeys(c for c in "".join(texts) if not c.isspace() and c not in drawn))


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
