"""Pictures keep their proportions; captions stay with them."""

from __future__ import annotations

import pytest

from deckbuild.layout import picture_extents
from deckbuild.layout.laid_out import PictureShape, TextShape
from deckbuild.layout.picture_size import contain, crop_to_cover, read_length, share_row
from deckbuild.units import from_points

from .laying import body, box_of, lay_out, picture, shapes, text_of

PHOTO = {"photo.png": (1200, 800)}


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("40%", 400),
        ("8cm", 2_880_000),
        ("3in", 2_743_200),
        ("200px", 1_905_000),
        ("200", 1_905_000),
        ("12pt", 152_400),
        (None, None),
        ("wide", None),
    ],
)
def test_lengths(written: str | None, length: int | None) -> None:
    assert read_length(written, 1000) == length


def test_contain_keeps_proportions() -> None:
    assert contain((300, 200), 600, 600) == (600, 400)
    assert contain((200, 300), 600, 600) == (400, 600)


def test_cover_crops_both_sides_alike() -> None:
    assert crop_to_cover((200, 100), 100, 100) == (0.25, 0.0, 0.25, 0.0)
    assert crop_to_cover((100, 200), 100, 100) == (0.0, 0.25, 0.0, 0.25)


def test_rows_have_one_height_and_fill_the_width() -> None:
    assert share_row([(100, 100), (200, 100)], 610, 1000, 10, [0, 0]) == [(200, 200), (400, 200)]
    assert share_row([(100, 100), (200, 100)], 610, 50, 10, [0, 0]) == [(50, 50), (100, 50)]


def test_rows_leave_room_for_captions_under_narrow_pictures() -> None:
    sizes = share_row([(10, 100), (200, 100)], 410, 1000, 10, [100, 0])
    assert sizes == [(15, 150), (300, 150)]


def test_picture_fills_its_placeholder_as_far_as_its_proportions_allow() -> None:
    slide = lay_out("## T\n\n![A photo](photo.png)\n", PHOTO).slide
    shape = picture(slide)
    assert shape.placeholder is not None
    assert shape.placeholder.type == "pic"
    assert shape.box.cx / shape.box.cy == pytest.approx(1.5, rel=1e-5)
    assert shape.box.cy == from_points(354)
    assert (shape.alt, shape.decorative) == ("A photo", False)


def test_picture_without_alt_text_is_decorative() -> None:
    assert picture(lay_out("## T\n\n![](photo.png)\n", PHOTO).slide).decorative


def test_cover_fills_the_region_and_crops() -> None:
    shape = picture(lay_out("## T\n\n![A](photo.png){fit=cover}\n", PHOTO).slide)
    assert (shape.box.cx, shape.box.cy) == (from_points(864), from_points(354))
    assert shape.crop[1] == shape.crop[3] > 0


@pytest.mark.parametrize(
    ("size", "width", "height", "cropped"),
    [
        ("width=10cm height=4cm", 3_600_000, 1_440_000, True),
        ("height=4cm", from_points(864), 1_440_000, True),
        ("width=10cm", 3_600_000, 2_400_000, False),
    ],
)
def test_cover_fills_a_given_size(size: str, width: int, height: int, cropped: bool) -> None:
    shape = picture(lay_out(f"## T\n\n![A](photo.png){{fit=cover {size}}}\n", PHOTO).slide)
    assert (shape.box.cx, shape.box.cy) == (width, height)
    assert (shape.crop[1] > 0) is cropped


def test_a_pictures_extent_is_the_largest_in_the_deck_and_of_all_of_it() -> None:
    small, large = "![A](photo.png){width=25%}", "![A](photo.png){fit=cover}"
    deck = lay_out(f"## T\n\n{small}\n\n---\n\n## U\n\n{large}\n", PHOTO).deck
    width, height = picture_extents(deck)["photo.png"]
    assert width == from_points(864)
    assert width / height == pytest.approx(1.5, rel=1e-3)


def test_width_is_a_share_of_the_region() -> None:
    shape = picture(lay_out("## T\n\n![A](photo.png){width=25%}\n", PHOTO).slide)
    assert shape.box.cx == from_points(864 / 4)


def test_small_bitmaps_are_not_blown_up() -> None:
    shape = picture(lay_out("## T\n\n![A](icon.png)\n", {"icon.png": (60, 60)}).slide)
    assert shape.box.cx == from_points(60 * 0.75 * 2)


def test_caption_and_source_stand_directly_under_the_picture() -> None:
    slide = lay_out('## T\n\n![A](photo.png "A caption"){source="My atlas"}\n', PHOTO).slide
    caption = body(slide, "body")
    assert text_of(caption.body.paragraphs) == ["A caption", "Source: My atlas"]
    assert box_of(caption, slide).y - picture(slide).box.bottom == from_points(6)
    assert box_of(caption, slide).x == picture(slide).box.x


def test_text_and_picture_begin_at_the_same_height() -> None:
    slide = lay_out("## T\n\n- a\n- b\n- c\n- d\n\n![A](photo.png)\n", PHOTO).slide
    text = body(slide)
    assert box_of(text, slide).y == picture(slide).box.y
    assert box_of(text, slide).right < picture(slide).box.x


def test_narrow_picture_leaves_its_room_to_the_text() -> None:
    slide = lay_out("## T\n\n- a\n- b\n- c\n- d\n\n![A](tall.png)\n", {"tall.png": (300, 900)}).slide
    assert picture(slide).box.x > from_points(700)
    assert box_of(body(slide), slide).right == from_points(912 - 150 - 18)


def test_several_pictures_stand_in_a_row() -> None:
    slide = lay_out("## T\n\n![A](photo.png) ![B](photo.png)\n", PHOTO).slide
    first, second = (shape for shape in slide.shapes if isinstance(shape, PictureShape))
    assert (first.box.y, first.box.cy) == (second.box.y, second.box.cy)
    assert second.box.x - first.box.right == from_points(14)


def test_many_pictures_stand_in_rows() -> None:
    slide = lay_out(f"## T\n\n{'![A](photo.png) ' * 6}\n", PHOTO).slide
    tops = [shape.box.y for shape in slide.shapes if isinstance(shape, PictureShape)]
    assert len(tops) == 6
    assert len(set(tops)) == 2


def test_missing_picture_shows_its_alt_text() -> None:
    slide = lay_out("## T\n\n![What it shows](nowhere.png)\n").slide
    (shape,) = shapes(slide, "Missing picture")
    assert isinstance(shape, TextShape)
    assert text_of(shape.body.paragraphs) == ["What it shows"]


def test_picture_in_a_line_stands_under_the_text() -> None:
    laid = lay_out("## T\n\n- with an ![icon](icon.png) in it\n", {"icon.png": (32, 32)})
    assert text_of(body(laid.slide).body.paragraphs) == ["with an in it"]
    assert picture(laid.slide).alt == "icon"
    assert laid.codes == ("picture-inline",)


def test_picture_in_a_cell_is_told_by_its_alt_text() -> None:
    laid = lay_out("## T\n\n| a |\n|---|\n| ![icon](icon.png) |\n", {"icon.png": (32, 32)})
    assert laid.codes == ("picture-in-text",)


def test_background() -> None:
    slide = lay_out("## T {background=photo.png}\n", PHOTO).slide
    assert slide.background == "photo.png"


def test_only_what_is_shown_is_kept() -> None:
    deck = lay_out("## T\n\n![A](photo.png)\n", {**PHOTO, "unused.png": (10, 10)}).deck
    assert list(deck.media) == ["photo.png"]
