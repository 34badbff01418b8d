"""Formulas in a slide's XML, put where python-pptx finds them: as text between dollar signs."""

from __future__ import annotations

import unicodedata
from typing import Any

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A14 = "{http://schemas.microsoft.com/office/drawing/2010/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def show_formulas(slide: Any) -> None:
    """Put each shape with formulas in the place of its alternatives, ``a14:m`` as a run of its characters.

    One on a line of its own is written between ``$$``.
    """
    from lxml import etree

    for alternatives in list(slide.iter(f"{_MC}AlternateContent")):
        (shape,) = alternatives.find(f"{_MC}Choice")
        for formula in list(shape.iter(f"{_A14}m")):
            mark = "$$" if formula.find(f"{_M}oMathPara") is not None else "$"
            characters = "".join(text.text or "" for text in formula.iter(f"{_M}t"))
            run = etree.Element(f"{_A}r")
            properties = formula.find(f".//{_A}rPr")
            etree.SubElement(run, f"{_A}rPr", lang=properties.get("lang"))
            etree.SubElement(run, f"{_A}t").text = f"{mark}{unicodedata.normalize('NFKC', characters)}{mark}"
            formula.getparent().replace(formula, run)
        alternatives.getparent().replace(alternatives, shape)
