"""The only door to files, cache and environment, with an in-memory twin for tests.

Paths are strings with ``/``: relative ones are relative to the project's root, absolute ones are
allowed only where a user names a file on the command line.
"""

from __future__ import annotations

import contextlib
import errno
import os
import posixpath
import re
import stat
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from deckbuild.limits import Limits
from deckbuild.whole_file import write_whole


class OutsideProject(OSError):
    """A path written in a source leads out of the project."""


class Workspace(Protocol):
    """Files of one project, and a cache that any of its builds may use."""

    @property
    def limits(self) -> Limits:
        """How much of anything a build takes."""

    def configure(self, limits: Limits, allowed: Iterable[str]) -> None:
        """Set limits, and the paths out of the project, relative to its root, that may be read."""

    def is_open(self, path: str) -> bool:
        """Whether a path is in the project, or where it may be read nevertheless, all links followed."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raises OSError when it cannot be read or is larger than ``file_bytes``.

        Raises OutsideProject when a relative path leads out of the project, be it by links on the disk.
        """

    def exists(self, path: str) -> bool:
        """Whether there is a file at ``path``."""

    def files(self, folder: str) -> list[str]:
        """Return the paths of the files directly in ``folder``, in name order.

        Hidden ones (a leading dot) are left out; a folder that is missing or unreadable has none.
        """

    def folders(self, folder: str) -> list[str]:
        """Return the paths of the folders directly in ``folder``, as ``files`` does those of files."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all, making its folder; raises OSError (NotWritten on a disk)."""

    def resolve(self, written: str, base: str) -> str:
        """Return the path of the file that a source file in folder ``base`` calls ``written``.

        It is looked for beside the source, then from the project's root; ``/x`` means the root. When
        there is no such file, the path beside the source is returned. Raises OutsideProject, also when it is
        found and is a link on the disk that leads out.
        """

    def read_cache(self, key: str) -> bytes | None:
        """Return what was stored under ``key``, or None, also when it was cut or changed since."""

    def write_cache(self, key: str, data: bytes) -> None:
        """Store ``data`` under ``key`` if that is possible; a cache that cannot be written is no error."""

    def variable(self, name: str) -> str:
        """Return a variable of the environment, empty if it is not set."""


_ELSEWHERE = re.compile(r"\\\\|[A-Za-z]:[\\/]")
"""Begins paths of Windows to other machines and drives: nothing in a project is called so on any system."""


def _candidates(written: str, base: str) -> list[str]:
    """Return the paths, relative to the root, that ``written`` may mean, in the order to try."""
    if _ELSEWHERE.match(written):
        raise OutsideProject(written)
    if written.startswith("/"):
        return [posixpath.normpath(written.lstrip("/"))]
    return [posixpath.normpath(posixpath.join(base, written)), posixpath.normpath(written)]


def _leads_out(path: str) -> bool:
    """Whether a path says by its words that it leads out of the project."""
    return path == ".." or path.startswith("../")


class DiskWorkspace:
    """A project in a folder on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.limits = Limits()
        self._open = [str(self.root)]
        home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        self._cache = Path(home) / "deckbuild"

    def _path(self, path: str) -> Path:
        return self.root / path

    def configure(self, limits: Limits, allowed: Iterable[str]) -> None:
        """See Workspace."""
        self.limits = limits
        self._open = [str(self.root), *(os.path.realpath(self._path(path)) for path in allowed)]

    def is_open(self, path: str) -> bool:
        """See Workspace."""
        try:
            real = os.path.realpath(self._path(path))
        except ValueError:  # it holds U+0000
            return True
        return any(real == folder or real.startswith(folder.rstrip(os.sep) + os.sep) for folder in self._open)

    def read(self, path: str) -> bytes:
        """See Workspace."""
        if not os.path.isabs(path) and not self.is_open(path):
            raise OutsideProject(path)
        return _read_bounded(self._path(path), self.limits.file_bytes)

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
        if not os.path.isabs(path) and not self.is_open(posixpath.dirname(path)):
            raise OutsideProject(path)
        write_whole(self._path(path), data)

    def resolve(self, written: str, base: str) -> str:
        """See Workspace."""
        every = _candidates(written, base)
        candidates = [path for path in every if not _leads_out(path) or self.is_open(path)]
        if not candidates:
            raise OutsideProject(written)
        for candidate in candidates:
            if self.exists(candidate):
                if not self.is_open(candidate):
                    raise OutsideProject(written)
                return candidate
        return candidates[0]

    def read_cache(self, key: str) -> bytes | None:
        """See Workspace."""
        try:
            stored = _read_bounded(self._cache / key, self.limits.file_bytes)
        except OSError:
            return None
        seal, data = stored[:_SEAL_LENGTH], stored[_SEAL_LENGTH:]
        return data if seal == _seal(key, data) else None

    def write_cache(self, key: str, data: bytes) -> None:
        """See Workspace."""
        with contextlib.suppress(OSError):
            write_whole(self._cache / key, _seal(key, data) + data)

    def variable(self, name: str) -> str:
        """See Workspace."""
        return os.environ.get(name, "")


_SEAL_LENGTH = 9


def _seal(key: str, data: bytes) -> bytes:
    """Return the line before what is stored under a key, by which it is known to be whole and of that key."""
    return b"%08x\n" % zlib.crc32(data, zlib.crc32(key.encode()))


def _read_bounded(path: Path, most: int) -> bytes:
    """Read a file of at most so many bytes; a pipe or device, which may never end, is no file."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except ValueError:  # it holds U+0000
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path)) from None
    with open(handle, "rb", buffering=0) as file:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "It is no ordinary file", str(path))
        if os.fstat(handle).st_size > most:
            raise OSError(errno.EFBIG, f"It is larger than {most} bytes ([limits] file_bytes)", str(path))
        return file.read()


class MemoryWorkspace:
    """A project in memory: a mapping of paths to bytes, which ``write`` adds to."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.contents = dict(files)
        self.cache: dict[str, bytes] = {}
        self.variables: dict[str, str] = {}
        self.limits = Limits()

    def configure(self, limits: Limits, allowed: Iterable[str]) -> None:
        """See Workspace; in memory there is nothing outside."""
        self.limits = limits

    def is_open(self, path: str) -> bool:
        """See Workspace."""
        return not _leads_out(posixpath.normpath(path)) and not path.startswith("/")

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
        candidates = [path for path in _candidates(written, base) if not _leads_out(path)]
        if not candidates:
            raise OutsideProject(written)
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
