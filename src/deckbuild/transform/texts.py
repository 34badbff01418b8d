"""Where a text file is that a deck names."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.source import Span
from deckbuild.workspace import OutsideProject, Workspace


def find_text(
    written: str, span: Span, workspace: Workspace, folder: str, collector: Collector
) -> str | None:
    """Return the path of the file that a source in ``folder`` calls ``written``, None if it may not be read.

    Diagnostic: path-outside-project.
    """
    try:
        return workspace.resolve(written, folder)
    except OutsideProject:
        collector.report("path-outside-project", span, f"`{written}` is not in this project.")
        return None
