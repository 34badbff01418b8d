"""What fitting leaves in the file: whole pictures, all of the notes, sizes that PowerPoint keeps."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

import pytest

from deckbuild.layout.fit import LADDER

from ..decks import BuiltDeck, build
from ..pictures import png

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SENTENCE = "Say this in your own words and look at the class while you do. "


def _slides(built: BuiltDeck) -> list[Any]:
    return list(built.open().slides)


def _pictures(built: BuiltDeck) -> list[str]:
    assert built.data is not None
    names = ZipFile(io.BytesIO(built.data)).namelist()
    return [name for name in names if re.match(r"ppt/media/(?!.*ogo)", name)]


def _found(built: BuiltDeck, tag: str) -> Iterator[Any]:
    for slide in _slides(built):
        yield from slide.shapes._spTree.iter(f"{A}{tag}")


def _items(count: int) -> str:
    return "".join(f"- item {number}\n" for number in range(count))


def test_a_cropped_picture_is_whole_in_the_file() -> None:
    """So that the crop can be moved, and *Reset Picture* shows all."""
    picture = png(600, 200)
    built = build({"talk.md": "## T\n\n![A](a.png){width=6cm height=6cm fit=cover}\n", "a.png": picture})
    (shape,) = (shape for shape in _slides(built)[0].shapes if hasattr(shape, "crop_left"))
    assert shape.image.blob == picture
    assert shape.crop_left == shape.crop_right == pytest.approx(1 / 3, abs=0.001)


def test_one_picture_under_two_names_is_stored_once() -> None:
    plain = _pictures(build({"talk.md": "## T\n\nText.\n"}))
    source = "## T\n\n![A](a.png)\n\n## U\n\n![B](b.png)\n"
    files: dict[str, str | bytes] = {"talk.md": source, "a.png": png(30, 20), "b.png": png(30, 20)}
    assert len(_pictures(build(files))) == len(plain) + 1


def test_notes_longer_than_their_page_are_all_in_the_file() -> None:
    built = build({"talk.md": f"## T\n\nText.\n\n::: notes\n{SENTENCE * 120}\n:::\n"})
    (slide,) = _slides(built)
    assert slide.notes_slide.notes_text_frame.text == (SENTENCE * 120).strip()
    assert re.search(r"The notes are \d\.\d pages long\. \[notes-long\]", built.report)
    sizes = {run.font.size.pt for p in slide.notes_slide.notes_text_frame.paragraphs for run in p.runs}
    assert sizes == {9}


@pytest.mark.parametrize("count", range(8, 18))
def test_text_is_scaled_by_pairs_that_powerpoint_uses(count: int) -> None:
    """What is not on its ladder PowerPoint would scale anew when somebody edits."""
    pairs = {
        (int(fit.get("fontScale", 100_000)) / 1e5, int(fit.get("lnSpcReduction", 0)) / 1e5)
        for fit in _found(build({"talk.md": f"## T\n\n{_items(count)}"}), "normAutofit")
    }
    assert pairs <= set(LADDER[:9])
