"""Nodes and the edges between them: ``A[One] & B --> C{Two}:::name``."""

from __future__ import annotations

import re

from .data import read_data, read_step
from .draft import Draft, DraftEdge, DraftNode
from .edges import Arrow, read_arrow
from .labels import Label, read_label
from .scan import DiagramText, shown
from .shapes import find_shape, read_brackets

MOST_NODES = 300
MOST_EDGES = 300

_ID = re.compile(r"""(?:[\w!#$%'*+.`?\\/&,]|:(?!::)|-(?![->.])|=(?!=))+""")
_CLASS = re.compile(r":::(?P<name>[\w-]+)")
_AND = re.compile(r"[ \t]+&[ \t]+|[ \t]*&(?=[ \t])[ \t]*")
_BLANKS = re.compile(r"[ \t]*")
_DATA_WITHOUT_EFFECT = frozenset(("animate", "animation", "curve"))


def read_nodes(source: DiagramText, draft: Draft, position: int) -> int | None:
    """Read a statement of nodes and edges into the draft and return the offset behind it.

    None, with a report, when it is malformed. Diagnostics: diagram-syntax, diagram-unknown-shape,
    diagram-ignored, diagram-unsupported, diagram-limit.
    """
    group = _read_group(source, draft, position)
    if group is None:
        return None
    ids, position = group
    while arrow := read_arrow(source, position):
        if arrow.end < 0:
            return None
        group = _read_group(source, draft, arrow.end, behind=arrow)
        if group is None:
            return None
        targets, position = group
        if not _add_edges(source, draft, ids, targets, arrow):
            return None
        ids = targets
    return position


def _add_edges(source: DiagramText, draft: Draft, ids: list[str], targets: list[str], arrow: Arrow) -> bool:
    if len(draft.edges) + len(ids) * len(targets) > MOST_EDGES:
        message = f"There are more than {MOST_EDGES} edges."
        source.report("diagram-limit", arrow.start, message)
        return False
    step = source.step(arrow.start)
    draft.edges += [DraftEdge(first, second, arrow, step) for first in ids for second in targets]
    return True


def _read_group(
    source: DiagramText, draft: Draft, position: int, behind: Arrow | None = None
) -> tuple[list[str], int] | None:
    """Read nodes joined by ``&``; return their ids and the offset behind them."""
    ids: list[str] = []
    while True:
        position = _skip_blanks(source, position)
        name = _ID.match(source.text, position)
        if not name or name[0] == "end":
            _report_missing(source, position, name, behind)
            return None
        end = _read_node(source, draft, name)
        if end is None:
            return None
        ids.append(name[0])
        more = _AND.match(source.text, end)
        if not more:
            return ids, end
        position = more.end()


def _skip_blanks(source: DiagramText, position: int) -> int:
    blanks = _BLANKS.match(source.text, position)
    return blanks.end() if blanks else position


def _report_missing(
    source: DiagramText, start: int, name: re.Match[str] | None, behind: Arrow | None
) -> None:
    if name:
        hint = "Give the node another id, such as `End`."
        source.report("diagram-syntax", start, "`end` closes a subgraph, so it cannot name a node.", hint)
        return
    rest = source.text[start : start + 60]
    if behind and (not rest.strip() or rest[0] in "\n;"):
        source.report("diagram-syntax", behind.start, "An edge leads nowhere.", "Name a node behind it.")
    else:
        found = f"`{shown(rest)}`" if rest.strip() else "the end"
        source.report("diagram-syntax", start, f"A node's id should stand here, not {found}.")


def _read_node(source: DiagramText, draft: Draft, name: re.Match[str]) -> int | None:
    """Read what follows a node's id: brackets, classes, data; return the offset behind it."""
    if len(draft.nodes) >= MOST_NODES and name[0] not in draft.nodes:
        source.report("diagram-limit", name.start(), f"There are more than {MOST_NODES} nodes.")
        return None
    node = draft.mention(name[0], name.start(), source.step(name.start()))
    position = name.end()
    if source.text.startswith(("(", "[", "{", ">"), position):
        brackets = read_brackets(source, position)
        if brackets is None:
            return None
        node.label, node.shape = read_label(source, brackets.label), brackets.shape
        node.start, position = name.start(), brackets.end
    while True:
        css_class = _CLASS.match(source.text, position)
        if css_class:
            draft.styled.append((name[0], css_class["name"], css_class.start("name")))
            position = css_class.end()
        elif source.text.startswith("@{", position):
            position = _read_node_data(source, draft, name[0], node, position + 2)
        else:
            return position


def _read_node_data(source: DiagramText, draft: Draft, id: str, node: DraftNode, position: int) -> int:
    entries, end = read_data(source, position)
    for entry in entries:
        if entry.key == "shape":
            node.shape = find_shape(source, entry.value, entry.value_start)
        elif entry.key == "label":
            node.label = read_label(source, Label(entry.value, entry.value_start))
        elif entry.key == "step":
            draft.styled.append((id, read_step(source, entry), entry.start))
        elif entry.key in _DATA_WITHOUT_EFFECT:
            source.report("diagram-ignored", entry.start, f"`{entry.key}` has no effect.")
        else:
            message = f"`{entry.key}` of a node is not supported."
            hint = "Known are shape, label and step."
            source.report("diagram-unsupported", entry.start, message, hint)
    return end
