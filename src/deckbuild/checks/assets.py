"""Files beside decks that no deck uses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator

from deckbuild.diagnostics import Collector
from deckbuild.source import Span
from deckbuild.workspace import Workspace

from .subject import Subject

SHARED = "assets"
_NO_ASSETS = ("assets/brands",)
_OWN = re.compile(
    r"(?:deck\.toml|glossary\.csv|LICEN[CS]E.*|README.*|.*\.(?:po|pot|sha256|xlf|xliff|tmx))", re.IGNORECASE
)
_LANGUAGE = re.compile(r"\.[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*(?=\.[^.]+$)")


def check_assets(subject: Subject, collector: Collector) -> None:
    """Report asset-unused for files in a deck's own folder."""
    source = subject.source
    own_file = posixpath.join(source.folder, f"{source.name}.md")
    if source.folder and source.sources[0].name != own_file:
        _report(source.folder, subject.workspace, subject.reads, collector)


def check_shared_assets(workspace: Workspace, reads: Collection[str], collector: Collector) -> None:
    """Report asset-unused for files under ``assets/``; ``reads`` is what all decks of the project read."""
    _report(SHARED, workspace, reads, collector)


def _report(folder: str, workspace: Workspace, reads: Collection[str], collector: Collector) -> None:
    stems = {posixpath.splitext(path)[0] for path in reads}
    for path in _files(folder, workspace):
        # A picture for one language (`a.de.png`), or what one was made from (`a.svg`), belongs to `a.png`.
        stem = posixpath.splitext(_LANGUAGE.sub("", path))[0]
        if path not in reads and stem not in stems and not _OWN.fullmatch(posixpath.basename(path)):
            collector.report("asset-unused", Span(path), f"Nothing shows or includes `{path}`.")


def _files(folder: str, workspace: Workspace) -> Iterator[str]:
    if folder not in _NO_ASSETS:
        yield from workspace.files(folder)
        for inner in workspace.folders(folder):
            yield from _files(inner, workspace)
