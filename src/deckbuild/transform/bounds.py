"""How much one slide may hold (``[limits]``): what is beyond is left out, and said."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.diagnostics import Collector
from deckbuild.limits import Limits
from deckbuild.model import Block, CodeBlock, Deck, LineBreak, Slide, Table, TableCell, walk

from .rewrite import rewrite_blocks


def bound_slides(deck: Deck, limits: Limits, collector: Collector) -> Deck:
    """Return the deck without what its slides hold beyond the limits; notes are not bounded.

    A slide is measured by its source, so that those that are small are not looked through. Diagnostics:
    slide-too-large, code-too-long, table-too-large.
    """
    least = min(limits.slide_characters, limits.code_lines, limits.table_cells)
    return deck._replace(slides=tuple(_bound(slide, least, limits, collector) for slide in deck.slides))


def _is_longer(blocks: Sequence[Block], most: int) -> bool:
    if not blocks:
        return False
    first, last = blocks[0].span, blocks[-1].span
    return last.end - first.start > most or first.file != last.file


def _bound(slide: Slide, least: int, limits: Limits, collector: Collector) -> Slide:
    if not _is_longer(slide.blocks, least):
        return slide

    def cut(block: Block) -> Block:
        if isinstance(block, CodeBlock):
            return cut_code(block, limits, collector)
        return cut_table(block, limits, collector) if isinstance(block, Table) else block

    kept = _keep(slide.blocks, limits.slide_characters, collector)
    return slide._replace(blocks=rewrite_blocks(kept, cut))


def _keep(blocks: Sequence[Block], most: int, collector: Collector) -> Sequence[Block]:
    """Return the first blocks, up to the one that makes a slide longer than ``most`` characters."""
    used = 0
    for index, block in enumerate(blocks):
        used += block.span.end - block.span.start
        if used > most:
            total = used + sum(each.span.end - each.span.start for each in blocks[index + 1 :])
            message = (
                f"This slide has {total} characters, more than the {most} that one is made of:"
                " what begins here is left out."
            )
            collector.report("slide-too-large", block.span, message)
            return blocks[:index]
    return blocks


def cut_code(block: CodeBlock, limits: Limits, collector: Collector) -> CodeBlock:
    """Return code without the lines beyond the limit. Diagnostic: code-too-long."""
    most = limits.code_lines
    lines = block.text.removesuffix("\n").split("\n")
    count = len(lines)
    if count <= most:
        return block
    message = f"This code has {count} lines: the first {most} are shown."
    collector.report("code-too-long", block.span, message)
    return block._replace(text="\n".join(lines[:most]))


def cut_table(table: Table, limits: Limits, collector: Collector) -> Table:
    """Return a table without rows and lines of cells beyond the limits. Diagnostic: table-too-large."""
    rows = tuple(
        tuple(cell and _cut_cell(cell, limits.cell_lines, collector) for cell in row) for row in table.rows
    )
    return _cut_rows(table._replace(rows=rows), limits, collector)


def _cut_cell(cell: TableCell, most: int, collector: Collector) -> TableCell:
    """Return a cell with the first lines of its text, up to the inline with the break that is too many."""
    if len(cell.inlines) <= most and cell.span.end - cell.span.start <= most:
        return cell
    lines = 1
    for index, inline in enumerate(cell.inlines):
        lines += sum(isinstance(node, LineBreak) for node in walk((inline,)))
        if lines > most:
            message = f"A cell has more than {most} lines: the first ones are shown."
            hint = "Make several rows of it, or raise `[limits] cell_lines`."
            collector.report("table-too-large", cell.span, message, hint)
            return cell._replace(inlines=cell.inlines[:index])
    return cell


def _cut_rows(table: Table, limits: Limits, collector: Collector) -> Table:
    columns = max((len(row) for row in table.rows), default=0)
    most = limits.table_cells // max(columns, 1)
    if len(table.rows) <= most:
        return table
    message = f"This table has {len(table.rows)} rows of {columns} cells: the first {most} are shown."
    hint = "Make several tables of it, or raise `[limits] table_cells`."
    collector.report("table-too-large", table.span, message, hint)
    rows = (
        tuple(cell and cell._replace(row_span=min(cell.row_span, most - number)) for cell in row)
        for number, row in enumerate(table.rows[:most])
    )
    return table._replace(rows=tuple(rows))
