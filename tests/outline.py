"""A built deck as text, for people to read: ``suite/README.md`` describes the form.

Only python-pptx and the XML it gives are asked, never deckbuild's own values: what stands in the file
counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deckbuild.figures.headers import read_header

from .clicks import clicks
from .formulas import show_formulas
from .numbering import Numbering

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

FOOTERS = {"ftr", "sldNum", "dt"}
MONOSPACED = {"Courier New", "Consolas"}
_TYPES = {None: "body", "obj": "body", "ctrTitle": "title", "subTitle": "subtitle"}


def outline(presentation: Any, files: Mapping[str, bytes], footers: bool = False) -> str:
    """Return the outline of a deck read by python-pptx; ``files`` are the pictures it was built from."""
    deck = _Deck(
        names={hashlib.sha256(data).hexdigest(): name for name, data in files.items()},
        numbers={slide.part.partname: number for number, slide in enumerate(presentation.slides, 1)},
        language=presentation.core_properties.language,
        footers=footers,
    )
    lines: list[str] = []
    for number, slide in enumerate(presentation.slides, 1):
        show_formulas(slide._element)
        lines += _Slide(slide, deck).lines(number)
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


@dataclass(frozen=True)
class _Deck:
    """What the outline of every slide needs to know of the deck."""

    names: Mapping[str, str]
    numbers: Mapping[str, int]
    language: str
    footers: bool


class _Slide:
    """One slide and its notes page, and what their parts refer to."""

    def __init__(self, slide: Any, deck: _Deck) -> None:
        self.slide, self.deck = slide, deck
        self.part = slide.part

    def lines(self, number: int) -> Iterator[str]:
        title = self.slide.shapes.title
        shown = title.text_frame.text.replace("\v", " ") if title is not None else "—"
        yield f"{number}  {shown}  ·  {self.slide.slide_layout.name}"
        background = self.slide._element.find(f"{P}cSld/{P}bg")
        if background is not None:
            yield f"   background {self._picture_name(background)}"
        for shape in self.slide.shapes:
            placeholder = shape._element.find(f".//{P}ph")
            kind = placeholder.get("type") if placeholder is not None else None
            if kind in FOOTERS and not self.deck.footers:
                continue
            yield from (f"   {line}".rstrip() for line in self._shape(shape, placeholder))
        yield from (f"   {line}" for line in clicks(self.slide._element))
        if self.slide.has_notes_slide:
            yield from (f"   {line}" for line in self._notes())

    def _shape(self, shape: Any, placeholder: Any) -> Iterator[str]:
        label = shape.name.rstrip("0123456789 ").lower()
        free = " (free)" if placeholder is None else ""
        if placeholder is not None:
            kind = placeholder.get("type")
            label = _TYPES.get(kind, kind)
        if shape.has_text_frame:
            label += free if label in ("body", "title") else ""
            if label == "title" and not self._has_marks(shape):
                return
            yield label
            if shape.text_frame.text:
                yield from self._paragraphs(shape._element.iter(f"{A}p"), _styles(self.slide, placeholder))
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield f"table{free}"
            yield from self._table(shape._element.find(f".//{A}tbl"))
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            yield f"chart {shape._element.nvGraphicFramePr.cNvPr.get('descr')!r}{free}"
            yield from _chart(shape.chart)
        elif shape._element.tag == f"{P}cxnSp":
            yield f"{label}{self._glue(shape._element)}"
        elif shape._element.tag == f"{P}grpSp":
            alt = shape._element.nvGrpSpPr.cNvPr.get("descr")
            yield f"group {alt!r}" if alt else f"group of {shape.name}"
            for inner in shape.shapes:
                yield from (f"  {line}" for line in self._shape(inner, None))
        else:
            yield f"picture {self._picture(shape._element)}{free}"

    def _glue(self, connector: Any) -> str:
        """Return what a connector is glued to: the texts of two shapes, or their names."""
        ends = [connector.find(f".//{A}{name}") for name in ("stCxn", "endCxn")]
        if None in ends:
            return ""
        texts = {}
        for shape in self.slide._element.iter(f"{P}sp"):
            properties = shape.find(f".//{P}cNvPr")
            text = "".join(text.text or "" for text in shape.iter(f"{A}t"))
            texts[properties.get("id")] = text or properties.get("name")
        return " " + " → ".join(f"“{texts[end.get('id')]}”" for end in ends)

    def _has_marks(self, shape: Any) -> bool:
        """Whether a title says more than the text that stands in the slide's first line."""
        (text,) = self._paragraphs(shape._element.iter(f"{A}p"), []) or [""]
        return bool(text.strip() != shape.text_frame.text)

    def _notes(self) -> Iterator[str]:
        page = self.slide.notes_slide
        self.part = page.part
        for shape in page.shapes:
            placeholder = shape._element.find(f".//{P}ph")
            if placeholder is not None and placeholder.get("type") == "body":
                yield "notes"
                master = page.part.notes_master._element
                yield from self._paragraphs(shape._element.iter(f"{A}p"), [master.find(f"{P}notesStyle")])
        self.part = self.slide.part

    def _picture(self, element: Any) -> str:
        properties = element.find(f".//{P}cNvPr")
        alt = properties.get("descr")
        words = [self._picture_name(element), f'"{alt}"' if alt else "(no alt text)"]
        words += _proportions(element, self.part)
        clip = next((node for node in element.iter() if node.tag.endswith("2010/main}media")), None)
        if clip is not None:
            data = self.part.related_part(clip.get(f"{R}embed")).blob
            words.append(f"(plays {self.deck.names[hashlib.sha256(data).hexdigest()]})")
        link = properties.find(f"{A}hlinkClick")
        if link is not None and clip is None:
            words.append(f"→ {self._target(link)}")
        return " ".join(words)

    def _picture_name(self, element: Any) -> str:
        vector = next((node for node in element.iter() if node.tag.endswith("}svgBlip")), None)
        blip = vector if vector is not None else element.find(f".//{A}blip")
        blob = self.part.related_part(blip.get(f"{R}embed")).blob
        return self.deck.names.get(hashlib.sha256(blob).hexdigest(), "(a picture made by the build)")

    def _table(self, table: Any) -> Iterator[str]:
        rows = [[self._cell(cell) for cell in row.findall(f"{A}tc")] for row in table.findall(f"{A}tr")]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            yield f"  | {' | '.join(cells)} |"

    def _cell(self, cell: Any) -> str:
        if cell.get("vMerge"):
            return "^^"
        if cell.get("hMerge"):
            return "<<"
        paragraphs = cell.findall(f"{A}txBody/{A}p")
        text = " ¶ ".join(self._runs(paragraph) for paragraph in paragraphs)
        align = paragraphs[0].find(f"{A}pPr")
        sign = {"ctr": "↔ ", "r": "→ "}.get(align.get("algn", "") if align is not None else "", "")
        return sign + text

    def _paragraphs(self, paragraphs: Iterable[Any], styles: list[Any]) -> list[str]:
        numbering = Numbering()
        lines = []
        for paragraph in paragraphs:
            properties = paragraph.find(f"{A}pPr")
            level = int(properties.get("lvl", "0")) if properties is not None else 0
            inherited = [style.find(f"{A}lvl{level + 1}pPr") for style in styles if style is not None]
            mark = numbering.mark(level, [properties, *inherited])
            text = self._runs(paragraph)
            lines.append(("  " + "  " * level + mark + text).rstrip())
        return lines

    def _runs(self, paragraph: Any) -> str:
        """Return a paragraph's text with its marks, opened and closed like Markdown's."""
        out: list[str] = []
        open_marks: list[tuple[str, str]] = []
        for run in paragraph:
            if run.tag not in (f"{A}r", f"{A}br", f"{A}fld"):
                continue
            marks = self._marks(run.find(f"{A}rPr"))
            if run.tag == f"{A}br":
                marks = [mark for mark in open_marks if mark in marks or mark[0] != "["]
            # What goes on stays open, as long as nothing that ends was opened within it.
            kept = 0
            while kept < len(open_marks) and open_marks[kept] in marks:
                kept += 1
            out += [after for _, after in reversed(open_marks[kept:])]
            new = [mark for mark in marks if mark not in open_marks[:kept]]
            open_marks = open_marks[:kept] + new
            out += [before for before, _ in new]
            out.append(_text(run))
        out += [after for _, after in reversed(open_marks)]
        return "".join(out)

    def _marks(self, properties: Any) -> list[tuple[str, str]]:
        """Return what stands before and after a run, outermost first."""
        if properties is None:
            return []
        marks = []
        link = properties.find(f"{A}hlinkClick")
        if link is not None:
            marks.append(("[", f"]({self._target(link)})"))
        language = properties.get("lang")
        if language != self.deck.language:
            marks.append(("[", f"]{{lang={language}}}"))
        baseline = int(properties.get("baseline", "0"))
        face = properties.find(f"{A}latin")
        signs = [
            ("**", properties.get("b") == "1"),
            ("*", properties.get("i") == "1"),
            ("~~", properties.get("strike", "noStrike") != "noStrike"),
            ("__", properties.get("u", "none") != "none" and link is None),
            ("==", properties.find(f"{A}highlight") is not None),
            ("^", baseline > 0),
            ("~", baseline < 0),
            ("`", face is not None and face.get("typeface") in MONOSPACED),
        ]
        return marks + [(sign, sign) for sign, is_set in signs if is_set]

    def _target(self, link: Any) -> str:
        relationship = self.part.rels[link.get(f"{R}id")]
        if relationship.is_external:
            return str(relationship.target_ref)
        return f"slide {self.deck.numbers[relationship.target_part.partname]}"


def _chart(chart: Any) -> Iterator[str]:
    """Name each plot's type, then its categories, and the series with their numbers."""
    for plot in chart.plots:
        kind = plot._element.tag.rpartition("}")[2]
        direction = plot._element.find(f"{C}barDir")
        grouping = plot._element.find(f"{C}grouping")
        words = [kind, *(found.get("val") for found in (direction, grouping) if found is not None)]
        yield f"  {' '.join(words)}: {', '.join(map(str, plot.categories))}"
        for series in plot.series:
            values = ", ".join("" if value is None else f"{value:g}" for value in series.values)
            yield f"    {series.name}: {values}"


def _text(run: Any) -> str:
    if run.tag == f"{A}br":
        return "⏎"
    return f"{{{run.get('type')}}}" if run.tag == f"{A}fld" else run.findtext(f"{A}t") or ""


def _proportions(element: Any, part: Any) -> Iterator[str]:
    """Say what is cut off a picture, and whether the rest is stretched."""
    source = element.find(f".//{A}srcRect")
    cut = {side: int(source.get(side, "0")) / 100_000 if source is not None else 0 for side in "ltrb"}
    if any(cut.values()):
        yield "(cropped: " + ", ".join(f"{side} {share:.0%}" for side, share in cut.items() if share) + ")"
    blob = part.related_part(element.find(f".//{A}blip").get(f"{R}embed")).blob
    header = read_header(blob)
    assert header is not None
    extent = element.find(f"{P}spPr/{A}xfrm/{A}ext")
    if extent is None:
        return
    shown = int(extent.get("cx")) / int(extent.get("cy"))
    natural = header.width * (1 - cut["l"] - cut["r"]) / (header.height * (1 - cut["t"] - cut["b"]))
    if abs(shown / natural - 1) > 0.01:
        yield "(stretched)"


def _styles(slide: Any, placeholder: Any) -> list[Any]:
    """Return the list styles that a slide's shape inherits from, nearest first."""
    if placeholder is None or placeholder.get("type") in FOOTERS:
        return []
    kind, index = placeholder.get("type"), placeholder.get("idx", "0")
    found = []
    for shape in slide.slide_layout.placeholders:
        own = shape._element.find(f".//{P}ph")
        if own.get("idx", "0") == index:
            found.append(shape._element.find(f"{P}txBody/{A}lstStyle"))
    master = slide.slide_layout.slide_master
    style = "titleStyle" if kind in ("title", "ctrTitle") else "bodyStyle"
    same = {"title": "title", "ctrTitle": "title"}.get(kind or "", "body")
    for shape in master.placeholders:
        if shape._element.find(f".//{P}ph").get("type") == same:
            found.append(shape._element.find(f"{P}txBody/{A}lstStyle"))
    return [*found, master._element.find(f"{P}txStyles/{P}{style}")]
