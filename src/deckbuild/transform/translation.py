"""Translation: a deck's sources with the texts of another language, before anything is read of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from deckbuild.diagnostics import Collector, Diagnostic
from deckbuild.i18n.splice import TranslatedFile
from deckbuild.i18n.translate import Policy, Translate, Translated, translate_segments
from deckbuild.model import Block, Deck, Figure, Slide
from deckbuild.model.segment import Segment, SegmentGroup
from deckbuild.named_tuple import NamedTuple
from deckbuild.project import DeckSource
from deckbuild.source import Span
from deckbuild.workspace import Workspace

from .rewrite import rewrite_blocks
from .segments import Texts, find_segments

_MOST_TRIES = 20
_SHOWN = 40


class TranslatedWorkspace:
    """A workspace in which some files have other texts."""

    def __init__(self, workspace: Workspace, files: Mapping[str, TranslatedFile]) -> None:
        self._files = files
        self._workspace = workspace
        self.limits, self.configure, self.is_open = workspace.limits, workspace.configure, workspace.is_open
        self.exists, self.files, self.folders = workspace.exists, workspace.files, workspace.folders
        self.write, self.resolve, self.variable = workspace.write, workspace.resolve, workspace.variable
        self.read_cache, self.write_cache = workspace.read_cache, workspace.write_cache

    def read(self, path: str) -> bytes:
        """See Workspace."""
        file = self._files.get(path)
        return file.text.encode() if file else self._workspace.read(path)


class TranslatedDeck(NamedTuple):
    """A deck's sources in another language, and the workspace in which the files it takes in are too.

    ``written_in`` is the source's language, by which the numbers of charts are still read.
    ``words`` are what figures show for their texts, by ``keys``: those of slides' ids and paths.
    """

    source: DeckSource
    workspace: Workspace
    files: Mapping[str, TranslatedFile]
    written_in: str
    keys: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]

    def relocate(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return a diagnostic of the translated sources with the place as someone finds it.

        That is the catalogue's line for what a translation brought, or what holds one, with the source's in
        the message; else the place in the source as it is on disk.
        """
        file = self.files.get(diagnostic.span.file)
        if file is None or not diagnostic.span.line:
            return diagnostic
        start, end = diagnostic.span.start, diagnostic.span.end
        original, written = file.find(start)
        written = written or file.find_written(start, end)
        if written is None:
            return diagnostic._replace(span=original)
        message = f"{diagnostic.message} (It translates {original}.)"
        return diagnostic._replace(span=written, message=message)

    def original(self, span: Span) -> Span:
        """Return the place in the source of one in the translated sources."""
        file = self.files.get(span.file)
        return file.find(span.start)[0] if file and span.line else span

    def with_original_spans(self, deck: Deck) -> Deck:
        """Return a deck with the places of its slides in the sources as they are on disk."""
        slides = (slide._replace(span=self.original(slide.span)) for slide in deck.slides)
        return deck._replace(slides=tuple(slides))


def translate_deck(
    source: DeckSource,
    workspace: Workspace,
    language: str,
    translate: Translate,
    policy: Policy,
    collector: Collector,
) -> TranslatedDeck | None:
    """Return a deck with its texts in a language; ``policy`` says what becomes of those without one.

    None when it is ``fail`` and there are some.

    Diagnostics: translation-missing (policy ``fail``), translation-structure (a translation that would move
    other text; the source's stays).
    """
    groups, texts = find_segments(source, workspace)
    original = source.settings.language
    keys = {group.id or group.path: group.key for group in groups}
    made = translate_segments(groups, texts, translate, policy, original)
    if policy == "fail" and made.missing:
        _report_missing(made, collector)
        return None
    refused: set[Span] = set()
    for _ in range(_MOST_TRIES):
        deck = _make(source, workspace, language, texts, made, refused, keys)
        culprit = _find_culprit(groups, deck)
        if culprit is None:
            break
        refused.add(culprit)
        collector.report(
            "translation-structure",
            culprit,
            "This translation would change what stands around it; the source's text is kept.",
        )
    else:
        refused = {
            change.written for changes in made.changes.values() for change in changes if change.written
        }
        deck = _make(source, workspace, language, texts, made, refused, keys)
    return deck


def _make(
    source: DeckSource,
    workspace: Workspace,
    language: str,
    texts: Texts,
    made: Translated,
    refused: Collection[Span],
    keys: Mapping[str, str],
) -> TranslatedDeck:
    files = {
        path: TranslatedFile(texts[path], kept)
        for path, changes in made.changes.items()
        if (kept := [change for change in changes if change.written not in refused])
    }
    sources = tuple(
        replace(file, text=files[file.name].text) if file.name in files else file for file in source.sources
    )
    values: dict[str, Any] = {role: found.text for role, found in made.settings.items()}
    settings = source.settings._replace(**values, language=language)
    title = made.settings.get("title")
    deck = source._replace(
        sources=sources, settings=settings,
        title_span=title.place if title and title.place else source.title_span,
    )  # fmt: skip
    overlay = TranslatedWorkspace(workspace, files)
    return TranslatedDeck(deck, overlay, files, source.settings.language, keys, made.words)


def translate_figures(deck: Deck, translated: TranslatedDeck) -> Deck:
    """Return the deck with the translated words of its figures, whose texts have been read."""

    def translate(slide: Slide) -> Slide:
        def give_words(block: Block) -> Block:
            if not isinstance(block, Figure):
                return block
            file = block.places[0].file if block.places else ""
            key = translated.keys.get(file) or translated.keys.get(slide.id, "")
            return block._replace(words=tuple(translated.words.get(key, {}).items()))

        notes = (notes._replace(blocks=rewrite_blocks(notes.blocks, give_words)) for notes in slide.notes)
        return slide._replace(blocks=rewrite_blocks(slide.blocks, give_words), notes=tuple(notes))

    return deck._replace(slides=tuple(map(translate, deck.slides)), written_in=translated.written_in)


def _report_missing(made: Translated, collector: Collector) -> None:
    for group, segment in made.missing:
        text = " ".join(segment.text.split())
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        where = f" on the slide `{group.title}`" if group.title else ""
        collector.report("translation-missing", segment.span, f"`{shown}`{where} is not translated.")


def _kind(segment: Segment) -> tuple[str, str, bool]:
    return segment.role, segment.syntax, segment.in_notes


def _find_culprit(groups: list[SegmentGroup], deck: TranslatedDeck) -> Span | None:
    """Return where a translation was written that makes other segments of the deck than there were.

    All of the deck is read again: that the segments are the same in number and kind, and in the same
    slides, is what shows that no translation reached beyond its own place.
    """
    if not deck.files:
        return None
    before = [(number, *_kind(segment)) for number, group in enumerate(groups) for segment in group.segments]
    settings = deck.source.settings._replace(language=deck.written_in)
    found, _ = find_segments(deck.source._replace(settings=settings), deck.workspace)
    segments = [(number, segment) for number, group in enumerate(found) for segment in group.segments]
    after = [(number, *_kind(segment)) for number, segment in segments]
    if before == after:
        return None
    at = next(
        (index for index, (old, new) in enumerate(zip(before, after, strict=False)) if old != new),
        min(len(before), len(after)),
    )
    for _, segment in reversed(segments[: at + 1]):
        file = deck.files.get(segment.span.file)
        written = file.find(segment.span.start)[1] if file else None
        if written is not None:
            return written
    return next(
        (change.written for file in deck.files.values() for change in file.changes if change.written), None
    )
