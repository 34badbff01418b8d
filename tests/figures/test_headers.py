"""Headers of bitmaps, read without a picture library."""

from __future__ import annotations

import pytest

from deckbuild.figures.headers import Header, read_header
from tests.pictures import bitmap, gif, png


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(8, 4), Header("png", 8, 4)),
        (gif(8, 4), Header("gif", 8, 4)),
        (bitmap("PNG", 20, 10), Header("png", 20, 10)),
        (bitmap("GIF", 20, 10), Header("gif", 20, 10)),
        (bitmap("JPEG", 20, 10), Header("jpeg", 20, 10)),
        (bitmap("JPEG", 20, 10, dpi=300), Header("jpeg", 20, 10, dpi=300)),
        (bitmap("JPEG", 20, 10, orientation=6), Header("jpeg", 20, 10, orientation=6)),
    ],
)
def test_format_size_resolution_and_orientation(data: bytes, expected: Header) -> None:
    assert read_header(data) == expected


def test_a_png_counts_pixels_per_metre() -> None:
    header = read_header(png(8, 4, dpi=300))
    assert header is not None
    assert round(header.dpi) == 300


def test_a_jpeg_may_be_progressive() -> None:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (20, 10)).save(out, "JPEG", progressive=True)
    assert read_header(out.getvalue()) == Header("jpeg", 20, 10)


@pytest.mark.parametrize("make", [png, gif, lambda: bitmap("JPEG"), lambda: bitmap("JPEG", orientation=6)])
def test_a_file_that_is_cut_short_has_no_header(make: object) -> None:
    """At whatever byte the file ends: nothing is read out of it, and nothing raises."""
    data: bytes = make()  # type: ignore[operator]
    assert read_header(data) is not None
    assert [end for end in range(len(data) - 1) if read_header(data[:end]) is not None] == []


@pytest.mark.parametrize("data", [b"", b"RIFF\x10\0\0\0WEBP", b"BM", b"<svg/>", b"\0" * 100])
def test_other_formats_have_none(data: bytes) -> None:
    assert read_header(data) is None
