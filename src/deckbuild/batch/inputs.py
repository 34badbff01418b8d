"""What a build asks of its workspace, and the answers: all that its deck depends on beside the program.

A question is its kind and its arguments; its answer is a short text. Not only files read count: a file
that was looked for and is not there, and the list of a folder's files, decide what a build gives as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from deckbuild.digest import sha256_hex
from deckbuild.limits import Limits
from deckbuild.workspace import OutsideProject, Workspace

Question = tuple[str, ...]
Answers = dict[Question, str]
"""Answers by question: ``("read", path)`` the SHA-256 of the content, empty if it cannot be read;
``("exists", path)`` yes or empty; ``("files", folder)`` and ``("folders", folder)`` the paths, a line each;
``("resolve", written, base)`` the path, empty if it leads out of the project;
``("variable", name)`` its value."""


class RecordingWorkspace:
    """A workspace that hands all to another one and keeps what was asked in ``answers``."""

    def __init__(self, workspace: Workspace, answers: Answers | None = None) -> None:
        """Record on top of ``answers``, what was asked before on this build's behalf.

        ``written`` gets the SHA-256 of each file written.
        """
        self._workspace = workspace
        self.answers: Answers = dict(answers or {})
        self.written: dict[str, str] = {}

    @property
    def limits(self) -> Limits:
        """See Workspace."""
        return self._workspace.limits

    def configure(self, limits: Limits, allowed: Iterable[str]) -> None:
        """See Workspace: what both are is read from a file."""
        self._workspace.configure(limits, allowed)

    def is_open(self, path: str) -> bool:
        """See Workspace; follows from the paths allowed and the links that are read through."""
        return self._workspace.is_open(path)

    def read(self, path: str) -> bytes:
        """See Workspace."""
        try:
            data = self._workspace.read(path)
        except OSError:
            self.answers["read", path] = ""
            raise
        self.answers["read", path] = sha256_hex(data)
        return data

    def exists(self, path: str) -> bool:
        """See Workspace."""
        found = self._workspace.exists(path)
        self.answers["exists", path] = "yes" if found else ""
        return found

    def files(self, folder: str) -> list[str]:
        """See Workspace."""
        found = self._workspace.files(folder)
        self.answers["files", folder] = "\n".join(found)
        return found

    def folders(self, folder: str) -> list[str]:
        """See Workspace."""
        found = self._workspace.folders(folder)
        self.answers["folders", folder] = "\n".join(found)
        return found

    def resolve(self, written: str, base: str) -> str:
        """See Workspace."""
        try:
            path = self._workspace.resolve(written, base)
        except OutsideProject:
            self.answers["resolve", written, base] = ""
            raise
        self.answers["resolve", written, base] = path
        return path

    def write(self, path: str, data: bytes) -> None:
        """See Workspace."""
        self._workspace.write(path, data)
        self.written[path] = sha256_hex(data)

    def read_cache(self, key: str) -> bytes | None:
        """See Workspace: the cache never changes what comes out, so it is no input."""
        return self._workspace.read_cache(key)

    def write_cache(self, key: str, data: bytes) -> None:
        """See Workspace."""
        self._workspace.write_cache(key, data)

    def variable(self, name: str) -> str:
        """See Workspace."""
        value = self._workspace.variable(name)
        self.answers["variable", name] = value
        return value


def find_changed(answers: Answers, workspace: Workspace, most: int = 2) -> tuple[Question, ...]:
    """Return the questions to which a workspace gives other answers today, the first ``most`` of them."""
    changed = (question for question, answer in answers.items() if _ask(workspace, question) != answer)
    return tuple(islice(changed, most))


def _ask(workspace: Workspace, question: Question) -> str | None:
    """Return a question's answer; None for a kind of question that there is not."""
    asking = RecordingWorkspace(workspace)
    try:
        match question:
            case "read", path:
                asking.read(path)
            case "exists", path:
                asking.exists(path)
            case "files", folder:
                asking.files(folder)
            case "folders", folder:
                asking.folders(folder)
            case "resolve", written, base:
                asking.resolve(written, base)
            case "variable", name:
                asking.variable(name)
    except (OSError, OutsideProject):
        pass
    return asking.answers.get(question)
