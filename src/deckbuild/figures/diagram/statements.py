"""A flowchart's statements, one after the other: subgraphs, styles, links, and nodes with their edges."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckbuild.link_target import is_unsafe

from .draft import Draft, DraftSubgraph
from .flowchart import Direction, Link
from .labels import Label, read_label
from .nodes import read_nodes
from .scan import DiagramText, shown
from .shapes import read_brackets
from .styles import read_styles

DEEPEST = 12
"""Levels of subgraphs, and of frames in a sequence diagram."""

DIRECTIONS: dict[str, Direction] = {
    "TB": "TB", "TD": "TB", "BT": "BT", "LR": "LR", "RL": "RL", ">": "LR", "<": "RL", "^": "BT", "v": "TB",
}  # fmt: skip

_GAP = re.compile(r"[\s;]*")
_REST = re.compile(r"[^;\n]*")
_LINE = re.compile(r"[^\n]*")
_WORD = re.compile(r"[A-Za-z]+(?![\w-])(?=[\s;]|$)")
_FIRST_DIRECTION = re.compile(r"[ \t]*(?P<name>TB|TD|BT|LR|RL|v\b|[<>^])[ \t]*(?=[;\n]|$)")
_DIRECTION = re.compile(r"direction[ \t]+(?P<name>TB|TD|BT|LR|RL)[ \t]*(?=[;\n]|$)")
_SUBGRAPH = re.compile(r"subgraph[ \t]*(?P<id>[^\s\[\](){}\";]+)?[ \t]*(?=[\[\";\n]|$)")
_TITLE = re.compile(r'subgraph[ \t]+(?P<title>(?:"[^"\n]*"|[^;\n"\[\]{}()])*)')
_QUOTED_TITLE = re.compile(r'[ \t]*"(?P<title>[^"]*)"')
_IDS = r"[^\s,;]+(?:[ \t]*,[ \t]*[^\s,;]+)*"
_CLASS_DEF = re.compile(rf"classDef[ \t]+(?P<names>{_IDS})[ \t]+(?=[^\s;])")
_CLASS = re.compile(rf"class[ \t]+(?P<ids>{_IDS})[ \t]+(?P<name>[\w-]+)[ \t]*(?=[;\n]|$)")
_STYLE = re.compile(r"style[ \t]+(?P<id>[^\s;]+)[ \t]+(?=[^\s;])")
_LINK_STYLE = re.compile(
    r"linkStyle[ \t]+(?P<numbers>default|\d{1,5}(?:[ \t]*,[ \t]*\d{1,5})*)[ \t]+"
    r"(?:interpolate[ \t]+\w+[ \t]*)?"
)
_CLICK = re.compile(
    r'click[ \t]+(?P<id>[^\s;]+)[ \t]+(?:href[ \t]+)?"(?P<target>[^"\n]*)"'
    r'(?:[ \t]+"(?P<tooltip>[^"\n]*)")?(?:[ \t]+_(?:self|blank|parent|top))?[ \t]*(?=[;\n]|$)'
)
_CALL = re.compile(r'click[ \t]+[^\s;]+[ \t]+(?:call[ \t]+)?[^\s"]')


def read_statements(source: DiagramText, position: int) -> Draft:
    """Read a flowchart from behind its first word.

    A statement that is malformed is reported and skipped to the end of its line. Diagnostics: those of
    ``read_nodes`` and ``read_styles``, diagram-syntax, diagram-unsupported, link-unsafe.
    """
    direction, position = _read_first_direction(source, position)
    draft = Draft(direction)
    while not source.is_hopeless:
        gap = _GAP.match(source.text, position)
        position = gap.end() if gap else position
        if position >= len(source.text):
            break
        word = _WORD.match(source.text, position)
        read = _READERS.get(word[0], read_nodes) if word else read_nodes
        end = read(source, draft, position)
        position = _end_statement(source, position, end)
    for subgraph in draft.open:
        message = f"The subgraph `{shown(subgraph.title or subgraph.id)}` is not closed."
        source.report("diagram-syntax", subgraph.start, message, "Write `end` on a line of its own.")
    return draft


def _read_first_direction(source: DiagramText, position: int) -> tuple[Direction, int]:
    """Return the direction that stands behind the first word, and the offset behind it."""
    found = _FIRST_DIRECTION.match(source.text, position)
    if found:
        return DIRECTIONS[found["name"]], found.end()
    rest = _REST.match(source.text, position)
    if rest and rest[0].strip():
        message = f"`{shown(rest[0])}` is no direction."
        start = rest.end() - len(rest[0].lstrip())
        source.report("diagram-syntax", start, message, "Write `TB`, `BT`, `LR` or `RL`, and a new line.")
        return "TB", rest.end()
    return "TB", position


def _end_statement(source: DiagramText, start: int, end: int | None) -> int:
    """Return the offset behind a statement, having reported what stands there that does not belong."""
    if end is not None:
        rest = _REST.match(source.text, end)
        if not rest or not rest[0].strip():
            return rest.end() if rest else end
        begin = end + len(rest[0]) - len(rest[0].lstrip())
        message = f"`{shown(rest[0])}` cannot stand here."
        hint = "End a statement with `;` or a new line; a comment, `%%`, has a line of its own."
        if rest[0].lstrip()[0] in "[({":
            hint = "Write the bracket right behind the id."
        source.report("diagram-syntax", begin, message, hint)
        start = begin
    line = _LINE.match(source.text, start)
    return line.end() if line else start


def _malformed(source: DiagramText, position: int, example: str) -> None:
    rest = _REST.match(source.text, position)
    message = f"`{shown(rest[0] if rest else '')}` is malformed."
    source.report("diagram-syntax", position, message, f"Write `{example}`.")


def _read_subgraph(source: DiagramText, draft: Draft, position: int) -> int | None:
    if len(draft.open) >= DEEPEST:
        message = f"Subgraphs are nested more than {DEEPEST} deep."
        source.report("diagram-limit", position, message, "Nest less.")
    header = _SUBGRAPH.match(source.text, position)
    id, title, end = "", "", position
    if header:
        id, end = header["id"] or "", header.end()
        title = id
        brackets = read_brackets(source, end) if source.text.startswith("[", end) else None
        quoted = _QUOTED_TITLE.match(source.text, end)
        if brackets:
            title, end = read_label(source, brackets.label), brackets.end
        elif quoted:
            title, end = read_label(source, Label(quoted["title"], quoted.start("title"))), quoted.end()
    elif words := _TITLE.match(source.text, position):
        text, end = words["title"].replace('"', ""), words.end()
        title = read_label(source, Label(text, words.start("title")))
        if brackets := read_brackets(source, end) if source.text.startswith("[", end) else None:
            title, end = read_label(source, brackets.label), brackets.end
    if header and title == id:
        source.note_text(id, header.start("id"), header.end("id"))
    id = id or _make_id(draft, title)
    holder = draft.open[-1].mentioned if draft.open else draft.mentioned
    holder.setdefault(id, position)
    draft.open.append(DraftSubgraph(id, title, position, source.step(position)))
    return end


def _make_id(draft: Draft, title: str) -> str:
    """Return the id of a subgraph without one: its title if that is one word, else as Mermaid makes it."""
    if title and not re.search(r"\s", title):
        return title
    return f"subGraph{len(draft.closed) + len(draft.open)}"


def _read_end(source: DiagramText, draft: Draft, position: int) -> int | None:
    if draft.open:
        draft.closed.append(draft.open.pop())
    else:
        source.report("diagram-syntax", position, "`end` closes no subgraph.", "Delete it.")
    return position + len("end")


def _read_direction(source: DiagramText, draft: Draft, position: int) -> int | None:
    found = _DIRECTION.match(source.text, position)
    if not found:
        _malformed(source, position, "direction LR")
        return None
    if draft.open:
        draft.open[-1].direction = DIRECTIONS[found["name"]]
    else:
        message = "A direction outside of subgraphs has no effect."
        source.report("diagram-ignored", position, message, "Write it in the first line: `flowchart LR`.")
    return found.end()


def _read_class_def(source: DiagramText, draft: Draft, position: int) -> int | None:
    found = _CLASS_DEF.match(source.text, position)
    if not found:
        _malformed(source, position, "classDef name fill:#f96,stroke:#333")
        return None
    end = _end_of_styles(source, found.end())
    styles = read_styles(source, found.end(), end)
    for name in re.split(r"\s*,\s*", found["names"]):
        draft.classes[name] = {**draft.classes.get(name, {}), **styles}
    return end


def _end_of_styles(source: DiagramText, start: int) -> int:
    rest = _REST.match(source.text, start)
    return rest.end() if rest else start


def _read_class(source: DiagramText, draft: Draft, position: int) -> int | None:
    found = _CLASS.match(source.text, position)
    if not found:
        _malformed(source, position, "class A,B name")
        return None
    for id in re.split(r"\s*,\s*", found["ids"]):
        draft.styled.append((id, found["name"], found.start("ids")))
    return found.end()


def _read_style(source: DiagramText, draft: Draft, position: int) -> int | None:
    found = _STYLE.match(source.text, position)
    if not found:
        _malformed(source, position, "style A fill:#f96,stroke:#333")
        return None
    end = _end_of_styles(source, found.end())
    draft.styled.append((found["id"], read_styles(source, found.end(), end), found.start("id")))
    return end


def _read_link_style(source: DiagramText, draft: Draft, position: int) -> int | None:
    found = _LINK_STYLE.match(source.text, position)
    if not found:
        _malformed(source, position, "linkStyle 0,1 stroke:#f96")
        return None
    end = _end_of_styles(source, found.end())
    if "interpolate" in found[0]:
        source.report("diagram-ignored", position, "How edges are curved has no effect.")
    numbers = None
    if found["numbers"] != "default":
        numbers = tuple(int(number) for number in found["numbers"].split(","))
    if source.text[found.end() : end].strip() or "interpolate" not in found[0]:
        styles = read_styles(source, found.end(), end)
        draft.edge_styles.append((numbers, styles, found.start("numbers")))
    return end


def _read_click(source: DiagramText, draft: Draft, position: int) -> int | None:
    found = _CLICK.match(source.text, position)
    if found is None:
        if not _CALL.match(source.text, position):
            _malformed(source, position, 'click A "https://example.org" "tooltip"')
            return None
        message = "A click that calls a function is not supported."
        source.report("diagram-unsupported", position, message, 'Link to a page: `click A "https://…"`.')
        line = _LINE.match(source.text, position)
        return line.end() if line else position
    if is_unsafe(found["target"]):
        message = f"A link to `{shown(found['target'])}` is not written."
        source.report("link-unsafe", found.start("target"), message)
    else:
        link = Link(found["target"], found["tooltip"] or "")
        draft.styled.append((found["id"], link, found.start("id")))
    return found.end()


_READERS: dict[str, Callable[[DiagramText, Draft, int], int | None]] = {
    "subgraph": _read_subgraph,
    "end": _read_end,
    "direction": _read_direction,
    "classDef": _read_class_def,
    "class": _read_class,
    "style": _read_style,
    "linkStyle": _read_link_style,
    "click": _read_click,
}
