"""One deck with every kind of figure, and one with every kind of mistake in a figure."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import decks
from tests.clips import mp3, mp4

CHARTS = ("column", "bar", "line", "area", "pie", "doughnut", "scatter", "combined")
SLIDES = """\
## Flowchart

![](way.mmd)

## Flowchart again

![The way](way.mmd)

## Sequence

```diagram
sequenceDiagram
  participant A as Ada
  actor B as Ben
  A->>+B: Hello
  B->>B: Think
  B-->>-A: Hello again
```

## Code

![](app.py){lines=2-3 highlight=3 .numbered}

## Region

![](app.py){region=main}

## Mathematics

Half is $\\frac{1}{2}$.

$$\\sum_{i=1}^n x_i = 0$$

::: notes
Say $\\frac{a+b}{2}$.
:::

## Media

![A film](film.mp4){poster=start.png}

## Sound

![A tone](tone.mp3)

## Lab

::: qr
[Lab guide](https://example.org/lab)
:::
"""
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def chart(kind: str) -> str:
    second = "" if kind in ("pie", "doughnut") else ",Old"
    rows = "\n".join(f"{2018 + n},{n + 1}{',2' if second else ''}" for n in range(3))
    return f"## {kind}\n\n```chart\ntype: {kind}\n\nYear,New{second}\n{rows}\n```\n"


@cache
def deck() -> decks.BuiltDeck:
    from tests.pictures import png

    files: dict[str, str | bytes] = {
        "talk.md": "\n".join((*map(chart, CHARTS), SLIDES)),
        "way.mmd": "flowchart LR\n  subgraph h [House]\n    a[(Door)] -->|opens| b{Hall}\n  end\n  b --> c\n",
        "app.py": "import sys\ndef run():  \n    # region main\n    return 1\n    # endregion\n",
        "film.mp4": mp4(),
        "tone.mp3": mp3(),
        "start.png": png(64, 36),
    }
    return decks.build(files)


def slide_named(title: str) -> Any:
    return next(slide for slide in deck().open().slides if slide.shapes.title.text == title)


def test_nothing_is_wrong_with_it() -> None:
    assert deck().report == ""


@pytest.mark.parametrize("kind", CHARTS)
def test_charts_are_native_with_their_numbers(kind: str) -> None:
    (frame,) = (shape for shape in slide_named(kind).shapes if shape.has_chart)
    assert frame.chart.part.chart_workbook.xlsx_part is not None
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr").endswith("3")


def test_connectors_are_glued_to_shapes_of_their_slide() -> None:
    for title, count in (("Flowchart", 2), ("Sequence", 2)):
        tree = slide_named(title).shapes._spTree
        ids = {each.get("id") for each in tree.iter(f"{P}cNvPr")}
        lines = list(tree.iter(f"{P}cxnSp"))
        assert len(lines) == count
        for line in lines:
            ends = [next(line.iter(f"{A}{end}")).get("id") for end in ("stCxn", "endCxn")]
            assert set(ends) <= ids
            assert ends[0] != ends[1]


def test_a_diagram_is_a_group_with_its_alternative_text_read_in_order() -> None:
    (group,) = (shape for shape in slide_named("Flowchart").shapes if shape.shape_type == 6)
    assert group._element.nvGrpSpPr.cNvPr.get("descr").startswith("Flowchart: Door leads to Hall (opens)")
    names = [each.get("name") for each in group._element.iter(f"{P}cNvPr")]
    assert names == ["Diagram", "House", "House", "Door", "Hall", "c", "Connector", "Connector", "Label"]


def test_slides_share_a_diagram_and_say_it_in_their_own_words() -> None:
    (group,) = (shape for shape in slide_named("Flowchart again").shapes if shape.shape_type == 6)
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == "The way"


def test_participants_are_groups_of_head_and_lifeline() -> None:
    (group,) = (shape for shape in slide_named("Sequence").shapes if shape.shape_type == 6)
    assert [inner.name for inner in group.shapes if inner.shape_type == 6] == ["Ada", "Ben"]


def test_formulas_are_office_math_with_text_for_other_readers() -> None:
    xml = deck().open().slides[len(CHARTS) + 5].part.blob.decode()
    (choice,) = re.findall("<mc:Choice.*?</mc:Choice>", xml, re.DOTALL)
    (fallback,) = re.findall("<mc:Fallback.*?</mc:Fallback>", xml, re.DOTALL)
    assert "<m:f>" in choice or "<math:f>" in choice
    assert "1/2" in fallback
    assert "(a + b)/2" in slide_named("Mathematics").notes_slide.notes_text_frame.text


def test_a_qr_code_leads_where_it_says() -> None:
    xml = slide_named("Lab").part.rels
    assert [rel.target_ref for rel in xml.values() if rel.is_external] == ["https://example.org/lab"]


PROBLEMS = {
    "Wrong type": ("```chart\ntype: cake\n\na,b\nx,1\n```", 2, "chart-type", "type: cake"),
    "Ragged": ("```chart\na,b\nx,1\ny,2,3\n```", 4, "chart-data", "y,2,3"),
    "Shape": ("```diagram\nflowchart LR\n  a@{ shape: star }\n```", 3, "diagram-unknown-shape", "star"),
    "Cycle": (
        "```diagram\nflowchart LR\n  subgraph a\n    a --> b\n  end\n```", 4, "diagram-cycle", "a --> b",
    ),
    "Formula": ("Text.\n\n$$\\frac{a}{$$", 3, "math-syntax", "\\frac{a}{"),
    "File": ("Text.\n\n![Gone](gone.mmd)", 3, "file-unreadable", "gone.mmd"),
}  # fmt: skip


@pytest.mark.parametrize("title", PROBLEMS)
def test_a_mistake_is_one_diagnostic_at_its_line_and_shows_its_source(title: str) -> None:
    text, line, code, shown = PROBLEMS[title]
    built = decks.build({"talk.md": f"## {title}\n\n{text}\n\n## Next\n\nStill here.\n"})
    assert [(each.code, each.span.line) for each in built.diagnostics] == [(code, line + 2)]
    slides = built.open().slides
    assert [slide.shapes.title.text for slide in slides] == [title, "Next"]
    words = "\n".join(shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame)
    assert shown in words


@pytest.mark.rendering
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_every_figure_opens_in_libreoffice(tmp_path: Path) -> None:
    data = deck().data
    assert data is not None
    (tmp_path / "deck.pptx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "deck.pptx")], check=True, capture_output=True, timeout=120)
    pages = re.findall(rb"/Type\s*/Page\b", (tmp_path / "deck.pdf").read_bytes())
    assert len(pages) == len(deck().open().slides)
