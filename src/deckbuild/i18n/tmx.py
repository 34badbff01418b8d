"""A catalogue's translations as a translation memory: TMX 1.4b (LISA, 2005), written only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .catalogue import Catalogue
from .content import Code, Content, number_alike, split_content
from .xml_files import fill_text, xml_text

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
    fill_text(segment, content, _spell)


def _spell(code: Code) -> tuple[str, dict[str, str], str]:
    attributes = {"x": str(code.number)}
    if code.kind != "alone":
        attributes = {"i": str(code.pair)} | (attributes if code.kind == "open" else {})
    return _TAGS[code.kind], attributes, code.text
