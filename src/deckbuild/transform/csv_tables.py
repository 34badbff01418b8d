"""Tables from CSV files: ``![caption](data.csv)`` in a paragraph of its own."""

from __future__ import annotations

import io

from deckbuild.diagnostics import Collector
from deckbuild.model import Block, Deck, Inline, LineBreak, Picture, Slide, Table, TableCell, Text
from deckbuild.project import read_text
from deckbuild.source import SourceFile
from deckbuild.workspace import Workspace

from .bounds import cut_table
from .rewrite import BlockRewrite, Kinds, replace_slides, rewrite_blocks
from .texts import find_text

TABLE_ENDINGS = (".csv", ".tsv")
MOST_COLUMNS = 100


def read_csv_tables(
    deck: Deck, kinds: Kinds, workspace: Workspace, folder: str, collector: Collector
) -> Deck:
    """Return the deck with a table in the place of each picture whose path ends in ``.csv`` or ``.tsv``.

    The first row is the header; cells are literal text; a short row is filled with empty cells. The
    caption in quotes is the table's, else the text in brackets. Diagnostics: path-outside-project,
    file-unreadable, encoding, table-csv, table-too-large, table-empty (there is then no table).
    """

    def read(block: Block) -> Block | None:
        if isinstance(block, Picture) and block.source.lower().endswith(TABLE_ENDINGS):
            return _read_table(block, workspace, folder, collector)
        return block

    return replace_slides(deck, kinds, Picture, lambda slide: _rewrite(slide, read))


def _rewrite(slide: Slide, read: BlockRewrite) -> Slide:
    return slide._replace(
        blocks=rewrite_blocks(slide.blocks, read),
        notes=tuple(notes._replace(blocks=rewrite_blocks(notes.blocks, read)) for notes in slide.notes),
        footnotes=tuple(note._replace(blocks=rewrite_blocks(note.blocks, read)) for note in slide.footnotes),
    )


def _read_table(picture: Picture, workspace: Workspace, folder: str, collector: Collector) -> Table | None:
    path = find_text(picture.source, picture.span, workspace, folder, collector)
    source = read_text(path, workspace, collector, picture.span) if path else None
    if source is None:
        return None
    rows = _read_rows(source, collector)
    if not rows:
        collector.report("table-empty", picture.span, f"`{picture.source}` has no rows.")
        return None
    columns = max(len(row) for row in rows)
    if columns > MOST_COLUMNS:
        message = f"`{picture.source}` has {columns} columns: {MOST_COLUMNS} are shown."
        collector.report("table-too-large", picture.span, message)
        columns, rows = MOST_COLUMNS, [row[:MOST_COLUMNS] for row in rows]
    end = source.span(len(source.text))
    for row in rows:
        row += [TableCell((), row[-1].span if row else end)] * (columns - len(row))
    table = Table(
        tuple(tuple(row) for row in rows),
        (None,) * columns,
        picture.span,
        caption=picture.caption or ((Text(picture.alt),) if picture.alt else ()),
        credit=picture.credit,
        widths=picture.widths if len(picture.widths) == columns else (),
    )
    return cut_table(table, workspace.limits, collector)


def _read_rows(source: SourceFile, collector: Collector, strict: bool = True) -> list[list[TableCell]]:
    """Return the rows that are not blank; a cell's place is that of its row. Diagnostic: table-csv.

    A file that breaks the rules for quotes (RFC 4180, 2) is read on as well as can be.
    """
    import csv

    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=find_delimiter(source), strict=strict)
    rows: list[list[TableCell]] = []
    line = 0
    starts = (*source.line_starts, len(source.text))
    try:
        for cells in reader:
            span = source.span(
                starts[min(line, len(starts) - 1)], starts[min(reader.line_num, len(starts) - 1)]
            )
            line = reader.line_num
            if any(cell.strip() for cell in cells):
                rows.append([TableCell(_inlines(cell.strip()), span) for cell in cells])
    except csv.Error as error:
        collector.report(
            "table-csv", source.span(starts[min(line, len(starts) - 1)]), f"This is no CSV: {error}."
        )
        return _read_rows(source, collector, strict=False) if strict else rows
    return rows


def find_delimiter(source: SourceFile) -> str:
    """Return a tab for ``.tsv``; else a comma, or a semicolon when the first line has that alone."""
    if source.name.lower().endswith(".tsv"):
        return "\t"
    unquoted = "".join(source.text.split("\n", 1)[0].split('"')[::2])
    return ";" if ";" in unquoted and "," not in unquoted else ","


def _inlines(cell: str) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for number, line in enumerate(cell.splitlines()):
        if number:
            inlines.append(LineBreak())
        if line:
            inlines.append(Text(line))
    return tuple(inlines)
