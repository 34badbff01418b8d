"""One deck: left as it is, as far as it is fresh, or built."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from deckbuild.batch import Answers, Last, Record, RecordingWorkspace, Request, find_last, keep_record
from deckbuild.diagnostics import Collector
from deckbuild.digest import sha256_hex
from deckbuild.dress import Look, TemplateFile
from deckbuild.model import StepWay
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import Built, build_deck

from .projects import Job, shown_path
from .side_by_side import Step

if TYPE_CHECKING:
    from deckbuild.i18n.translate import Policy


class Order(NamedTuple):
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


class Result(NamedTuple):
    """A deck that was built or is fresh, what it was built of, how many of its slides were left as they were.

    ``seconds`` are those it took, None where nothing was done. ``fits`` tell machines how full its boxes are,
    ``shown_fits`` people, if that was asked for.
    """

    built: Built
    answers: Answers
    seconds: float | None = None
    unchanged: int = 0
    fits: dict[str, Any] | None = None
    shown_fits: str = ""


def find_known(job: Job, order: Order) -> Result | None:
    """Return a deck that need not be built, or of which only some slides had to be; None for others."""
    if order.force or order.wants_fits:
        return None
    started, request = time.perf_counter(), _request(job, order)
    last = find_last(request, job.project.workspace)
    if last is None:
        return None
    if last.changed:
        return _redo(last, request, job, order, started) if last.record.outline else None
    built = Built(request.target, last.record.slides, last.record.diagnostics)
    return Result(built, last.record.answers, unchanged=built.slides)


def _redo(last: Last, request: Request, job: Job, order: Order, started: float) -> Result | None:
    """Do again only the slides that have changed; None where that does not do, or nothing can be written."""
    from deckbuild.batch.redo import redo_change

    workspace, look = job.project.workspace, Look(order.brand, order.template, order.steps)
    redone = redo_change(last, request, look, job.project.settings, workspace)
    if redone is None:
        return None
    try:
        workspace.write(request.target, redone.package)
    except OSError:
        return None
    record = redone.record
    keep_record(request, record, sha256_hex(redone.package), workspace)
    built = Built(request.target, record.slides, record.diagnostics)
    return Result(built, record.answers, time.perf_counter() - started, record.slides - redone.done_again)


def _request(job: Job, order: Order) -> Request:
    target = str(Path(job.target).absolute())
    return Request(str(job.project.root), job.path, target, order.shown(job.tag))


def build_numbered(jobs: list[Job], order: Order, number: int, step: Step) -> Result:
    """Build one of the decks, be it in a worker."""
    job, started = jobs[number], time.perf_counter()
    built, answers = _build(job, order, step)
    took = time.perf_counter() - started
    built = built._replace(outline=None)
    if not order.wants_fits:
        return Result(built, answers, took)
    from .fit_report import describe_fits, format_fits

    fits = describe_fits(shown_path(job.target), built.laid_out)
    shown = format_fits(built.laid_out) if order.prints_fits and built.laid_out else ""
    return Result(built._replace(laid_out=()), answers, took, fits=fits, shown_fits=shown)


def _build(job: Job, order: Order, step: Step) -> tuple[Built, Answers]:
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
        record = Record(built.slides, built.diagnostics, workspace.answers, built.outline)
        keep_record(request, record, workspace.written[built.path], project.workspace)
    return built, workspace.answers
