"""Pictures: what a file holds, as the package will store it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.digest import sha256_hex
from deckbuild.named_tuple import NamedTuple
from deckbuild.units import from_pixels
from deckbuild.workspace import Workspace

from .convert import PictureError, convert_bitmap, too_many_pixels
from .headers import read_header
from .svg import DRAWN_PIXELS, draw_svg, looks_like_svg, read_svg_size

if TYPE_CHECKING:
    from .clip import Clip


class Media(NamedTuple):
    """A picture ready for the package.

    ``key`` is the SHA-256 of the stored bytes, ``extension`` without a dot (``png``, ``jpeg``, ``gif``),
    ``width`` and ``height`` its natural size in EMU. ``svg`` holds the source of a vector picture; its
    ``data`` is then the bitmap that older readers show. The picture of a ``clip`` is what is seen before it
    plays.
    """

    key: str
    extension: str
    data: bytes
    width: int
    height: int
    svg: bytes | None = None
    clip: Clip | None = None


def read_picture(data: bytes, workspace: Workspace) -> Media:
    """Return the picture in a file's bytes; raises PictureError.

    PNG, GIF and JPEG are taken as they are; SVG gets a bitmap beside it; a JPEG that its camera turned or
    that is made for print (CMYK) is written anew; so is all else that Pillow reads (WebP, TIFF, BMP), as
    PNG or, for photos, JPEG. Drawing and writing anew may take seconds: what comes out is kept in the
    workspace's cache.
    """
    if looks_like_svg(data):
        return _read_svg(data, workspace)
    header = read_header(data)
    if header is not None:
        _check_pixels(header.width * header.height, workspace)
    if header is None or header.orientation != 1 or header.for_print:
        data = _convert(data, workspace)
        header = read_header(data)
    if header is None or not header.width or not header.height:
        raise PictureError("It has no pixels.")
    _check_pixels(header.width * header.height, workspace)
    dpi = header.dpi if 50 <= header.dpi <= 1200 else 96.0
    width, height = from_pixels(header.width, dpi), from_pixels(header.height, dpi)
    return Media(_key(data), header.extension, data, width, height)


def _convert(data: bytes, workspace: Workspace) -> bytes:
    """Return a picture written anew, from the cache where it has been before."""
    cache_key = f"pictures/{_key(data)}-converted"
    converted = workspace.read_cache(cache_key)
    if converted is None or read_header(converted) is None:
        converted = convert_bitmap(data, workspace.limits.picture_pixels)
        workspace.write_cache(cache_key, converted)
    return converted


def _check_pixels(count: int, workspace: Workspace) -> None:
    if count > workspace.limits.picture_pixels:
        raise PictureError(too_many_pixels(workspace.limits.picture_pixels))


def _key(data: bytes) -> str:
    return sha256_hex(data)


def _read_svg(data: bytes, workspace: Workspace) -> Media:
    key = _key(data)
    cache_key = f"svg-{DRAWN_PIXELS}-own-fonts-{key}.png"
    try:
        size = read_svg_size(data, workspace.limits)
        png = workspace.read_cache(cache_key)
        if png is None or read_header(png) is None:
            png = draw_svg(data, size, workspace.limits)
            workspace.write_cache(cache_key, png)
    except ValueError as error:
        raise PictureError(str(error)) from None
    return Media(key, "png", png, from_pixels(size[0]), from_pixels(size[1]), svg=data)
