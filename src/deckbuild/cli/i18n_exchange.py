"""``deckbuild i18n export`` and ``import``: catalogues out to translation tools and back."""

from __future__ import annotations

import posixpath
import sys
from pathlib import Path
from typing import cast

import click

from deckbuild.batch.languages import catalogue_path, find_languages, read_catalogue
from deckbuild.diagnostics import Collector
from deckbuild.i18n.exchange import (
    FORMATS,
    SUFFIXES,
    Exchanged,
    Format,
    read_exchange,
    take_translations,
    write_exchange,
)
from deckbuild.i18n.po import write_po
from deckbuild.source import Span

from .projects import Job, find_jobs, shown_path
from .reports import Reporter
from .tags import read_tags


@click.command(name="export")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--lang", metavar="TAGS", default="", help="Languages, such as de,ja; else all there are.")
@click.option("--format", "style", type=click.Choice(FORMATS), default=FORMATS[0], help="Of the files.")
@click.option("-o", "--output", metavar="FOLDER", help="Where to write them; else where decks are written.")
def export_catalogues(paths: tuple[Path, ...], lang: str, style: str, output: str | None) -> None:
    """Write catalogues as XLIFF, or what is translated as TMX, for the tools of agencies.

    Bring them up to date first (`deckbuild i18n update`). `deckbuild i18n import` takes what comes back.
    """
    reporter, wanted, chosen = Reporter("text", False, False, False), read_tags(lang), cast(Format, style)
    for job in find_jobs(paths, None, {}):
        collector = Collector()
        workspace = job.project.workspace
        folder = Path(output) if output else Path(job.target).parent
        for tag in wanted or find_languages(workspace, job.path):
            catalogue = read_catalogue(workspace, job.path, tag, collector)
            if catalogue is not None:
                target = folder / f"{Path(job.target).stem}.{tag}{SUFFIXES[chosen]}"
                workspace.write(str(target.absolute()), write_exchange(catalogue, job.path, chosen))
                click.echo(f"{shown_path(str(target.absolute()))}: {len(catalogue.entries)} messages")
        reporter.add(job.path, collector.sorted(), job.project.root)
    sys.exit(1 if reporter.failed else 0)


@click.command(name="import")
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--lang", metavar="TAG", default="", help="The language, where a file names none or another one."
)
def import_catalogues(files: tuple[Path, ...], lang: str) -> None:
    """Take the translations of XLIFF files, 2.0 or 1.2, into the catalogues they were made of.

    Those of texts that have changed since are kept as obsolete ones, and told: `deckbuild i18n update` offers
    them where they fit.
    """
    reporter = Reporter("text", False, False, False)
    jobs = {job.path: job for job in find_jobs((), None, {})}
    for file in files:
        collector = Collector()
        for exchanged in read_exchange(str(file), file.read_bytes(), collector):
            job = jobs.get(exchanged.deck)
            if job is None:
                problem = f"It is of the deck `{exchanged.deck}`, which is not in this project."
                collector.report("catalogue-foreign", Span(str(file)), problem)
            else:
                _take(job, exchanged, lang or exchanged.catalogue.language, str(file), collector)
        reporter.add(str(file), collector.sorted(), Path.cwd())
    sys.exit(1 if reporter.failed else 0)


def _take(job: Job, exchanged: Exchanged, tag: str, file: str, collector: Collector) -> None:
    """Put a file's translations into the catalogue of a language, a new one if there is none."""
    workspace = job.project.workspace
    path = catalogue_path(workspace, job.path, tag)
    if not workspace.exists(path):
        workspace.write(path, write_po(exchanged.catalogue._replace(language=tag)).encode())
        click.echo(f"{path}: new, {len(exchanged.catalogue.entries)} messages")
        return
    old = read_catalogue(workspace, job.path, tag, collector)
    if old is None:
        return
    taken, changed, left = take_translations(old, exchanged.catalogue)
    for entry in left:
        problem = f"Its source has changed since: `{entry.message.text[:60]}`."
        collector.report("catalogue-behind", entry.place or Span(file), problem)
    workspace.write(path, write_po(taken).encode())
    click.echo(f"{posixpath.relpath(path)}: {changed} changed, {len(left)} kept as obsolete")
