"""A slide for each build step: what has appeared so far, all in its place."""

from __future__ import annotations

from deckbuild.layout import LayoutSettings
from deckbuild.layout.laid_out import LaidOutSlide, TextShape
from deckbuild.layout.steps import find_steps

from .laying import lay_out

SLIDES = LayoutSettings(steps="slides")


def places(slide: LaidOutSlide) -> dict[str, object]:
    return {shape.name: (shape.box, shape.placeholder) for shape in slide.shapes}


def body(slide: LaidOutSlide) -> TextShape:
    return next(
        shape
        for shape in slide.shapes
        if isinstance(shape, TextShape) and shape.placeholder and shape.placeholder.type == "obj"
    )


def test_everything_stands_where_it_stands_in_the_last_step() -> None:
    text = """
## S {#s}

Before.

::: columns {steps}
::: column
- One
- Two
:::
::: column
| A | B |
|---|---|
| 1 | 2 |
:::
:::

```python
print("after")
```
"""
    slides = lay_out(text, settings=SLIDES).deck.slides
    last = places(slides[-1])
    assert len(slides) == 3
    assert all(places(slide).items() <= last.items() for slide in slides)
    assert [find_steps(slide.shapes) for slide in slides] == [(), (1,), (1, 2)]


def test_links_lead_to_the_first_and_numbers_go_on() -> None:
    laid = lay_out("## S {#s}\n\nT\n\n{steps}\n- One\n- Two\n\n## E {#e}\n", settings=SLIDES)
    assert laid.deck.anchors == {"s": 0, "e": 3}
    assert [slide.anchor for slide in laid.deck.slides] == ["s", "", "", "e"]
    numbers = [
        run.text
        for slide in laid.deck.slides
        for shape in slide.shapes
        if isinstance(shape, TextShape) and shape.placeholder and shape.placeholder.type == "sldNum"
        for run in shape.body.paragraphs[0].runs
    ]
    assert numbers == ["1", "2", "3", "4"]


def test_steps_everywhere_goes_before_what_the_slide_says() -> None:
    text = "## S {steps=slides}\n\n- One\n- Two\n"
    assert len(lay_out(text).deck.slides) == 2
    everywhere = LayoutSettings(steps="clicks", steps_everywhere=True)
    (slide,) = lay_out(text, settings=everywhere).deck.slides
    assert slide.steps == (1, 2)


def test_text_that_is_shrunk_keeps_what_is_not_seen() -> None:
    long = "".join(f"- Item {number} says something that takes a line\n" for number in range(11))
    slides = lay_out(f"## S {{fit=shrink}}\n\n{{steps}}\n{long}", settings=SLIDES).deck.slides
    first = body(slides[0])
    assert first.body.line_reduction > 0
    colors = [{run.style.color for run in paragraph.runs} for paragraph in first.body.paragraphs]
    assert colors == [{None}, *[{"none"}] * 10]
    assert len(slides) == 11


def test_every_part_of_a_divided_slide_has_its_own_steps() -> None:
    long = "".join(f"- Item {number} says something that takes a line\n" for number in range(30))
    parts = lay_out(f"## S\n\n{{steps}}\n{long}").deck.slides
    assert [step for part in parts for step in part.steps] == list(range(1, 31))
    assert all(len(body(part).body.paragraphs) == len(part.steps) for part in parts)
    slides = lay_out(f"## S\n\n{{steps}}\n{long}", settings=SLIDES).deck.slides
    assert len(slides) == 30
