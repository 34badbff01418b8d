"""Pictures: what a file holds, as the package will store it."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, NamedTuple

from deckbuild.digest import sha256_hex
from deckbuild.units import from_pixels
from deckbuild.workspace import Workspace

from .headers import read_header
from .svg import DRAWN_PIXELS, draw_svg, looks_like_svg, read_svg_size

if TYPE_CHECKING:
    import PIL.Image


class PictureError(ValueError):
    """A file is no picture that can be shown; the text says why, for the author."""


class Media(NamedTuple):
    """A picture ready for the package.

    ``key`` is the SHA-256 of the stored bytes, ``extension`` without a dot (``png``, ``jpeg``, ``gif``),
    ``width`` and ``height`` its natural size in EMU. ``svg`` holds the source of a vector picture; its
    ``data`` is then the bitmap that older readers show.
    """

    key: str
    extension: str
    data: bytes
    width: int
    height: int
    svg: bytes | None = None


def read_picture(data: bytes, workspace: Workspace) -> Media:
    """Return the picture in a file's bytes; raises PictureError.

    PNG, upright JPEG and GIF are taken as they are; SVG gets a bitmap beside it; a JPEG that its camera
    turned is turned upright; all else that Pillow reads (WebP, TIFF, BMP) becomes PNG. Drawing an SVG
    may take seconds: the drawn bitmap is kept in the workspace's cache.
    """
    if looks_like_svg(data):
        return _read_svg(data, workspace)
    header = read_header(data)
    if header is None or header.orientation != 1:
        data = _convert(data)
        header = read_header(data)
    if header is None or not header.width or not header.height:
        raise PictureError("It has no pixels.")
    dpi = header.dpi if 50 <= header.dpi <= 1200 else 96.0
    width, height = from_pixels(header.width, dpi), from_pixels(header.height, dpi)
    return Media(_key(data), header.extension, data, width, height)


def _key(data: bytes) -> str:
    return sha256_hex(data)


def _read_svg(data: bytes, workspace: Workspace) -> Media:
    key = _key(data)
    cache_key = f"svg-{DRAWN_PIXELS}-{key}.png"
    try:
        size = read_svg_size(data)
        png = workspace.read_cache(cache_key)
        if png is None or read_header(png) is None:
            png = draw_svg(data, size)
            workspace.write_cache(cache_key, png)
    except ValueError as error:
        raise PictureError(str(error)) from None
    return Media(key, "png", png, from_pixels(size[0]), from_pixels(size[1]), svg=data)


def _convert(data: bytes) -> bytes:
    """Return a picture of any format Pillow reads as an upright PNG, or JPEG where it was one."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if not data:
        raise PictureError("It is empty.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                # A camera's MPO is a JPEG with further pictures behind it.
                is_jpeg = image.format in ("JPEG", "MPO")
                return _encode(ImageOps.exif_transpose(image), is_jpeg)
    except UnidentifiedImageError:
        raise PictureError("It is broken, or of an unknown format.") from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise PictureError("It has too many pixels: make it smaller.") from None
    except Exception as error:  # On broken files Pillow's decoders raise nearly anything.
        raise PictureError(f"It cannot be read ({error}).") from None


def _encode(image: PIL.Image.Image, is_jpeg: bool) -> bytes:
    """Return a picture as JPEG or PNG with its resolution and, as far as it holds, its colour profile."""
    out = io.BytesIO()
    dpi = image.info.get("dpi", (96, 96))
    if is_jpeg:
        profile = image.info.get("icc_profile") if image.mode == "RGB" else None
        image.convert("RGB").save(out, "JPEG", quality=92, dpi=dpi, icc_profile=profile)
    else:
        clear = "A" in image.getbands() or "transparency" in image.info
        image.convert("RGBA" if clear else "RGB").save(out, "PNG", dpi=dpi)
    return out.getvalue()
