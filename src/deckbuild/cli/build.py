"""``deckbuild build``: decks from Markdown."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from deckbuild.batch import Answers, Fresh, RecordingWorkspace, Request, find_fresh, keep_record
from deckbuild.diagnostics import Collector, Severity
from deckbuild.digest import sha256_hex
from deckbuild.model import StepWay
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import STAGES, Built, TemplateFile, build_deck, read_template

from .manifest import Made, format_depfile, format_manifest
from .output import write_text
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
    outcomes = _build_all(jobs, order, reporter)
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


def _build_all(jobs: list[Job], order: _Order, reporter: Reporter) -> list[_Outcome]:
    outcomes = []
    gc.freeze()
    with LateProgress(len(jobs) * len(STAGES)) as progress:
        for number, job in enumerate(jobs):
            if number:
                gc.collect()
            started = time.perf_counter()
            built, is_fresh, answers = _build(job, order, progress)
            took = "unchanged" if is_fresh else f"{time.perf_counter() - started:.2f} s"
            progress.clear()
            reporter.add(shown_path(str(job.deck)), built.diagnostics, job.project.root)
            if built.path:
                reporter.say(_summary(built, took))
            made = Made(str(job.project.root), str(job.deck), built.path, answers)
            outcomes.append(_Outcome(made, _report_fits(job, built, order) if order.wants_fits else {}))
    return outcomes


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


def _build(job: Job, order: _Order, progress: LateProgress) -> tuple[Built, bool, Answers]:
    """Build a deck, unless it is fresh; return also whether it was, and what it was built of."""
    project = job.project
    request = Request(
        str(project.root),
        job.path,
        str(Path(job.target).absolute()),
        order.shown(job.tag),
    )
    if not (order.force or order.wants_fits) and (fresh := find_fresh(request, project.workspace)):
        return Built(request.target, fresh.slides, fresh.diagnostics), True, fresh.answers
    workspace = RecordingWorkspace(project.workspace, project.answers)
    collector, language = Collector(), None
    if job.tag:
        from deckbuild.batch.languages import open_language

        policy = cast("Policy", order.untranslated)
        language = open_language(workspace, job.path, job.tag, policy, collector)
        if language is None:
            return Built(None, 0, tuple(collector.sorted())), False, workspace.answers
    built = build_deck(
        workspace,
        request.deck,
        request.target,
        project.settings,
        order.brand,
        collector,
        progress.step,
        full_images=order.full_images,
        fit_report=order.wants_fits,
        template=order.template,
        language=language,
        steps=order.steps,
    )
    if built.path:
        record = Fresh(built.slides, built.diagnostics, workspace.answers)
        keep_record(request, record, workspace.written[built.path], project.workspace)
    return built, False, workspace.answers


def _report_fits(job: Job, built: Built, order: _Order) -> dict[str, Any]:
    """Print how full a deck's boxes are, if that is wanted, and return it for machines."""
    from .fit_report import describe_fits, format_fits

    if order.prints_fits and built.laid_out:
        click.echo(format_fits(built.laid_out))
    return describe_fits(shown_path(job.target), built.laid_out)


def _summary(built: Built, took: str) -> str:
    """Return the line printed for a deck: ``took`` is the time, or that it is unchanged."""
    counts = [_count(built.slides, "slide")]
    if errors := built.count(Severity.ERROR):
        counts.append(_count(errors, "error"))
    counts.append(_count(built.count(Severity.WARNING), "warning"))
    return f"{shown_path(built.path or '')}: {', '.join(counts)}, {took}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
