"""From a draft of a flowchart to the flowchart: who holds whom, and what each part looks like."""

from __future__ import annotations

from collections.abc import Iterable

from .draft import Draft, DraftEdge, DraftPart, DraftSubgraph
from .flowchart import Edge, Flowchart, Link, Node, Subgraph, shown_in_flowchart
from .scan import DiagramText, shown
from .styles import make_paint

_READABLE_NODES = 40


def build_flowchart(source: DiagramText, draft: Draft, title: str, description: str) -> Flowchart | None:
    """Return the flowchart of a draft, or None after an error.

    A node is in the subgraph that is first to be closed of those that mention it, as in Mermaid.
    Diagnostics: diagram-empty, diagram-cycle, diagram-syntax, diagram-too-large, diagram-ignored.
    """
    subgraphs = {subgraph.id: subgraph for subgraph in draft.closed}
    _check_ids(source, draft, subgraphs)
    _drop_what_is_no_node(draft, subgraphs)
    _apply_looks(source, draft, subgraphs)
    holders = _find_holders(source, draft, subgraphs)
    if not source.failed and not draft.nodes and not subgraphs:
        source.report("diagram-empty", 0, "The diagram has no nodes.", "Write `A --> B`.")
    if source.failed:
        return None
    if len(draft.nodes) > _READABLE_NODES:
        message = f"A diagram of {len(draft.nodes)} nodes cannot be read on one slide."
        source.report("diagram-too-large", 0, message)
    for id, node in draft.nodes.items():
        if node.label is None:
            source.note_text(id, node.start, node.start + len(id))
    chart = Flowchart(
        draft.direction,
        tuple(
            Node(
                id,
                id if node.label is None else node.label,
                node.shape,
                source.span(node.start),
                make_paint(("default", *node.classes), draft.classes, node.own),
                node.link,
                node.step,
            )
            for id, node in draft.nodes.items()
        ),
        tuple(_build_edge(source, draft, edge) for edge in draft.edges),
        tuple(
            _build_subgraph(source, draft, subgraph, holders)
            for subgraph in sorted(subgraphs.values(), key=lambda found: found.start)
        ),
        _members(draft.mentioned, "", holders),
        title,
        description,
    )
    return chart._replace(texts=source.texts_shown(shown_in_flowchart(chart)))


def _check_ids(source: DiagramText, draft: Draft, subgraphs: dict[str, DraftSubgraph]) -> None:
    for subgraph in draft.closed:
        if subgraphs[subgraph.id] is not subgraph:
            message = f"Two subgraphs have the id `{shown(subgraph.id)}`."
            hint = "Give one of them another: `subgraph id [Title]`."
            source.report("diagram-syntax", subgraphs[subgraph.id].start, message, hint)


def _drop_what_is_no_node(draft: Draft, subgraphs: dict[str, DraftSubgraph]) -> None:
    """Drop the nodes that stand for a subgraph, or for an edge to which data was added by its id."""
    ends = {id for edge in draft.edges for id in (edge.source, edge.target)}
    names = {edge.arrow.id for edge in draft.edges} - ends
    for id in [id for id in draft.nodes if id in subgraphs or id in names]:
        del draft.nodes[id]
    if names:
        for mentioned in (draft.mentioned, *(subgraph.mentioned for subgraph in draft.closed)):
            for id in names.intersection(mentioned):
                del mentioned[id]


def _apply_looks(source: DiagramText, draft: Draft, subgraphs: dict[str, DraftSubgraph]) -> None:
    """Hand classes, styles, steps and links to the parts that they name. Diagnostic: diagram-ignored."""
    by_id: dict[str, list[DraftEdge]] = {}
    for edge in draft.edges:
        if edge.arrow.id:
            by_id.setdefault(edge.arrow.id, []).append(edge)
    for id, look, start in draft.styled:
        node = draft.nodes.get(id)
        named: DraftPart | None = node or subgraphs.get(id)
        parts: Iterable[DraftPart] = (named,) if named else by_id.get(id, ())
        if isinstance(look, Link):
            if node:
                node.link = look
            else:
                source.report("diagram-ignored", start, f"There is no node `{shown(id)}` to link from.")
            continue
        if not parts:
            source.report("diagram-ignored", start, f"There is no `{shown(id)}` to style.")
        if isinstance(look, str) and look not in draft.classes:
            source.report("diagram-ignored", start, f"The class `{shown(look)}` is not defined.")
        for part in parts:
            if isinstance(look, str):
                part.classes.append(look)
            elif isinstance(look, int):
                _put_into_step(part, look, draft, subgraphs)
            else:
                part.own = {**part.own, **look}
    _apply_edge_styles(source, draft)


def _put_into_step(
    part: DraftPart, step: int, draft: Draft, subgraphs: dict[str, DraftSubgraph], depth: int = 0
) -> None:
    """Put a part into a step, a subgraph with all that it mentions, which may then appear no earlier."""
    part.step = max(part.step, step) if depth else step
    if isinstance(part, DraftSubgraph) and depth < len(subgraphs):
        for id in part.mentioned:
            inner = draft.nodes.get(id) or subgraphs.get(id)
            if inner is not None:
                _put_into_step(inner, step, draft, subgraphs, depth + 1)


def _apply_edge_styles(source: DiagramText, draft: Draft) -> None:
    for numbers, styles, start in sorted(draft.edge_styles, key=lambda item: item[0] is not None):
        for number in range(len(draft.edges)) if numbers is None else numbers:
            if number < len(draft.edges):
                edge = draft.edges[number]
                edge.own = {**edge.own, **styles}
            else:
                message = f"There is no edge {number}: they are counted from 0 to {len(draft.edges) - 1}."
                source.report("diagram-syntax", start, message)


def _find_holders(source: DiagramText, draft: Draft, subgraphs: dict[str, DraftSubgraph]) -> dict[str, str]:
    """Return the id of the subgraph that holds each part. Diagnostic: diagram-cycle."""
    holders: dict[str, str] = {}
    for subgraph in draft.closed:
        for id, start in subgraph.mentioned.items():
            if id == subgraph.id or (id in subgraphs and _is_within(subgraph.id, id, holders)):
                message = f"The subgraph `{shown(id)}` would be inside itself."
                source.report("diagram-cycle", start, message)
            else:
                holders.setdefault(id, subgraph.id)
    return holders


def _is_within(inner: str, outer: str, holders: dict[str, str]) -> bool:
    while inner in holders:
        inner = holders[inner]
        if inner == outer:
            return True
    return False


def _members(mentioned: Iterable[str], holder: str, holders: dict[str, str]) -> tuple[str, ...]:
    return tuple(id for id in mentioned if holders.get(id, "") == holder)


def _build_edge(source: DiagramText, draft: Draft, edge: DraftEdge) -> Edge:
    arrow = edge.arrow
    paint = make_paint(edge.classes, draft.classes, edge.own)
    return Edge(
        edge.source,
        edge.target,
        source.span(arrow.start, arrow.end),
        arrow.label,
        arrow.line,
        arrow.tail,
        arrow.head,
        arrow.length,
        paint,
        edge.step,
    )


def _build_subgraph(
    source: DiagramText, draft: Draft, subgraph: DraftSubgraph, holders: dict[str, str]
) -> Subgraph:
    return Subgraph(
        subgraph.id,
        subgraph.title,
        _members(subgraph.mentioned, subgraph.id, holders),
        source.span(subgraph.start),
        subgraph.direction,
        make_paint(subgraph.classes, draft.classes, subgraph.own),
        subgraph.step,
    )
