"""Tables: a header row, by which a screen reader says what a cell is about (WCAG 2.2, 1.3.1)."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.model import Table, plain_text

from .subject import Subject, shown_nodes


def check_tables(subject: Subject, collector: Collector) -> None:
    """Report table-header-missing: no header row, or one without a word in it."""
    for slide in subject.deck.slides:
        for node in shown_nodes(slide):
            if isinstance(node, Table) and node.rows and not _has_header(node):
                collector.report("table-header-missing", node.span, "This table does not name its columns.")


def _has_header(table: Table) -> bool:
    cells = [cell for row in table.rows[: table.head_rows] for cell in row if cell]
    return any(plain_text(cell.inlines).strip() for cell in cells)
