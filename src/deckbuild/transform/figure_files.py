"""Figures whose text is in a file of its own, such as ``![alt](data.csv){chart=column}``."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.model import Block, CodeBlock, Deck, Figure
from deckbuild.project import read_text
from deckbuild.source import SourceFile
from deckbuild.workspace import Workspace

from .rewrite import Kinds, replace_slides, rewrite_blocks
from .texts import find_text


def read_figure_files(
    deck: Deck, kinds: Kinds, workspace: Workspace, folder: str, collector: Collector
) -> Deck:
    """Return the deck with the text of every figure that names a file, and the places of its lines there.

    Diagnostics: path-outside-project, file-unreadable, encoding, figure-too-large (the path then stands in
    its place).
    """

    def read(block: Block) -> Block:
        if isinstance(block, Figure) and block.file and not block.text:
            return _read(block, workspace, folder, collector)
        return block

    return replace_slides(
        deck,
        kinds,
        Figure,
        lambda slide: slide._replace(
            blocks=rewrite_blocks(slide.blocks, read),
            notes=tuple(notes._replace(blocks=rewrite_blocks(notes.blocks, read)) for notes in slide.notes),
        ),
    )


def _read(figure: Figure, workspace: Workspace, folder: str, collector: Collector) -> Figure | CodeBlock:
    path = find_text(figure.file or "", figure.span, workspace, folder, collector)
    source = read_text(path, workspace, collector, figure.span) if path else None
    if source is None:
        return CodeBlock(figure.file or "", figure.span)
    most = workspace.limits.figure_characters
    if len(source.text) > most:
        message = f"`{figure.file}` has {len(source.text)} characters; a figure is made of {most} at most."
        collector.report("figure-too-large", figure.span, message)
        return CodeBlock(figure.file or "", figure.span)
    return read_figure_text(figure, source)


def read_figure_text(figure: Figure, source: SourceFile) -> Figure:
    """Return a figure with a file's text, and the places of its lines."""
    starts = source.line_starts
    ends = (*starts[1:], len(source.text) + 1)
    lines = [source.text[start : end - 1].rstrip("\r") for start, end in zip(starts, ends, strict=True)]
    places = [source.span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    return figure._replace(text="\n".join(lines), places=tuple(places))
