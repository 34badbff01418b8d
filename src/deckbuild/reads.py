"""A workspace that remembers what was read through it."""

from __future__ import annotations

from deckbuild.workspace import Workspace


class RecordingWorkspace:
    """Another workspace, with the paths of all files read in ``reads``, in order, each once."""

    def __init__(self, inner: Workspace) -> None:
        self._inner = inner
        self.reads: dict[str, None] = {}
        self.exists = inner.exists
        self.files = inner.files
        self.folders = inner.folders
        self.write = inner.write
        self.resolve = inner.resolve
        self.read_cache = inner.read_cache
        self.write_cache = inner.write_cache

    def read(self, path: str) -> bytes:
        """See Workspace."""
        self.reads[path] = None
        return self._inner.read(path)
