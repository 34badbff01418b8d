"""The built-in brand's template with one thing in it that ``deckbuild template check`` speaks of."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.util import Pt

ALDERWICK = Path(__file__).parents[2] / "src/deckbuild/brand/builtin/alderwick/template.pptx"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def spoil(what: str = "") -> bytes:
    """Return the template with ``what`` spoiled in it (a case below), or as it is."""
    deck = Presentation(io.BytesIO(ALDERWICK.read_bytes()))
    _spoil(deck, what)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _spoil(deck: Any, what: str) -> None:
    text, two = deck.slide_layouts[2], deck.slide_layouts[3]
    master = deck.slide_master
    match what:
        case "font":
            theme = next(rel.target_part for rel in master.part.rels.values() if "theme" in rel.reltype)
            theme._blob = theme.blob.replace(
                b'<a:latin typeface="Calibri"/>', b'<a:latin typeface="Acme Grotesk"/>'
            )
        case "color":
            for run in master.element.xpath("p:txStyles/p:bodyStyle//a:defRPr"):
                run.remove(run[0])
                fill = etree.SubElement(run, f"{_DRAWING}solidFill")
                run.insert(0, fill)
                etree.SubElement(fill, f"{_DRAWING}srgbClr", val="F4F4F4")
        case "number":
            for shape in text.element.xpath("p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph/@type='sldNum']"):
                shape.getparent().remove(shape)
        case "size":
            for run in master.element.xpath("p:txStyles/p:bodyStyle//a:defRPr"):
                run.set("sz", str(Pt(12).pt * 100).removesuffix(".0"))
        case "autofit":
            for fit in master.element.xpath(".//a:normAutofit"):
                fit.getparent().replace(fit, etree.Element(f"{_DRAWING}noAutofit"))
        case "title":
            title = two.placeholders[0].element
            two.shapes._spTree.remove(title)
        case "name":
            text.name = two.name
        case "nameless":
            text.element.cSld.attrib.pop("name")
        case "off":
            body = text.placeholders[1]
            body.left, body.top, body.width, body.height = Pt(-70), Pt(130), Pt(700), Pt(310)
