"""What the words after ``deckbuild diff`` mean: files, revisions, decks; both sides built if need be."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from deckbuild.diff.builds import BuiltDeck, build_decks
from deckbuild.diff.failure import CannotCompare
from deckbuild.diff.revisions import Repository
from deckbuild.diff.sides import Side
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import project_root
from deckbuild.project import find_root

from .reports import Reporter

_FINISHED = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm")
_NOW = "working tree"


class _Revision(NamedTuple):
    """A revision as it was named, and its commit; None for the files as they are now."""

    name: str
    commit: str | None

    @property
    def label(self) -> str:
        """What it is called in reports."""
        if self.commit is None:
            return _NOW
        return self.name if self.commit.startswith(self.name) else f"{self.name} ({self.commit[:7]})"


def open_sides(words: Sequence[str], decks: Sequence[str] | None, folder: Path) -> tuple[Side, Side]:
    """Return what is to be compared; decks are built in ``folder``.

    ``words`` stood before ``--``, ``decks`` behind it (None: there was none). Raises CannotCompare, and
    Click's errors for wrong usage.
    """
    if decks is None and any(_is_finished(word) for word in words):
        if len(words) != 2:
            raise click.UsageError("To compare finished decks, name two of them.")
        return _open_files(words[0], words[1], folder)
    repository = Repository(Path.cwd())
    revisions, paths = _split(words, decks, repository)
    if len(revisions) > 2:
        raise click.UsageError("At most two revisions can be compared.")
    old = revisions[0] if revisions else _revision("HEAD", repository)
    new = revisions[1] if len(revisions) > 1 else _Revision(_NOW, None)
    return _open_revisions(old, new, paths, repository, folder)


def _is_finished(word: str) -> bool:
    return word.lower().endswith(_FINISHED)


def _open_files(old: str, new: str, folder: Path) -> tuple[Side, Side]:
    name = os.path.basename(new if _is_finished(new) else old)
    sides = []
    for number, word in enumerate((old, new)):
        path = Path(word)
        if not path.exists():
            raise CannotCompare(f"There is no {word}.")
        if not _is_finished(word):
            root = project_root(path.resolve())
            wanted = [path.resolve().relative_to(root).as_posix()]
            built = build_decks(root, wanted, folder / str(number))
            files = _take(built, word, root)
            path = next(iter(files.values()), path)
        sides.append(Side(word, {name: path}, {name: word}))
    return sides[0], sides[1]


def _split(
    words: Sequence[str], decks: Sequence[str] | None, repository: Repository
) -> tuple[list[_Revision], list[str]]:
    """Tell revisions from decks as git does: what could be either has to be kept apart by ``--``."""
    if decks is not None:
        return [each for word in words for each in _revisions(word, repository)], list(decks)
    revisions: list[_Revision] = []
    for number, word in enumerate(words):
        is_path = os.path.exists(word)
        try:
            found = _revisions(word, repository)
        except CannotCompare:
            if is_path:
                return revisions, list(words[number:])
            raise
        if is_path:
            both = f"{word} is a revision and a path: write `--` before the decks"
            raise click.UsageError(f"{both}, or ./{word} for the path.")
        revisions += found
    return revisions, []


def _revisions(word: str, repository: Repository) -> list[_Revision]:
    """Read ``REV``, ``REV..REV`` or ``REV...REV``, which is from where they went different ways."""
    for dots in ("...", ".."):
        if dots in word and not word.startswith("-"):
            one, other = (_revision(part or "HEAD", repository) for part in word.split(dots, 1))
            if dots == "...":
                base = repository.find_base(str(one.commit), str(other.commit))
                one = _Revision(base[:12], base)
            return [one, other]
    return [_revision(word, repository)]


def _revision(name: str, repository: Repository) -> _Revision:
    commit = repository.find_commit(name)
    if commit is None:
        if not repository.find_commit("HEAD"):
            raise CannotCompare("There is no commit here yet to compare with.")
        raise CannotCompare(f"{name} is no revision here, and no deck: a shallow clone may lack it.")
    return _Revision(name, commit)


def _open_revisions(
    old: _Revision, new: _Revision, decks: Sequence[str], repository: Repository, folder: Path
) -> tuple[Side, Side]:
    root = _root(decks)
    try:
        place = root.relative_to(repository.root).as_posix()
    except ValueError:
        raise CannotCompare(f"{root} is not in the git repository {repository.root}.") from None
    wanted = [Path(os.path.abspath(deck)).relative_to(root).as_posix() for deck in decks]
    sides = []
    for side, revision in (("old", old), ("new", new)):
        project = root
        if revision.commit is not None:
            tree = folder / side
            for note in repository.extract(revision.commit, "" if place == "." else place, tree):
                click.echo(f"{revision.label}: {note}", err=True)
            project = tree / place
            project.mkdir(parents=True, exist_ok=True)
        built = build_decks(project, wanted, folder / f"{side}-built", revision.commit is not None)
        files = _take(built, revision.label, project)
        sides.append(Side(revision.label, files, {path: f"{path} at {revision.label}" for path in files}))
    if not sides[0].decks and not sides[1].decks:
        raise CannotCompare(f"There is no deck to compare: {old.label} and {new.label} have none.")
    missing = next((deck for deck in wanted if all(deck not in side.decks for side in sides)), None)
    if missing:
        raise CannotCompare(f"Neither {old.label} nor {new.label} has a deck {missing}.")
    return sides[0], sides[1]


def _root(decks: Sequence[str]) -> Path:
    """Return the root of the project that decks are in, or that one stands in."""
    working = Path.cwd().resolve()
    roots = {find_root(Path(os.path.abspath(deck)).parent) or working for deck in decks}
    if len(roots) > 1:
        raise click.UsageError("These decks are of different projects: compare one after the other.")
    return roots.pop() if roots else find_root(working) or working


def _take(built: Sequence[BuiltDeck], label: str, root: Path) -> dict[str, Path]:
    """Return the files that were built. Errors are printed; a deck that was not built ends the comparison."""
    files: dict[str, Path] = {}
    for deck in built:
        reporter = Reporter("text", is_strict=False, quiet=True, verbose=False)
        reporter.add(deck.path, deck.diagnostics, root)
        if deck.file is not None:
            files[deck.path] = deck.file
            continue
        raise CannotCompare(f"{deck.path} cannot be built at {label}.")
    return files
