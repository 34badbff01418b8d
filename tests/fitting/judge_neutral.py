"""A copy of a deck that hides nothing from LibreOffice.

LibreOffice shrinks text by its own lights where ``a:normAutofit`` stands and does not draw what lies
outside the slide. In the copy

- every text body has ``a:noAutofit``; what ``a:normAutofit`` stored is applied to the sizes (x
  ``fontScale``, rounded to a whole point, halves up) and to the line spacing (- ``lnSpcReduction``,
  ECMA-376 Part 1, 21.1.2.1.3), as PowerPoint paints it;
- no punctuation hangs over the end of a line (``hangingPunct``), so that every line has to fit;
- the slide is twice as wide and up to four times as high, its shapes left where they are;
- the text of each shape, and of each cell of a table, has a colour of its own, and no link: so a line
  in the drawing is known by its colour, whatever its words are.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from .judge_package import Content, ancestors, contents

_LARGEST = 51206400  # ST_SlideSizeCoordinate
_RUN_TAGS = (qn("a:r"), qn("a:fld"), qn("a:br"))
_FILLS = tuple(
    qn(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)
_LINKS = tuple(qn(f"a:{name}") for name in ("hlinkClick", "hlinkMouseOver", "highlight"))


@dataclass(frozen=True)
class Unit:
    """Text with a colour of its own: a shape's, or a cell's of a table (``row`` and ``column`` from 0)."""

    content: Content
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Neutral:
    """The copy, and for each slide its units; the colour of unit n is ``colour(n)``."""

    pptx: bytes
    slides: list[list[Unit]]


def colour(unit: int) -> tuple[int, int, int]:
    """Return the colour of a unit: base 64, in steps of 4, so that rounding changes nothing."""
    return (unit >> 12) % 64 * 4 + 2, (unit >> 6) % 64 * 4 + 2, unit % 64 * 4 + 2


def unit_of(red: int, green: int, blue: int) -> int | None:
    """Return the unit that has a colour; None when no unit can have it."""
    if any(abs(channel % 4 - 2) > 1 for channel in (red, green, blue)):
        return None
    return (red // 4 << 12) + (green // 4 << 6) + blue // 4


def neutralise(pptx: bytes) -> Neutral:
    """Return the copy of a deck."""
    presentation: Any = Presentation(io.BytesIO(pptx))
    presentation.slide_width = min(_LARGEST, presentation.slide_width * 2)
    presentation.slide_height = min(_LARGEST, presentation.slide_height * 4)
    defaults = presentation.element.find(qn("p:defaultTextStyle"))
    slides = []
    for slide in presentation.slides:
        units: list[Unit] = []
        styles = slide.slide_layout.slide_master.element.find(qn("p:txStyles"))
        for content in contents(slide):
            for unit, body in _bodies(content):
                if content.kind == "text":
                    _hang_nothing(body)
                    _apply_autofit(content.shape, _style_chain(content.shape, styles, defaults))
                _paint(body, colour(len(units)))
                units.append(unit)
        slides.append(units)
    out = io.BytesIO()
    presentation.save(out)
    return Neutral(out.getvalue(), slides)


def _bodies(content: Content) -> Iterator[tuple[Unit, Any]]:
    if content.kind == "text":
        yield Unit(content), content.shape._element.find(qn("p:txBody"))
    elif content.kind == "table":
        for row, tr in enumerate(content.shape._element.iter(qn("a:tr"))):
            for column, tc in enumerate(tr.iter(qn("a:tc"))):
                yield Unit(content, row, column), tc.find(qn("a:txBody"))


def _hang_nothing(body: Any) -> None:
    for paragraph in body.iter(qn("a:p")):
        properties = paragraph.find(qn("a:pPr"))
        if properties is None:
            properties = etree.Element(qn("a:pPr"))
            paragraph.insert(0, properties)
        properties.set("hangingPunct", "0")


def _paint(body: Any, rgb: tuple[int, int, int]) -> None:
    for run in body.iter(*_RUN_TAGS):
        properties = run.find(qn("a:rPr"))
        if properties is None:
            properties = etree.Element(qn("a:rPr"))
            run.insert(0, properties)
        for child in list(properties):
            if child.tag in _FILLS or child.tag in _LINKS:
                properties.remove(child)
        fill = etree.Element(qn("a:solidFill"))
        etree.SubElement(fill, qn("a:srgbClr")).set("val", bytes(rgb).hex().upper())
        properties.insert(1 if len(properties) and properties[0].tag == qn("a:ln") else 0, fill)


def _style_chain(shape: Any, styles: Any, defaults: Any) -> list[Any]:
    """Return the list styles a shape's paragraphs inherit from, nearest first."""
    chain = [element.find(".//" + qn("a:lstStyle")) for element in ancestors(shape)]
    if shape.is_placeholder and styles is not None:
        kind = shape.element.ph.get("type", "obj")
        name = {"title": "titleStyle", "ctrTitle": "titleStyle", "dt": "otherStyle", "ftr": "otherStyle",
                "sldNum": "otherStyle"}.get(kind, "bodyStyle")  # fmt: skip
        chain.append(styles.find(qn(f"p:{name}")))
    chain.append(defaults)
    return [style for style in chain if style is not None]


def _apply_autofit(shape: Any, chain: list[Any]) -> None:
    body = shape._element.find(qn("p:txBody"))
    scale, reduction = stored_autofit(shape)
    properties = body.find(qn("a:bodyPr"))
    for name in ("a:noAutofit", "a:normAutofit", "a:spAutoFit"):
        for child in properties.findall(qn(name)):
            properties.remove(child)
    # After a:prstTxWarp, before a:scene3d and what follows it.
    place = 1 if len(properties) and properties[0].tag == qn("a:prstTxWarp") else 0
    properties.insert(place, etree.Element(qn("a:noAutofit")))
    if scale == 1 and reduction == 0:
        return
    for paragraph in body.iter(qn("a:p")):
        _scale_paragraph(paragraph, chain, scale, reduction)


def stored_autofit(shape: Any) -> tuple[float, float]:
    """Return the ``fontScale`` and ``lnSpcReduction`` that hold for a shape, as fractions."""
    for element in ancestors(shape):
        for name in ("a:noAutofit", "a:normAutofit", "a:spAutoFit"):
            found = element.find(f".//{qn('a:bodyPr')}/{qn(name)}")
            if found is not None:
                return int(found.get("fontScale", 100000)) / 1e5, int(found.get("lnSpcReduction", 0)) / 1e5
    return 1.0, 0.0


def _scale_paragraph(paragraph: Any, chain: list[Any], scale: float, reduction: float) -> None:
    properties = paragraph.find(qn("a:pPr"))
    if properties is None:
        properties = etree.Element(qn("a:pPr"))
        paragraph.insert(0, properties)
    level = f"a:lvl{int(properties.get('lvl', 0)) + 1}pPr"
    inherited = [found for style in chain if (found := style.find(qn(level))) is not None]
    sizes = [d.get("sz") for p in inherited if (d := p.find(qn("a:defRPr"))) is not None and d.get("sz")]
    for run in (*paragraph.iter(*_RUN_TAGS), *paragraph.iter(qn("a:endParaRPr"))):
        own = run if run.tag == qn("a:endParaRPr") else run.find(qn("a:rPr"))
        if own is None:
            own = etree.Element(qn("a:rPr"))
            run.insert(0, own)
        size = int(own.get("sz") or (sizes or ["1800"])[0])
        own.set("sz", str(int(size * scale / 100 + 0.5) * 100 if scale != 1 else size))
    spacings = [p.find(f"{qn('a:lnSpc')}/{qn('a:spcPct')}") for p in (properties, *inherited)]
    factor = next((int(found.get("val")) for found in spacings if found is not None), 100000)
    if properties.find(f"{qn('a:lnSpc')}/{qn('a:spcPts')}") is None:
        for old in properties.findall(qn("a:lnSpc")):
            properties.remove(old)
        spacing = etree.Element(qn("a:lnSpc"))
        etree.SubElement(spacing, qn("a:spcPct")).set("val", str(round(factor - reduction * 1e5)))
        properties.insert(0, spacing)
