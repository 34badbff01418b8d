"""XML files of translation tools, read with care: they come from outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from deckbuild.diagnostics import Collector
from deckbuild.source import Span

from .content import Code, Content

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXTS = ("source", "target", "seg")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_xml(name: str, data: bytes, what: str, collector: Collector) -> _Element | None:
    """Return the root of a file that is to be ``what``; None when it is malformed: catalogue-syntax.

    Entities are not resolved and nothing else is loaded; a document type is not taken at all.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        text = re.sub(r", line \d+, column \d+.*$", "", str(error))
        collector.report(
            "catalogue-syntax", Span(name, line, 1 if line else 0), f"This is no {what} file: {text}."
        )
        return None
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:
        problem = f"This is no {what} file: it has a document type of its own."
        collector.report("catalogue-syntax", Span(name, 1, 1), problem)
        return None
    return root


def fill_text(
    element: _Element, content: Content, spell: Callable[[Code], tuple[str, Mapping[str, str], str]]
) -> None:
    """Write a text's parts into an element: ``spell`` gives a code's tag, attributes and text."""
    from lxml.etree import SubElement

    last: _Element | None = None
    for part in content:
        if isinstance(part, Code):
            tag, attributes, text = spell(part)
            last = SubElement(element, tag, dict(attributes))
            last.text = xml_text(text) or None
        elif last is None:
            element.text = xml_text(part)
        else:
            last.tail = xml_text(part)


def line_of(element: _Element) -> int:
    """Return the line of a file that an element stands in; 0 if that is not known."""
    line: Any = element.sourceline
    return int(line or 0)


def write_xml(root: _Element) -> bytes:
    """Return a file, indented but for the text of its segments."""
    from lxml import etree

    _indent(root, "\n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(element: _Element, line_end: str) -> None:
    """Put each child on a line of its own, but for those of elements that hold text."""
    if not len(element) or element.tag.rpartition("}")[2] in _TEXTS:
        return
    element.text = f"{line_end} "
    for child in element:
        _indent(child, f"{line_end} ")
        child.tail = f"{line_end} "
    element[-1].tail = line_end


def xml_text(text: str) -> str:
    """Return a text without the characters that XML cannot hold (XML 1.0, 2.2): U+FFFD is put there."""
    return _FORBIDDEN.sub("\ufffd", text)
