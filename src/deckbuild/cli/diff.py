"""``deckbuild diff``: what changed between two decks, or between the decks of two revisions."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from deckbuild.diff.changes import Comparison
    from deckbuild.diff.sides import Side

_FORMATS = ("text", "markdown", "json", "html")
_BY_SUFFIX = {".md": "markdown", ".json": "json", ".html": "html", ".htm": "html"}
_DECKS = "deckbuild.decks"


class _Diff(click.Command):
    """Keeps apart what stands before and behind ``--``, which Click joins."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" in args:
            place = args.index("--")
            ctx.meta[_DECKS] = tuple(args[place + 1 :])
            args = args[:place]
        return super().parse_args(ctx, args)


@click.command(cls=_Diff)
@click.argument("words", metavar="[OLD] [NEW] [--] [DECK]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="How differences are told. Default: by the name of the file to write, else text.",
)
@click.option("-o", "--output", metavar="FILE", help="Write them to this file.")
@click.option(
    "--pictures/--no-pictures", default=True, help="Whether a page shows the slides. Default: it does."
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; the exit code tells.")
@click.pass_context
def diff(
    ctx: click.Context,
    words: tuple[str, ...],
    form: str | None,
    output: str | None,
    pictures: bool,
    quiet: bool,
) -> None:
    """Tell what changed between two decks, slide by slide.

    OLD and NEW are two .pptx files, whoever made them, or two revisions of the git repository you stand in,
    whose decks are built to be compared. Without NEW, the decks as they are now are compared with those of
    OLD; without OLD, with those of the last commit. DECKs are paths; by default, all decks of the project.

    \b
    deckbuild diff old.pptx new.pptx             two finished decks
    deckbuild diff                               what you changed since the last commit
    deckbuild diff main                          what is different from main
    deckbuild diff main...HEAD                   what your branch changed since it left main
    deckbuild diff v1 v2 -- content/my-class     one deck at two revisions
    deckbuild diff sent.pptx content/my-class    a file, and the deck as it is now
    deckbuild diff main -o changes.html          as a page with both pictures of each slide

    Exit codes: 0 no differences; 1 differences; 2 they cannot be compared.
    """  # noqa: D301 -- Click wants the character that `\b` stands for.
    from deckbuild.diff.failure import CannotCompare
    from deckbuild.diff.sides import compare_sides

    from .diff_sides import open_sides

    form = form or _BY_SUFFIX.get(os.path.splitext(output or "")[1].lower(), "text")
    text = ""
    try:
        with tempfile.TemporaryDirectory(prefix="deckbuild-diff-") as name:
            folder = Path(name)
            old, new = open_sides(words, ctx.meta.get(_DECKS), folder)
            comparison = compare_sides(old, new)
            if output or not quiet:
                text = _format(form, comparison, (old, new), folder if pictures else None, output)
    except CannotCompare as error:
        _fail(str(error))
    except OSError as error:
        _fail(f"{error.strerror or error}: {error.filename or 'a temporary file'}.")
    text = text.encode("utf-8", "replace").decode()  # names of files may be in no encoding at all
    if output:
        _write(output, text)
    else:
        click.echo(text.encode(), nl=False)
    sys.exit(1 if comparison.has_differences else 0)


def _format(
    form: str, comparison: Comparison, sides: tuple[Side, Side], folder: Path | None, output: str | None
) -> str:
    """Tell a comparison in a form; a page has pictures, drawn in ``folder``, unless that is None."""
    if form == "markdown":
        from deckbuild.diff.forms.markdown import format_markdown

        return format_markdown(comparison)
    if form == "json":
        from deckbuild.diff.forms.json import format_json

        return format_json(comparison)
    if form == "html":
        from deckbuild.diff.forms.page import format_page
        from deckbuild.diff.pictures import Pictures, draw_changed

        return format_page(comparison, draw_changed(comparison, *sides, folder) if folder else Pictures())
    from deckbuild.diff.forms.text import format_text

    stream = sys.stdout
    has_colors = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return format_text(comparison, has_colors and not output)


def _write(path: str, text: str) -> None:
    from deckbuild.whole_file import NotWritten

    from .output import write_report

    try:
        write_report(path, text)
    except NotWritten as error:
        _fail(f"{path} cannot be written: {error.strerror}.")


def _fail(message: str) -> NoReturn:
    click.echo(f"Error: {message}", err=True)
    sys.exit(2)
