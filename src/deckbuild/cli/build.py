"""``deckbuild build``: decks from Markdown."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Generator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from deckbuild.batch import Answers, Fresh, RecordingWorkspace, Request, find_fresh, keep_record
from deckbuild.diagnostics import Collector, Severity
from deckbuild.digest import sha256_hex
from deckbuild.model import StepWay
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import STAGES, Built, TemplateFile, build_deck, read_template
from deckbuild.source import Span

from .manifest import Made, format_depfile, format_manifest
from .output import write_text
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
@click.option("--force", is_flag=True, help="Build decks whose inputs have not changed, too.")
@click.option(
    "-j",
    "--jobs",
    "workers",
    metavar="N",
    type=click.IntRange(min=1),
    help="Build up to N decks at once; without it, as many as there are processors.",
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
    quiet: bool,
    verbose: bool,
) -> None:
    """Build decks from Markdown.

    Each PATH is a deck: a folder with Markdown files, or a single .md file. A project's folder, or its
    content folder, means all its decks; without a PATH, that is the project you stand in. Decks are
    written to build/ in their project. One whose inputs have not changed is left as it is.

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
    reporter = Reporter(style, strict, quiet, verbose)
    report_projects(projects, reporter)
    asked = read_template(template) if template else None
    wants_fits = fit_report or fit_report_json is not None
    order = _Order(brand, asked, steps, full_images, fit_report, wants_fits, force, untranslated)
    outcomes = _build_all(jobs, order, reporter, workers)
    if fit_report_json is not None:
        reports = [outcome.fits for outcome in outcomes]
        write_text(fit_report_json, json.dumps(reports, ensure_ascii=False, indent=1) + "\n")
    if manifest is not None:
        write_text(manifest, format_manifest([outcome.made for outcome in outcomes], template))
    if depfile is not None:
        write_text(depfile, format_depfile([outcome.made for outcome in outcomes], template))
    reporter.finish()
    failed = not jobs or any(outcome.made.path is None for outcome in outcomes)
    sys.exit(1 if failed or reporter.failed else 0)


if TYPE_CHECKING:
    from deckbuild.i18n.translate import Policy


class _Order(NamedTuple):
    """How to build, whatever the deck."""

    brand: str | None
    template: TemplateFile | None
    steps: StepWay | None
    full_images: bool
    prints_fits: bool
    wants_fits: bool
    force: bool
    untranslated: str

    def shown(self, tag: str) -> tuple[str, ...]:
        """Return what of it decides what comes out in a language."""
        template = (self.template.name, sha256_hex(self.template.data)) if self.template else ()
        language = (tag, self.untranslated) if tag else ()
        return (self.brand or "", self.steps or "", "full" if self.full_images else "", *template, *language)


class _Outcome(NamedTuple):
    """What became of a deck: what was made of what, and how full its boxes are, for machines."""

    made: Made
    fits: dict[str, Any]


class _Result(NamedTuple):
    """A deck that was built or is fresh, how long that took, what it was built of, how full its boxes are.

    ``fits`` are for machines, ``shown_fits`` for people; both are empty unless they were asked for.
    """

    built: Built
    took: str
    answers: Answers
    fits: dict[str, Any]
    shown_fits: str = ""


def _build_all(jobs: list[Job], order: _Order, reporter: Reporter, workers: int | None) -> list[_Outcome]:
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
                reporter.say(_summary(result.built, result.took))
            if result.shown_fits:
                click.echo(result.shown_fits)
            made = Made(str(job.project.root), str(job.deck), result.built.path, result.answers)
            outcomes.append(_Outcome(made, result.fits))
    return outcomes


def _results(
    jobs: list[Job], order: _Order, workers: int | None, step: Step
) -> Generator[_Result, None, None]:
    """Yield what becomes of each deck, in their order; those that are not fresh are built side by side."""
    fresh = [_find_fresh(job, order) for job in jobs]
    stale = [number for number, found in enumerate(fresh) if found is None]
    with closing(do_tasks(partial(_build_numbered, jobs, order), stale, workers, step)) as results:
        for job, found in zip(jobs, fresh, strict=True):
            result = found or next(results)
            yield _lost(job, result.code) if isinstance(result, Died) else result


def _lost(job: Job, code: int) -> _Result:
    """Return what becomes of a deck whose worker died."""
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    collector = Collector()
    collector.report("build-stopped", Span(job.path), f"The process that built it was ended: {how}.")
    return _Result(Built(None, 0, tuple(collector.sorted())), "", job.project.answers, {})


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


def _request(job: Job, order: _Order) -> Request:
    target = str(Path(job.target).absolute())
    return Request(str(job.project.root), job.path, target, order.shown(job.tag))


def _find_fresh(job: Job, order: _Order) -> _Result | None:
    """Return what is known of a deck that need not be built."""
    if order.force or order.wants_fits:
        return None
    request = _request(job, order)
    fresh = find_fresh(request, job.project.workspace)
    if fresh is None:
        return None
    return _Result(Built(request.target, fresh.slides, fresh.diagnostics), "unchanged", fresh.answers, {})


def _build_numbered(jobs: list[Job], order: _Order, number: int, step: Step) -> _Result:
    """Build one of the decks, be it in a worker."""
    job, started = jobs[number], time.perf_counter()
    built, answers = _build(job, order, step)
    took = f"{time.perf_counter() - started:.2f} s"
    if not order.wants_fits:
        return _Result(built, took, answers, {})
    from .fit_report import describe_fits, format_fits

    fits = describe_fits(shown_path(job.target), built.laid_out)
    shown = format_fits(built.laid_out) if order.prints_fits and built.laid_out else ""
    return _Result(built._replace(laid_out=()), took, answers, fits, shown)


def _build(job: Job, order: _Order, step: Step) -> tuple[Built, Answers]:
    """Build a deck; return also what it was built of."""
    project, request = job.project, _request(job, order)
    workspace = RecordingWorkspace(project.workspace, project.answers)
    collector, language = Collector(), None
    if job.tag:
        from deckbuild.batch.languages import open_language

        policy = cast("Policy", order.untranslated)
        language = open_language(workspace, job.path, job.tag, policy, collector)
        if language is None:
            return Built(None, 0, tuple(collector.sorted())), workspace.answers
    built = build_deck(
        workspace,
        request.deck,
        request.target,
        project.settings,
        order.brand,
        collector,
        step,
        full_images=order.full_images,
        fit_report=order.wants_fits,
        template=order.template,
        language=language,
        steps=order.steps,
    )
    if built.path:
        record = Fresh(built.slides, built.diagnostics, workspace.answers)
        keep_record(request, record, workspace.written[built.path], project.workspace)
    return built, workspace.answers


def _summary(built: Built, took: str) -> str:
    """Return the line printed for a deck: ``took`` is the time, or that it is unchanged."""
    counts = [_count(built.slides, "slide")]
    if errors := built.count(Severity.ERROR):
        counts.append(_count(errors, "error"))
    counts.append(_count(built.count(Severity.WARNING), "warning"))
    return f"{shown_path(built.path or '')}: {', '.join(counts)}, {took}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
