"""A diagram's text, read: which kind it is, and the reader of that kind."""

from __future__ import annotations

from collections.abc import Sequence as Lines

from deckbuild.diagnostics import Collector
from deckbuild.source import Span

from .flowchart import Flowchart
from .head import FLOWCHARTS, read_head
from .scan import DiagramText
from .sequence import Sequence


def read_diagram(text: str, places: Lines[Span], collector: Collector) -> Flowchart | Sequence | None:
    """Return the diagram that a text in Mermaid's language describes; None after an error.

    ``text`` has a line feed at each line's end, and ``places`` the span of each line. Diagnostics:
    diagram-cycle, diagram-empty, diagram-ignored, diagram-kind, diagram-limit, diagram-syntax,
    diagram-too-large, diagram-unknown-shape, diagram-unsupported, link-unsafe.
    """
    source = DiagramText(text, places, collector)
    head = read_head(source)
    if head is None:
        return None
    if head.kind in FLOWCHARTS:
        from .build import build_flowchart
        from .statements import read_statements

        draft = read_statements(source, head.end)
        return build_flowchart(source, draft, head.title, head.description)
    from .sequence_reader import read_sequence

    return read_sequence(source, head.end, head.title, head.description)
