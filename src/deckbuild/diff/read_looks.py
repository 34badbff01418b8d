"""Where shapes stand and how they are drawn: what is compared when what they say is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.digest import sha256_hex
from deckbuild.template.drawing import find
from deckbuild.units import Box

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLED = ("spPr", "grpSpPr", "style", "bodyPr", "pPr", "rPr", "tblPr", "tcPr", "bgPr", "bgRef")
"""Elements that say how something is drawn, with all that is in them."""

_PASSED = frozenset(
    (
        *("xfrm", "extLst", "normAutofit", "hlinkClick", "hlinkHover"),
        *("buChar", "buAutoNum", "buNone", "buBlip", "buFont", "buFontTx", "buClr", "buClrTx"),
        *("buSzPct", "buSzPts", "buSzTx"),
    )
)
"""What in them is told otherwise, or is PowerPoint's own reckoning."""

_TOLD = frozenset(
    (
        "lang",
        "altLang",
        "b",
        "i",
        "u",
        "strike",
        "baseline",
        "lvl",
        "marL",
        "indent",
        "dirty",
        "err",
        "noProof",
    )
)
"""Attributes likewise."""


def read_box(element: _Element) -> Box | None:
    """Return a shape's place; None where it has its layout's."""
    frame = find(element, "spPr", "xfrm")
    if frame is None:
        frame = find(element, "grpSpPr", "xfrm")
    if frame is None:
        frame = find(element, "xfrm")
    offset, extent = find(frame, "off"), find(frame, "ext")
    if offset is None or extent is None:
        return None
    return Box(_length(offset, "x"), _length(offset, "y"), _length(extent, "cx"), _length(extent, "cy"))


def read_style(element: _Element) -> str:
    """Return a digest of the ways in which a shape, or what is in it, is drawn; "" for no way of its own."""
    found: set[str] = set()
    for child in element.iter():
        if _local(child) in _STYLED:
            _spell(child, found)
    return sha256_hex("\n".join(sorted(found)).encode()) if found else ""


def _spell(element: _Element, found: set[str]) -> None:
    """Add what an element says and what its children do, each with the path to it."""
    stack = [(element, "")]
    while stack:
        each, path = stack.pop()
        name = _local(each)
        if name in _PASSED:
            continue
        path = f"{path}/{name}"
        attributes = [item for item in sorted(each.attrib.items()) if item[0] not in _TOLD]
        if attributes:
            found.add(f"{path} {attributes}")
        elif path.count("/") > 1 and not len(each):
            found.add(path)
        stack += [(child, path) for child in each]


def _length(element: _Element, name: str) -> int:
    try:
        return int(element.get(name, "0"))
    except ValueError:
        return 0


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
