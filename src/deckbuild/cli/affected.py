"""Which decks files belong to that have changed: for hooks that are told of files, not of decks."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path

from deckbuild.batch import Answers
from deckbuild.named_tuple import NamedTuple
from deckbuild.project import PROJECT_FILE, find_decks, find_root

from .projects import Job, Project, open_project


class Affected(NamedTuple):
    """Decks that changed files may belong to.

    ``certain`` are those that they do belong to, by where the files lie. Any other one does if it asks for a
    file of ``elsewhere``: by project's root, the files that lie in no deck, as paths in the project.
    """

    jobs: list[Job]
    certain: frozenset[Path]
    elsewhere: dict[Path, frozenset[str]]

    def includes(self, job: Job, answers: Answers) -> bool:
        """Whether a deck is affected, by what building it has asked."""
        if job.deck in self.certain:
            return True
        return not self.elsewhere[job.project.root].isdisjoint(_asked(answers))


def find_affected(files: tuple[Path, ...], projects: dict[Path, Project]) -> Affected:
    """Return the decks that ``files`` may belong to; they may be gone, or in no project.

    A file in a deck's folder belongs to that deck, and ``deckbuild.toml`` to all of its project. For any
    other file of a project all its decks are returned: which of them are made of it is seen when they are
    built.
    """
    by_root: dict[Path, list[Path]] = {}
    for file in files:
        path = Path(os.path.abspath(file))
        root = find_root(path.parent)
        if root:
            by_root.setdefault(root, []).append(path)
    jobs: list[Job] = []
    certain: set[Path] = set()
    elsewhere: dict[Path, frozenset[str]] = {}
    for root, changed in by_root.items():
        project = open_project(root, projects)
        decks = [root / path for path in find_decks(project.workspace, project.settings)]
        theirs = {deck for deck in decks if any(_belongs(path, deck) for path in changed)}
        others = [path for path in changed if not any(_belongs(path, deck) for deck in decks)]
        if root / PROJECT_FILE in others:
            theirs = set(decks)
        certain |= theirs
        elsewhere[root] = frozenset(path.relative_to(root).as_posix() for path in others)
        jobs += [Job(project, deck, "") for deck in decks if others or deck in theirs]
    return Affected(jobs, frozenset(certain), elsewhere)


def _belongs(path: Path, deck: Path) -> bool:
    """Whether a path is a deck, or in one; a folder of decks belongs to each of them."""
    return path == deck or deck in path.parents or path in deck.parents


def _asked(answers: Answers) -> set[str]:
    """Return the files that a build has asked for, whether they were there or not."""
    asked = {question[1] for question in answers if question[0] in ("read", "exists")}
    for kind, *arguments in answers:
        if kind == "resolve":
            written, base = arguments
            asked |= {
                posixpath.normpath(posixpath.join(base, written)),
                posixpath.normpath(written.lstrip("/")),
            }
    return asked
