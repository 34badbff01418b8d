"""Which placeholders of a template stand on a fill of theirs, or their master's, not on the background."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

from deckbuild.template import Template

if TYPE_CHECKING:
    from lxml.etree import _Element

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill")
_TITLES = ("title", "ctrTitle")
_OWN = ("dt", "ftr", "sldNum")


def filled_placeholders(template: Template) -> set[tuple[str, int]]:
    """Return layout part and index of the placeholders that stand on a fill of theirs."""
    found = set()
    masters: dict[str, dict[str, bool | None]] = {}
    with zipfile.ZipFile(io.BytesIO(template.base)) as package:
        for layout in template.layouts:
            master = _master_of(package, layout.part)
            if master not in masters:
                masters[master] = {_role(ph): is_filled for ph, is_filled in _placeholders(package, master)}
            for ph, is_filled in _placeholders(package, layout.part):
                if masters[master].get(_role(ph)) if is_filled is None else is_filled:
                    found.add((layout.part, int(ph.get("idx", "0"))))
    return found


def _master_of(package: zipfile.ZipFile, part: str) -> str:
    folder, name = posixpath.split(part)
    relations = package.read(f"{folder}/_rels/{name}.rels").decode("utf-8", "replace")
    target = re.search(r'Target="([^"]*slideMaster[^"]*\.xml)"', relations)
    path = target[1] if target else ""
    return path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))


def _placeholders(package: zipfile.ZipFile, part: str) -> list[tuple[_Element, bool | None]]:
    """Return a part's placeholders, and whether they are filled; None where they do not say."""
    from lxml import etree

    if part not in package.namelist():
        return []
    root = etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False, huge_tree=False))
    shapes = ((shape, shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")) for shape in root.iter(f"{_P}sp"))
    return [(ph, _is_filled(shape)) for shape, ph in shapes if ph is not None]


def _is_filled(shape: _Element) -> bool | None:
    properties = shape.find(f"{_P}spPr")
    if properties is None or properties.find(f"{_A}noFill") is not None:
        return None if properties is None else False
    return True if any(properties.find(f"{_A}{fill}") is not None for fill in _FILLS) else None


def _role(ph: _Element) -> str:
    kind = ph.get("type", "obj")
    return "title" if kind in _TITLES else kind if kind in _OWN else "body"
