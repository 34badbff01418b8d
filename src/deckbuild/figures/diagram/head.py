"""What stands around a diagram's statements: front matter, directives, comments, its kind and description."""

from __future__ import annotations

import re

from deckbuild.named_tuple import NamedTuple

from .labels import read_entities
from .scan import DiagramText, shown

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<body>.*?)^[ \t]*---[ \t]*(?:\n|$)", re.DOTALL | re.MULTILINE)
_FRONT_KEY = re.compile(r"^(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>[^\n]*)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*%%(?!\{)[^\n]*", re.MULTILINE)
_STEP = re.compile(r"%%[ \t]*step(?:[ \t]+(?P<number>\d{1,3}))?$", re.IGNORECASE)
_NO_LINE_FEED = re.compile(r"[^\n]")
_KIND = re.compile(r"\s*(?P<word>[A-Za-z0-9][\w-]*)")
_DESCRIPTION = re.compile(
    r"^[ \t]*(?P<key>accTitle|accDescr)[ \t]*(?::[ \t]*(?P<line>[^\n]*)|\{(?P<block>[^}]*)(?P<close>\}?))",
    re.MULTILINE,
)

FLOWCHARTS = ("flowchart", "graph", "flowchart-elk")
SEQUENCES = ("sequenceDiagram",)
_OTHER_KINDS = """
architecture-beta block block-beta C4Component C4Container C4Context C4Deployment C4Dynamic
classDiagram classDiagram-v2 erDiagram gantt gitGraph info journey kanban mindmap packet
packet-beta pie quadrantChart radar-beta requirement requirementDiagram sankey sankey-beta
stateDiagram stateDiagram-v2 swimlane-beta timeline treemap treemap-beta xychart xychart-beta
zenuml
"""
"""Words that begin a diagram of Mermaid's that is neither a flowchart nor a sequence diagram."""


class Head(NamedTuple):
    """The kind of a diagram, the offset behind that word, its title and its description."""

    kind: str
    end: int
    title: str
    description: str


def read_head(source: DiagramText) -> Head | None:
    """Read all that is no statement and blank it out in the text; None, with the reason reported, if no kind.

    Comments are whole lines, as in Mermaid. ``%% step 2`` begins a build step for what follows, ``%% step``
    the next one. Diagnostics: diagram-empty, diagram-kind, diagram-syntax, diagram-ignored.
    """
    title = _read_front_matter(source)
    _read_directives(source)
    _read_comments(source)
    kind = _KIND.match(source.text)
    if not kind:
        if source.text.strip():
            start = len(source.text) - len(source.text.lstrip())
            _report_kind(source, start, shown(source.text))
        else:
            source.report("diagram-empty", 0, "The diagram has no text.")
        return None
    word = kind["word"]
    if word not in FLOWCHARTS and word not in SEQUENCES:
        _report_kind(source, kind.start("word"), word)
        return None
    accessible = _read_description(source)
    return Head(word, kind.end(), title, accessible)


def _report_kind(source: DiagramText, start: int, word: str) -> None:
    if word in _OTHER_KINDS.split():
        message = f"`{word}` is not drawn: flowcharts and sequence diagrams are."
        source.report("diagram-kind", start, message, "Draw it as a flowchart, or use a picture.")
    else:
        message = f"`{word}` is no kind of diagram."
        source.report("diagram-kind", start, message)


def _read_front_matter(source: DiagramText) -> str:
    found = _FRONT_MATTER.match(source.text)
    if not found:
        return ""
    title = ""
    for item in _FRONT_KEY.finditer(source.text, found.start("body"), found.end("body")):
        if item["key"] == "title":
            title = item["value"].strip().strip("\"'")
            start = source.text.find(title, item.start("value"))
            source.note_text(title, start, start + len(title))
        else:
            message = (
                f"`{item['key']}` in a diagram's front matter has no effect: the brand says how it looks."
            )
            source.report("diagram-ignored", item.start("key"), message)
    source.text = _blank(found[0]) + source.text[found.end() :]
    return title


def _read_directives(source: DiagramText) -> None:
    start = source.text.find("%%{")
    pieces: list[str] = []
    done = 0
    while start >= 0 and not source.is_hopeless:
        end = source.text.find("}%%", start)
        if end < 0:
            source.report("diagram-syntax", start, "A directive is not closed.", "Write `}%%` where it ends.")
            break
        message = "A directive has no effect: the brand says how a diagram looks."
        source.report("diagram-ignored", start, message)
        pieces += source.text[done:start], _blank(source.text[start : end + 3])
        done = end + 3
        start = source.text.find("%%{", done)
    source.text = "".join(pieces) + source.text[done:]


def _blank(text: str) -> str:
    """Return spaces in the place of a text, except for its line feeds."""
    return _NO_LINE_FEED.sub(" ", text)


def _read_comments(source: DiagramText) -> None:
    step = 0
    pieces: list[str] = []
    done = 0
    for comment in _COMMENT.finditer(source.text):
        mark = _STEP.match(comment[0].strip())
        if mark:
            step = int(mark["number"]) if mark["number"] else step + 1
            source.steps.append((comment.start(), step))
        pieces += source.text[done : comment.start()], " " * len(comment[0])
        done = comment.end()
    source.text = "".join(pieces) + source.text[done:]


def _read_description(source: DiagramText) -> str:
    """Return ``accTitle`` and ``accDescr`` as one text, noted where the first of them is written."""
    found = {"accTitle": "", "accDescr": ""}
    first: tuple[int, int] | None = None
    pieces: list[str] = []
    done = 0
    for item in _DESCRIPTION.finditer(source.text):
        text = item["line"] if item["line"] is not None else item["block"]
        found[item["key"]] = " ".join(read_entities(text).split())
        kind = "line" if item["line"] is not None else "block"
        first = first or (item.start(kind), item.end(kind))
        if item["block"] is not None and not item["close"]:
            message = f"`{item['key']}` is not closed."
            source.report("diagram-syntax", item.start("key"), message, "Write `}` where it ends.")
        pieces += source.text[done : item.start()], _blank(item[0])
        done = item.end()
    source.text = "".join(pieces) + source.text[done:]
    description = " ".join(part for part in found.values() if part)
    if first:
        source.note_text(description, *first)
    return description
