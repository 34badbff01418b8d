"""``deckbuild check``: the whole build but for the writing, then all rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from deckbuild.batch.inputs import RecordingWorkspace
from deckbuild.checks.ignores import drop_ignored, read_ignores
from deckbuild.checks.source import check_source
from deckbuild.checks.subject import Subject
from deckbuild.diagnostics import Collector, Diagnostic
from deckbuild.diagnostics.severities import apply_severities
from deckbuild.dress import Look
from deckbuild.layout import LaidOutDeck
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import Compiled, compile_deck, shrink_pictures
from deckbuild.project import CheckSettings, DeckSource, ProjectSettings, open_deck
from deckbuild.source import Span
from deckbuild.workspace import Workspace

if TYPE_CHECKING:
    from deckbuild.checks.finished.facts import Allowed


class Checked(NamedTuple):
    """What is to be said of a deck, by place, and the paths of the files that it is made of."""

    diagnostics: tuple[Diagnostic, ...]
    reads: frozenset[str]


def check_deck(
    workspace: Workspace,
    path: str,
    project: ProjectSettings,
    look: Look,
    collector: Collector,
) -> Checked:
    """Build the deck at ``path`` without writing it, and return all that is to be said of it."""
    recording = RecordingWorkspace(workspace)
    source = open_deck(recording, path, project.deck or {}, collector)
    if source is None:
        found = apply_severities(collector.sorted(), project.rules)
        return Checked(tuple(found), _reads(recording))
    compiled = compile_deck(source, look, recording, collector)
    settings = CheckSettings(**project.check)
    reads = _reads(recording)
    has_language = _has_language(source, project, collector)
    subject = Subject(source, compiled.deck, compiled.brand, workspace, reads, settings, has_language)
    check_source(subject, collector)
    if compiled.laid_out:
        full = source.settings.full_images
        laid_out = compiled.laid_out if full else shrink_pictures(compiled.laid_out, workspace)
        _check_package(laid_out, compiled, source, settings, collector)
    return Checked(_conclude(source, compiled, project, collector), reads)


def _has_language(source: DeckSource, project: ProjectSettings, collector: Collector) -> bool:
    """Whether settings name a language, or might: of some that cannot be read that has been said."""
    own = any(source.span_of(key).line for key in ("language", "lang"))
    is_unread = any(found.code == "settings-syntax" for found in collector.sorted())
    return own or is_unread or "language" in (project.deck or {})


def _reads(workspace: RecordingWorkspace) -> frozenset[str]:
    return frozenset(question[1] for question in workspace.answers if question[0] == "read")


def check_file(
    data: bytes,
    name: str,
    project: ProjectSettings,
    workspace: Workspace,
    brand: str | None = None,
    seconds: int = 0,
) -> tuple[Diagnostic, ...]:
    """Return all that is to be said of a finished deck, whoever made it; ``name`` is its file's.

    ``brand`` names whose wishes count, ``seconds`` is how long the talk is planned to be; else those that the
    project has for its decks.
    """
    from deckbuild.brand import load_brand
    from deckbuild.checks.finished import check_finished
    from deckbuild.checks.finished.facts import Wanted

    collector, defaults = Collector(), project.deck or {}
    named = brand or defaults.get("brand")
    loaded = load_brand(named, Span(name), workspace, collector) if named else None
    has_notes = loaded is not None and loaded.notes_required
    wanted = Wanted(has_notes, seconds or defaults.get("duration", 0))
    check_finished(data, name, CheckSettings(**project.check), workspace, collector, wanted)
    return tuple(apply_severities(collector.sorted(), project.rules))


def _check_package(
    laid_out: LaidOutDeck,
    compiled: Compiled,
    source: DeckSource,
    settings: CheckSettings,
    collector: Collector,
) -> None:
    from deckbuild.checks.finished import check_built
    from deckbuild.pptx import write_package

    spans = [slide.span for slide in laid_out.slides]
    data = write_package(laid_out)
    check_built(data, spans, source.sources, _allowed(compiled), settings, collector)


def _allowed(compiled: Compiled) -> Allowed:
    """Return the typefaces and colours that are the brand's, besides its theme's."""
    from deckbuild.brand.colour import is_colour, resolve_colour
    from deckbuild.checks.finished.facts import Allowed

    brand, laid_out = compiled.brand, compiled.laid_out
    assert brand is not None
    assert laid_out is not None
    theme: dict[str, Any] = dict(laid_out.template.themes[0].colors) if laid_out.template.themes else {}
    written: Sequence[str] = (*brand.palette.values(), *brand.code_colors.values(), brand.pictures.mat or "")
    colours = {resolve_colour(each, theme) for each in written if is_colour(each)}
    return Allowed(frozenset((brand.mono_font.casefold(),)), frozenset(colours))


def _conclude(
    source: DeckSource, compiled: Compiled, project: ProjectSettings, collector: Collector
) -> tuple[Diagnostic, ...]:
    ignores = read_ignores(source.sources, compiled.deck.slides, collector)
    _, unused = drop_ignored(collector.sorted(), ignores)
    for ignore in unused:
        message = f"There is no `{ignore.code}` here to be ignored."
        collector.report("ignore-unused", ignore.span, message)
    kept, _ = drop_ignored(collector.sorted(), ignores)
    return tuple(apply_severities(kept, project.rules))
