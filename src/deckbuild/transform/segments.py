"""All that is to be translated of a deck: what its slides say, and the files that they take text from."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from deckbuild.diagnostics import Collector
from deckbuild.figures.csv_texts import find_cells
from deckbuild.figures.figure_text import FigureText
from deckbuild.figures.texts import find_texts
from deckbuild.markdown import read_notes, read_slides
from deckbuild.markdown.slugs import make_slug
from deckbuild.model import Figure, Notes, Passage, Picture, Slide, plain_text, walk
from deckbuild.model.segment import Role, Segment, SegmentGroup, Syntax
from deckbuild.model.walk import Node
from deckbuild.project import DeckSource, read_text
from deckbuild.source import SourceFile, Span
from deckbuild.workspace import OutsideProject, Workspace

from .csv_tables import TABLE_ENDINGS, find_delimiter
from .figure_files import read_figure_text

SETTINGS_KEY = "deck"
"""The key of the group that a deck's settings are."""

_SETTINGS: tuple[tuple[str, Role], ...] = (
    ("title", "title"), ("subtitle", "subtitle"), ("footer", "footer"), ("description", "description"),
)  # fmt: skip
_LONGEST_SLUG = 40


Texts = dict[str, SourceFile]
"""The text files of a deck by path."""


def find_segments(source: DeckSource, workspace: Workspace) -> tuple[list[SegmentGroup], Texts]:
    """Return the segments of a deck in reading order, in groups, and the files in which they stand.

    What is wrong with the sources is not reported here: building them does that.
    """
    return _Finder(source, workspace).find()


class _Finder:
    """Goes through a deck; each file is read once, however many slides share it."""

    def __init__(self, source: DeckSource, workspace: Workspace) -> None:
        self.source = source
        self.workspace = workspace
        self.collector = Collector()
        self.texts: Texts = {file.name: file for file in source.sources}
        self.groups: list[SegmentGroup] = []
        self.keys: set[str] = set()

    def find(self) -> tuple[list[SegmentGroup], Texts]:
        self._add_settings()
        segments: list[Segment] = []
        slides = read_slides(self.source.sources, self.collector, segments)
        section = ""
        for slide, own in zip(slides, _part(segments, slides, self.source.sources), strict=True):
            if slide.role == "section":
                section = make_slug(plain_text(slide.title))
            title = plain_text(slide.title)
            key = self._key(slide, section, own)
            figures, files = self._read_figures([slide], False)
            own = sorted([*own, *figures], key=lambda segment: segment.span.start)
            own = _keep(own, [slide]) if slide.translate else [_kept(segment) for segment in own]
            self.groups.append(SegmentGroup(key, slide.id, title, tuple(own)))
            self.groups += files
            for notes in slide.notes:
                if notes.include:
                    self._add_notes(notes, title)
        return self.groups, self.texts

    def _add_settings(self) -> None:
        settings = self.source.settings
        segments = [
            Segment(role, text, self.source.span_of(key), "setting")
            for key, role in _SETTINGS
            if (text := getattr(settings, key))
        ]
        if segments:
            self.groups.append(SegmentGroup(SETTINGS_KEY, "", settings.title, tuple(segments)))

    def _key(self, slide: Slide, section: str, segments: Sequence[Segment]) -> str:
        """Return the author's id, else one of the section's title and the slide's, or its first words."""
        head = self.texts[slide.span.file].text[slide.span.start : slide.span.end]
        if re.search(rf"\{{[^{{}}]*#{re.escape(slide.id)}(?=[\s}}.])", head):
            key = slide.id
        else:
            first = make_slug(segments[0].text.split("\n")[0])[:_LONGEST_SLUG] if segments else ""
            own = (
                make_slug(plain_text(slide.title))
                or (slide.id if slide.role == "title" else first)
                or "slide"
            )
            key = f"{section}/{own}" if section and slide.role != "section" else own
        return self._take(key)

    def _take(self, key: str) -> str:
        number, taken = 1, key
        while taken in self.keys:
            number += 1
            taken = f"{key}-{number}"
        self.keys.add(taken)
        return taken

    def _add_notes(self, notes: Notes, title: str) -> None:
        path = self._find(notes.include or "", posixpath.dirname(notes.span.file))
        source = self._open(path, notes.span)
        if source is None:
            return
        segments: list[Segment] = []
        blocks, _ = read_notes(source, self.collector, segments)
        segments = [segment._replace(in_notes=True) for segment in segments]
        figures, files = self._read_figures(blocks, True)
        segments = sorted([*segments, *figures], key=lambda segment: segment.span.start)
        self.groups.append(self._file_group(source, title, _keep(segments, blocks)))
        self.groups += files

    def _read_figures(
        self, nodes: Sequence[Node], in_notes: bool
    ) -> tuple[list[Segment], list[SegmentGroup]]:
        """Return the labels of the figures that are written out, and the groups of those in files."""
        own: list[Segment] = []
        files: list[SegmentGroup] = []
        language = self.source.settings.language
        for node, noted in _with_notes(nodes, in_notes):
            if isinstance(node, Figure) and node.text and not node.file:
                own += _segments("label", find_texts(node, language), "figure", noted)
            elif isinstance(node, Figure) and node.file:
                source = self._open(self._find(node.file, self.source.folder), node.span)
                if source is not None:
                    found = find_texts(read_figure_text(node, source), language)
                    segments = _segments("label", found, "figure", noted)
                    files.append(self._file_group(source, node.alt, segments))
            elif isinstance(node, Picture) and node.source.lower().endswith(TABLE_ENDINGS):
                source = self._open(self._find(node.source, self.source.folder), node.span)
                if source is not None:
                    cells = find_cells(_lines(source), find_delimiter(source))
                    segments = _segments("cell", cells, "csv", noted)
                    files.append(self._file_group(source, node.alt, segments))
        return own, files

    def _find(self, written: str, folder: str) -> str | None:
        try:
            return self.workspace.resolve(written, folder)
        except OutsideProject:
            return None

    def _open(self, path: str | None, named_at: Span) -> SourceFile | None:
        """Read a file that has not been read; None for one that has, or cannot be."""
        if path is None or path in self.texts:
            return None
        source = read_text(path, self.workspace, self.collector, named_at)
        if source is not None:
            self.texts[path] = source
        return source

    def _file_group(self, source: SourceFile, title: str, segments: Iterable[Segment]) -> SegmentGroup:
        folder = self.source.folder
        key = self._take(source.name.removeprefix(f"{folder}/") if folder else source.name)
        return SegmentGroup(key, "", title, tuple(segments), source.name)


def _segments(role: Role, found: Iterable[FigureText], syntax: Syntax, in_notes: bool) -> list[Segment]:
    return [Segment(role, text, span, syntax, in_notes) for text, span in found]


def _kept(segment: Segment) -> Segment:
    return segment._replace(translate=False)


def _keep(segments: list[Segment], nodes: Sequence[Node]) -> list[Segment]:
    """Return segments, those so marked that stand in what stays as it is (``::: {translate=no}``)."""
    spans = [node.span for node in walk(nodes) if isinstance(node, Passage) and not node.translate]
    if not spans:
        return segments
    return [
        _kept(segment)
        if any(
            span.file == segment.span.file and span.start <= segment.span.start < span.end for span in spans
        )
        else segment
        for segment in segments
    ]


def _with_notes(nodes: Sequence[Node], in_notes: bool) -> list[tuple[Node, bool]]:
    """Return all nodes, and whether each stands in notes."""
    found: list[tuple[Node, bool]] = []
    for node in nodes:
        if isinstance(node, Slide):
            found += ((inner, in_notes) for inner in walk((*node.blocks, *node.footnotes)))
            found += ((inner, True) for inner in walk(node.notes))
        else:
            found += ((inner, in_notes) for inner in walk((node,)))
    return found


def _part(
    segments: Sequence[Segment], slides: Sequence[Slide], sources: Sequence[SourceFile]
) -> list[list[Segment]]:
    """Return each slide's segments: those from its heading to the next slide's, in the order of the files."""
    order = {source.name: number for number, source in enumerate(sources)}
    starts = [(order[slide.span.file], slide.span.start) for slide in slides]
    parts: list[list[Segment]] = [[] for _ in slides]
    for segment in segments:
        number = bisect_right(starts, (order[segment.span.file], segment.span.start)) - 1
        if parts:
            parts[max(number, 0)].append(segment)
    return parts


def _lines(source: SourceFile) -> list[tuple[str, Span]]:
    ends = (*source.line_starts[1:], len(source.text) + 1)
    texts = [
        source.text[start:end].rstrip("\r\n") for start, end in zip(source.line_starts, ends, strict=True)
    ]
    spans = (
        source.span(start, start + len(text)) for start, text in zip(source.line_starts, texts, strict=True)
    )
    return list(zip(texts, spans, strict=True))
