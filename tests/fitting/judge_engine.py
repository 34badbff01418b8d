"""What the layout engine of betteroffice-pptx says: a second opinion that reads the deck as it is.

Tried on version 0.2.1, one slide a question:

- It keeps to PowerPoint's rules where LibreOffice does not: lines are 1.2 x size for every face, a stored
  ``normAutofit`` is applied (sizes rounded to whole points, as PowerPoint does) and a bare one changes
  nothing, table rows grow to their text with their cells' margins, joined cells included. The space
  before a box's first paragraph is left out.
- It has no face but those it is given, and falls back by family, never by character: a character that the
  face lacks gets the width of ``.notdef``, and ``a:ea`` and ``a:cs`` are not looked at. Therefore runs
  are split by script here and given a face that has them: blank ones of 1 em for Chinese, Japanese and
  Korean and 1.37 em for emoji (Segoe UI Emoji), installed ones for the rest.
- It wants a single face a file (no ``.ttc``), hence the blank faces.
- It breaks Thai between any two characters and knows no rule for where a line of Chinese may begin or
  end: its count of lines is right there, its breaks are not.
- A table is stretched to its frame where that is higher than its rows; PowerPoint goes by the rows alone.
- A line's width includes the spaces that hang at its end.
- A placeholder of a layout whose index the master does not have inherits no ``a:bodyPr`` from the master
  (PowerPoint and LibreOffice go by its type): the insets are written out in the copy it gets.
"""

from __future__ import annotations

import functools
import io
import re
import subprocess
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import betteroffice_pptx
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from .judge_package import EMU_PER_POINT, Box, contents, insets

_POINTS = 0.75  # the engine counts in pixels of 1/96 inch
_EMOJI = "[\u231a-\u23ff\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]"
_SCRIPTS = {
    "wide": re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"),
    "emoji": re.compile(_EMOJI),
    "joiner": re.compile("[\u200d\ufe0f\U0001f3fb-\U0001f3ff]"),
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "hi": re.compile("[\u0900-\u097f]"),
}
_BLANKS = {"wide": 1.0, "emoji": 1.37, "joiner": 0.0}
_WITHOUT_FACE = 0.45
"""The width of a character, in em, of a script that no installed face has."""


@dataclass(frozen=True)
class LaidOut:
    """A shape as the engine lays it out: its lines, or for a table the place it takes, in points."""

    lines: list[Box]
    table: Box | None = None


def lay_out(pptx: bytes) -> list[dict[int, LaidOut]]:
    """Return for each slide its shapes by their id."""
    copy, families = _prepare(pptx)
    deck = betteroffice_pptx.Presentation.open(copy)
    for family in families:
        for bold in (False, True):
            for italic in (False, True):
                deck.register_font(family, _face(family, bold, italic), bold=bold, italic=italic)
    return [_read(deck.render_slide(number).to_dict()["primitives"]) for number in range(deck.slide_count)]


def _read(primitives: list[dict[str, Any]]) -> dict[int, LaidOut]:
    shapes = {}
    for primitive in _flat(primitives):
        if not str(primitive.get("shapeId", "")).startswith("slide:"):
            continue
        if primitive["kind"] == "textBox":
            lines = [_line(line) for line in primitive["lines"] if line["runs"]]
            shapes[primitive["objectId"]] = LaidOut(lines)
        elif primitive["kind"] == "table":
            shapes[primitive["objectId"]] = LaidOut([], _box(primitive))
    return shapes


def _flat(primitives: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return primitives with those of groups after them; those of tables stay inside."""
    flat = []
    for primitive in primitives:
        flat.append(primitive)
        if primitive["kind"] == "group":
            flat.extend(_flat(primitive.get("primitives", [])))
    return flat


def _box(primitive: dict[str, Any]) -> Box:
    x, y, width, height = (primitive[name] * _POINTS for name in "xywh")
    return Box(x, y, x + width, y + height)


def _line(line: dict[str, Any]) -> Box:
    x, y, width, height = (line[name] * _POINTS for name in ("x", "y", "width", "height"))
    last = line["runs"][-1]
    spaces = len(last["text"]) - len(last["text"].rstrip(" "))
    hanging = spaces * last["width"] * _POINTS / max(1, len(last["text"]))
    return Box(x, y, x + max(0.0, width - hanging), y + height)


def _prepare(pptx: bytes) -> tuple[bytes, list[str]]:
    """Split runs by script, name a face for each part, and return the copy and the faces it needs."""
    presentation = Presentation(io.BytesIO(pptx))
    families = dict.fromkeys(_theme_families(presentation))
    masters = presentation.slide_masters
    layouts = [layout for master in masters for layout in master.slide_layouts]
    for part in (*masters, *layouts, *presentation.slides):
        for latin in part.element.iter(qn("a:latin"), qn("a:buFont")):
            families.setdefault(latin.get("typeface"))
    for slide in presentation.slides:
        for content in contents(slide):
            if content.kind == "text":
                _write_insets(content.shape)
        for run in list(slide.element.iter(qn("a:r"))):
            families.update(dict.fromkeys(_split(run)))
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue(), [family for family in families if family and not family.startswith("+")]


def _write_insets(shape: Any) -> None:
    properties = shape._element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
    for name, points in zip(("lIns", "tIns", "rIns", "bIns"), insets(shape), strict=True):
        properties.set(name, str(round(points * EMU_PER_POINT)))


def _theme_families(presentation: Any) -> list[str]:
    families = []
    for master in presentation.slide_masters:
        theme: Any = etree.fromstring(
            next(r.target_part.blob for r in master.part.rels.values() if r.reltype.endswith("/theme"))
        )
        for name in ("minorFont", "majorFont"):
            families.append(theme.find(f".//{qn('a:' + name)}/{qn('a:latin')}").get("typeface"))
    return families


def _script(character: str) -> str:
    return next((name for name, pattern in _SCRIPTS.items() if pattern.match(character)), "")


def _split(run: Any) -> list[str]:
    text = run.find(qn("a:t"))
    parts = [(script, "".join(group)) for script, group in groupby(text.text or "", key=_script)]
    if all(not script for script, _ in parts):
        return []
    for script, part in parts:
        copy = deepcopy(run)
        copy.find(qn("a:t")).text = part
        if script:
            _set_face(copy, script)
        run.addprevious(copy)
    run.getparent().remove(run)
    return [f"judge {script}" for script, _ in parts if script]


def _set_face(run: Any, script: str) -> None:
    properties = run.find(qn("a:rPr"))
    if properties is None:
        properties = etree.Element(qn("a:rPr"))
        run.insert(0, properties)
    latin = properties.find(qn("a:latin"))
    if latin is None:
        latin = etree.Element(qn("a:latin"))
        before = [child for child in properties if child.tag not in _AFTER_LATIN]
        properties.insert(len(before), latin)
    latin.set("typeface", f"judge {script}")


_AFTER_LATIN = tuple(
    qn(f"a:{name}") for name in ("ea", "cs", "sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst")
)


@functools.cache
def _face(family: str, bold: bool, italic: bool) -> bytes:
    """Return the face that stands for a family, by fontconfig's table of metric twins, or for a script."""
    script = family.removeprefix("judge ")
    if script in _BLANKS:
        return _blank(_BLANKS[script])
    if script == family:
        style = (":bold" if bold else "") + (":italic" if italic else "")
        files = _ask("fc-match", "-s", "-f", "%{file}\n", family + style)
    else:
        files = sorted(_ask("fc-list", "-f", "%{file}\n", f":lang={script}"), key=_plainness)
    for path in files:
        if path.endswith((".ttf", ".otf")):
            return Path(path).read_bytes()
    return _blank(_WITHOUT_FACE)


def _plainness(path: str) -> tuple[bool, bool, str]:
    return "Bold" in path, "Condensed" in path, path


def _ask(*command: str) -> list[str]:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def _blank(em: float) -> bytes:
    """Return a face without characters, so that every one has the width of ``.notdef``."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (round(em * 1000), 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Blank", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()
