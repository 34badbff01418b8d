"""Reports written to files that the command line names."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from deckbuild.whole_file import NotWritten, is_device, write_device, write_whole


def write_report(path: str, text: str) -> None:
    """Write a report to a file in a folder that is there, or to a device (NotWritten)."""
    target = Path(path)
    if is_device(target):
        write_device(target, text.encode())
    elif target.parent.is_dir():
        write_whole(target, text.encode())
    else:
        raise NotWritten(errno.ENOENT, os.strerror(errno.ENOENT), path)
