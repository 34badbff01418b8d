"""Files that are there whole or not at all, whenever their writer is killed and whoever else writes them.

Where the system has files without a name (``O_TMPFILE``, Linux), the content goes into one, which is gone
when its writer is; it gets a name beside the target only when it is whole, and the target's name at once
after. Elsewhere it has that first name from the beginning. The name is the same each time, so that the next
writer of the same target puts an end to what a killed one left; a lock, which ends with its holder, tells
whether somebody is still at it.
"""

from __future__ import annotations

import errno
import os
import zlib
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: an open file can neither be deleted nor replaced there, which does as well
    fcntl = None  # type: ignore[assignment]

_MOST_WRITERS = 100
_MODE = 0o666  # less the umask, as any new file
_FLAGS = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def write_whole(path: Path, data: bytes) -> None:
    """Put a file with this content in the place of the one at ``path``, making its folder; raises OSError.

    Whatever goes wrong, the old file is as it was and nothing else is left. A file that may not be written is
    not replaced.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))
    handle, name = _open_nameless(path.parent), None
    try:
        if handle is not None:
            _write_all(handle, data)
            name = _give_name(handle, path)
        if name is None:
            if handle is not None:
                os.close(handle)
                handle = None
            name, handle = _open_named(path)
            _write_all(handle, data)
        if fcntl is None:
            os.close(handle)
            handle = None
        os.replace(name, path)
    except BaseException:
        if name is not None:
            name.unlink(missing_ok=True)
        raise
    finally:
        if handle is not None:
            os.close(handle)


def _name_beside(path: Path, number: int) -> Path:
    """Return the name before the last of what is to be ``path``; short, whatever the length of that."""
    more = f"-{number}" if number else ""
    return path.with_name(f".deckbuild-{zlib.crc32(os.fsencode(path.name)):08x}{more}.tmp")


def _open_nameless(folder: Path) -> int | None:
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or fcntl is None or not os.path.isdir("/proc/self/fd"):
        return None
    try:
        handle = os.open(folder, flag | os.O_RDWR | os.O_CLOEXEC, _MODE)
    except OSError:
        return None  # not every file system has them; what else may be wrong comes out with a name as well
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def _give_name(handle: int, path: Path) -> Path | None:
    """Give a nameless file a name beside ``path`` and return it; None where the system does not let us."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        for number in range(_MOST_WRITERS):
            name = _name_beside(path, number)
            _remove_left(name)
            try:
                # With the handle of a folder, Python asks the system to follow the link in /proc.
                os.link(f"/proc/self/fd/{handle}", name.name, dst_dir_fd=folder)
            except FileExistsError:
                continue
            except OSError:
                return None
            return name
    finally:
        os.close(folder)
    return None


def _remove_left(name: Path) -> None:
    """Remove what a killed writer left; what somebody is still writing stays."""
    try:
        handle = os.open(name, _FLAGS)
    except OSError:
        return
    try:
        if _lock(handle) and _is_at(handle, name):
            name.unlink(missing_ok=True)
    finally:
        os.close(handle)


def _open_named(path: Path) -> tuple[Path, int]:
    """Open a file beside ``path`` that nobody else writes to, and empty it."""
    for number in range(_MOST_WRITERS):
        name = _name_beside(path, number)
        handle = os.open(name, _FLAGS | os.O_CREAT, _MODE)
        if _lock(handle) and _is_at(handle, name):
            try:
                os.ftruncate(handle, 0)
            except OSError:
                name.unlink(missing_ok=True)
                os.close(handle)
                raise
            return name, handle
        os.close(handle)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))


def _lock(handle: int) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks: as if nobody else were there
    return True


def _is_at(handle: int, name: Path) -> bool:
    """Whether an open file still has this name: its last holder may have given it the target's."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(name))
    except OSError:
        return False


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
