"""Pictures that PowerPoint cannot show as they are, or shows wrongly, written anew with Pillow."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import PIL.Image

_JPEG_QUALITY = 92
_PHOTO_FORMATS = ("JPEG", "MPO")  # a camera's MPO is a JPEG with further pictures behind it


class PictureError(ValueError):
    """A file is no picture that can be shown; the text says why, for the author."""


@contextmanager
def open_bitmap(data: bytes, most_pixels: int) -> Iterator[PIL.Image.Image]:
    """Open a bitmap of any format that Pillow reads; what goes wrong in the block raises PictureError."""
    from PIL import Image, UnidentifiedImageError

    if not data:
        raise PictureError("It is empty.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > most_pixels:
                    raise Image.DecompressionBombError
                yield image
    except UnidentifiedImageError:
        raise PictureError("It is broken, or of an unknown format.") from None
    except Image.DecompressionBombError:
        raise PictureError(too_many_pixels(most_pixels)) from None
    except Exception as error:  # On broken files Pillow's decoders raise nearly anything.
        raise PictureError(f"It cannot be read ({error}).") from None


def too_many_pixels(most: int) -> str:
    """Return what is said of a picture of more pixels than are taken."""
    return f"It has more than {most // 1_000_000} million pixels: make it smaller."


def convert_bitmap(data: bytes, most_pixels: int) -> bytes:
    """Return a picture upright, as a JPEG where it was one or is a photo in WebP or TIFF, else as a PNG.

    Colours for print (CMYK) become those of a screen, by the picture's own profile where it has one.
    Raises PictureError.
    """
    from PIL import ImageOps

    with open_bitmap(data, most_pixels) as image:
        as_jpeg = image.format in _PHOTO_FORMATS or _is_photo(image, data)
        dpi = image.info.get("dpi", (96, 96))
        upright = _to_screen_colours(ImageOps.exif_transpose(image))
        if as_jpeg:
            return encode(upright if upright.mode == "L" else upright.convert("RGB"), "jpeg", dpi)
        clear = "A" in upright.getbands() or "transparency" in upright.info
        return encode(upright.convert("RGBA" if clear else "RGB"), "png", dpi)


def _is_photo(image: PIL.Image.Image, data: bytes) -> bool:
    """Whether a WebP or TIFF is compressed as photos are, with loss and without transparency."""
    if image.format == "WEBP":
        return data[12:16] == b"VP8 "
    return image.format == "TIFF" and image.info.get("compression") in ("jpeg", "tiff_jpeg")


def _to_screen_colours(image: PIL.Image.Image) -> PIL.Image.Image:
    if image.mode == "CMYK":
        profile = image.info.pop("icc_profile", None)
        return _apply_profile(image, profile) if profile else image.convert("RGB")
    if image.mode in ("I;16", "I;16B", "I;16L"):
        return image.point(lambda level: level / 256).convert("L")  # Pillow has one band of 16 bits only
    return image


def _apply_profile(image: PIL.Image.Image, profile: bytes) -> PIL.Image.Image:
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image.convert("RGB")
    return converted if converted is not None else image.convert("RGB")


def encode(
    image: PIL.Image.Image, extension: str, dpi: tuple[float, float], quality: int = _JPEG_QUALITY
) -> bytes:
    """Return a picture as ``png`` or ``jpeg`` with its resolution and colour profile.

    The same picture gives the same bytes: neither format holds a date.
    """
    out = io.BytesIO()
    options: dict[str, Any] = {"dpi": dpi}
    profile = image.info.get("icc_profile")
    if profile and image.mode != "P":
        options["icc_profile"] = profile
    if extension == "jpeg":
        image.save(out, "JPEG", quality=quality, optimize=True, **options)
    else:
        image.save(out, "PNG", **options)
    return out.getvalue()
