"""Finding decks: a folder with Markdown files, or a single Markdown file."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from deckbuild.diagnostics import Collector
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import SourceFile, Span
from deckbuild.workspace import Workspace

from .front_matter import split_front_matter
from .settings import DeckSettings, ProjectSettings, no_settings, read_deck_settings, read_project_settings
from .text import read_text
from .written import Written, read_front_matter, read_toml

PROJECT_FILE = "deckbuild.toml"
DECK_FILE = "deck.toml"


class DeckSource(NamedTuple):
    """A deck before it is parsed: its name and folder, settings, and sources past their front matter.

    ``title_span`` and ``brand_span`` are where the settings name these, or the settings' file if they do not;
    ``span_of`` gives the place of any key likewise.
    """

    name: str
    folder: str
    settings: DeckSettings
    sources: tuple[SourceFile, ...]
    title_span: Span
    brand_span: Span
    span_of: Callable[[str], Span] = Span


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above ``start`` that has ``deckbuild.toml`` or ``content/``."""
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file() or (folder / "content").is_dir():
            return folder
    return None


def read_project(workspace: Workspace, collector: Collector) -> ProjectSettings:
    """Read ``deckbuild.toml``, if there is one, and have the workspace keep to its limits.

    Decks are written into the project, or where it allows that files are read; ``path-outside-project`` else.
    """
    source = read_text(PROJECT_FILE, workspace, collector) if workspace.exists(PROJECT_FILE) else None
    written = read_toml(source, collector) if source else None
    if written is None:
        return ProjectSettings()
    project = read_project_settings(written, collector)
    workspace.configure(project.limits, project.allow)
    if not workspace.is_open(project.output):
        message = f"`{project.output}` is not in this project."
        hint = "Name a folder in it, allow this one (`[allow] paths`), or say it with -o."
        collector.report("path-outside-project", written.span_of("output"), message, hint)
        return project._replace(output=ProjectSettings().output)
    return project


def find_decks(workspace: Workspace, project: ProjectSettings) -> list[str]:
    """Return the decks under the content folder, in name order: folders with Markdown, and files."""
    folders = [path for path in workspace.folders(project.content) if _is_deck(workspace, path)]
    return sorted(folders + _markdown_files(workspace, project.content))


def _is_deck(workspace: Workspace, folder: str) -> bool:
    """Whether a folder is meant as a deck; one with settings alone is, and then said to be empty."""
    return bool(_markdown_files(workspace, folder)) or workspace.exists(posixpath.join(folder, DECK_FILE))


def open_deck(
    workspace: Workspace, path: str, defaults: Mapping[str, Any], collector: Collector
) -> DeckSource | None:
    """Read the settings and sources of the deck at ``path``; None when there is nothing to read.

    Settings or a source that cannot be read are reported and left out, so that all problems of the
    rest are found in the same run.
    """
    if path.endswith(".md"):
        name, folder, files = posixpath.basename(path)[:-3], posixpath.dirname(path), [path]
    else:
        name, folder, files = posixpath.basename(path), path, _markdown_files(workspace, path)
    texts = [text for file in files if (text := read_text(file, workspace, collector))]
    if not files:
        hint = "Write one, such as 01-start.md; its name must end in `.md`."
        collector.report("deck-empty", Span(path), "There is no Markdown file in this folder.", hint)
    if not texts:
        return None
    sources, matters = zip(*map(split_front_matter, texts), strict=True)
    written = _deck_written(workspace, path, sources, matters, collector) or no_settings(sources[0])
    settings = read_deck_settings(written, defaults, collector)
    title, brand = written.span_of("title"), written.span_of("brand")
    return DeckSource(name, folder, settings, sources, title, brand, written.span_of)


def _deck_written(
    workspace: Workspace,
    path: str,
    sources: Sequence[SourceFile],
    matters: Sequence[tuple[int, int] | None],
    collector: Collector,
) -> Written | None:
    """Return the deck's settings as written: ``deck.toml``, else the first file's front matter.

    None when there are none, or they cannot be read, which has then been reported.
    """
    deck_file = posixpath.join(path, DECK_FILE)
    in_folder = not path.endswith(".md") and workspace.exists(deck_file)
    first = 0 if in_folder else 1
    for source, matter in zip(sources[first:], matters[first:], strict=True):
        if matter is not None:
            collector.report(
                "front-matter-ignored",
                source.span(0),
                "The settings of this deck stand elsewhere: this is passed over.",
                f"Move its keys to {deck_file if in_folder else sources[0].name}.",
            )
    if in_folder:
        toml = read_text(deck_file, workspace, collector)
        return read_toml(toml, collector) if toml else None
    return read_front_matter(sources[0], *matters[0], collector) if matters[0] else None


def _markdown_files(workspace: Workspace, folder: str) -> list[str]:
    return [path for path in workspace.files(folder) if path.endswith(".md")]
