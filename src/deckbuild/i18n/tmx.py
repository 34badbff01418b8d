"""A catalogue's translations as a translation memory: TMX 1.4b (LISA, 2005), written only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .catalogue import Catalogue
from .content import Code, Content, number_alike, split_content
from .xml_files import xml_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TAGS = {"alone": "ph", "open": "bpt", "close": "ept"}


def make_tmx(catalogue: Catalogue) -> _Element:
    """Return what is translated in a catalogue, and not fuzzy, as the root of a TMX file."""
    from lxml.etree import Element, SubElement

    source_language = catalogue.header.get("X-Source-Language", "en")
    root = Element("tmx", version="1.4")
    SubElement(
        root,
        "header",
        {
            "creationtool": "deckbuild",
            "creationtoolversion": "1",
            "segtype": "paragraph",
            "o-tmf": "gettext",
            "adminlang": "en",
            "srclang": source_language,
            "datatype": "x-markdown",
        },
    )
    body = SubElement(root, "body")
    for entry in catalogue.entries:
        if entry.is_translated:
            unit = SubElement(body, "tu")
            SubElement(unit, "prop", {"type": "x-context"}).text = xml_text(entry.message.context)
            source = split_content(entry.message.text)
            _add_variant(unit, source_language, source)
            _add_variant(unit, catalogue.language, number_alike(split_content(entry.translation), source))
    return root


def _add_variant(unit: _Element, language: str, content: Content) -> None:
    from lxml.etree import SubElement

    segment = SubElement(SubElement(unit, "tuv", {_LANG: language}), "seg")
    last: _Element | None = None
    for part in content:
        if isinstance(part, Code):
            attributes = {"x": str(part.number)}
            if part.kind != "alone":
                attributes = {"i": str(part.pair)} | (attributes if part.kind == "open" else {})
            last = SubElement(segment, _TAGS[part.kind], attributes)
            last.text = xml_text(part.text)
        elif last is None:
            segment.text = xml_text(part)
        else:
            last.tail = xml_text(part)
