"""From text to a deck: the stages in order, each handing the next one a finished value.

    Markdown files --markdown--> Deck --transform--> Deck --layout--> LaidOutDeck --pptx--> bytes

This is the file to read first.
"""

from __future__ import annotations

import gc
import posixpath
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.brand import Brand
from deckbuild.diagnostics import Collector, Diagnostic, Severity
from deckbuild.dress import Look, TemplateFile, open_dress, read_template
from deckbuild.layout import (
    LaidOutDeck,
    LaidOutSlide,
    lay_out_deck,
    picture_extents,
)
from deckbuild.markdown import read_slides
from deckbuild.model import Deck, StepWay
from deckbuild.named_tuple import NamedTuple
from deckbuild.pptx import write_package
from deckbuild.project import DeckSource, ProjectSettings, find_root, open_deck, read_project
from deckbuild.source import Span
from deckbuild.transform import LocalWorkspace, make_deck, read_pictures, transform_deck
from deckbuild.workspace import DiskWorkspace, Workspace

if TYPE_CHECKING:
    from deckbuild.i18n.translate import Policy, Translate
    from deckbuild.transform.translation import TranslatedDeck

Progress = Callable[[str], None]
"""Called with a stage's name when it begins."""

IGNORE_MARK = "deckbuild:"
"""In every comment that speaks to deckbuild; decks without it are not looked through for them."""

STAGES = ("read", "transform", "lay out", "write")


class Start(NamedTuple):
    """Where a slide of the sources begins, its id, and the position of the first slide that is made of it."""

    file: str
    offset: int
    id: str
    position: int


class Outline(NamedTuple):
    """Where a deck's slides begin, in order; its title, and the text of each of its files."""

    title: str
    starts: tuple[Start, ...]
    texts: dict[str, str]


class Built(NamedTuple):
    """What a build gave: the file written (None: nothing), its slides, and all diagnostics by place.

    ``laid_out`` are the slides with how full their boxes are, where a report of that was asked for.
    ``outline`` is where in the sources the slides begin.
    """

    path: str | None
    slides: int
    diagnostics: tuple[Diagnostic, ...]
    laid_out: tuple[LaidOutSlide, ...] = ()
    outline: Outline | None = None

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have this severity."""
        return sum(1 for diagnostic in self.diagnostics if diagnostic.severity is severity)


class Compiled(NamedTuple):
    """What the stages made of a deck's text: the model, the brand it wears, and all of it laid out.

    The last two are None where a deck has no slides, or no brand that can be used.
    """

    deck: Deck
    brand: Brand | None = None
    laid_out: LaidOutDeck | None = None


class Language(NamedTuple):
    """A language to build a deck in: its BCP 47 tag, what translates, and what is done where nothing does."""

    tag: str
    translate: Translate
    policy: Policy = "source"


def build_path(
    deck: str | Path,
    output: str | Path | None = None,
    brand: str | None = None,
    template: str | Path | None = None,
) -> Built:
    """Build the deck at a path on disk; ``deckbuild.build`` documents the arguments."""
    path = Path(deck).resolve(strict=True)
    root = project_root(path)
    workspace, collector = DiskWorkspace(root), Collector()
    project = read_project(workspace, collector)
    target = output_path(path, str(output) if output else posixpath.join(str(root), project.output))
    name = path.relative_to(root).as_posix()
    file = read_template(Path(template)) if template else None
    return build_deck(workspace, name, target, project, brand, collector, template=file)


def project_root(path: Path) -> Path:
    """Return the root of the project a deck belongs to: found from its folder upward, else that folder."""
    folder = path.parent if path.is_file() else path
    working = Path.cwd()
    return find_root(folder) or (working if folder.is_relative_to(working) else folder)


def output_path(deck: Path, output: str) -> str:
    """Return the file to write for a deck: ``output`` itself if it is named as one, else in that folder."""
    name = deck.stem if deck.is_file() else deck.name
    return output if output.endswith(".pptx") else str(Path(output) / f"{name}.pptx")


def build_deck(
    workspace: Workspace,
    path: str,
    target: str,
    project: ProjectSettings,
    brand_name: str | None,
    collector: Collector,
    progress: Progress = lambda stage: None,
    full_images: bool = False,
    fit_report: bool = False,
    template: TemplateFile | None = None,
    language: Language | None = None,
    steps: StepWay | None = None,
) -> Built:
    """Build the deck at ``path`` in the workspace into the file ``target``.

    ``fit_report`` asks for how full each box is. ``full_images`` keeps the pixels of pictures that are
    larger than they are shown, as a deck's settings can too. ``template`` goes before the brand's, ``steps``
    before what the deck says of build steps. Without a ``language`` the deck is built in its own. A deck with
    errors in it is still built as far as it goes; one
    that cannot be laid out at all leaves the old file alone.
    """
    with _without_collector():
        progress("read")
        source = open_deck(workspace, path, project.deck or {}, collector)
        look = Look(brand_name, template, steps)
        compiled: Compiled | None = None
        if source and language:
            compiled = compile_in(language, source, look, workspace, collector, progress, fit_report)
        elif source:
            compiled = compile_deck(source, look, workspace, collector, progress, fit_report)
        laid_out = compiled.laid_out if compiled else None
        written = False
        if laid_out and not (full_images or (source and source.settings.full_images)):
            laid_out = shrink_pictures(laid_out, workspace)
        if laid_out:
            progress("write")
            written = _write(laid_out, target, workspace, collector)
        slides = laid_out.slides if laid_out else ()
        report = slides if fit_report else ()
        found = conclude(collector, project, source, compiled)
        outline = _outline(source, compiled) if source and compiled and written and not language else None
        return Built(target if written else None, len(slides), found, report, outline)


def _outline(source: DeckSource, compiled: Compiled) -> Outline:
    anchors = compiled.laid_out.anchors if compiled.laid_out else {}
    starts = [
        Start(slide.span.file, slide.span.start, slide.id, anchors[slide.id])
        for slide in compiled.deck.slides
    ]
    texts = {file.name: file.text for file in source.sources}
    return Outline(compiled.deck.title, tuple(starts), texts)


def conclude(
    collector: Collector, project: ProjectSettings, source: DeckSource | None, compiled: Compiled | None
) -> tuple[Diagnostic, ...]:
    """Return what was found, less what the sources ask to ignore, as severe as the project wants it."""
    found: Sequence[Diagnostic] = ()
    if source and compiled and any(IGNORE_MARK in text.text for text in source.sources):
        from deckbuild.checks.ignores import drop_ignored, read_ignores

        ignores = read_ignores(source.sources, compiled.deck.slides, collector)
        found, _ = drop_ignored(collector.sorted(), ignores)
    else:
        found = collector.sorted()
    if project.rules:
        from deckbuild.diagnostics.severities import apply_severities

        found = apply_severities(found, project.rules)
    return tuple(found)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python's garbage collector off.

    All of a deck is needed to the end: looking through it again and again takes a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def compile_in(
    language: Language,
    source: DeckSource,
    look: Look,
    workspace: Workspace,
    collector: Collector,
    progress: Progress = lambda stage: None,
    fit_report: bool = False,
) -> Compiled | None:
    """Translate a deck and compile it; problems and slides have the places where they are to be mended.

    None when the language's policy is ``fail`` and something is not translated.
    """
    from deckbuild.transform.translation import translate_deck

    translated = translate_deck(source, workspace, *language, collector)
    if translated is None:
        return None
    found = Collector()
    compiled = compile_deck(
        translated.source, look, translated.workspace, found, progress, fit_report, translated
    )
    found.relocate(translated.relocate)
    collector.extend(found)
    deck = translated.with_original_spans(compiled.deck)
    laid_out = compiled.laid_out
    if laid_out is not None and fit_report:
        slides = (slide._replace(span=translated.original(slide.span)) for slide in laid_out.slides)
        laid_out = laid_out._replace(slides=tuple(slides))
    return compiled._replace(deck=deck, laid_out=laid_out)


def compile_deck(
    source: DeckSource,
    look: Look,
    workspace: Workspace,
    collector: Collector,
    progress: Progress = lambda stage: None,
    fit_report: bool = False,
    translated: TranslatedDeck | None = None,
) -> Compiled:
    """Run the stages between text and package; figures show the words of ``translated`` sources."""
    slides = read_slides(source.sources, collector)
    if not slides:
        start = source.sources[0].span(0)
        collector.report("deck-empty", start, f"The deck `{source.name}` has no slides.")
    deck = make_deck(source.name, source.settings, slides, source.title_span, collector)
    progress("transform")
    files = LocalWorkspace(workspace, deck.language)
    deck = transform_deck(deck, files, source.folder, collector)
    if translated:
        from deckbuild.transform.translation import translate_figures

        deck = translate_figures(deck, translated)
    media = read_pictures(deck, files, source.folder, collector)
    dress = open_dress(source, deck, look, workspace, collector)
    if not slides or not dress:
        return Compiled(deck)
    progress("lay out")
    settings = dress.settings._replace(report_fits=fit_report)
    laid_out = lay_out_deck(deck, dress.brand, dress.template, media, settings, collector)
    return Compiled(deck, dress.brand, laid_out)


def shrink_pictures(deck: LaidOutDeck, workspace: Workspace) -> LaidOutDeck:
    """Return the deck with its bitmaps brought down to what its slides show of them."""
    if not deck.media:
        return deck
    from deckbuild.figures.shrink import shrink_picture

    extents = picture_extents(deck)
    media = {
        key: shrink_picture(media, *extents[key], workspace) if key in extents else media
        for key, media in deck.media.items()
    }
    return deck._replace(media=media)


def _write(deck: LaidOutDeck, target: str, workspace: Workspace, collector: Collector) -> bool:
    try:
        workspace.write(target, write_package(deck))
    except OSError as error:
        collector.report(
            "output-unwritable", Span(target), f"It cannot be written: {error.strerror or error}."
        )
        return False
    return True
