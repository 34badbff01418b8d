"""The logo: its files, or the brand's name set in type where it has none."""

from __future__ import annotations

import struct

from deckbuild.brand.brand_file import BrandFile
from deckbuild.diagnostics import Collector
from deckbuild.fonts import find_face
from deckbuild.named_tuple import NamedTuple

_PNG = b"\x89PNG\r\n\x1a\n"


class Logo(NamedTuple):
    """One drawing of the logo: a PNG, its pixels, and the SVG for readers that draw it (b"" without)."""

    svg: bytes
    png: bytes
    width: int
    height: int


def read_logo(file: BrandFile, svg_key: str, png_key: str, collector: Collector) -> Logo | None:
    """Read a logo's files, its bitmap drawn where only an SVG is given; None without or when reported."""
    svg, png = file.read_named(svg_key, collector), file.read_named(png_key, collector)
    if png is None and svg is not None and png_key not in file.values:
        png = _draw(file, svg_key, svg, collector)
    elif svg is not None and not _is_safe(file, svg_key, svg, collector):
        svg = None
    if png is None:
        return None
    if png[:8] != _PNG or png[12:16] != b"IHDR" or len(png) < 24:
        message = f"`{png_key}` must be a PNG file, not `{file.values.get(png_key)}`."
        collector.report("brand-value", file.locate(png_key), message)
        return None
    width, height = struct.unpack(">II", png[16:24])
    return Logo(svg or b"", png, max(width, 1), max(height, 1))


def _draw(file: BrandFile, key: str, svg: bytes, collector: Collector) -> bytes | None:
    from deckbuild.figures.svg import draw_svg, read_svg_size

    try:
        return draw_svg(svg, read_svg_size(svg))
    except ValueError as error:
        collector.report("brand-value", file.locate(key), f"`{key}` cannot be used. {error}")
        return None


def _is_safe(file: BrandFile, key: str, svg: bytes, collector: Collector) -> bool:
    from deckbuild.figures.svg import read_svg_size

    try:
        read_svg_size(svg)
    except ValueError as error:
        collector.report("brand-value", file.locate(key), f"`{key}` cannot be used. {error}")
        return False
    return True


def wordmark_size(name: str, font: str, height: int) -> tuple[float, int]:
    """Return the type size in points and the width in EMU of a name set bold in a logo's height (EMU)."""
    size = round(height / 12700 * 0.8, 1)
    face, _ = find_face(font, bold=True)
    return size, round(face.advance(name, size) * 1.06 * 12700)
