"""``deckbuild i18n``: catalogues of translations."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.batch import RecordingWorkspace
from deckbuild.batch.catalogues import Extracted, Written, extract, write_catalogues, write_template
from deckbuild.batch.languages import find_languages
from deckbuild.diagnostics import Collector
from deckbuild.source import SourceFile
from deckbuild.workspace import Workspace

from .i18n_exchange import export_catalogues, import_catalogues
from .output import write_report
from .projects import Job, affected_option, find_changes, find_jobs
from .reports import Reporter, report_options
from .tags import read_tags

if TYPE_CHECKING:
    from deckbuild.i18n.terms import Terms

_GLOSSARY = "glossary.csv"
_PATHS = click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
_LANG = click.option("--lang", metavar="TAGS", default="", help="Languages, such as de,ja.")


@click.group()
def i18n() -> None:
    """Translate decks by gettext catalogues, in locale/ of each deck.

    \b
    deckbuild i18n extract --lang de,ja    write a template, and new catalogues
    deckbuild i18n update                  bring all catalogues in step with the source
    deckbuild i18n check                   find what is missing, stale or broken
    deckbuild i18n export --lang de        XLIFF for an agency's tools, or TMX
    deckbuild i18n import FILE             what comes back from there
    deckbuild build --lang de              build a translated deck
    """  # noqa: D301 -- Click wants the character that `\b` stands for.


i18n.add_command(export_catalogues)
i18n.add_command(import_catalogues)


@i18n.command(name="extract")
@_PATHS
@_LANG
def extract_messages(paths: tuple[Path, ...], lang: str) -> None:
    """Write the template of each deck's catalogues, and a catalogue for each new language.

    Catalogues that are there already are left alone: `deckbuild i18n update` brings them in step.
    """
    failed, reporter = False, Reporter("text", False, False, False)
    for job, extracted, collector, _ in _extract_all(find_jobs(paths, None, {})):
        if extracted is not None:
            workspace = job.project.workspace
            path = write_template(workspace, job.path, extracted, _created())
            click.echo(f"{path}: {len(extracted.messages)} messages")
            known = find_languages(workspace, job.path)
            tags = [tag for tag in read_tags(lang) if tag not in known]
            for written in write_catalogues(workspace, job.path, extracted, tags, _created(), collector):
                click.echo(f"{written.path}: new")
        reporter.add(job.path, collector.sorted(), job.project.root)
        failed |= extracted is None
    sys.exit(1 if failed or reporter.failed else 0)


@i18n.command()
@_PATHS
@_LANG
@click.option(
    "--keep",
    metavar="ID",
    multiple=True,
    help="A message whose source changed without changing its meaning: its translations stay. Its context,"
    " or how its text begins.",
)
@click.option(
    "--record",
    metavar="FILE",
    multiple=True,
    help="A picture or file whose versions for the languages were made from it as it is now; or `all`.",
)
def update(paths: tuple[Path, ...], lang: str, keep: tuple[str, ...], record: tuple[str, ...]) -> None:
    """Bring catalogues in step with the source: what changed is marked as fuzzy, nothing is lost."""
    from deckbuild.batch.versions import ALL, record_files

    failed, reporter = False, Reporter("text", False, False, False)
    recorded = {ALL}
    for job, extracted, collector, _ in _extract_all(find_jobs(paths, None, {})):
        if extracted is not None:
            workspace = job.project.workspace
            tags = read_tags(lang) or find_languages(workspace, job.path)
            write_template(workspace, job.path, extracted, _created())
            for written in write_catalogues(
                workspace, job.path, extracted, tags, _created(), collector, keep
            ):
                click.echo(_describe(written))
            if record:
                records, known = record_files(workspace, extracted.source, tags, record)
                recorded |= known
                for path in records:
                    click.echo(f"{path}: recorded")
        reporter.add(job.path, collector.sorted(), job.project.root)
        failed |= extracted is None
    unknown = [name for name in record if name not in recorded]
    if unknown:
        raise click.BadParameter(f"no file {unknown[0]!r} has a version", param_hint="--record")
    sys.exit(1 if failed or reporter.failed else 0)


@i18n.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@affected_option
@_LANG
@click.option(
    "--glossary",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Terms as CSV; without it, the glossary.csv of each project.",
)
@click.option("--min-translated", type=float, default=0.0, help="Per cent that must be translated, for CI.")
@click.option("--page", metavar="FILE", help="Write the status as an HTML page.")
@click.option("--status-json", metavar="FILE", help="Write the status as JSON.")
@report_options
def check(
    paths: tuple[Path, ...],
    affected: bool,
    lang: str,
    glossary: Path | None,
    min_translated: float,
    page: str | None,
    status_json: str | None,
    strict: bool,
    style: str,
    report_files: tuple[str, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Check translations: what is missing, stale, broken, or does not fit."""
    from deckbuild.batch.check_languages import check_language
    from deckbuild.i18n.status import describe_status, format_status, write_status_page

    reporter = Reporter(style, strict, quiet, verbose, files=report_files)
    statuses = []
    failed = False
    changes = find_changes(paths, {}) if affected else None
    jobs = changes.jobs if changes else find_jobs(paths, None, {})
    for job, extracted, collector, workspace in _extract_all(jobs, with_rooms=False):
        theirs = []
        if extracted is not None:
            terms = _read_terms(glossary, workspace, collector)
            for tag in read_tags(lang) or find_languages(workspace, job.path):
                status, found = check_language(workspace, job.path, extracted, tag, terms, min_translated)
                collector.extend(found)
                theirs += [status] if status else []
        if changes and not changes.includes(job, workspace.answers):
            continue
        statuses += theirs
        failed |= extracted is None
        reporter.add(job.path, collector.sorted(), job.project.root)
    if style == "text" and not quiet:
        click.echo(format_status(statuses))
    if page is not None:
        write_report(page, write_status_page(statuses))
    if status_json is not None:
        described = [describe_status(status) for status in statuses]
        write_report(status_json, json.dumps(described, ensure_ascii=False, indent=1) + "\n")
    reporter.finish()
    sys.exit(1 if failed or reporter.failed else 0)


def _read_terms(glossary: Path | None, workspace: Workspace, collector: Collector) -> Terms:
    """Read the glossary named, else that of the project; no terms without one."""
    from deckbuild.i18n.terms import Terms, read_terms
    from deckbuild.project import read_text

    if glossary is not None:
        return read_terms(SourceFile(str(glossary), glossary.read_text(encoding="utf-8")), collector)
    source = read_text(_GLOSSARY, workspace, collector) if workspace.exists(_GLOSSARY) else None
    return read_terms(source, collector) if source else Terms()


def _extract_all(
    jobs: list[Job], with_rooms: bool = True
) -> list[tuple[Job, Extracted | None, Collector, RecordingWorkspace]]:
    """Return what there is to translate of decks, with what is wrong with them, and what was asked."""
    found = []
    for job in jobs:
        collector, workspace = Collector(), RecordingWorkspace(job.project.workspace)
        collector.extend(job.project.collector)
        extracted = extract(workspace, job.path, job.project.settings, collector, with_rooms)
        found.append((job, extracted, collector, workspace))
    return found


def _created() -> str:
    """Return the time that SOURCE_DATE_EPOCH names, as gettext writes it; nothing without it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return ""
    from deckbuild.project.epoch import explain_epoch, read_epoch

    created = read_epoch(epoch)
    if created is None:
        raise click.ClickException(explain_epoch(epoch))
    return created.strftime("%Y-%m-%d %H:%M+0000")


def _describe(written: Written) -> str:
    merged = written.merged
    if merged is None:
        return f"{written.path}: new"
    counts = [
        f"{number} {name}"
        for name, number in zip(merged._fields[1:], merged[1:], strict=True)
        if number or name == "same"
    ]
    return f"{written.path}: {', '.join(counts)}"
