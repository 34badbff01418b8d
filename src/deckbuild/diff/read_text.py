"""Reading words: paragraphs and runs of text bodies, formulas written in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuild.template.drawing import A, R, find

from .facts import Paragraph, Run, Runs

if TYPE_CHECKING:
    from collections import Counter

    from lxml.etree import _Element

Follow = Callable[["_Element"], str]
"""Says where a hyperlink leads."""

BREAK = "\v"
"""Stands for a line that the author broke."""

_FIELDS = {"slidenum": "‹#›", "datetime": "‹date›"}
_MARKERS = {"buChar": "bullet", "buBlip": "bullet", "buAutoNum": "number", "buNone": "none"}
_OFF = ("0", "false", "none", "noStrike", "0%")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SCRIPTS = {"sub": "_", "sup": "^"}


def read_paragraphs(
    body: _Element | None, follow: Follow, languages: Counter[str] | None = None, marker: str = "none"
) -> tuple[Paragraph, ...]:
    """Read the paragraphs of a ``txBody``, but for empty ones; count the characters of each language.

    ``marker`` is what paragraphs have that name none.
    """
    elements = () if body is None else body.iter(f"{A}p")
    read = (_read_paragraph(each, follow, languages, marker) for each in elements)
    return tuple(paragraph for paragraph in read if paragraph.text.strip())


def join_paragraphs(paragraphs: Iterable[Paragraph], between: str = BREAK) -> Runs:
    """Return paragraphs as one line of runs."""
    runs: list[Run] = []
    for paragraph in paragraphs:
        runs += [Run(between), *paragraph.runs] if runs else paragraph.runs
    return merge_runs(runs)


def merge_runs(runs: Iterable[Run]) -> Runs:
    """Join runs that look alike: where one ends says nothing to whom sees the slide."""
    groups = groupby((run for run in runs if run.text), key=lambda run: (run.marks, run.link))
    return tuple(Run("".join(run.text for run in group), *look) for look, group in groups)


def _read_paragraph(
    element: _Element, follow: Follow, languages: Counter[str] | None, default: str
) -> Paragraph:
    properties = find(element, "pPr")
    runs = merge_runs(_read_runs(element, follow, languages))
    if properties is None:
        return Paragraph(runs, marker=default)
    marker = next((_MARKERS[_local(each)] for each in properties if _local(each) in _MARKERS), default)
    level = properties.get("lvl", "0")
    return Paragraph(runs, int(level) if level.isdecimal() else 0, marker)


def _read_runs(paragraph: _Element, follow: Follow, languages: Counter[str] | None) -> Iterator[Run]:
    for element in paragraph:
        kind = _local(element)
        if kind == "br":
            yield Run(BREAK)
        elif kind in ("r", "fld"):
            text, properties = find(element, "t"), find(element, "rPr")
            words = "" if text is None else text.text or ""
            field = element.get("type", "").rstrip("0123456789")
            if languages is not None and properties is not None and words.strip():
                languages[properties.get("lang", "")] += len(words)
            yield Run(_FIELDS.get(field, words), *_look(properties, follow))
        elif (formula := next(element.iter(f"{_MATH}oMath"), None)) is not None:
            yield Run(spell_formula(formula))


def _look(properties: _Element | None, follow: Follow) -> tuple[tuple[str, ...], str]:
    if properties is None:
        return (), ""
    marks = [
        name
        for attribute, name in (("b", "bold"), ("i", "italic"), ("u", "underlined"), ("strike", "struck out"))
        if properties.get(attribute, "0") not in _OFF
    ]
    baseline = properties.get("baseline", "0")
    if baseline not in _OFF:
        marks.append("subscript" if baseline.startswith("-") else "superscript")
    link = None
    if len(properties):
        if find(properties, "highlight") is not None:
            marks.append("highlighted")
        link = find(properties, "hlinkClick")
    return tuple(marks), "" if link is None else follow(link)


def link_id(link: _Element) -> str:
    """Return the id of a hyperlink's relationship, "" if it has only an action."""
    return str(link.get(f"{R}id") or "")


def spell_formula(element: _Element) -> str:
    """Write Office Math (ECMA-376 Part 1, 22.1) in a line: fractions as ``(a)/(b)``, scripts with ^ and _."""
    if element.tag == f"{_MATH}t":
        return element.text or ""
    parts = {_local(child): spell_formula(child) for child in element if not _local(child).endswith("Pr")}
    match _local(element):
        case "f":
            return f"({parts.get('num', '')})/({parts.get('den', '')})"
        case "rad":
            degree = f"[{parts['deg']}]" if parts.get("deg") else ""
            return f"√{degree}({parts.get('e', '')})"
        case "sSub" | "sSup" | "sSubSup" | "nary":
            scripts = "".join(f"{sign}({parts[name]})" for name, sign in _SCRIPTS.items() if parts.get(name))
            base = parts.get("e", "")
            return f"{_sign(element)}{scripts}{base}" if _local(element) == "nary" else f"{base}{scripts}"
        case "d":
            inner = [spell_formula(child) for child in element if _local(child) == "e"]
            return f"({'|'.join(inner)})"
    return "".join(spell_formula(child) for child in element if not _local(child).endswith("Pr"))


def _sign(element: _Element) -> str:
    """Return the sign of an n-ary operator; the integral's is the default (22.1.2.20)."""
    sign = element.find(f"{_MATH}naryPr/{_MATH}chr")
    return "∫" if sign is None else str(sign.get(f"{_MATH}val") or "")


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
