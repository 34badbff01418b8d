"""Files with a version for the deck's language: ``arch.de.svg`` beside ``arch.svg``.

The version for a language is named by its tag before the ending, ``arch.de-AT.svg`` or ``arch.de.svg``; the
nearest one is taken.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from deckbuild.language import fallbacks
from deckbuild.workspace import Workspace


class LocalWorkspace:
    """A workspace that finds the version for a language of each file that a source names."""

    def __init__(self, workspace: Workspace, language: str) -> None:
        self._workspace = workspace
        self._tags = fallbacks(language)
        self.limits = workspace.limits
        self.configure = workspace.configure
        self.is_open = workspace.is_open
        self.read = workspace.read
        self.exists = workspace.exists
        self.files = workspace.files
        self.folders = workspace.folders
        self.variable = workspace.variable
        self.write = workspace.write
        self.read_cache = workspace.read_cache
        self.write_cache = workspace.write_cache

    def resolve(self, written: str, base: str) -> str:
        """See Workspace; Markdown is translated by catalogues, so it has no versions here."""
        path = self._workspace.resolve(written, base)
        return path if path.endswith(".md") else find_version(path, self._tags, self._workspace) or path


def find_version(path: str, tags: Iterable[str], workspace: Workspace) -> str | None:
    """Return the path of a file's version for the first of the tags that has one.

    Raises OutsideProject when that is a link that leads out of the project.
    """
    stem, ending = posixpath.splitext(path)
    for tag in tags:
        version = f"{stem}.{tag}{ending}"
        if workspace.exists(version):
            return workspace.resolve(f"/{version}", "")
    return None
