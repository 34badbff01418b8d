"""Reports written to files that the command line names."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.whole_file import write_whole


def write_text(path: str, text: str) -> None:
    """Write a report; one that cannot be written ends the command with a message."""
    target = Path(path)
    try:
        if target.is_file() or (not target.exists() and target.parent.is_dir()):
            write_whole(target, text.encode())
        else:  # such as /dev/stdout; or there is no such folder
            target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from None
