"""Finding decks: a folder with Markdown files, or a single Markdown file."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckbuild.diagnostics import Collector
from deckbuild.source import SourceFile, Span
from deckbuild.workspace import Workspace

from .front_matter import split_front_matter
from .settings import DeckSettings, ProjectSettings, no_settings, read_deck_settings, read_project_settings
from .written import Written, read_front_matter, read_toml

PROJECT_FILE = "deckbuild.toml"
DECK_FILE = "deck.toml"


@dataclass(frozen=True, slots=True)
class DeckSource:
    """A deck before it is parsed: its name and folder, settings, and sources past their front matter."""

    name: str
    folder: str
    settings: DeckSettings
    sources: tuple[SourceFile, ...]


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above ``start`` that has ``deckbuild.toml`` or ``content/``."""
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file() or (folder / "content").is_dir():
            return folder
    return None


def read_project(workspace: Workspace, collector: Collector) -> ProjectSettings:
    """Read ``deckbuild.toml``, if there is one."""
    source = _read_text(workspace, PROJECT_FILE, collector) if workspace.exists(PROJECT_FILE) else None
    written = read_toml(source, collector) if source else None
    return read_project_settings(written, collector) if written else ProjectSettings()


def find_decks(workspace: Workspace, project: ProjectSettings) -> list[str]:
    """Return the decks under the content folder, in name order: folders with Markdown, and files."""
    folders = [path for path in workspace.folders(project.content) if _markdown_files(workspace, path)]
    return sorted(folders + _markdown_files(workspace, project.content))


def open_deck(
    workspace: Workspace, path: str, defaults: Mapping[str, Any], collector: Collector
) -> DeckSource | None:
    """Read the settings and sources of the deck at ``path``; None when it cannot be read at all."""
    if path.endswith(".md"):
        name, folder, files = posixpath.basename(path)[:-3], posixpath.dirname(path), [path]
    else:
        name, folder, files = posixpath.basename(path), path, _markdown_files(workspace, path)
    texts = [text for file in files if (text := _read_text(workspace, file, collector))]
    if not files:
        collector.report("deck-empty", Span(path), "There is no Markdown file in this folder.")
    if len(texts) < len(files) or not files:
        return None
    sources, matters = zip(*map(split_front_matter, texts), strict=True)
    written = _deck_written(workspace, path, sources, matters, collector)
    if written is None:
        return None
    return DeckSource(name, folder, read_deck_settings(written, defaults, collector), sources)


def _deck_written(
    workspace: Workspace,
    path: str,
    sources: Sequence[SourceFile],
    matters: Sequence[str | None],
    collector: Collector,
) -> Written | None:
    """Return the deck's settings as written: ``deck.toml``, else the first file's front matter."""
    deck_file = posixpath.join(path, DECK_FILE)
    in_folder = not path.endswith(".md") and workspace.exists(deck_file)
    first = 0 if in_folder else 1
    for source, matter in zip(sources[first:], matters[first:], strict=True):
        if matter is not None:
            collector.report(
                "front-matter-ignored",
                source.span(0),
                "Settings of this deck are read elsewhere; this front matter is passed over.",
                f"Move its keys to {deck_file if in_folder else sources[0].name}.",
            )
    if in_folder:
        toml = _read_text(workspace, deck_file, collector)
        return read_toml(toml, collector) if toml else None
    return read_front_matter(sources[0], matters[0], collector) if matters[0] else no_settings(sources[0])


def _markdown_files(workspace: Workspace, folder: str) -> list[str]:
    return [path for path in workspace.files(folder) if path.endswith(".md")]


def _read_text(workspace: Workspace, path: str, collector: Collector) -> SourceFile | None:
    """Read a UTF-8 file; what is wrong with it is reported, at the line where the bytes go wrong."""
    try:
        data = workspace.read(path)
    except OSError as error:
        collector.report("file-unreadable", Span(path), f"{error.strerror or error}.")
        return None
    try:
        return SourceFile(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        byte = data[error.start]
        collector.report(
            "encoding", Span(path, line, column), f"This is not UTF-8 text (byte 0x{byte:02x})."
        )
        return None
