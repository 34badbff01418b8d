"""Notes that take their text from a file (``::: notes {include="topology.md"}``)."""

from __future__ import annotations

import posixpath

from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_notes
from deckbuild.model import Block, Deck, Footnote, Notes, Slide
from deckbuild.project import read_text
from deckbuild.workspace import Workspace

from .texts import find_text

_Content = tuple[tuple[Block, ...], tuple[Footnote, ...]]


class _Includer:
    """Reads each file once, however many slides share it."""

    def __init__(self, workspace: Workspace, collector: Collector) -> None:
        self.workspace = workspace
        self.collector = collector
        self.read: dict[str, _Content | None] = {}

    def include(self, notes: Notes) -> _Content:
        """Return what the file holds, and before it what the div itself does."""
        if notes.include is None:
            return notes.blocks, ()
        path = find_text(
            notes.include, notes.span, self.workspace, posixpath.dirname(notes.span.file), self.collector
        )
        if path is None:
            return notes.blocks, ()
        if path == notes.span.file:
            self.collector.report("include-itself", notes.span, f"`{path}` includes itself.")
            return notes.blocks, ()
        if path not in self.read:
            source = read_text(path, self.workspace, self.collector, notes.span)
            self.read[path] = read_notes(source, self.collector) if source else None
        content = self.read[path]
        return (notes.blocks + content[0], content[1]) if content else (notes.blocks, ())

    def include_all(self, slide: Slide) -> Slide:
        """Return the slide with the text of its notes' files in its notes."""
        written: list[Notes] = []
        footnotes: list[Footnote] = list(slide.footnotes)
        for notes in slide.notes:
            blocks, further = self.include(notes)
            written.append(notes._replace(blocks=blocks, include=None))
            footnotes += further
        return slide._replace(notes=tuple(written), footnotes=tuple(footnotes))


def include_notes(deck: Deck, workspace: Workspace, collector: Collector) -> Deck:
    """Return the deck with included notes read; their paths begin at the folder of the file that names them.

    Diagnostics: file-unreadable, path-outside-project, encoding, include-itself, and those of reading.
    """
    includer = _Includer(workspace, collector)
    slides = tuple(
        includer.include_all(slide) if any(notes.include for notes in slide.notes) else slide
        for slide in deck.slides
    )
    return deck._replace(slides=slides)
