"""Code fences and what their info string says."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from deckbuild.model import CodeBlock, Figure

from .attributes import (
    NO_ATTRIBUTES,
    Attribute,
    Attributes,
    read_attribute_items,
    read_attributes,
    report_attributes,
)
from .context import Context
from .figures import FIGURES, read_figure
from .places import CutPlace

_KEYS = ("title", "lines", "start", "hl_lines", "linenums", "startFrom", "filename")
NUMBERED = ("numbered", "numberLines", "number-lines", "line-numbers")
"""Classes that ask for line numbers."""
_LANGUAGE = re.compile(r"[^\s{]+")


def read_fence(context: Context, element: Element) -> CodeBlock | Figure:
    """Read a fence: ``python {title="x.py" lines="2,4-6" start=10 .numbered}``, or a figure's.

    pandoc's ``{.python startFrom=10 .numberLines}`` and MkDocs' ``python hl_lines="2 4" linenums="10"`` say
    the same. Diagnostics: attribute-syntax, attribute-unknown, attribute-value.
    """
    info = element.get("info", "")
    cut = context.cuts[element].info
    place = CutPlace(context.source, [cut] if cut else [])
    language, attributes = _read_info(info)
    classes = [name for name in attributes.classes if name not in NUMBERED]
    if language is None and classes:
        language = classes[0]
    if language in FIGURES:
        return read_figure(context, element, language, attributes, place)
    if attributes:
        report_attributes(
            attributes, "a code fence", _KEYS, place, context.collector,
            classes=(*NUMBERED, *([language] if language else ())),
        )  # fmt: skip
    first = _read_number(context, attributes, place)
    highlighted = read_highlight(context, attributes.get("lines", "hl_lines"), place)
    numbered = any(name in NUMBERED for name in attributes.classes) or attributes.get("linenums") is not None
    title = attributes.value("title", "filename")
    return CodeBlock(element.text or "", context.span(element), language, title, highlighted, first, numbered)


def read_highlight(context: Context, item: Attribute | None, place: CutPlace) -> tuple[int, ...]:
    """Return the line numbers that an attribute names, none without it. Diagnostic: attribute-value."""
    numbers = read_line_numbers(item.value) if item else ()
    if item and numbers is None:
        context.collector.report(
            "attribute-value",
            place.span(item.start, item.end),
            f"`{item.value}` are no line numbers.",
            f'Write them as `{item.name}="2,4-6"`.',
        )
    return numbers or ()


def _read_info(info: str) -> tuple[str | None, Attributes]:
    if not info:
        return None, NO_ATTRIBUTES
    name = _LANGUAGE.match(info)
    position = name.end() if name else 0
    language = name[0].lower() if name else None
    while position < len(info) and info[position] in " \t":
        position += 1
    if position == len(info):
        return language, NO_ATTRIBUTES
    if info[position] == "{":
        attributes = read_attributes(info, position)
        if attributes is not None:
            rest = read_attribute_items(info, attributes.end)
            if rest and rest.malformed:
                return language, Attributes(
                    attributes.items, len(info), attributes.malformed + rest.malformed
                )
            return language, attributes
        rest_of_info = Attribute("", info[position:], position, len(info))
        return language, Attributes((), len(info), (rest_of_info,))
    return language, read_attribute_items(info, position) or NO_ATTRIBUTES


def _read_number(context: Context, attributes: Attributes, place: CutPlace) -> int:
    item = attributes.get("start", "startFrom", "linenums")
    if item is None:
        return 1
    if item.value.isascii() and item.value.isdigit() and len(item.value) < 9:
        return int(item.value)
    context.collector.report(
        "attribute-value", place.span(item.start, item.end), f"`{item.value}` is no line number."
    )
    return 1


def read_line_numbers(written: str) -> tuple[int, ...] | None:
    """Return the numbers that ``2,4-6`` or ``2 4-6`` names, in order; None when malformed."""
    numbers: set[int] = set()
    for part in re.split(r"[\s,]+", written.strip()):
        found = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", part, re.ASCII)
        if not found:
            return None
        first = int(found[1])
        last = int(found[2] or first)
        if last < first or last - first > 10_000:
            return None
        numbers.update(range(first, last + 1))
    return tuple(sorted(numbers))
