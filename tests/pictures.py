"""Small pictures, made byte by byte, so that a test says all there is to know of them."""

from __future__ import annotations

import io
import struct
import zlib


def png(width: int = 8, height: int = 4, dpi: float = 0) -> bytes:
    """Return a black PNG (PNG 1.2); its resolution is written only when given."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    per_metre = round(dpi / 0.0254)
    resolution = chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) if dpi else b""
    pixels = zlib.compress(bytes(1 + width) * height)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + resolution
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


def gif(width: int = 8, height: int = 4) -> bytes:
    """Return a GIF of one black pixel on a screen of this size."""
    screen = struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6)
    image = b"," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return b"GIF89a" + screen + image + b";"


def bitmap(kind: str, width: int = 8, height: int = 4, orientation: int = 1, dpi: int = 0) -> bytes:
    """Return a picture, black but for its top left quarter, in a format that Pillow writes."""
    from PIL import Image

    image = Image.new("RGB", (width, height), "black")
    image.paste("white", (0, 0, width // 2, height // 2))
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    options = {"dpi": (dpi, dpi)} if dpi else {}
    image.save(out, kind, **options, **({"exif": exif} if orientation != 1 else {}))
    return out.getvalue()


def noise(width: int, height: int) -> bytes:
    """Return a PNG that is large as a file too."""
    from PIL import Image

    out = io.BytesIO()
    Image.effect_noise((width, height), 80).save(out, "PNG")
    return out.getvalue()


def svg(attributes: str = 'width="80" height="40"', content: str = "") -> bytes:
    """Return an SVG with these attributes on its root."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{content}</svg>'.encode()
