"""Decks that others made: pictures, charts, drawings and what only their programs write."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Cm, Pt

from deckbuild.diff.changes import Comparison
from deckbuild.diff.compare import compare_decks
from deckbuild.diff.forms.json import format_json
from deckbuild.diff.forms.markdown import format_markdown
from deckbuild.diff.forms.page import format_page
from deckbuild.diff.forms.text import format_text
from deckbuild.diff.pictures import Pictures
from deckbuild.diff.read import read_deck
from tests.pictures import noise, png

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT.parent / "shared" / "samples"

Fill = Callable[[Any], None]
"""Puts something on an empty slide."""


def make(*fills: Fill) -> bytes:
    """Return a deck with a slide for each."""
    presentation = Presentation()
    for fill in fills:
        fill(presentation.slides.add_slide(presentation.slide_layouts[6]))
    target = io.BytesIO()
    presentation.save(target)
    return target.getvalue()


def report(old: bytes, new: bytes) -> str:
    """Return what is said of two decks, without the lines that name deck and slide."""
    comparison = Comparison("old", "new", (compare_decks("deck", read_deck(old), read_deck(new)),))
    lines = format_text(comparison, in_color=False).splitlines()
    return "\n".join(line.strip() for line in lines if line.startswith("    "))


def picture(data: bytes, alt: str = "A picture", left: float = 1, width: float = 4) -> Fill:
    def fill(slide: Any) -> None:
        shape = slide.shapes.add_picture(io.BytesIO(data), Cm(left), Cm(1), Cm(width), Cm(3))
        shape._element.nvPicPr.cNvPr.set("descr", alt)

    return fill


RED, BLUE = png(20, 20), noise(20, 20)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (picture(RED), picture(BLUE), "picture      another picture"),
        (picture(RED), picture(RED, "A photo"), "picture      alt text: A picture → A photo"),
        (picture(RED), picture(RED, ""), "picture      alt text removed: A picture"),
        (picture(RED), picture(RED, left=3), "picture      moved: 2.0 cm right"),
        (picture(RED), picture(RED, width=6), "picture      size: 4.0 × 3.0 cm → 6.0 × 3.0 cm"),
        (picture(RED), picture(RED, left=1.05), ""),
    ],
    ids=["content", "alt", "no-alt", "place", "size", "a-hair"],
)
def test_pictures(old: Fill, new: Fill, said: str) -> None:
    assert report(make(old), make(new)) == said


def chart(kind: Any, data: Any, title: str = "") -> Fill:
    def fill(slide: Any) -> None:
        frame = slide.shapes.add_chart(kind, Cm(1), Cm(1), Cm(10), Cm(8), data)
        frame.chart.has_title = bool(title)
        if title:
            frame.chart.chart_title.text_frame.text = title

    return fill


def categories(*values: float) -> CategoryChartData:
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["North", "South", "West"][: len(values)]
    data.add_series("Sales", values)  # type: ignore[no-untyped-call]
    return data


def points(*values: tuple[float, float]) -> XyChartData:
    data = XyChartData()  # type: ignore[no-untyped-call]
    series = data.add_series("Run")  # type: ignore[no-untyped-call]
    for x, y in values:
        series.add_data_point(x, y)
    return data


COLUMN, BAR, SCATTER = XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.BAR_STACKED, XL_CHART_TYPE.XY_SCATTER


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            chart(COLUMN, categories(1, 2)),
            chart(COLUMN, categories(1, 2.5)),
            "chart        category “South”, series “Sales”: 2 → 2.5",
        ),
        (
            chart(COLUMN, categories(1, 2)),
            chart(COLUMN, categories(1, 2, 3)),
            "chart        category added: West | 3",
        ),
        (
            chart(COLUMN, categories(1, 2)),
            chart(BAR, categories(1, 2)),
            "chart        kind: column → stacked bar",
        ),
        (
            chart(COLUMN, categories(1, 2), "Last year"),
            chart(COLUMN, categories(1, 2), "This year"),
            "chart        title: Last year → This year",
        ),
        (
            chart(SCATTER, points((1, 1), (2, 4))),
            chart(SCATTER, points((1, 1), (2, 5))),
            "chart        category “2”, series “Run”: 4 → 5",
        ),
    ],
    ids=["value", "category", "kind", "title", "scatter"],
)
def test_charts(old: Fill, new: Fill, said: str) -> None:
    assert report(make(old), make(new)) == said


def drawing(*labels: str, joins: tuple[tuple[int, int], ...] = (), left: float = 1) -> Fill:
    def fill(slide: Any) -> None:
        group = slide.shapes.add_group_shape()
        boxes = []
        for number, label in enumerate(labels):
            box = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(left + 4 * number), Cm(2), Cm(3), Cm(2))
            box.text_frame.text = label
            boxes.append(box)
        for start, end in joins:
            line = group.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
            line.begin_connect(boxes[start], 3)
            line.end_connect(boxes[end], 1)

    return fill


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (drawing("A", "B"), drawing("A", "Bee"), "diagram      label: B → Bee"),
        (drawing("A", "B"), drawing("A", "B", "C"), "diagram      label added: C"),
        (drawing("A", "B", "C"), drawing("A", "C"), "diagram      label removed: B"),
        (
            drawing("A", "B", joins=((0, 1),)),
            drawing("A", "B", joins=((1, 0),)),
            "diagram      connection removed: A → B\nconnection added: B → A",
        ),
        (
            drawing("A", "B", joins=((0, 1),)),
            drawing("A", "Bee", joins=((0, 1),)),
            "diagram      label: B → Bee",
        ),
        (drawing("A", "B"), drawing("A", "B", left=3), "appearance   Group moved: 2.0 cm right"),
    ],
    ids=["label", "added", "removed", "connection", "label-of-connection", "place"],
)
def test_drawings(old: Fill, new: Fill, said: str) -> None:
    assert report(make(old), make(new)) == said


def words(text: str, bold: bool = False, size: int = 18) -> Fill:
    def fill(slide: Any) -> None:
        box = slide.shapes.add_textbox(Cm(1), Cm(1), Cm(10), Cm(2))
        run = box.text_frame.paragraphs[0].add_run()
        run.text, run.font.bold, run.font.size = text, bold, Pt(size)

    return fill


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (words("Read this"), words("Read this", bold=True), "text         look of “Read this” added: bold"),
        (words("Read this"), words("Read this", size=24), "appearance   look of TextBox"),
    ],
    ids=["bold", "size"],
)
def test_looks_of_words(old: Fill, new: Fill, said: str) -> None:
    assert report(make(old), make(new)) == said


def test_hidden_slides_and_slide_sizes() -> None:
    def hide(slide: Any) -> None:
        words("Some words")(slide)
        slide._element.set("show", "0")

    assert report(make(words("Some words")), make(hide)) == "visibility   shown → hidden"
    presentation = Presentation(io.BytesIO(make(words("Some words"))))
    presentation.slide_width = Cm(33.9)
    target = io.BytesIO()
    presentation.save(target)
    assert (
        report(make(words("Some words")), target.getvalue()) == "slide size   25.4 × 19.1 cm → 33.9 × 19.1 cm"
    )


def test_a_slide_keeps_its_identity_when_all_its_words_are_new() -> None:
    """PowerPoint gives each slide a number that stays, p14:creationId."""
    creation = "http://schemas.microsoft.com/office/powerpoint/2010/main"

    def known(text: str) -> Fill:
        def fill(slide: Any) -> None:
            from lxml import etree

            words(text)(slide)
            etree.SubElement(slide._element, f"{{{creation}}}creationId").set("val", "4711")

        return fill

    old, new = (
        make(words("First"), known("Entirely other words")),
        make(words("First"), known("Nothing stays")),
    )
    assert report(old, new) == "text         - Entirely other words\n+ Nothing stays"


FINISHED = sorted(SAMPLES.rglob("*.pptx")) if SAMPLES.is_dir() else []


@pytest.mark.skipif(not FINISHED, reason="the sample decks are not here")
def test_decks_of_others_are_read_and_are_as_themselves() -> None:
    decks = [read_deck(path.read_bytes()) for path in FINISHED]
    for path, deck in zip(FINISHED, decks, strict=True):
        assert compare_decks(path.name, deck, deck).status == "same"
    for old in decks:
        for new in decks:
            comparison = Comparison("old", "new", (compare_decks("deck", old, new),))
            assert comparison.has_differences == (old is not new)
            assert format_json(comparison)
            assert format_markdown(comparison)
            assert format_text(comparison, in_color=True)
            assert format_page(comparison, Pictures())
