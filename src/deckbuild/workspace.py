"""The only door to files, cache and environment, with an in-memory twin for tests.

Paths are strings with ``/``: relative ones are relative to the project's root, absolute ones are
allowed only where a user names a file on the command line.
"""

from __future__ import annotations

import contextlib
import os
import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Protocol


class OutsideProject(Exception):
    """A path written in a source leads out of the project."""


class Workspace(Protocol):
    """Files of one project, and a cache that any of its builds may use."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raises OSError when it cannot be read."""

    def exists(self, path: str) -> bool:
        """Whether there is a file at ``path``."""

    def files(self, folder: str) -> list[str]:
        """Return the paths of the files directly in ``folder``, in name order.

        Hidden ones (a leading dot) are left out; a folder that is missing or unreadable has none.
        """

    def folders(self, folder: str) -> list[str]:
        """Return the paths of the folders directly in ``folder``, as ``files`` does those of files."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all, making its folder; raises OSError."""

    def resolve(self, written: str, base: str) -> str:
        """Return the path of the file that a source file in folder ``base`` calls ``written``.

        It is looked for beside the source, then from the project's root; ``/x`` means the root. When
        there is no such file, the path beside the source is returned. Raises OutsideProject.
        """

    def read_cache(self, key: str) -> bytes | None:
        """Return what was stored under ``key``, or None."""

    def write_cache(self, key: str, data: bytes) -> None:
        """Store ``data`` under ``key`` if that is possible; a cache that cannot be written is no error."""

    def variable(self, name: str) -> str:
        """Return a variable of the environment, empty if it is not set."""


def _candidates(written: str, base: str) -> list[str]:
    """Return the project-relative paths that ``written`` may mean, in the order to try."""
    if written.startswith("/"):
        paths = [posixpath.normpath(written.lstrip("/"))]
    else:
        paths = [posixpath.normpath(posixpath.join(base, written)), posixpath.normpath(written)]
    inside = [path for path in paths if path != ".." and not path.startswith("../")]
    if not inside:
        raise OutsideProject(written)
    return inside


class DiskWorkspace:
    """A project in a folder on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        self._cache = Path(home) / "deckbuild"

    def _path(self, path: str) -> Path:
        return self.root / path

    def read(self, path: str) -> bytes:
        """See Workspace."""
        return self._path(path).read_bytes()

    def exists(self, path: str) -> bool:
        """See Workspace."""
        return os.path.isfile(self._path(path))

    def files(self, folder: str) -> list[str]:
        """See Workspace."""
        return self._entries(folder, os.path.isfile)

    def folders(self, folder: str) -> list[str]:
        """See Workspace."""
        return self._entries(folder, os.path.isdir)

    def _entries(self, folder: str, is_wanted: Callable[[str], bool]) -> list[str]:
        try:
            names = sorted(os.listdir(self._path(folder)))
        except OSError:
            return []
        paths = (posixpath.join(folder, name) for name in names if not name.startswith("."))
        return [path for path in paths if is_wanted(os.path.join(self.root, path))]

    def write(self, path: str, data: bytes) -> None:
        """See Workspace."""
        _write_whole(self._path(path), data)

    def resolve(self, written: str, base: str) -> str:
        """See Workspace; links on disk may not lead out of the project either."""
        candidates = _candidates(written, base)
        for candidate in candidates:
            if self.exists(candidate):
                if not self._path(candidate).resolve().is_relative_to(self.root):
                    raise OutsideProject(written)
                return candidate
        return candidates[0]

    def read_cache(self, key: str) -> bytes | None:
        """See Workspace."""
        try:
            return (self._cache / key).read_bytes()
        except OSError:
            return None

    def write_cache(self, key: str, data: bytes) -> None:
        """See Workspace."""
        with contextlib.suppress(OSError):
            _write_whole(self._cache / key, data)

    def variable(self, name: str) -> str:
        """See Workspace."""
        return os.environ.get(name, "")


def _write_whole(path: Path, data: bytes) -> None:
    """Write to a temporary file beside ``path`` and rename it, so that a failure leaves the old file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))
    # Not by `tempfile`, which takes 4 ms to import.
    temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


class MemoryWorkspace:
    """A project in memory: a mapping of paths to bytes, which ``write`` adds to."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.contents = dict(files)
        self.cache: dict[str, bytes] = {}
        self.variables: dict[str, str] = {}

    def read(self, path: str) -> bytes:
        """See Workspace."""
        try:
            return self.contents[path]
        except KeyError:
            raise FileNotFoundError(2, "No such file", path) from None

    def exists(self, path: str) -> bool:
        """See Workspace."""
        return path in self.contents

    def files(self, folder: str) -> list[str]:
        """See Workspace."""
        return [path for path in self._visible(folder) if path in self.contents]

    def folders(self, folder: str) -> list[str]:
        """See Workspace."""
        return [path for path in self._visible(folder) if path not in self.contents]

    def _visible(self, folder: str) -> list[str]:
        prefix = f"{folder}/" if folder else ""
        names = {path[len(prefix) :].split("/", 1)[0] for path in self.contents if path.startswith(prefix)}
        return [prefix + name for name in sorted(names) if not name.startswith(".")]

    def write(self, path: str, data: bytes) -> None:
        """See Workspace."""
        self.contents[path] = data

    def resolve(self, written: str, base: str) -> str:
        """See Workspace."""
        candidates = _candidates(written, base)
        return next((path for path in candidates if path in self.contents), candidates[0])

    def read_cache(self, key: str) -> bytes | None:
        """See Workspace."""
        return self.cache.get(key)

    def write_cache(self, key: str, data: bytes) -> None:
        """See Workspace."""
        self.cache[key] = data

    def variable(self, name: str) -> str:
        """See Workspace."""
        return self.variables.get(name, "")
