"""Reports written to files that the command line names."""

from __future__ import annotations

from pathlib import Path

import click


def write_text(path: str, text: str) -> None:
    """Write a report; one that cannot be written ends the command with a message."""
    try:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from None
