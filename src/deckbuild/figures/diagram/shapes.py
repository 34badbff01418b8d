"""Shapes: Mermaid's brackets and its shapes' names, and which of ours is drawn for each."""

from __future__ import annotations

import re

from deckbuild.named_tuple import NamedTuple

from .flowchart import Shape
from .labels import Label
from .scan import DiagramText, shown

BRACKETS: dict[str, dict[str, Shape]] = {
    "(((": {")))": "double-circle"},
    "([": {"])": "stadium"},
    "((": {"))": "circle"},
    "(-": {"-)": "stadium"},
    "(": {")": "rounded"},
    "[[": {"]]": "subroutine"},
    "[(": {")]": "cylinder"},
    "[/": {"/]": "lean-right", "\\]": "trapezoid"},
    "[\\": {"\\]": "lean-left", "/]": "inverted-trapezoid"},
    "[": {"]": "rectangle"},
    "{{": {"}}": "hexagon"},
    "{": {"}": "rhombus"},
    ">": {"]": "asymmetric"},
}
"""Opening brackets, longest first, and the shape that each of their closing brackets makes."""

_NAMES: dict[Shape, str] = {
    "rectangle": "rect rectangle proc process",
    "rounded": "rounded event",
    "stadium": "stadium pill terminal",
    "subroutine": "fr-rect framed-rectangle subproc subprocess subroutine",
    "cylinder": "cyl cylinder database db",
    "circle": "circle circ",
    "double-circle": "dbl-circ double-circle",
    "asymmetric": "odd",
    "rhombus": "diam diamond decision question",
    "hexagon": "hex hexagon prepare",
    "lean-right": "lean-r lean-right in-out",
    "lean-left": "lean-l lean-left out-in",
    "trapezoid": "trap-b trapezoid-bottom trapezoid priority",
    "inverted-trapezoid": "trap-t trapezoid-top inv-trapezoid manual",
    "document": "doc document",
    "cloud": "cloud",
    "text": "text",
}
_NEAREST: dict[Shape, str] = {
    "rectangle": "notch-rect card notched-rectangle fork join div-rect div-proc divided-rectangle"
    " divided-process tag-rect tagged-rectangle tag-proc tagged-process bolt com-link lightning-bolt",
    "stadium": "delay half-rounded-rectangle curv-trap curved-trapezoid display ellipse",
    "subroutine": "lin-rect lined-rectangle lined-process lin-proc shaded-process win-pane internal-storage"
    " window-pane st-rect procs processes stacked-rectangle",
    "cylinder": "h-cyl das horizontal-cylinder lin-cyl disk lined-cylinder datastore data-store",
    "circle": "sm-circ start small-circle f-circ junction filled-circle cross-circ summary crossed-circle",
    "double-circle": "fr-circ stop framed-circle",
    "asymmetric": "bow-rect stored-data bow-tie-rectangle",
    "rhombus": "hourglass collate",
    "hexagon": "notch-pent loop-limit notched-pentagon",
    "lean-right": "sl-rect manual-input sloped-rectangle",
    "trapezoid": "tri extract triangle",
    "inverted-trapezoid": "flip-tri manual-file flipped-triangle",
    "document": "docs documents st-doc stacked-document tag-doc tagged-document lin-doc lined-document"
    " flag paper-tape",
    "cloud": "bang",
    "text": "brace comment brace-l brace-r braces",
}

SHAPES: dict[str, Shape] = {name: shape for shape, names in _NAMES.items() for name in names.split()}
"""Names in ``A@{ shape: … }`` that are drawn as they are."""
NEAREST: dict[str, Shape] = {name: shape for shape, names in _NEAREST.items() for name in names.split()}
"""Names that are drawn as the nearest shape there is."""

_UNDERSCORED = {name.replace("-", "_"): name for name in (*SHAPES, *NEAREST) if "-" in name}

_OPENING = re.compile("|".join(re.escape(bracket) for bracket in BRACKETS))
_CLOSING = {
    opening: re.compile(r"\s*(" + "|".join(re.escape(bracket) for bracket in closing) + ")")
    for opening, closing in BRACKETS.items()
}
_QUOTED = re.compile(r'\s*"(?P<text>[^"]*)"')
_PLAIN = re.compile(r'[^\[\](){}|"]*')
_SLANTED = re.compile(r'(?:[^\\/\[\](){}|"]|/(?!\])|\\(?!\]))*')
_ELLIPSE = re.compile(r'(?:[^\[\](){}"|-]|-(?!\)))*')
_TEXTS = {"[/": _SLANTED, "[\\": _SLANTED, "(-": _ELLIPSE}


class Bracketed(NamedTuple):
    """A label in brackets, the shape they make and the offset behind them."""

    label: Label
    shape: Shape
    end: int


def read_brackets(source: DiagramText, position: int) -> Bracketed | None:
    """Read the brackets that open at ``position``; None when none do or, with a report, when they are wrong.

    Diagnostic: diagram-syntax.
    """
    opening = _OPENING.match(source.text, position)
    if not opening:
        return None
    closing = _CLOSING[opening[0]]
    quoted = _QUOTED.match(source.text, opening.end())
    if quoted:
        text, start, end = quoted["text"], quoted.start("text"), quoted.end()
    else:
        plain = _TEXTS.get(opening[0], _PLAIN).match(source.text, opening.end())
        assert plain  # these patterns match the empty text
        text, start, end = plain[0], plain.start(), plain.end()
    close = closing.match(source.text, end)
    if not close or not (quoted or text.strip() or opening[0] == "["):
        _report_brackets(source, opening, start, end)
        return None
    return Bracketed(Label(text, start), BRACKETS[opening[0]][close[1]], close.end())


def _report_brackets(source: DiagramText, opening: re.Match[str], start: int, end: int) -> None:
    text = source.text[start:end]
    expected = " or ".join(f"`{bracket}`" for bracket in BRACKETS[opening[0]])
    quoting = f'Put it in quotes: `{opening[0]}"…"{next(iter(BRACKETS[opening[0]]))}`.'
    if not text.strip():
        source.report("diagram-syntax", opening.start(), f"`{opening[0]}` has no label.")
    elif "\n" in text or end == len(source.text):
        message = f"`{opening[0]}` is not closed."
        source.report("diagram-syntax", opening.start(), message, f"Write {expected} behind the label.")
    else:
        message = (
            f"`{source.text[end]}` cannot stand in the label `{shown(text)}`, where {expected} is awaited."
        )
        source.report("diagram-syntax", end, message, quoting)


def find_shape(source: DiagramText, name: str, position: int) -> Shape:
    """Return the shape that is drawn for a name. Diagnostics: diagram-unknown-shape, diagram-ignored."""
    name = _UNDERSCORED.get(name, name)
    if name in SHAPES:
        return SHAPES[name]
    if name in NEAREST:
        source.report("diagram-ignored", position, f"The shape `{name}` is drawn as a {NEAREST[name]}.")
        return NEAREST[name]
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), sorted({**SHAPES, **NEAREST}), 1)
    hint = f"Did you mean `{near[0]}`?" if near else "Shapes are listed in docs/diagrams.md."
    source.report("diagram-unknown-shape", position, f"There is no shape `{shown(name)}`.", hint)
    return "rectangle"
