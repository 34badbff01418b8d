"""``deckbuild check``: all rules, nothing written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.batch import RecordingWorkspace
from deckbuild.diagnostics import Collector, Severity
from deckbuild.dress import Look, read_template
from deckbuild.project import find_decks, find_root
from deckbuild.workspace import DiskWorkspace

from .projects import (
    Job,
    Project,
    affected_option,
    find_changes,
    find_jobs,
    open_project,
    report_projects,
    shown_path,
)
from .reports import Reporter, report_options

if TYPE_CHECKING:
    from .affected import Affected


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@affected_option
@click.option(
    "--deck",
    "files",
    metavar="FILE",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Check a finished .pptx, whoever made it; may be given several times.",
)
@click.option("--brand", metavar="NAME", help="Use this brand instead of the one each deck names.")
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Use this .pptx or .potx instead of a brand's.",
)
@click.option(
    "--duration",
    metavar="TIME",
    callback=lambda ctx, option, value: _read_time(value),
    help="How long the talk of a --deck is planned to be, such as `45 min`.",
)
@report_options
def check(
    paths: tuple[Path, ...],
    affected: bool,
    files: tuple[Path, ...],
    brand: str | None,
    template: Path | None,
    duration: int,
    strict: bool,
    style: str,
    report_files: tuple[str, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Check decks without writing anything.

    Each PATH is a deck, as for `deckbuild build`; without one, all decks of the project you stand in. They
    are built in memory, and everything is said that is worth saying: about structure, fit, accessibility,
    the brand, pictures, terms and speaking time. docs/check.md explains the rules.

    \b
    deckbuild check                              every deck of the project
    deckbuild check content/my-class --strict    one deck; warnings fail, too
    deckbuild check --deck old.pptx              a finished deck from anywhere
    deckbuild check --format github              for CI
    deckbuild check --affected assets/logo.svg   the decks that a changed file belongs to
    """  # noqa: D301 -- Click wants the character that `\b` stands for.
    reporter = Reporter(style, strict, quiet, verbose, to_output=True, files=report_files)
    projects: dict[Path, Project] = {}
    changes = find_changes(paths, projects) if affected else None
    named = find_jobs(paths, None, projects) if not affected and (paths or not files) else []
    jobs = changes.jobs if changes else named
    if not projects and files:
        open_project(find_root(Path.cwd()) or Path.cwd(), projects)
    report_projects(projects, reporter)
    look = Look(brand, read_template(template) if template else None)
    checked, counts = _check_decks(jobs, look, changes, reporter)
    project = next(iter(projects.values())) if projects else None
    counts += _check_files(files, project, brand, duration, reporter)
    reporter.finish()
    reporter.say(_summary(checked + len(files), counts))
    sys.exit(1 if reporter.failed or not (checked or files or affected) else 0)


def _check_decks(
    jobs: list[Job], look: Look, changes: Affected | None, reporter: Reporter
) -> tuple[int, list[Severity]]:
    """Check decks from their sources, and what the decks of a project share once all of them were seen.

    Decks that ``changes`` turn out not to affect are passed over. Returns how many were not.
    """
    from deckbuild.checking import check_deck

    number, severities = 0, list[Severity]()
    projects = {job.project.root: job.project for job in jobs}
    decks: dict[Path, set[str]] = {root: set() for root in projects}
    reads: dict[Path, set[str]] = {root: set() for root in projects}
    for job in jobs:
        root = job.project.root
        path = job.deck.relative_to(root).as_posix()
        workspace = RecordingWorkspace(job.project.workspace)
        checked = check_deck(workspace, path, job.project.settings, look, Collector())
        decks[root].add(path)
        reads[root].update(checked.reads)
        if changes and not changes.includes(job, workspace.answers):
            continue
        number += 1
        reporter.add(shown_path(str(job.deck)), checked.diagnostics, root)
        severities += [diagnostic.severity for diagnostic in checked.diagnostics]
    for root, project in projects.items():
        if decks[root].issuperset(find_decks(project.workspace, project.settings)):
            only = changes.elsewhere[root] if changes else None
            severities += _check_shared(project, reads[root], only, reporter)
    return number, severities


def _check_shared(
    project: Project, reads: set[str], only: frozenset[str] | None, reporter: Reporter
) -> list[Severity]:
    """Check what a project's decks share; ``only`` some files of it, if that is given."""
    from deckbuild.checks.assets import check_shared_assets
    from deckbuild.diagnostics.severities import apply_severities

    collector = Collector()
    check_shared_assets(project.workspace, reads, collector)
    found = apply_severities(collector.sorted(), project.settings.rules)
    if only is not None:
        found = [each for each in found if each.span.file in only]
    if found:
        reporter.add(shown_path(str(project.root)), found, project.root)
    return [diagnostic.severity for diagnostic in found]


def _read_time(value: str | None) -> int:
    """Return a time in seconds; 0 for none."""
    from deckbuild.project.duration import read_duration

    seconds = read_duration(value) if value else 0
    if seconds is None:
        raise click.BadParameter("write a time such as `45 min` or `1 h 30 min`.")
    return seconds


def _check_files(
    files: tuple[Path, ...], project: Project | None, brand: str | None, seconds: int, reporter: Reporter
) -> list[Severity]:
    from deckbuild.checking import check_file
    from deckbuild.project import ProjectSettings

    severities: list[Severity] = []
    for file in files:
        settings = project.settings if project else ProjectSettings()
        workspace = project.workspace if project else DiskWorkspace(Path.cwd())
        found = check_file(file.read_bytes(), str(file), settings, workspace, brand, seconds)
        reporter.add(str(file), found, Path.cwd())
        severities += [diagnostic.severity for diagnostic in found]
    return severities


def _summary(decks: int, severities: list[Severity]) -> str:
    parts = [_count(decks, "deck") + " checked"]
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        if number := severities.count(severity):
            parts.append(_count(number, severity.label))
    if decks and not severities:
        parts[-1] += f": nothing to say against {'it' if decks == 1 else 'them'}"
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
