"""The command line: a file a command. Options in, pipeline called, report out."""

from __future__ import annotations

import errno
import importlib
import os

import click

_COMMANDS = {
    "build": "Build decks from Markdown.",
    "check": "Check decks without writing them, or finished decks from anywhere.",
    "diff": "Tell what changed between two decks or two revisions, slide by slide.",
    "explain": "Say what the code of a problem means.",
    "new": "Write a small working deck to start from.",
    "brand": "Begin a brand in one file, and make a template of it.",
    "i18n": "Translate decks: write, update and check catalogues.",
    "template": "Look at a template before decks use it.",
}


class _LazyGroup(click.Group):
    """Imports a command's module only when that command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"deckbuild.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what the system refuses ends it with a message."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads has had enough, which Click knows to end with
                raise
            raise click.ClickException(_explain(error)) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _explain(error: OSError) -> str:
    """Say which file could not be used, and why."""
    from deckbuild.whole_file import NotWritten
    from deckbuild.workspace import OutsideProject

    if isinstance(error, OutsideProject):
        return f"{error} is not in this project, by a link on the disk."
    if error.filename is None:
        return f"The output cannot be written: {error.strerror}."
    path = str(error.filename)
    shown = os.path.relpath(path) if path.startswith(os.getcwd() + os.sep) else path
    done = "written" if isinstance(error, NotWritten) else "used"
    return f"{shown} cannot be {done}: {error.strerror}."


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="deckbuild", prog_name="deckbuild")
def main() -> None:
    """Build branded, native, editable PowerPoint decks from Markdown.

    Run `deckbuild new my-talk` for a deck to start from, then `deckbuild build`.
    Exit codes: 0 built; 1 nothing built, or errors in the content; 2 wrong usage.
    """
