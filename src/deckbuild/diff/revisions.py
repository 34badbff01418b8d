"""Files of a git revision, taken out of the repository without touching its working tree or index.

Git is run without a shell; no word of the user's can be an option (``find_commit``); nothing is fetched.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from deckbuild.limits import Limits
from deckbuild.named_tuple import NamedTuple

from .failure import CannotCompare

_NAME = re.compile(r"[^-\x00-\x20\x7f][^\x00-\x20\x7f]*")
_SECONDS = 120
_MOST_BYTES = 4 * 2**30
_LINK, _SUBMODULE = "120000", "160000"
_LFS = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\r?\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\r?\n"
)
_LFS_MOST = 1024
_MOST_NAMED = 3


class Entry(NamedTuple):
    """A file of a revision: its mode as git writes it, the id of its content, its size and path."""

    mode: str
    oid: str
    size: int
    path: str


class Repository:
    """A git repository, found from a folder in it."""

    def __init__(self, folder: Path) -> None:
        """Find it; raises CannotCompare where there is none, or no git."""
        self._folder = folder
        self.root = Path(self._ask("rev-parse", "--show-toplevel").rstrip("\n")).resolve()

    def find_commit(self, name: str) -> str | None:
        """Return the commit that a revision names, None if there is none of that name."""
        if not _NAME.fullmatch(name):
            return None
        run = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return run.stdout.decode().strip() or None if run.returncode == 0 else None

    def find_base(self, one: str, other: str) -> str:
        """Return the commit from which two commits went different ways; raises CannotCompare."""
        run = self._run("merge-base", one, other)
        if run.returncode:
            hint = "in a shallow clone, fetch more of the history (`git fetch --unshallow`)"
            raise CannotCompare(f"The two revisions have no commit in common: {hint}.")
        return run.stdout.decode().split()[0]

    def extract(self, commit: str, folder: str, target: Path) -> list[str]:
        """Write a commit's files in ``folder`` ("": all) under ``target``, at their paths in the repository.

        Returns what could not be had, in sentences; raises CannotCompare.
        """
        entries, notes = self._list(commit, folder)
        files = [entry for entry in entries if entry.mode != _LINK]
        links = [entry for entry in entries if entry.mode == _LINK]
        missing_lfs, lost = [], []
        for entry, content in zip(files, self._read(files), strict=True):
            stored = self._find_lfs(content)
            if stored is not None and not stored.is_file():
                missing_lfs.append(entry.path)
            try:
                _write(target / entry.path, stored.read_bytes() if stored and stored.is_file() else content)
            except OSError as error:
                reason = error.strerror or error
                raise CannotCompare(f"{entry.path} cannot be written to {target}: {reason}.") from None
        # Links come last: nothing is written through them.
        for entry, content in zip(links, self._read(links), strict=True):
            try:
                _link(target / entry.path, os.fsdecode(content))
            except (OSError, ValueError):  # a system without links, or no path at all
                lost.append(entry.path)
        if missing_lfs:
            named = _name_some(missing_lfs)
            notes.append(f"Git LFS has not fetched {named}: run `git lfs fetch origin {commit[:12]}`.")
        if lost:
            notes.append(f"{_name_some(lost)} is a link that cannot be made here.")
        return notes

    def _list(self, commit: str, folder: str) -> tuple[list[Entry], list[str]]:
        """List the files of a commit in a folder, and say what is left out."""
        place = ["--", folder] if folder else []
        output = self._ask("ls-tree", "-r", "-z", "-l", "--full-tree", commit, *place)
        entries, submodules, large, odd = [], [], [], []
        for line in output.split("\0"):
            head, _, path = line.partition("\t")
            if not head:
                continue
            mode, _, oid, size = head.split()
            if mode == _SUBMODULE:
                submodules.append(path)
            elif not _is_safe(path):
                odd.append(path)
            elif int(size) > Limits().file_bytes:
                large.append(path)
            else:
                entries.append(Entry(mode, oid, int(size), path))
        if sum(entry.size for entry in entries) > _MOST_BYTES:
            place_name = folder or "the repository"
            raise CannotCompare(f"{place_name} holds more than {_MOST_BYTES >> 30} GB at that revision.")
        reasons = (
            (submodules, "is a submodule, whose files are not looked into"),
            (large, f"is larger than {Limits().file_bytes >> 20} MB and was left out"),
            (odd, "has a name that leads out of the repository and was left out"),
        )
        return entries, [f"{_name_some(paths)} {reason}." for paths, reason in reasons if paths]

    def _read(self, entries: list[Entry]) -> Iterator[bytes]:
        """Yield the contents of files, in order, from one run of git."""
        if not entries:
            return
        with tempfile.TemporaryFile() as wanted:
            wanted.write("".join(f"{entry.oid}\n" for entry in entries).encode())
            wanted.seek(0)
            command = self._command("cat-file", "--batch")
            with subprocess.Popen(
                command, stdin=wanted, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
            ) as git:
                assert git.stdout is not None
                for entry in entries:
                    head = git.stdout.readline().split()
                    if len(head) != 3:
                        git.kill()
                        hint = "a partial clone has to be completed first (`git fetch --refetch`)"
                        raise CannotCompare(f"Git does not have the content of {entry.path}: {hint}.")
                    yield git.stdout.read(int(head[2]))
                    git.stdout.read(1)

    def _find_lfs(self, content: bytes) -> Path | None:
        """Return where Git LFS keeps what a pointer stands for; None for what is no pointer."""
        found = _LFS.match(content) if len(content) <= _LFS_MOST else None
        if found is None:
            return None
        oid = found[1].decode()
        common = Path(self._ask("rev-parse", "--git-common-dir").rstrip("\n"))
        return self._folder / common / "lfs" / "objects" / oid[:2] / oid[2:4] / oid

    def _ask(self, *words: str) -> str:
        run = self._run(*words)
        if run.returncode:
            said = run.stderr.decode(errors="replace").strip().splitlines()
            reason = said[0].removeprefix("fatal: ") if said else f"git {words[0]} failed"
            raise CannotCompare(f"Git says: {reason}.")
        return os.fsdecode(run.stdout)

    def _run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                self._command(*words),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=_environment(),
                timeout=_SECONDS,
                check=False,
            )
        except FileNotFoundError:
            raise CannotCompare("To compare revisions, git must be installed.") from None
        except subprocess.TimeoutExpired:
            raise CannotCompare(f"Git took longer than {_SECONDS} seconds.") from None

    def _command(self, *words: str) -> list[str]:
        return ["git", "-C", str(self._folder), "--no-pager", *words]


def _environment() -> dict[str, str]:
    """Return an environment in which git asks nothing, fetches nothing and speaks English."""
    own = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    return {**os.environ, **own, "GIT_LITERAL_PATHSPECS": "1"}


def _is_safe(path: str) -> bool:
    """Whether a path of a tree stays where it is written to, which git's own tools see to as well."""
    parts = path.split("/")
    return (
        not any(part in ("", ".", "..") or part.casefold() == ".git" for part in parts) and "\\" not in path
    )


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)


def _link(path: Path, leads_to: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.symlink(leads_to, path)


def _name_some(paths: Iterable[str]) -> str:
    paths = list(paths)
    more = len(paths) - _MOST_NAMED
    return ", ".join(paths[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
