"""Text from right to left: the direction of paragraphs, and slides mirrored for decks read that way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from deckbuild.layout.laid_out import (
    ChartShape,
    ConnectorShape,
    GroupShape,
    LaidOutSlide,
    Shape,
    TableShape,
    TextParagraph,
    TextShape,
)

from .laying import body, branding, lay_out, paragraphs_of

_WIDTH = branding()[1].slide_size[0]


def _directions(markdown: str, language: str) -> list[tuple[bool | None, str | None]]:
    shape = body(lay_out(f"## Title\n\n- {markdown}", language=language).slide)
    return [(paragraph.rtl, paragraph.align) for paragraph in shape.body.paragraphs]


@pytest.mark.parametrize(
    ("language", "markdown", "expected"),
    [
        ("en", "نص", (None, None)),  # the author has not said that it is Arabic
        ("en", "[نص عربي]{lang=ar}", (True, "r")),
        ("en", "English and [نص]{lang=ar}", (None, None)),
        ("ar", "نص", (True, None)),  # aligned right as the mirrored layout says
        ("ar", "يعمل [Nova]{lang=en} هنا", (True, None)),
        ("ar", "[An English sentence.]{lang=en}", (False, "l")),
        ("ar", "`nova list`", (True, None)),  # code alone has no direction of its own
        ("qps-plocm", "[Ţéxţ]", (True, None)),
    ],
)
def test_a_paragraph_has_the_direction_of_most_of_its_text(
    language: str, markdown: str, expected: tuple[bool | None, str | None]
) -> None:
    assert _directions(markdown, language) == [expected]


@pytest.mark.parametrize(
    ("language", "link", "expected"),
    [
        ("ar", "سحابة OpenStack؟", ["[سحابة]", " ", "[OpenStack]", "؟"]),
        ("ar", "واجهة (REST API 2) واحدة", ["[واجهة]", " (", "[REST API 2]", ") ", "[واحدة]"]),
        ("ar", "مجتمع كبير", ["[مجتمع كبير]"]),
        ("ar", "docs.example.org", ["[docs.example.org]"]),
        ("en", "cloud سحابة", ["[cloud سحابة]"]),
    ],
)
def test_a_link_with_both_directions_is_one_on_each_stretch(
    language: str, link: str, expected: list[str]
) -> None:
    shape = body(lay_out(f"## Title\n\n- [{link}](https://example.org)", language=language).slide)
    runs = [run for paragraph in shape.body.paragraphs for run in paragraph.runs if run.text]
    assert [f"[{run.text}]" if run.link else run.text for run in runs] == expected
    assert all(run.link or (run.style.underline and run.style.color == "hlink") for run in runs)


def test_notes_are_directed_too() -> None:
    notes = lay_out("## عنوان\n\n::: notes\nنص\n\n[English]{lang=en}\n:::\n", language="ar").slide.notes
    assert notes is not None
    assert [(p.rtl, p.align) for p in notes.body.paragraphs] == [(True, None), (False, "l")]


def test_a_table_runs_from_right_to_left_and_its_cells_align_at_the_other_side() -> None:
    slide = lay_out("## ع\n\n| ا | ب |\n|:--|--:|\n| نص | 7 |\n", language="he").slide
    (table,) = [shape for shape in slide.shapes if isinstance(shape, TableShape)]
    assert table.rtl
    assert [cell.paragraphs[0].align for cell in table.rows[1].cells] == ["r", "l"]
    assert [cell.paragraphs[0].runs[0].text for cell in table.rows[1].cells] == ["نص", "7"]


def test_code_stays_left_to_right() -> None:
    slide = lay_out("## ع\n\n```python\nx = 1\n```\n\nنص\n", language="fa").slide
    code = [p for shape in slide.shapes for p in paragraphs_of(shape) if p.runs[0].text.startswith("x")]
    assert [(p.rtl, p.align) for p in code] == [(False, "l")]


_SLIDES = """
## Text {#text}

- a
- b

## Columns

::: columns
::: column
a
:::
::: column
b
:::
:::

## Cards

::: cards
### A
a
### B
b
:::

## Picture

![p](p.png "caption"){source=s}

- text beside it

## Diagram

```mermaid
flowchart LR
  A[one] --> B(two) --> C{three}
  C -->|yes| D>flag]
  subgraph group
    B
  end
```
"""


def _flat(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, GroupShape):
            yield from _flat(shape.shapes)


def _slides(language: str) -> tuple[LaidOutSlide, ...]:
    laid = lay_out(_SLIDES, {"p.png": (800, 600)}, language=language)
    assert laid.codes == ()
    return laid.deck.slides


def test_places_are_mirrored_and_nothing_else_changes() -> None:
    for plain, mirrored in zip(_slides("en"), _slides("ku-Arab"), strict=True):
        pairs = list(zip(_flat(plain.shapes), _flat(mirrored.shapes), strict=True))
        assert pairs
        for one, other in pairs:
            assert (one.box is None) == (other.box is None)
            if one.box is not None and other.box is not None:
                assert other.box == one.box._replace(x=_WIDTH - one.box.right), one.name


def test_connectors_hold_on_to_the_mirrored_side_of_their_shapes() -> None:
    def glue(language: str) -> list[tuple[int | None, int | None]]:
        return [
            (shape.start and shape.start.site, shape.end and shape.end.site)
            for shape in _flat(_slides(language)[-1].shapes)
            if isinstance(shape, ConnectorShape)
        ]

    def flipped(language: str) -> list[str]:
        shapes = _flat(_slides(language)[-1].shapes)
        return [shape.name for shape in shapes if isinstance(shape, TextShape) and shape.flipped]

    assert glue("en") == [(3, 1), (3, 1), (3, 1)]
    assert glue("ar") == [(1, 3), (1, 3), (1, 1)]  # a flag is flipped, its sites with it
    assert (flipped("en"), flipped("ar")) == ([], ["flag"])


def test_axes_run_from_right_to_left_but_for_scatter_charts() -> None:
    def is_reversed(kind: str) -> bool:
        slide = lay_out(f"## ع\n\n```chart\ntype: {kind}\nس,ص\n1,2\n2,3\n```\n", language="ar").slide
        (chart,) = [shape for shape in slide.shapes if isinstance(shape, ChartShape)]
        return chart.look.rtl

    assert [is_reversed(kind) for kind in ("column", "bar", "line", "scatter")] == [True, True, True, False]


def test_a_deck_without_any_text_from_right_to_left_says_nothing_of_directions() -> None:
    def paragraphs() -> Iterator[TextParagraph]:
        for slide in _slides("de"):
            for shape in _flat(slide.shapes):
                yield from paragraphs_of(shape)

    assert {paragraph.rtl for paragraph in paragraphs()} == {None}


def test_lifelines_are_glued_at_the_same_places_seen_from_the_other_side() -> None:
    markdown = "## ع\n\n```mermaid\nsequenceDiagram\n  A->>+B: x\n  B-->>-A: y\n  A->>A: z\n```\n"

    def sites(language: str) -> list[tuple[tuple[float, float], ...]]:
        shapes = _flat(lay_out(markdown, language=language).slide.shapes)
        return [shape.sites for shape in shapes if isinstance(shape, TextShape) and shape.sites]

    assert sites("he") == [tuple((1 - x, y) for x, y in places) for places in sites("en")]
    loops = [
        shape.flipped
        for language in ("en", "he")
        for shape in _flat(lay_out(markdown, language=language).slide.shapes)
        if isinstance(shape, TextShape) and shape.geometry == "loop"
    ]
    assert loops == [False, True]
