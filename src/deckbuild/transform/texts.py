"""Text files that a deck names."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.source import SourceFile, Span
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


def read_text(path: str, span: Span, workspace: Workspace, collector: Collector) -> SourceFile | None:
    """Return a UTF-8 file. Diagnostics: file-unreadable at ``span``, encoding in the file itself."""
    try:
        data = workspace.read(path)
    except OSError as error:
        collector.report(
            "file-unreadable", span, f"`{path}` cannot be read: {error.strerror or error}.", "Check the path."
        )
        return None
    try:
        return SourceFile(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        source = SourceFile(path, data.decode("utf-8", "replace"))
        place = source.span(len(data[: error.start].decode("utf-8")))
        collector.report("encoding", place, f"This is not UTF-8 text (byte 0x{data[error.start]:02x}).")
        return source
