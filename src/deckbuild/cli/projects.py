"""Which decks a command is about: the projects they are in, and the files to write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.batch import Answers, RecordingWorkspace
from deckbuild.diagnostics import Collector
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import output_path, project_root
from deckbuild.project import PROJECT_FILE, ProjectSettings, find_decks, find_root, read_project
from deckbuild.workspace import DiskWorkspace

from .reports import Reporter

if TYPE_CHECKING:
    from .affected import Affected

affected_option = click.option(
    "--affected",
    is_flag=True,
    help="PATHs are files that changed, be they gone: only the decks that they belong to.",
)


class Project(NamedTuple):
    """A project on disk and its settings, read once for all its decks, with what reading them asked."""

    root: Path
    workspace: DiskWorkspace
    settings: ProjectSettings
    collector: Collector
    answers: Answers


class Job(NamedTuple):
    """A deck to build and the file to write; ``tag`` is the language to build it in, empty for its own."""

    project: Project
    deck: Path
    target: str
    tag: str = ""

    @property
    def path(self) -> str:
        """The deck's path in its project."""
        return self.deck.relative_to(self.project.root).as_posix()


def find_jobs(paths: tuple[Path, ...], output: str | None, projects: dict[Path, Project]) -> list[Job]:
    """Return what is to be built; wrong usage raises, a project without decks is said and gives none."""
    missing = next((path for path in paths if not path.exists()), None)
    if missing:
        raise click.BadParameter(f"Path '{missing}' does not exist.", param_hint="PATH")
    wrong = next((path for path in paths if path.is_file() and path.suffix != ".md"), None)
    if wrong:
        raise click.BadParameter(f"{wrong} is no .md file", param_hint="PATH")
    named = [deck for path in paths for deck in _decks_at(path.resolve(), projects)]
    decks = list(dict.fromkeys(named if paths else _decks_here(projects)))
    if output and output.endswith(".pptx") and len(decks) != 1:
        raise click.BadParameter(f"one file cannot hold {len(decks)} decks: name a folder", param_hint="-o")
    jobs = [_job(deck, output, projects) for deck in decks]
    by_target: dict[str, Job] = {}
    for job in jobs:
        other = by_target.setdefault(job.target, job)
        if other is not job:
            both = f"{shown_path(str(other.deck))} and {shown_path(str(job.deck))}"
            raise click.BadParameter(f"{both} would both be {shown_path(job.target)}", param_hint="PATH")
    return jobs


def find_changes(files: tuple[Path, ...], projects: dict[Path, Project]) -> Affected:
    """Return the decks that files may belong to: see ``affected``."""
    from .affected import find_affected

    return find_affected(files, projects)


def report_projects(projects: dict[Path, Project], reporter: Reporter) -> None:
    """Report what is wrong with the settings of projects."""
    for project in projects.values():
        found = project.collector.sorted()
        if found and project.settings.rules:
            from deckbuild.diagnostics.severities import apply_severities

            found = apply_severities(found, project.settings.rules)
        if found:
            reporter.add(shown_path(str(project.root / PROJECT_FILE)), found, project.root)


def _decks_here(projects: dict[Path, Project]) -> list[Path]:
    root = find_root(Path.cwd())
    if root is None:
        raise click.UsageError(
            "There is no content/ folder and no deckbuild.toml here or above.\n"
            "Name a deck, or write one to start from: deckbuild new my-talk"
        )
    return _all_decks(root, projects)


def _decks_at(path: Path, projects: dict[Path, Project]) -> list[Path]:
    """Return the deck at ``path``, or all of a project's when its folder or content folder is meant."""
    root = find_root(path) if path.is_dir() else None
    if root and path in (root, root / open_project(root, projects).settings.content):
        return _all_decks(root, projects)
    return [path]


def _all_decks(root: Path, projects: dict[Path, Project]) -> list[Path]:
    project = open_project(root, projects)
    found = [root / path for path in find_decks(project.workspace, project.settings)]
    if not found:
        click.echo(f"There is no deck in {shown_path(str(root / project.settings.content))}.", err=True)
    return found


def _job(deck: Path, output: str | None, projects: dict[Path, Project]) -> Job:
    project = open_project(project_root(deck), projects)
    return Job(project, deck, output_path(deck, output or str(project.root / project.settings.output)))


def open_project(root: Path, projects: dict[Path, Project]) -> Project:
    """Return the project in a folder, read once."""
    if root not in projects:
        workspace, collector = DiskWorkspace(root), Collector()
        recording = RecordingWorkspace(workspace)
        settings = read_project(recording, collector)
        projects[root] = Project(root, workspace, settings, collector, recording.answers)
    return projects[root]


def shown_path(path: str) -> str:
    """Return a path as seen from the folder one stands in, where it is in there."""
    working = Path.cwd()
    return str(Path(path).relative_to(working)) if Path(path).is_relative_to(working) else path
