"""Pictures as the package stores them."""

from __future__ import annotations

import io

import pytest

from deckbuild.figures import Media, PictureError, read_picture
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import bitmap, gif, png, svg

INCH = 914_400


def _read(data: bytes) -> Media:
    return read_picture(data, MemoryWorkspace({}))


def _pixels(media: Media) -> tuple[str, tuple[int, int], str]:
    """Return format, size and how bright each corner is, as Pillow reads what will be stored."""
    from PIL import Image

    with Image.open(io.BytesIO(media.data)) as image:
        grey = image.convert("L")
        right, bottom = image.width - 1, image.height - 1
        corners = (grey.getpixel(at) for at in ((0, 0), (right, 0), (0, bottom), (right, bottom)))
        bright = "".join("W" if isinstance(level, int) and level > 127 else "b" for level in corners)
        return str(image.format), image.size, bright


@pytest.mark.parametrize(
    ("data", "extension"), [(png(96, 48), "png"), (gif(96, 48), "gif"), (bitmap("JPEG", 96, 48), "jpeg")]
)
def test_what_powerpoint_knows_is_stored_byte_for_byte(data: bytes, extension: str) -> None:
    media = _read(data)
    assert (media.data, media.extension, media.svg) == (data, extension, None)
    assert (media.width, media.height) == (INCH, INCH // 2)


def test_the_key_is_that_of_the_stored_bytes() -> None:
    assert _read(png()).key == _read(png()).key != _read(gif()).key


@pytest.mark.parametrize(("dpi", "inches"), [(300, 1), (96, 3.125), (0, 3.125), (10, 3.125), (9999, 3.125)])
def test_resolution_makes_the_size_unless_it_is_nonsense(dpi: int, inches: float) -> None:
    assert _read(png(300, 300, dpi=dpi)).width == pytest.approx(inches * INCH, rel=0.001)


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "PPM"])
def test_other_formats_become_png(kind: str) -> None:
    media = _read(bitmap(kind, 20, 10))
    assert media.extension == "png"
    assert _pixels(media) == ("PNG", (20, 10), "Wbbb")


def test_a_photo_in_webp_becomes_jpeg() -> None:
    media = _read(bitmap("WEBP", 64, 32))
    assert media.extension == "jpeg"
    assert _pixels(media) == ("JPEG", (64, 32), "Wbbb")


def test_colours_for_print_become_those_of_a_screen() -> None:
    from PIL import Image

    out = io.BytesIO()
    Image.new("CMYK", (16, 16), (0, 255, 255, 0)).save(out, "JPEG")
    with Image.open(io.BytesIO(_read(out.getvalue()).data)) as image:
        assert image.mode == "RGB"
        red, green, blue = image.getpixel((8, 8))  # type: ignore[misc]
        assert red > 200 > 60 > max(green, blue)


def test_a_moving_gif_is_kept_as_it_is() -> None:
    from PIL import Image

    out = io.BytesIO()
    frames = [Image.new("P", (8, 8), color) for color in (1, 2, 3)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    assert _read(out.getvalue()).data == out.getvalue()


def test_what_was_written_anew_is_not_written_again() -> None:
    workspace = MemoryWorkspace({})
    first = read_picture(bitmap("BMP", 20, 10), workspace)
    assert list(workspace.cache.values()) == [first.data]
    workspace.cache = {key: png(3, 3) for key in workspace.cache}
    assert read_picture(bitmap("BMP", 20, 10), workspace).data == png(3, 3)


def test_transparency_survives() -> None:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(out, "WEBP", lossless=True)
    with Image.open(io.BytesIO(_read(out.getvalue()).data)) as image:
        assert image.mode == "RGBA"
        assert image.getpixel((0, 0))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize(
    ("orientation", "size", "corners"),
    [
        (1, (64, 32), "Wbbb"),
        (2, (64, 32), "bWbb"),
        (3, (64, 32), "bbbW"),
        (4, (64, 32), "bbWb"),
        (5, (32, 64), "Wbbb"),
        (6, (32, 64), "bWbb"),
        (7, (32, 64), "bbbW"),
        (8, (32, 64), "bbWb"),
    ],
)
def test_a_photo_is_turned_as_the_camera_was_held(
    orientation: int, size: tuple[int, int], corners: str
) -> None:
    media = _read(bitmap("JPEG", 64, 32, orientation=orientation))
    assert _pixels(media) == ("JPEG", size, corners)
    assert media.width / media.height == size[0] / size[1]


def test_a_turned_photo_keeps_its_resolution() -> None:
    assert _read(bitmap("JPEG", 64, 32, orientation=6, dpi=300)).height == pytest.approx(
        64 / 300 * INCH, rel=0.01
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "It is empty."),
        (b"no picture", "It is broken, or of an unknown format."),
        (png()[:40], "It is broken, or of an unknown format."),
        (bitmap("JPEG", 64, 64)[:-30], "It cannot be read (image file is truncated"),
        (bitmap("WEBP", 64, 64)[:60], "It "),
        (png(0, 4), "It "),
    ],
)
def test_a_broken_file_is_said_in_words(data: bytes, said: str) -> None:
    with pytest.raises(PictureError) as error:
        _read(data)
    assert str(error.value).startswith(said)
    assert str(error.value).endswith(".")


def test_a_picture_of_too_many_pixels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 60)
    with pytest.raises(PictureError, match="more than 178 million pixels"):
        _read(bitmap("WEBP", 12, 12))


def test_a_png_of_too_many_pixels_is_not_even_decoded() -> None:
    with pytest.raises(PictureError, match="more than 178 million pixels"):
        _read(png(1, 1).replace(b"\0\0\0\1\0\0\0\1", b"\0\1\0\0\0\1\0\0"))


def test_a_drawing_gets_a_bitmap_beside_it() -> None:
    data = svg('width="96" height="48"', '<rect width="48" height="24" fill="white"/>')
    media = _read(data)
    assert (media.svg, media.extension) == (data, "png")
    assert (media.width, media.height) == (INCH, INCH // 2)
    assert _pixels(media) == ("PNG", (1920, 960), "Wbbb")


def test_a_drawing_is_drawn_once() -> None:
    workspace = MemoryWorkspace({})
    first = read_picture(svg(), workspace)
    (key,) = workspace.cache
    workspace.cache[key] = png(1920, 960)
    assert read_picture(svg(), workspace).data == png(1920, 960) != first.data


def test_a_broken_bitmap_in_the_cache_is_drawn_anew() -> None:
    workspace = MemoryWorkspace({})
    first = read_picture(svg(), workspace)
    (key,) = workspace.cache
    workspace.cache[key] = b"broken"
    assert read_picture(svg(), workspace) == first
