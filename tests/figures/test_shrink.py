"""Oversized bitmaps become as small as their place on a slide allows, and stay what they are."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from deckbuild.figures import Media, read_picture
from deckbuild.figures.shrink import shrink_picture
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import gif, png, svg

INCH = 914_400


def _photo(mode: str, size: tuple[int, int], kind: str, **options: Any) -> bytes:
    """Return a picture with enough in it that fewer pixels are fewer bytes."""
    noise = Image.effect_noise(size, 80)
    image = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180)))
    if mode == "RGBA":
        image.putalpha(noise)
    out = io.BytesIO()
    (image.quantize(200) if mode == "P" else image.convert(mode)).save(out, kind, **options)
    return out.getvalue()


def _shrink(data: bytes, inches: tuple[float, float]) -> tuple[Media, Image.Image]:
    workspace = MemoryWorkspace({})
    media = shrink_picture(
        read_picture(data, workspace), round(inches[0] * INCH), round(inches[1] * INCH), workspace
    )
    return media, Image.open(io.BytesIO(media.data))


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "JPEG"), ("L", "JPEG"), ("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("L", "PNG")],
)
def test_220_dots_an_inch_are_kept_and_the_kind_of_picture_too(mode: str, kind: str) -> None:
    media, image = _shrink(_photo(mode, (1200, 600), kind), (2, 1))
    assert (image.size, image.mode, image.format) == ((440, 220), mode, kind)
    assert (media.width, media.height) == (round(12.5 * INCH), round(6.25 * INCH))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_reset_picture_gives_the_same_size_as_before(kind: str) -> None:
    media, image = _shrink(_photo("RGB", (1200, 600), kind, dpi=(300, 300)), (2, 1))
    assert media.width == pytest.approx(4 * INCH, rel=0.001)
    assert image.size[0] / image.info["dpi"][0] == pytest.approx(4, rel=0.01)


def test_a_picture_is_never_smaller_than_either_side_wants() -> None:
    _, image = _shrink(_photo("RGB", (1200, 600), "JPEG"), (1, 2))
    assert image.size == (880, 440)


@pytest.mark.parametrize("inches", [(4.2, 2.1), (30, 15)])
def test_little_too_large_is_kept_byte_for_byte(inches: tuple[float, float]) -> None:
    data = _photo("RGB", (1200, 600), "JPEG")
    assert _shrink(data, inches)[0].data == data


@pytest.mark.parametrize("data", [png(1200, 600), gif(1200, 600)])
def test_what_would_hardly_be_smaller_or_may_move_is_kept(data: bytes) -> None:
    assert _shrink(data, (2, 1))[0].data == data


def test_a_vector_picture_is_kept() -> None:
    workspace = MemoryWorkspace({})
    media = read_picture(svg(), workspace)
    assert shrink_picture(media, INCH // 10, INCH // 10, workspace) is media


def test_a_colour_profile_is_kept() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("JPEG", "PNG"):
        _, image = _shrink(_photo("RGB", (1200, 600), kind, icc_profile=profile), (2, 1))
        assert image.info["icc_profile"] == profile


def test_the_result_is_kept_and_the_same_again() -> None:
    data = _photo("RGB", (1200, 600), "JPEG")
    workspace = MemoryWorkspace({})
    media = read_picture(data, workspace)
    first = shrink_picture(media, INCH, INCH, workspace)
    assert list(workspace.cache.values()) == [first.data]
    assert shrink_picture(media, INCH, INCH, MemoryWorkspace({})) == first
    workspace.cache = dict.fromkeys(workspace.cache, b"cut short")
    assert shrink_picture(media, INCH, INCH, workspace) == first


def test_a_picture_that_cannot_be_decoded_is_left_to_powerpoint() -> None:
    data = _photo("RGB", (1200, 600), "PNG")
    broken = data[:2000] + b"\0" * 20 + data[2020:]
    assert _shrink(broken, (2, 1))[0].data == broken
