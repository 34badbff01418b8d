"""``deckbuild build``: decks from Markdown."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from deckbuild.diagnostics import Collector, Diagnostic, Severity, format_diagnostic
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import (
    STAGES,
    Built,
    TemplateFile,
    build_deck,
    output_path,
    project_root,
    read_template,
)
from deckbuild.project import ProjectSettings, find_decks, find_root, read_project
from deckbuild.workspace import DiskWorkspace

from .progress import LateProgress


class _Project(NamedTuple):
    """A project on disk and its settings, read once for all its decks."""

    root: Path
    workspace: DiskWorkspace
    settings: ProjectSettings
    collector: Collector


class _Job(NamedTuple):
    """A deck to build and the file to write."""

    project: _Project
    deck: Path
    target: str


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", metavar="PATH", help="Folder for the decks; for one deck, a .pptx file.")
@click.option("--brand", metavar="NAME", help="Use this brand instead of the one each deck names.")
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Use this .pptx or .potx, its layouts, colours and fonts, instead of a brand's.",
)
@click.option("--full-images", is_flag=True, help="Keep all pixels of pictures larger than they are shown.")
@click.option("--fit-report", is_flag=True, help="Print how full each box of each slide is.")
@click.option("--fit-report-json", metavar="FILE", help="Write the same as JSON, for machines.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print notes too.")
def build(
    paths: tuple[Path, ...],
    output: str | None,
    brand: str | None,
    template: Path | None,
    full_images: bool,
    fit_report: bool,
    fit_report_json: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build decks from Markdown.

    Each PATH is a deck: a folder with Markdown files, or a single .md file. A project's folder, or its
    content folder, means all its decks; without a PATH, that is the project you stand in. Decks are
    written to build/ in their project.

    \b
    deckbuild build                              every deck of the project
    deckbuild build content/my-class             one deck
    deckbuild build talk.md -o talk.pptx         one file, written where you say
    deckbuild build --template company.potx      in a company's own template
    """  # noqa: D301 -- Click wants the character that `\b` stands for.
    least = Severity.ERROR if quiet else Severity.NOTE if verbose else Severity.WARNING
    projects: dict[Path, _Project] = {}
    jobs = _jobs(paths, output, projects)
    for project in projects.values():
        _report(project.collector.sorted(), least)
    failed = not jobs or any(project.collector.has_errors for project in projects.values())
    asked = read_template(template) if template else None
    reports: list[dict[str, Any]] = []
    wants_report = fit_report or fit_report_json is not None
    gc.freeze()
    with LateProgress(len(jobs) * len(STAGES)) as progress:
        for number, job in enumerate(jobs):
            if number:
                gc.collect()
            started = time.perf_counter()
            built = _build(job, brand, asked, progress, full_images, wants_report)
            failed |= built.path is None or built.count(Severity.ERROR) > 0
            progress.clear()
            _report(built.diagnostics, least)
            if built.path and not quiet:
                click.echo(_summary(built, time.perf_counter() - started))
            if wants_report:
                reports.append(_report_fits(job, built, fit_report))
    if fit_report_json is not None:
        _write_json(fit_report_json, reports)
    sys.exit(1 if failed else 0)


def _jobs(paths: tuple[Path, ...], output: str | None, projects: dict[Path, _Project]) -> list[_Job]:
    """Return what is to be built; wrong usage raises, a project without decks is said and gives none."""
    wrong = next((path for path in paths if path.is_file() and path.suffix != ".md"), None)
    if wrong:
        raise click.BadParameter(f"{wrong} is no .md file", param_hint="PATH")
    named = [deck for path in paths for deck in _decks_at(path.resolve(), projects)]
    decks = list(dict.fromkeys(named if paths else _decks_here(projects)))
    if output and output.endswith(".pptx") and len(decks) != 1:
        raise click.BadParameter(f"one file cannot hold {len(decks)} decks: name a folder", param_hint="-o")
    jobs = [_job(deck, output, projects) for deck in decks]
    by_target: dict[str, _Job] = {}
    for job in jobs:
        other = by_target.setdefault(job.target, job)
        if other is not job:
            both = f"{_shown(str(other.deck))} and {_shown(str(job.deck))}"
            raise click.BadParameter(f"{both} would both be {_shown(job.target)}", param_hint="PATH")
    return jobs


def _decks_here(projects: dict[Path, _Project]) -> list[Path]:
    root = find_root(Path.cwd())
    if root is None:
        raise click.UsageError(
            "There is no content/ folder and no deckbuild.toml here or above.\n"
            "Name a deck, or write one to start from: deckbuild new my-talk"
        )
    return _all_decks(root, projects)


def _decks_at(path: Path, projects: dict[Path, _Project]) -> list[Path]:
    """Return the deck at ``path``, or all of a project's when its folder or content folder is meant."""
    root = find_root(path) if path.is_dir() else None
    if root and path in (root, root / _project(root, projects).settings.content):
        return _all_decks(root, projects)
    return [path]


def _all_decks(root: Path, projects: dict[Path, _Project]) -> list[Path]:
    project = _project(root, projects)
    found = [root / path for path in find_decks(project.workspace, project.settings)]
    if not found:
        click.echo(f"There is no deck in {_shown(str(root / project.settings.content))}.", err=True)
    return found


def _job(deck: Path, output: str | None, projects: dict[Path, _Project]) -> _Job:
    project = _project(project_root(deck), projects)
    return _Job(project, deck, output_path(deck, output or str(project.root / project.settings.output)))


def _project(root: Path, projects: dict[Path, _Project]) -> _Project:
    if root not in projects:
        workspace, collector = DiskWorkspace(root), Collector()
        projects[root] = _Project(root, workspace, read_project(workspace, collector), collector)
    return projects[root]


def _build(
    job: _Job,
    brand: str | None,
    template: TemplateFile | None,
    progress: LateProgress,
    full_images: bool,
    fit_report: bool,
) -> Built:
    path = job.deck.relative_to(job.project.root).as_posix()
    target = str(Path(job.target).absolute())
    return build_deck(
        job.project.workspace,
        path,
        target,
        job.project.settings,
        brand,
        Collector(),
        progress.step,
        full_images=full_images,
        fit_report=fit_report,
        template=template,
    )


def _report(diagnostics: Iterable[Diagnostic], least: Severity) -> None:
    for diagnostic in diagnostics:
        if diagnostic.severity >= least:
            click.echo(format_diagnostic(diagnostic), err=True)


def _report_fits(job: _Job, built: Built, is_printed: bool) -> dict[str, Any]:
    """Print how full a deck's boxes are, if that is wanted, and return it for machines."""
    from .fit_report import describe_fits, format_fits

    if is_printed and built.laid_out:
        click.echo(format_fits(built.laid_out))
    return describe_fits(_shown(job.target), built.laid_out)


def _write_json(path: str, reports: list[dict[str, Any]]) -> None:
    import json

    try:
        Path(path).write_text(json.dumps(reports, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from None


def _summary(built: Built, seconds: float) -> str:
    """Return the line printed for a deck written."""
    counts = [_count(built.slides, "slide")]
    if errors := built.count(Severity.ERROR):
        counts.append(_count(errors, "error"))
    counts.append(_count(built.count(Severity.WARNING), "warning"))
    return f"{_shown(built.path or '')}: {', '.join(counts)}, {seconds:.2f} s"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _shown(path: str) -> str:
    working = Path.cwd()
    return str(Path(path).relative_to(working)) if Path(path).is_relative_to(working) else path
