"""The texts of figures with their places, and figures in other words: what translation needs of them."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.figures.chart_read import read_chart
from deckbuild.figures.diagram.read import read_diagram
from deckbuild.figures.texts import find_texts, translate_chart, translate_diagram
from deckbuild.model import Figure
from deckbuild.model.blocks import FigureKind
from deckbuild.source import SourceFile

CHART = """\
title: Sales
unit: apples
highlight: Shop

Year,Shop,"Market, open"
2019,1,2
2020,3,4
"""
FLOWCHART = """\
---
title: The way in
---
flowchart LR
  accTitle: From the door to the desk
  subgraph house [The house]
    door(["Front <br> door"]) -- push --> hall
    hall -->|"#quot;left#quot;"| desk@{ shape: cyl, label: "A desk" }
  end
  subgraph yard
    hall
  end
"""
SEQUENCE = """\
sequenceDiagram
  title: At noon
  box grey The office
  participant A as Ada
  actor Ben
  end
  A->>+Ben: Hello
  loop every day
    Ben-->>-A: Hello again
  end
  alt is it late
    Note over A,Ben: They leave
  else it is not
    A->>A: Work
  end
"""


def figure_of(kind: FigureKind, text: str) -> Figure:
    source = SourceFile("deck.md", f"```{kind}\n{text}```\n")
    lines = text.split("\n")
    places, at = [], len(f"```{kind}\n")
    for line in lines:
        places.append(source.span(at, at + len(line)))
        at += len(line) + 1
    return Figure(kind, text, source.span(0), tuple(places))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("chart", CHART, ["Sales", "apples", "Year", "Shop", "Market, open", "2019", "2020"]),
        (
            "diagram",
            FLOWCHART,
            ["The way in", "From the door to the desk", "The house", "Front\ndoor", "push", "hall", '"left"',
             "A desk", "yard"],
        ),
        (
            "diagram",
            SEQUENCE,
            ["At noon", "The office", "Ada", "Ben", "Hello", "every day", "Hello again", "is it late",
             "They leave", "it is not", "Work"],
        ),
    ],
    ids=["chart", "flowchart", "sequence"],
)  # fmt: skip
def test_all_texts_come_with_their_places(kind: FigureKind, text: str, expected: list[str]) -> None:
    figure = figure_of(kind, text)
    found = find_texts(figure, "en-GB")
    assert [each.text for each in found] == expected
    source = f"```{kind}\n{text}"
    written = [source[each.span.start : each.span.end] for each in found]
    plain = {'"Market, open"': "Market, open", "Front <br> door": "Front\ndoor", "#quot;left#quot;": '"left"'}
    assert [plain.get(each, each) for each in written] == expected
    for each in found:
        line = source.split("\n")[each.span.line - 1]
        assert line[each.span.column - 1 :].startswith(source[each.span.start : each.span.end])


def test_a_chart_in_other_words_keeps_what_its_options_name() -> None:
    chart = read_chart(figure_of("chart", CHART), "en-GB", Collector())
    assert chart is not None
    german = translate_chart(chart, {"Sales": "Umsatz", "Shop": "Laden", "apples": "Äpfel"})
    assert german.title is not None
    assert german.unit is not None
    assert (german.title.text, german.unit.text) == ("Umsatz", "Äpfel")
    assert [series.name.text for series in german.series] == ["Laden", "Market, open"]
    assert (german.highlight, german.highlights_series) == (0, True)


def test_a_diagram_in_other_words_keeps_its_edges() -> None:
    words = {"hall": "Flur", "Front\ndoor": "Haustür", "push": "drücken", "The house": "Das Haus"}
    chart = read_diagram(FLOWCHART, (), Collector())
    assert chart is not None
    german = translate_diagram(chart, words)
    assert [node.label for node in german.nodes] == ["Haustür", "Flur", "A desk"]  # type: ignore[union-attr]
    assert [edge.label for edge in german.edges] == ["drücken", '"left"']  # type: ignore[union-attr]
    assert [edge.source for edge in german.edges] == ["door", "hall"]  # type: ignore[union-attr]


def test_a_sequence_in_other_words() -> None:
    chart = read_diagram(SEQUENCE, (), Collector())
    assert chart is not None
    words = {text.text: text.text.upper() for text in find_texts(figure_of("diagram", SEQUENCE), "en-GB")}
    loud = translate_diagram(chart, words)
    assert loud.title == "AT NOON"
    assert all(each.label.isupper() and each.group.isupper() for each in loud.participants)  # type: ignore[union-attr]
    assert str(loud.items).count("HELLO") == 2  # type: ignore[union-attr]
    assert "label='IT IS NOT'" in str(loud.items)  # type: ignore[union-attr]


def test_a_figure_that_cannot_be_read_has_no_texts() -> None:
    assert find_texts(figure_of("chart", "type: cake\n\na,b\n1,2\n"), "en") == ()
    assert find_texts(figure_of("diagram", "flowchart LR\n  a -->\n"), "en") == ()
    assert find_texts(figure_of("math", "x^2\n"), "en") == ()
