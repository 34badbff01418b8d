"""Catalogues as XLIFF 1.2 (OASIS, 2008), which most agencies' tools read and write.

A unit is a message: ``resname`` its context, ``maxwidth`` the characters there is room for, its inline codes
``bpt``, ``ept`` and ``ph`` with their text inside. All else that a catalogue knows are notes, by ``from``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from deckbuild.source import Span

from .catalogue import Catalogue, Entry
from .content import Code, number_alike, split_content
from .facts import entry_facts, read_catalogue_facts, read_entry, read_header
from .xml_files import fill_text, line_of, xml_text

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_NAMESPACES: Any = {None: NAMESPACE}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAGS = {"alone": "ph", "open": "bpt", "close": "ept"}
_FUZZY = frozenset(("needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n",
                    "needs-review-translation", "needs-translation", "new"))  # fmt: skip
"""States that say that somebody must look at a target (XLIFF 1.2, 2.3, ``state``)."""


def make_xliff12(catalogue: Catalogue, original: str) -> _Element:
    """Return a catalogue as the root of an XLIFF 1.2 file; ``original`` is the deck's path."""
    from lxml.etree import Element, SubElement

    root = Element(_tag("xliff"), {"version": "1.2"}, _NAMESPACES)
    file = SubElement(
        root,
        _tag("file"),
        {
            "original": original,
            "source-language": catalogue.header.get("X-Source-Language", "en"),
            "target-language": catalogue.language,
            "datatype": "x-markdown",
            _SPACE: "preserve",
        },
    )
    header = SubElement(file, _tag("header"))
    for name, text in read_catalogue_facts(catalogue):
        SubElement(header, _tag("note"), {"from": name}).text = xml_text(text)
    body = SubElement(file, _tag("body"))
    for number, entry in enumerate(catalogue.entries, 1):
        _add_unit(body, str(number), entry)
    return root


def _add_unit(body: _Element, number: str, entry: Entry) -> None:
    from lxml.etree import SubElement

    message = entry.message
    attributes = {"id": number, "resname": xml_text(message.context)}
    if message.room is not None:
        attributes |= {"maxwidth": str(message.room), "size-unit": "char"}
    if entry.is_obsolete:
        attributes["translate"] = "no"
    unit = SubElement(body, _tag("trans-unit"), attributes)
    source = split_content(message.text)
    fill_text(SubElement(unit, _tag("source")), source, _spell)
    if entry.translation or entry.is_fuzzy:
        state = "needs-review-translation" if entry.is_fuzzy else "translated"
        target = SubElement(unit, _tag("target"), {"state": state})
        fill_text(target, number_alike(split_content(entry.translation), source), _spell)
    for place in message.places:
        group = SubElement(unit, _tag("context-group"), {"purpose": "location"})
        SubElement(group, _tag("context"), {"context-type": "sourcefile"}).text = xml_text(place.file)
        SubElement(group, _tag("context"), {"context-type": "linenumber"}).text = str(place.line)
    for name, text in entry_facts(entry):
        SubElement(unit, _tag("note"), {"from": name}).text = xml_text(text)


def _spell(code: Code) -> tuple[str, dict[str, str], str]:
    attributes = {"id": str(code.number)}
    if code.kind != "alone":
        attributes["rid"] = str(code.pair)
    return _tag(_TAGS[code.kind]), attributes, code.text


def read_xliff12(file: _Element, name: str) -> Catalogue:
    """Return the catalogue in a ``file`` element; ``name`` is that of the file, for places."""
    header = [
        (note.get("from", ""), note.text or "") for note in file.iterfind(f"{_tag('header')}/{_tag('note')}")
    ]
    entries = tuple(_read_unit(unit, name) for unit in file.iter(_tag("trans-unit")))
    language = file.get("target-language", "")
    source_language = file.get("source-language", "")
    return Catalogue(language, entries, *read_header(header, source_language))


def _read_unit(unit: _Element, name: str) -> Entry:
    source = unit.find(_tag("source"))
    target = unit.find(_tag("target"))
    codes = {code.get("id", ""): code.text or "" for code in source} if source is not None else {}
    state = target.get("state", "") if target is not None else ""
    facts = [(note.get("from", ""), note.text or "") for note in unit.iterfind(_tag("note"))]
    return read_entry(
        context=unit.get("resname", ""),
        text=_text(source, codes) if source is not None else "",
        translation=_text(target, codes) if target is not None else "",
        is_fuzzy=state in _FUZZY,
        is_obsolete=unit.get("translate") == "no",
        room=unit.get("maxwidth", ""),
        places=list(_read_places(unit)),
        facts=facts,
        place=Span(name, line_of(unit if target is None else target), 1),
    )


def _read_places(unit: _Element) -> Iterator[tuple[str, str]]:
    for group in unit.iterfind(_tag("context-group")):
        said = {context.get("context-type"): context.text or "" for context in group}
        yield said.get("sourcefile", ""), said.get("linenumber", "")


def _text(element: _Element, codes: dict[str, str]) -> str:
    """Return an element's text with its codes; ``x`` and empty ones stand for the source's ``codes``."""
    parts = [element.text or ""]
    for child in element:
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if tag in ("ph", "bpt", "ept", "it"):
            parts.append("".join(map(str, child.itertext())) or codes.get(child.get("id", ""), ""))
        elif tag == "x":
            parts.append(codes.get(child.get("id", ""), ""))
        elif tag in ("mrk", "g", "sub"):
            parts.append(_text(child, codes))
        parts.append(child.tail or "")
    return "".join(parts)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
