"""Files that are there whole or not at all, whenever their writer is killed and whoever else writes them.

Where the system has files without a name (``O_TMPFILE``, Linux), the content goes into one, which is gone
when its writer is; it gets a name beside the target only when it is whole, and the target's name at once
after. Elsewhere it has that first name from the beginning. The name is the same each time, so that the next
writer of the same target puts an end to what a killed one left; a lock, which ends with its holder, tells
whether somebody is still at it. All that deckbuild writes goes through here (``tests/test_writers.py``).
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: an open file can neither be deleted nor replaced there, which does as well
    fcntl = None  # type: ignore[assignment]

_MOST_WRITERS = 100
_STREAMS = re.compile(r"/dev/(?:fd/(?P<number>\d+)|std(?P<name>out|err))")
_MODE = 0o666  # less the umask, as any new file
_FLAGS = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class NotWritten(OSError):
    """A file could not be written: ``filename`` and, in ``strerror``, why."""


def write_whole(path: Path, data: bytes) -> None:
    """Put a file with this content in the place of the one at ``path``, making its folder.

    Whatever goes wrong (NotWritten), the old file is as it was and nothing else is left, not even a folder.
    A file that may not be written is not replaced.
    """
    with _reporting(path), _folder_made(path.parent):
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        _replace(path, data)


def write_folder_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with these files in it, all of them or nothing (NotWritten); there must be none yet."""
    with _reporting(folder), _folder_made(folder.parent):
        if folder.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        beside = _make_folder_beside(folder)
        lock = _lock_folder(beside)
        try:
            for name, data in files.items():
                _replace(beside / name, data)
            os.rename(beside, folder)
        except BaseException:
            _remove_folder(beside)
            raise
        finally:
            if lock is not None:
                os.close(lock)


def is_device(path: Path) -> bool:
    """Whether at ``path`` there is no file or folder, but a device, a pipe or an open stream."""
    return _STREAMS.fullmatch(str(path)) is not None or (
        path.exists() and not path.is_file() and not path.is_dir()
    )


def write_device(path: Path, data: bytes) -> None:
    """Write to a pipe, a terminal or the like, or to a stream that is open already (NotWritten)."""
    with _reporting(path):
        stream = _STREAMS.fullmatch(str(path))
        if stream:
            handle = os.dup(int(stream["number"] or {"out": 1, "err": 2}[stream["name"]]))
        else:
            handle = os.open(path, os.O_WRONLY | getattr(os, "O_CLOEXEC", 0))
        try:
            _write_all(handle, data)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _reporting(path: Path) -> Iterator[None]:
    """Say of what goes wrong which file it was that could not be written, whatever call it was."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotWritten(error.errno or errno.EIO, reason, str(path)) from error


@contextlib.contextmanager
def _folder_made(folder: Path) -> Iterator[None]:
    """Make a folder, with those that it is in, and take them back if anything goes wrong."""
    made: list[Path] = []
    if not folder.is_dir():
        for each in (folder, *folder.parents):
            if each.exists():
                break
            made.append(each)
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None
        yield
    except BaseException:
        with contextlib.suppress(OSError):  # there may be something in it by now
            for each in made:
                each.rmdir()
        raise


def _replace(path: Path, data: bytes) -> None:
    """Put a file with this content in the place of the one at ``path``; raises OSError."""
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


def _make_folder_beside(folder: Path) -> Path:
    """Make an empty folder beside what is to be ``folder`` that nobody else writes to."""
    for number in range(_MOST_WRITERS):
        name = _name_beside(folder, number)
        lock = _lock_folder(name) if name.is_dir() else None
        if lock is not None:
            _remove_folder(name)
            os.close(lock)
        try:
            name.mkdir()
        except FileExistsError:
            continue
        return name
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _lock_folder(folder: Path) -> int | None:
    """Open and lock a folder; None when somebody else has it, or where folders cannot be locked."""
    if fcntl is None:
        return None
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    if _lock(handle):
        return handle
    os.close(handle)
    return None


def _remove_folder(folder: Path) -> None:
    """Remove a folder and the files in it, as far as that is possible."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            os.unlink(folder / name)
        folder.rmdir()


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
