"""Reports written to files that the command line names."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.whole_file import write_whole


def write_text(path: str, text: str) -> None:
    """Write a report; one that cannot be written ends the command with a message."""
    try:
        write_whole(Path(path), text.encode())
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from None
