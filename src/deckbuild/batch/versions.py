"""Files of a deck with versions for languages: which are missing or behind, and the record of them."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Sequence

from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_slides
from deckbuild.project import DeckSource
from deckbuild.transform import make_deck
from deckbuild.transform.local_files import LocalFile, list_local_files, record_versions
from deckbuild.workspace import Workspace

ALL = "all"
"""Stands for every file that has a version."""


def find_versions(workspace: Workspace, source: DeckSource, tag: str) -> list[LocalFile]:
    """Return the files of a deck that have text and no version for a language, or have one."""
    found = Collector()
    slides = read_slides(source.sources, found)
    deck = make_deck(source.name, source.settings, slides, source.title_span, found)
    return list_local_files(deck, workspace, source.folder, tag)


def check_versions(files: Iterable[LocalFile], tag: str, collector: Collector) -> None:
    """Report what is not up to date: version-missing, version-stale, version-unrecorded; each where shown."""
    for file in files:
        if file.state == "missing":
            message = f"{tag}: `{file.path}` has text and no version for this language."
            collector.report("version-missing", file.span, message)
        elif file.state == "stale":
            message = f"{tag}: `{file.path}` has changed since `{file.version}` was made."
            collector.report("version-stale", file.span, message)
        elif file.state == "unrecorded":
            message = f"{tag}: nobody has said from which `{file.path}` `{file.version}` was made."
            collector.report("version-unrecorded", file.span, message)


def record_files(
    workspace: Workspace, source: DeckSource, tags: Sequence[str], names: Collection[str]
) -> tuple[list[str], set[str]]:
    """Record that the versions of some files were made from them as they are now.

    ``names`` are the sources' paths in the project, or their ends such as ``arch.svg``, or ``ALL``. Returns
    the records written, and which of the names have a version. Raises OSError.
    """
    written, known = [], set()
    for tag in tags:
        chosen = []
        for file in find_versions(workspace, source, tag):
            matching = {name for name in names if file.version and _is_named(file.path, name)}
            known |= matching
            chosen += [file] if matching else []
        if chosen:
            written.append(record_versions(chosen, workspace, source.folder, tag))
    return written, known


def _is_named(path: str, name: str) -> bool:
    return name == ALL or f"/{path}".endswith(f"/{posixpath.normpath(name)}")
