"""Oversized bitmaps, brought down to the pixels that a slide can show."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from deckbuild.units import EMU_PER_INCH
from deckbuild.workspace import Workspace

from .convert import PictureError, encode, open_bitmap
from .headers import Header, read_header
from .picture import Media

if TYPE_CHECKING:
    import PIL.Image

DOTS_PER_INCH = 220
"""What PowerPoint itself keeps of pictures by default: sharp in print and on a screen of 4K."""

_OVERSIZED = 1.3
_WORTH_IT = 0.8
_WORTH_BYTES = 20_000
_QUALITY = 90
_KEPT = b"kept"
"""In the cache in the place of a smaller picture: there is none that is worth it."""


def shrink_picture(media: Media, width: int, height: int, workspace: Workspace) -> Media:
    """Return a picture with the pixels it needs where it is shown ``width`` and ``height`` EMU large.

    A JPEG stays one, a PNG too, with its palette or transparency; GIF (which may move) and SVG are never
    touched. A picture of less than 1.3 times the pixels, a side, that 220 dots per inch want is returned
    as it is, and so is one whose file would not be smaller by a fifth and 20 kB. The natural size stays,
    so that *Reset Picture* gives what it gave before. Results are kept in the workspace's cache.
    """
    if media.svg is not None or media.extension not in ("png", "jpeg"):
        return media
    header = read_header(media.data)
    if header is None:
        return media
    wanted = _count_pixels(header, width, height)
    if header.width <= wanted[0] * _OVERSIZED:
        return media
    key = f"pictures/{media.key}-{wanted[0]}x{wanted[1]}-{_QUALITY}"
    data = workspace.read_cache(key)
    if data is None or (data != _KEPT and read_header(data) is None):
        data = _resize(media, wanted, workspace.limits.picture_pixels)
        workspace.write_cache(key, data)
    return media if data == _KEPT else media._replace(data=data)


def _count_pixels(header: Header, width: int, height: int) -> tuple[int, int]:
    """Return the pixels that a size in EMU wants, in the picture's own proportions."""
    across, down = width * DOTS_PER_INCH / EMU_PER_INCH, height * DOTS_PER_INCH / EMU_PER_INCH
    share = max(across / header.width, down / header.height)
    return max(ceil(header.width * share), 1), max(ceil(header.height * share), 1)


def _resize(media: Media, size: tuple[int, int], most_pixels: int) -> bytes:
    """Return the picture in this size in pixels, ``_KEPT`` where that is not worth it or not possible."""
    dpi = size[0] * EMU_PER_INCH / media.width, size[1] * EMU_PER_INCH / media.height
    try:
        with open_bitmap(media.data, most_pixels) as image:
            if media.extension == "jpeg":
                image.draft(None, size)
            data = encode(_resample(image, size), media.extension, dpi, _QUALITY)
    except PictureError:
        return _KEPT
    worth_it = min(len(media.data) * _WORTH_IT, len(media.data) - _WORTH_BYTES)
    return data if len(data) < worth_it else _KEPT


def _resample(image: PIL.Image.Image, size: tuple[int, int]) -> PIL.Image.Image:
    from PIL import Image

    profile = image.info.get("icc_profile")
    has_palette = image.mode == "P"
    if has_palette:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif image.mode == "1":
        image = image.convert("L")
    elif image.mode.startswith("I"):
        image = image.point(lambda level: level / 256).convert("L")
    elif image.mode in ("L", "RGB") and "transparency" in image.info:
        image = image.convert("LA" if image.mode == "L" else "RGBA")
    resized = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if has_palette:
        resized = resized.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    if profile:
        resized.info["icc_profile"] = profile
    return resized
