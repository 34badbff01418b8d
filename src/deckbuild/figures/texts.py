"""The texts of a figure with their places, and a figure with other words in their stead: for translation.

A figure is translated after it is read: names that its source refers to (ids, series that an option
names) are found before, so that a translation cannot break them, and problems keep their places.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diagnostics import Collector
from deckbuild.model import Figure

from .chart import Chart
from .diagram.flowchart import Flowchart
from .diagram.sequence import Fragment, Message, Sequence, SequenceItem, SequenceNote
from .figure_text import FigureText

Words = Mapping[str, str]
"""Texts as written and what is said in their stead; what is not in it stays."""


def find_texts(figure: Figure, language: str) -> tuple[FigureText, ...]:
    """Return the texts that a chart or diagram shows, in the order of the source.

    They are titles, labels, names of series and categories. ``language`` is the BCP 47 tag by which numbers
    are read. A formula has none, nor has a figure that cannot be drawn, whose problems are reported when it
    is laid out.
    """
    quiet = Collector()
    if figure.kind == "chart":
        from .chart import texts_of
        from .chart_read import read_chart

        chart = read_chart(figure, language, quiet)
        return tuple(texts_of(chart)) if chart else ()
    if figure.kind == "diagram":
        from .diagram.read import read_diagram

        diagram = read_diagram(figure.text, figure.places, quiet)
        return diagram.texts if diagram else ()
    return ()


def translate_chart(chart: Chart, words: Words) -> Chart:
    """Return a chart that shows other words."""

    def say(text: FigureText) -> FigureText:
        return text._replace(text=words.get(text.text, text.text))

    return chart._replace(
        heading=say(chart.heading),
        categories=chart.categories if chart.kind == "scatter" else tuple(map(say, chart.categories)),
        series=tuple(series._replace(name=say(series.name)) for series in chart.series),
        title=chart.title and say(chart.title),
        x_title=chart.x_title and say(chart.x_title),
        y_title=chart.y_title and say(chart.y_title),
        y2_title=chart.y2_title and say(chart.y2_title),
        unit=chart.unit and say(chart.unit),
    )


def translate_diagram(diagram: Flowchart | Sequence, words: Words) -> Flowchart | Sequence:
    """Return a diagram that shows other words."""
    title = words.get(diagram.title, diagram.title)
    description = words.get(diagram.description, diagram.description)
    if isinstance(diagram, Flowchart):
        return diagram._replace(
            nodes=tuple(node._replace(label=words.get(node.label, node.label)) for node in diagram.nodes),
            edges=tuple(edge._replace(label=words.get(edge.label, edge.label)) for edge in diagram.edges),
            subgraphs=tuple(
                subgraph._replace(title=words.get(subgraph.title, subgraph.title))
                for subgraph in diagram.subgraphs
            ),
            title=title,
            description=description,
        )
    return diagram._replace(
        participants=tuple(
            each._replace(label=words.get(each.label, each.label), group=words.get(each.group, each.group))
            for each in diagram.participants
        ),
        items=tuple(_translate_item(item, words) for item in diagram.items),
        title=title,
        description=description,
    )


def _translate_item(item: SequenceItem, words: Words) -> SequenceItem:
    if isinstance(item, Message | SequenceNote):
        return item._replace(text=words.get(item.text, item.text))
    if not isinstance(item, Fragment):
        return item
    return item._replace(
        sections=tuple(
            section._replace(
                label=words.get(section.label, section.label),
                items=tuple(_translate_item(inner, words) for inner in section.items),
            )
            for section in item.sections
        )
    )
