"""What a command found, printed as people or machines want it, and whether that is a failure."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckbuild.diagnostics import Diagnostic, Severity

from .output import write_report

if TYPE_CHECKING:
    from deckbuild.diagnostics.formats import Located, Reported
    from deckbuild.source import SourceFile

_TEXT = "text"
_MOST_READ = 16 * 2**20
_FORMATS = (_TEXT, "json", "sarif", "github", "junit", "markdown")
_FORMAT_BY_SUFFIX = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown"}


def _known_suffixes(ctx: click.Context, option: click.Parameter, files: tuple[str, ...]) -> tuple[str, ...]:
    wrong = next((file for file in files if Path(file).suffix not in _FORMAT_BY_SUFFIX), None)
    if wrong is not None:
        raise click.BadParameter(f"{wrong} ends in none of {', '.join(_FORMAT_BY_SUFFIX)}")
    return files


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that its ``Reporter`` needs."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Print notes too."),
        click.option("-q", "--quiet", is_flag=True, help="Print errors only."),
        click.option(
            "--format",
            "style",
            type=click.Choice(_FORMATS),
            default=_TEXT,
            help="How problems are told; all but text go to standard output.",
        ),
        click.option(
            "--report",
            "report_files",
            metavar="FILE",
            multiple=True,
            callback=_known_suffixes,
            help="Write problems to this .json, .sarif, .xml (JUnit) or .md, too; may be repeated.",
        ),
        click.option("--strict", is_flag=True, help="Exit with 1 for warnings too."),
    ):
        command = option(command)
    return command


class Reporter:
    """Prints diagnostics as they come, or as one report at the end; remembers whether any is a failure.

    Text goes to standard error, or to standard output if ``to_output``. ``failed`` says what the exit code
    is to be. With ``is_strict``, warnings are failures. ``files`` get reports, too, each in the format that
    its name ends in.
    """

    def __init__(
        self,
        style: str,
        is_strict: bool,
        quiet: bool,
        verbose: bool,
        to_output: bool = False,
        files: tuple[str, ...] = (),
    ) -> None:
        self.style = style
        self.is_strict = is_strict
        self.is_quiet = quiet
        quietly = Severity.WARNING if is_strict else Severity.ERROR
        self._least_shown = Severity.NOTE if verbose else quietly if quiet else Severity.WARNING
        self._least_reported = Severity.NOTE if verbose or not quiet else quietly
        self.failed = False
        self._is_verbose = verbose
        self._has_printed = False
        self._files = files
        self._to_output = to_output
        self._reports: list[Reported] = []
        self._texts: dict[Path, SourceFile | None] = {}

    def add(self, deck: str, diagnostics: Sequence[Diagnostic], root: Path) -> None:
        """Take what was found in a deck, or in a project's settings; ``root`` is where their paths begin."""
        worst = Severity.WARNING if self.is_strict else Severity.ERROR
        self.failed |= any(diagnostic.severity >= worst for diagnostic in diagnostics)
        if self.style != _TEXT or self._files:
            least = self._least_reported
            self._collect(deck, [found for found in diagnostics if found.severity >= least], root)
        shown = [found for found in diagnostics if found.severity >= self._least_shown]
        if self.style == _TEXT and shown:
            self._has_printed = True
            self._print(shown, root)

    def say(self, line: str) -> None:
        """Print a line for people, unless they want quiet, out of the way of a report for machines."""
        if not self.is_quiet:
            click.echo(line, err=self.style != _TEXT)

    def finish(self) -> None:
        """Print the report for machines, or for people how to get to know more; write reports to files."""
        if self.style != _TEXT:
            click.echo(self._format(self.style).encode("utf-8"), nl=False)
        elif self._is_verbose and self._has_printed:
            click.echo("`deckbuild explain CODE` says more of each.", err=not self._to_output)
        for file in self._files:
            write_report(file, self._format(_FORMAT_BY_SUFFIX[Path(file).suffix]))

    def _format(self, style: str) -> str:
        from importlib.metadata import version

        from deckbuild.diagnostics.formats import format_report

        report = format_report(style, self._reports, self.is_strict, version("deckbuild"))
        return report + "\n" if report else ""

    def _print(self, diagnostics: Sequence[Diagnostic], root: Path) -> None:
        from deckbuild.diagnostics.excerpt import format_excerpt

        stream = sys.stdout if self._to_output else sys.stderr
        in_colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        for diagnostic in diagnostics:
            line = self._line(diagnostic, root)
            text = format_excerpt(diagnostic, line, in_colour)
            click.echo(text, err=not self._to_output, color=in_colour)

    def _collect(self, deck: str, diagnostics: Sequence[Diagnostic], root: Path) -> None:
        from deckbuild.diagnostics.formats import Reported

        found = tuple(self._locate(diagnostic, root) for diagnostic in diagnostics)
        self._reports.append(Reported(Path(deck).as_posix(), found))

    def _locate(self, diagnostic: Diagnostic, root: Path) -> Located:
        """Return a diagnostic with its file as seen from the folder one stands in, as code hosts want it."""
        from deckbuild.diagnostics.excerpt import end_column
        from deckbuild.diagnostics.formats import Located

        line = self._line(diagnostic, root)
        end = 0 if line is None or not diagnostic.span.line else end_column(diagnostic, line)
        path = os.path.relpath(root / diagnostic.span.file)
        return Located(diagnostic, Path(path).as_posix(), end)

    def _line(self, diagnostic: Diagnostic, root: Path) -> str | None:
        """Return the line of the source that a diagnostic is about, without its end; None without one."""
        path, number = root / diagnostic.span.file, diagnostic.span.line
        if not number:
            return None
        if path not in self._texts:
            self._texts[path] = _read(path)
        source = self._texts[path]
        if source is None or number > len(source.line_starts):
            return None
        ends = (*source.line_starts[1:], len(source.text))
        return source.text[source.line_starts[number - 1] : ends[number - 1]].rstrip("\r\n")


def _read(path: Path) -> SourceFile | None:
    from deckbuild.source import SourceFile

    try:
        if path.stat().st_size > _MOST_READ:
            return None
        return SourceFile(path.name, path.read_bytes().decode("utf-8-sig", "replace"))
    except OSError:
        return None
