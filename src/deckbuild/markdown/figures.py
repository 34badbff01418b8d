"""Fences that hold figures: charts, diagrams, formulas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from deckbuild.model import Figure, Inline, Picture
from deckbuild.model.blocks import FigureKind
from deckbuild.source import Span

from .attributes import Attributes, report_attributes
from .context import Context
from .places import CutPlace

if TYPE_CHECKING:
    from deckbuild.model.segment import Role, Syntax

FIGURES: dict[str, FigureKind] = {
    "chart": "chart",
    "diagram": "diagram",
    "mermaid": "diagram",
    "math": "math",
}
"""Which languages of a fence make which figure."""

_Written = dict[str, tuple[str, CutPlace, "Syntax"]]
"""By key: a text, its place, and what it stands in."""
_OPTION = re.compile(r"\s*([A-Za-z][\w-]*)[ \t]*:[ \t]+(.*?)[ \t]*")
_COMMON = ("alt", "caption", "source", "width")
_NO_OPTIONS = (*_COMMON, "step", "steps", "#", ".")
CHART_KEYS = (
    "type", "title", "x-axis", "y-axis", "y2-axis", "unit", "min", "max", "decimals", "labels", "legend",
    "colors", "stacked", "gap", "markers", "smooth", "line", "secondary", "highlight",
)  # fmt: skip
"""The options of a chart that may be written as attributes; ``figures/`` reads them."""

_ROLES: dict[str, Role] = {"alt": "alt", "caption": "caption", "source": "source"}
_KEYS: dict[FigureKind, tuple[str, ...]] = {
    "chart": (*_COMMON, "step", *CHART_KEYS),
    "diagram": (*_COMMON, "step", "steps"),
    "math": (),
}
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
    steps = context.steps
    step = steps.given(attributes, place, context.collector) or 0
    stepped = kind == "diagram" and steps.open(steps.asks(attributes, place, context.collector))
    options = [(item.name, item.value) for item in attributes.items if item.name not in _NO_OPTIONS]
    written: _Written = {
        item.name: (item.value, place.from_offset(item.value_start), "attribute")
        for item in reversed(attributes.items)
        if item.name in _COMMON
    }
    if kind == "chart":
        written = {**_read_lines(context, element), **written}

    if context.segments is not None:
        _note_texts(context, written)

    def read_inlines(key: str) -> tuple[Inline, ...]:
        return context.read_inlines(*written[key][:2], None) if key in written else ()

    return Figure(
        kind,
        element.text or "",
        context.span(element),
        _line_spans(context, element),
        (*options, ("steps", "")) if stepped else tuple(options),
        written["alt"][0] if "alt" in written else "",
        read_inlines("caption"),
        read_inlines("source"),
        written["width"][0] if "width" in written else None,
        step=step,
    )


def _note_texts(context: Context, written: _Written) -> None:
    for key, (text, place, syntax) in written.items():
        if key in _ROLES:
            context.note(_ROLES[key], text, place, syntax)


def _read_lines(context: Context, element: Element) -> _Written:
    """Return what a figure's first lines say of it, as ``caption: text``, with the place of the text."""
    found: _Written = {}
    for line, cut in zip((element.text or "").split("\n"), context.cuts[element].lines, strict=False):
        option = _OPTION.fullmatch(line)
        if option is None:
            break
        if option[1] in _COMMON:
            found.setdefault(
                option[1], (option[2], CutPlace(context.source, [cut], option.start(2)), "option")
            )
    return found


def _line_spans(context: Context, element: Element) -> tuple[Span, ...]:
    return tuple(context.source.span(start, end) for start, end in context.cuts[element].lines)


def make_chart(picture: Picture, kind: str, attributes: Attributes) -> Figure:
    """Return the chart of a CSV file, written as a picture with ``chart=``; its text is yet to be read."""
    options = [(item.name, item.value) for item in attributes.items if item.name in CHART_KEYS]
    return Figure(
        "chart",
        "",
        picture.span,
        (),
        (("type", kind), *options),
        picture.alt,
        picture.caption,
        picture.credit,
        picture.width,
        picture.source,
        step=picture.step,
    )
