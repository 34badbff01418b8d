"""Fences that hold figures: charts, diagrams, formulas."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from deckbuild.model import Figure
from deckbuild.model.blocks import FigureKind
from deckbuild.source import Span

from .attributes import Attributes, report_attributes
from .context import Context
from .places import CutPlace
from .steps import report_steps

FIGURES: dict[str, FigureKind] = {
    "chart": "chart",
    "diagram": "diagram",
    "mermaid": "diagram",
    "math": "math",
}
"""Which languages of a fence make which figure."""

_COMMON = ("alt", "caption", "source", "width")
_KEYS: dict[FigureKind, tuple[str, ...]] = {"chart": _COMMON, "diagram": (*_COMMON, "steps"), "math": ()}
_CLASSES: dict[FigureKind, tuple[str, ...]] = {"chart": (), "diagram": (), "math": ()}


def read_figure(
    context: Context, element: Element, language: str, attributes: Attributes, place: CutPlace
) -> Figure:
    """Read a fence whose language names a figure; what it says is for ``figures/`` to understand.

    ``place`` is that of the info string. Diagnostics: attribute-syntax, attribute-unknown.
    """
    kind = FIGURES[language]
    report_attributes(
        attributes, f"a {kind} fence", _KEYS[kind], place, context.collector,
        classes=(*_CLASSES[kind], language),
    )  # fmt: skip
    report_steps(attributes, place, context.collector)
    caption, credit = attributes.get("caption"), attributes.get("source")
    return Figure(
        kind,
        element.text or "",
        context.span(element),
        _line_spans(context, element),
        tuple((item.name, item.value) for item in attributes.items if item.name not in (*_COMMON, "#")),
        attributes.value("alt") or "",
        context.read_inlines(caption.value, place.from_offset(caption.value_start)) if caption else (),
        context.read_inlines(credit.value, place.from_offset(credit.value_start)) if credit else (),
        attributes.value("width"),
    )


def _line_spans(context: Context, element: Element) -> tuple[Span, ...]:
    return tuple(context.source.span(start, end) for start, end in context.cuts[element].lines)
