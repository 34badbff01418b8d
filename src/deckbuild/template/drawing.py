"""Finding things in DrawingML and PresentationML elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def find(element: _Element | None, *names: str) -> _Element | None:
    """Follow local names of DrawingML or PresentationML down from an element; None where they end."""
    for name in names:
        if element is None:
            return None
        found = element.find(f"{A}{name}")
        element = element.find(f"{P}{name}") if found is None else found
    return element


def percentage(value: str) -> float:
    """Read ST_Percentage as a fraction: thousandths of a per cent, or a number with a per cent sign."""
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / 100_000
