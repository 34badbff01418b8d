"""Edges as written: ``-->``, ``-. text .->``, ``e1@==>|text|`` and their kin."""

from __future__ import annotations

import re

from deckbuild.named_tuple import NamedTuple

from .flowchart import EdgeEnd, EdgeLine
from .labels import Label, read_label
from .scan import DiagramText

_ID = re.compile(r'[ \t]*(?P<id>[^\s"@|]+)@(?=[^{"\s])')
_WHOLE = re.compile(r"\s*(?P<arrow>[xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-?\.{1,20}-[xo>]?|~~~+)\s*")
_OPENING = re.compile(r"\s*(?P<arrow>[xo<]?(?:--|==|-\.))\s*")
_CLOSING = {
    "--": re.compile(r"(?P<arrow>(?:<|(?<!\S)[xo])?--+[-xo>])\s*"),
    "==": re.compile(r"(?P<arrow>(?:<|(?<!\S)[xo])?==+[=xo>])\s*"),
    "-.": re.compile(r"(?P<arrow>(?:<|(?<!\S)[xo])?-?\.{1,20}-[xo>]?)\s*"),
}
"""What ends a label, by what begins it; an ``x`` or ``o`` right behind a word is the word's last letter."""
_BARS = re.compile(r'\|(?:\s*"(?P<quoted>[^"]*)"\s*|(?P<plain>[^|"\n]*))\|[ \t]*')
_QUOTED = re.compile(r'"(?P<text>[^"]*)"')
_ENDS: dict[str, EdgeEnd] = {"x": "cross", "o": "circle", "<": "arrow", ">": "arrow"}


class Arrow(NamedTuple):
    """What stands between two nodes, and the offset behind it; ``start`` that of its first character.

    ``end`` is -1 when it is malformed, which has been reported.
    """

    line: EdgeLine
    tail: EdgeEnd
    head: EdgeEnd
    length: int
    label: str
    start: int
    end: int
    id: str = ""


def read_arrow(source: DiagramText, position: int) -> Arrow | None:
    """Read the arrow at ``position``, with its label; None when there is none. Diagnostic: diagram-syntax.

    Lines may break before and behind an arrow, as in Mermaid.
    """
    name = _ID.match(source.text, position)
    begin = name.end() if name else position
    whole = _WHOLE.match(source.text, begin)
    if whole:
        return _read_whole(source, whole, name["id"] if name else "")
    opening = _OPENING.match(source.text, begin)
    if not opening:
        return None
    return _read_labelled(source, opening, name["id"] if name else "")


def _read_whole(source: DiagramText, whole: re.Match[str], name: str) -> Arrow:
    label, end = "", whole.end()
    if source.text.startswith("|", end):
        bars = _BARS.match(source.text, end)
        if bars:
            kind = "quoted" if bars["quoted"] is not None else "plain"
            label, end = read_label(source, Label(bars[kind], bars.start(kind))), bars.end()
        else:
            message = "The label of an edge is not closed."
            hint = 'Write `|label|`, or `|"label"|` when there are quotes or bars in it.'
            source.report("diagram-syntax", end, message, hint)
            end += 1
    line, length = _read_line(whole["arrow"])
    tail, head = _read_ends(whole["arrow"], whole["arrow"])
    return Arrow(line, tail, head, length, label, whole.start("arrow"), end, name)


def _read_labelled(source: DiagramText, opening: re.Match[str], name: str) -> Arrow:
    stroke = opening["arrow"][-2:]
    start = opening.end()
    quoted = _QUOTED.match(source.text, start)
    line_end = source.text.find("\n", quoted.end() if quoted else start)
    line_end = line_end if line_end >= 0 else len(source.text)
    closing = _CLOSING[stroke].search(source.text, quoted.end() if quoted else start, line_end)
    if not closing:
        message = f"No arrow ends the label that begins behind `{opening['arrow']}`."
        hint = f"Write `{opening['arrow']} label {stroke[::-1]}>`, or `-->|label|`."
        source.report("diagram-syntax", opening.start("arrow"), message, hint)
        return Arrow("solid", "none", "arrow", 1, "", opening.start("arrow"), -1, name)
    written = (
        Label(quoted["text"], quoted.start("text"))
        if quoted
        else Label(source.text[start : closing.start()], start)
    )
    line, length = _read_line(closing["arrow"])
    tail, head = _read_ends(opening["arrow"], closing["arrow"])
    end = closing.end()
    return Arrow(line, tail, head, length, read_label(source, written), opening.start("arrow"), end, name)


_MOST_RANKS = 20  # that an edge spans: a slide has no room for more


def _read_line(arrow: str) -> tuple[EdgeLine, int]:
    """Return the kind of line and how many ranks it spans: a rank for each dash (or dot) more than needed."""
    if arrow.startswith("~"):
        return "invisible", min(len(arrow) - 2, _MOST_RANKS)
    dots = arrow.count(".")
    if dots:
        return "dotted", min(dots, _MOST_RANKS)
    body = arrow.lstrip("xo<")
    return ("thick" if "=" in body else "solid"), min(len(body) - 2, _MOST_RANKS)


def _read_ends(opening: str, closing: str) -> tuple[EdgeEnd, EdgeEnd]:
    return _ENDS.get(opening[0], "none"), _ENDS.get(closing[-1], "none")
