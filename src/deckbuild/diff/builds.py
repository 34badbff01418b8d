"""Decks of a project built for comparison: into a temporary folder, whatever the project says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from deckbuild.diagnostics import Collector, Diagnostic
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import build_deck
from deckbuild.project import find_decks, read_project
from deckbuild.workspace import DiskWorkspace


class BuiltDeck(NamedTuple):
    """A deck's path in its project, the file that was written (None: nothing), and what was found."""

    path: str
    file: Path | None
    diagnostics: tuple[Diagnostic, ...]


def build_decks(
    root: Path, wanted: Iterable[str], target: Path, is_revision: bool = False
) -> list[BuiltDeck]:
    """Build decks of the project in ``root`` into the folder ``target``.

    ``wanted`` are paths in the project; one that is not there is passed over. Without any, all decks are.
    What a revision's settings open of this machine stays closed: nobody may have read them yet.
    """
    workspace, collector = DiskWorkspace(root), Collector()
    project = read_project(workspace, collector)
    if is_revision:
        workspace.configure(project.limits, ())
    paths = [path for path in wanted if _is_there(workspace, path)] if wanted else []
    if not wanted:
        paths = find_decks(workspace, project)
    built = []
    for number, path in enumerate(paths):
        found = Collector()
        found.extend(collector)
        file = target / f"{number}.pptx"
        outcome = build_deck(workspace, path, str(file.absolute()), project, None, found)
        built.append(BuiltDeck(path, file if outcome.path else None, outcome.diagnostics))
    return built


def _is_there(workspace: DiskWorkspace, path: str) -> bool:
    if path.endswith(".md"):
        return workspace.exists(path)
    return any(file.endswith(".md") for file in workspace.files(path))
