"""``deckbuild build``: decks from Markdown."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import Any

import click

from deckbuild.diagnostics import Collector, Severity
from deckbuild.pipeline import STAGES, Built, TemplateFile, build_deck, read_template

from .progress import LateProgress
from .projects import Job, Project, find_jobs, report_projects, shown_path
from .reports import Reporter, report_options


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
@report_options
def build(
    paths: tuple[Path, ...],
    output: str | None,
    brand: str | None,
    template: Path | None,
    full_images: bool,
    fit_report: bool,
    fit_report_json: str | None,
    strict: bool,
    style: str,
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
    projects: dict[Path, Project] = {}
    jobs = find_jobs(paths, output, projects)
    reporter = Reporter(style, strict, quiet, verbose)
    report_projects(projects, reporter)
    failed = not jobs
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
            failed |= built.path is None
            progress.clear()
            reporter.add(shown_path(str(job.deck)), built.diagnostics, job.project.root)
            if built.path and not quiet:
                reporter.say(_summary(built, time.perf_counter() - started))
            if wants_report:
                reports.append(_report_fits(job, built, fit_report))
    if fit_report_json is not None:
        _write_json(fit_report_json, reports)
    reporter.finish()
    sys.exit(1 if failed or reporter.failed else 0)


def _build(
    job: Job,
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


def _report_fits(job: Job, built: Built, is_printed: bool) -> dict[str, Any]:
    """Print how full a deck's boxes are, if that is wanted, and return it for machines."""
    from .fit_report import describe_fits, format_fits

    if is_printed and built.laid_out:
        click.echo(format_fits(built.laid_out))
    return describe_fits(shown_path(job.target), built.laid_out)


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
    return f"{shown_path(built.path or '')}: {', '.join(counts)}, {seconds:.2f} s"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
