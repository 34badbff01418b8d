"""``deckbuild build``: decks from Markdown."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Generator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import click

from deckbuild.diagnostics import Collector, Severity
from deckbuild.dress import read_template
from deckbuild.model import StepWay
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import STAGES, Built
from deckbuild.source import Span

from .manifest import Made, format_depfile, format_manifest
from .one_deck import Order, Result, build_numbered, find_known
from .output import write_report
from .progress import LateProgress
from .projects import Job, Project, find_jobs, report_projects, shown_path
from .reports import Reporter, report_options
from .side_by_side import Died, Step, do_tasks


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
@click.option("--lang", metavar="TAGS", help="Build in these languages, such as de,ja, or in all translated.")
@click.option(
    "--untranslated",
    type=click.Choice(["source", "mark", "fail"]),
    default="source",
    help="What becomes of texts without a translation: shown as they are, shown marked, or an error.",
)
@click.option(
    "--steps",
    type=click.Choice(("clicks", "slides")),
    help="Show build steps by clicks, or each on a slide of its own, as for handouts.",
)
@click.option("--full-images", is_flag=True, help="Keep all pixels of pictures larger than they are shown.")
@click.option("--fit-report", is_flag=True, help="Print how full each box of each slide is.")
@click.option("--fit-report-json", metavar="FILE", help="Write the same as JSON, for machines.")
@click.option("--manifest", metavar="FILE", help="Write what each deck was built of, with hashes, as JSON.")
@click.option("--depfile", metavar="FILE", help="Write the same as rules for make and ninja.")
@click.option("--force", is_flag=True, help="Build all decks whole, also what has not changed.")
@click.option(
    "-j",
    "--jobs",
    "workers",
    metavar="N",
    type=click.IntRange(min=1),
    help="Build up to N decks at once; without it, as many as there are processors, eight at most.",
)
@report_options
def build(
    paths: tuple[Path, ...],
    output: str | None,
    brand: str | None,
    template: Path | None,
    lang: str | None,
    untranslated: str,
    steps: StepWay | None,
    full_images: bool,
    fit_report: bool,
    fit_report_json: str | None,
    manifest: str | None,
    depfile: str | None,
    force: bool,
    workers: int | None,
    strict: bool,
    style: str,
    report_files: tuple[str, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Build decks from Markdown.

    Each PATH is a deck: a folder with Markdown files, or a single .md file. A project's folder, or its
    content folder, means all its decks; without a PATH, that is the project you stand in. Decks are
    written to build/ in their project. What has not changed since is left as it is.

    \b
    deckbuild build                              every deck of the project
    deckbuild build content/my-class             one deck
    deckbuild build talk.md -o talk.pptx         one file, written where you say
    deckbuild build --template company.potx      in a company's own template
    deckbuild build --lang de,ja                 in languages that it is translated into
    """  # noqa: D301 -- Click wants the character that `\b` stands for.
    projects: dict[Path, Project] = {}
    jobs = find_jobs(paths, output, projects)
    if lang is not None:
        jobs = _in_languages(jobs, lang)
    reporter = Reporter(style, strict, quiet, verbose, files=report_files)
    report_projects(projects, reporter)
    asked = read_template(template) if template else None
    wants_fits = fit_report or fit_report_json is not None
    order = Order(brand, asked, steps, full_images, fit_report, wants_fits, force, untranslated)
    outcomes = _build_all(jobs, order, reporter, workers)
    if fit_report_json is not None:
        reports = [outcome.fits for outcome in outcomes]
        write_report(fit_report_json, json.dumps(reports, ensure_ascii=False, indent=1) + "\n")
    if manifest is not None:
        write_report(manifest, format_manifest([outcome.made for outcome in outcomes], template))
    if depfile is not None:
        write_report(depfile, format_depfile([outcome.made for outcome in outcomes], template))
    reporter.finish()
    failed = not jobs or any(outcome.made.path is None for outcome in outcomes)
    sys.exit(1 if failed or reporter.failed else 0)


class _Outcome(NamedTuple):
    """What became of a deck: what was made of what, and how full its boxes are, for machines."""

    made: Made
    fits: dict[str, Any]


def _build_all(jobs: list[Job], order: Order, reporter: Reporter, workers: int | None) -> list[_Outcome]:
    outcomes = []
    gc.freeze()
    with (
        LateProgress(len(jobs) * len(STAGES)) as progress,
        closing(_results(jobs, order, workers, progress.step)) as results,
    ):
        for job, result in zip(jobs, results, strict=True):
            progress.clear()
            reporter.add(shown_path(str(job.deck)), result.built.diagnostics, job.project.root)
            if result.built.path:
                reporter.say(_summary(result))
            if result.shown_fits:
                click.echo(result.shown_fits)
            made = Made(str(job.project.root), str(job.deck), result.built.path, result.answers)
            outcomes.append(_Outcome(made, result.fits or {}))
    return outcomes


def _results(jobs: list[Job], order: Order, workers: int | None, step: Step) -> Generator[Result, None, None]:
    """Yield what becomes of each deck, in their order; those that are not fresh are built side by side."""
    known = [find_known(job, order) for job in jobs]
    stale = [number for number, found in enumerate(known) if found is None]
    with closing(do_tasks(partial(build_numbered, jobs, order), stale, workers, step)) as results:
        for job, found in zip(jobs, known, strict=True):
            result = found or next(results)
            yield _lost(job, result.code) if isinstance(result, Died) else result


def _lost(job: Job, code: int) -> Result:
    """Return what becomes of a deck whose worker died."""
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    collector = Collector()
    collector.report("build-stopped", Span(job.path), f"The process that built it was ended: {how}.")
    return Result(Built(None, 0, tuple(collector.sorted())), job.project.answers)


def _in_languages(jobs: list[Job], lang: str) -> list[Job]:
    """Return a job for each deck in each language; ``all`` means those that it has catalogues of."""
    from deckbuild.batch.languages import find_languages

    from .tags import read_tags

    wanted = read_tags(lang)
    if not wanted:
        raise click.BadParameter("it names no language, such as de", param_hint="--lang")
    tags = [tag for tag in wanted if tag != "all"]
    made: list[Job] = []
    for job in jobs:
        found = find_languages(job.project.workspace, job.path) if "all" in wanted else []
        for tag in dict.fromkeys([*tags, *found]):
            made.append(job._replace(target=f"{job.target.removesuffix('.pptx')}.{tag}.pptx", tag=tag))
    return made


def _summary(result: Result) -> str:
    """Return the line printed for a deck: what it has, what of it is as it was, and the time it took."""
    built = result.built
    counts = [_count(built.slides, "slide")]
    if errors := built.count(Severity.ERROR):
        counts.append(_count(errors, "error"))
    counts.append(_count(built.count(Severity.WARNING), "warning"))
    if result.unchanged:
        all_of_it = result.unchanged == built.slides
        counts.append("unchanged" if all_of_it else f"{result.unchanged} unchanged")
    if result.seconds is not None:
        counts.append(f"{result.seconds:.2f} s")
    return f"{shown_path(built.path or '')}: {', '.join(counts)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
