"""Catalogues as XLIFF 2.0 (OASIS, 2014; ISO 21720), read and written by newer tools.

A unit is a message: ``name`` its context, its inline codes ``ph``, ``sc`` and ``ec`` with their text in
``originalData``, ``slr:sizeRestriction`` the characters there is room for. All else are notes, by category.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from deckbuild.source import Span

from .catalogue import Catalogue, Entry
from .content import Code, Content, number_alike, split_content
from .facts import entry_facts, read_catalogue_facts, read_entry, read_header
from .xml_files import fill_text, line_of, xml_text

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_SIZES = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
_NAMESPACES: Any = {None: NAMESPACE, "slr": _SIZES}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ROOM = f"{{{_SIZES}}}sizeRestriction"
_LOCATION = "location"
_FUZZY = "deckbuild:fuzzy"


def make_xliff20(catalogue: Catalogue, original: str) -> _Element:
    """Return a catalogue as the root of an XLIFF 2.0 file; ``original`` is the deck's path."""
    from lxml.etree import Element, SubElement

    languages = {
        "version": "2.0",
        "srcLang": catalogue.header.get("X-Source-Language", "en"),
        "trgLang": catalogue.language,
    }
    root = Element(_tag("xliff"), languages, _NAMESPACES)
    file = SubElement(root, _tag("file"), {"id": "f1", "original": original})
    profiles = SubElement(file, f"{{{_SIZES}}}profiles", {"generalProfile": "xliff:codepoints"})
    SubElement(profiles, f"{{{_SIZES}}}normalization")
    facts = list(read_catalogue_facts(catalogue))
    if facts:
        notes = SubElement(file, _tag("notes"))
        for name, text in facts:
            SubElement(notes, _tag("note"), {"category": name}).text = xml_text(text)
    for number, entry in enumerate(catalogue.entries, 1):
        _add_unit(file, f"u{number}", entry)
    return root


def _add_unit(file: _Element, number: str, entry: Entry) -> None:
    from lxml.etree import SubElement

    message = entry.message
    attributes = {"id": number, "name": xml_text(message.context), _SPACE: "preserve"}
    if message.room is not None:
        attributes[_ROOM] = str(message.room)
    if entry.is_obsolete:
        attributes["translate"] = "no"
    unit = SubElement(file, _tag("unit"), attributes)
    places = ((_LOCATION, f"{place.file}:{place.line}") for place in message.places)
    facts = [*places, *entry_facts(entry)]
    if facts:
        notes = SubElement(unit, _tag("notes"))
        for name, text in facts:
            SubElement(notes, _tag("note"), {"category": name}).text = xml_text(text)
    source = split_content(message.text)
    target = number_alike(split_content(entry.translation), source)
    data = _add_data(unit, (*source, *target))
    state = {"state": "initial"}
    if entry.is_fuzzy:
        state["subState"] = _FUZZY
    elif entry.translation:
        state["state"] = "translated"
    segment = SubElement(unit, _tag("segment"), state)
    spell = partial(_spell, data=data)
    fill_text(SubElement(segment, _tag("source")), source, spell)
    if entry.translation or entry.is_fuzzy:
        fill_text(SubElement(segment, _tag("target")), target, spell)


def _add_data(unit: _Element, content: Content) -> dict[str, str]:
    """Write each code's text once and return the ids of these data by text."""
    from lxml.etree import SubElement

    texts = dict.fromkeys(part.text for part in content if isinstance(part, Code))
    if not texts:
        return {}
    data = SubElement(unit, _tag("originalData"))
    ids = {text: f"d{number}" for number, text in enumerate(texts, 1)}
    for text, number in ids.items():
        SubElement(data, _tag("data"), {"id": number}).text = xml_text(text)
    return ids


def _spell(code: Code, data: Mapping[str, str]) -> tuple[str, dict[str, str], str]:
    reference = {"dataRef": data[code.text]}
    if code.kind == "close":
        return _tag("ec"), {"startRef": f"c{code.pair}"} | reference, ""
    return _tag("sc" if code.kind == "open" else "ph"), {"id": f"c{code.number}"} | reference, ""


def read_xliff20(file: _Element, name: str, language: str, source_language: str) -> Catalogue:
    """Return the catalogue in a ``file`` element; ``name`` is that of the file, for places."""
    header, comment = read_header(list(_read_notes(file)), source_language)
    entries = tuple(_read_unit(unit, name) for unit in file.iter(_tag("unit")))
    return Catalogue(language, entries, header, comment)


def _read_unit(unit: _Element, name: str) -> Entry:
    data = {
        item.get("id", ""): item.text or ""
        for item in unit.iterfind(f"{_tag('originalData')}/{_tag('data')}")
    }
    parts = [part for part in unit if part.tag in (_tag("segment"), _tag("ignorable"))]
    segments = [part for part in parts if part.tag == _tag("segment")]
    targets = [part.find(_tag("target")) for part in segments]
    has_target = any(target is not None for target in targets)
    facts = list(_read_notes(unit))
    locations = (text.rpartition(":") for category, text in facts if category == _LOCATION)
    states = [(segment.get("state", "initial"), segment.get("subState", "")) for segment in segments]
    return read_entry(
        context=unit.get("name", ""),
        text="".join(_text(part.find(_tag("source")), data) for part in parts),
        translation="".join(_target_text(part, data) for part in parts) if has_target else "",
        is_fuzzy=has_target and any(state == "initial" for state, _ in states),
        is_obsolete=unit.get("translate") == "no",
        room=unit.get(_ROOM, ""),
        places=[(path, line) for path, _, line in locations],
        facts=facts,
        place=Span(name, line_of(unit), 1),
    )


def _target_text(part: _Element, data: Mapping[str, str]) -> str:
    """Return a part's translation; of what is between segments, and not translated, the source."""
    target = part.find(_tag("target"))
    return _text(part.find(_tag("source")) if target is None else target, data)


def _read_notes(element: _Element) -> Iterator[tuple[str, str]]:
    for note in element.iterfind(f"{_tag('notes')}/{_tag('note')}"):
        yield note.get("category", ""), note.text or ""


def _text(element: _Element | None, data: Mapping[str, str]) -> str:
    """Return an element's text with its codes in their places."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if tag in ("ph", "sc", "ec"):
            parts.append(data.get(child.get("dataRef", ""), ""))
        elif tag == "pc":
            start, end = child.get("dataRefStart", ""), child.get("dataRefEnd", "")
            parts += data.get(start, ""), _text(child, data), data.get(end, "")
        elif tag == "cp":
            parts.append(chr(int(child.get("hex", "FFFD"), 16)))
        elif tag == "mrk":
            parts.append(_text(child, data))
        parts.append(child.tail or "")
    return "".join(parts)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
