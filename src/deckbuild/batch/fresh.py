"""What is known of a deck's last build, and what has changed since.

After each build a record is kept in the cache: what was asked of the workspace, the answers, the digest of
the file written, the diagnostics, and where in which text the slides begin. If all answers still hold,
building again by the same program would write the same bytes; if a source has changed, ``redo`` may do again
some slides.
The record may be deleted, shared or cut off at any time: one that cannot be read is none.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.digest import sha256_hex
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import Outline, Start
from deckbuild.source import Span
from deckbuild.workspace import Workspace

from .inputs import Answers, Question, find_changed

_END = b"\n"
"""Between a record, which is JSON, and the texts of the sources: as JSON they took as long as all else."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Request(NamedTuple):
    """What is to be built: the project's root, the deck in it, the file to write, and all options."""

    root: str
    deck: str
    target: str
    options: tuple[str, ...] = ()


class Record(NamedTuple):
    """A build: its slides, what was reported, what it was built of, and where its slides begin, if known."""

    slides: int
    diagnostics: tuple[Diagnostic, ...]
    answers: Answers
    outline: Outline | None = None


class Last(NamedTuple):
    """The last build of a deck, whose file, the ``package``, still is as it was written.

    ``changed`` are the questions that have other answers today: none for a deck that is fresh. There are two
    at most, since more need not be known.
    """

    record: Record
    package: bytes
    changed: tuple[Question, ...]


def find_last(request: Request, workspace: Workspace) -> Last | None:
    """Return what is known of the last build of a deck with the same options by the same program."""
    stored = workspace.read_cache(_key(request))
    try:
        head, texts = (stored or b"").split(_END, 1)
        record = json.loads(head)
        if record["options"] != list(request.options) or record["program"] != _program():
            return None
        package = workspace.read(request.target)
        if record["output"] != sha256_hex(package):
            return None
        answers = {tuple(question): answer for *question, answer in record["answers"]}
        diagnostics = tuple(map(_read_diagnostic, record["diagnostics"]))
        read = Record(record["slides"], diagnostics, answers, _read_outline(record["outline"], texts))
    except (ValueError, KeyError, TypeError, OSError, RecursionError):
        return None
    return Last(read, package, find_changed(answers, workspace))


def keep_record(request: Request, built: Record, output: str, workspace: Workspace) -> None:
    """Keep what is known of a deck just written, whose SHA-256 is ``output``, for ``find_last``.

    The file is not asked: another build may have put its own there meanwhile.
    """
    record: dict[str, Any] = {
        "program": _program(),
        "options": request.options,
        "output": output,
        "slides": built.slides,
        "answers": [[*question, answer] for question, answer in built.answers.items()],
        "diagnostics": built.diagnostics,
        "outline": None,
    }
    texts = b""
    if built.outline:
        every = {name: text.encode() for name, text in built.outline.texts.items()}
        sizes = [[name, len(text)] for name, text in every.items()]
        record["outline"] = built.outline.title, built.outline.starts, sizes
        texts = b"".join(every.values())
    head = json.dumps(record, separators=(",", ":")).encode()
    workspace.write_cache(_key(request), head + _END + texts)


def _key(request: Request) -> str:
    name = "\n".join((request.root, request.deck, request.target))
    return f"builds/{sha256_hex(name.encode('utf-8', 'surrogateescape'))}"


def _read_diagnostic(stored: list[Any]) -> Diagnostic:
    code, severity, span, message, hint = stored
    return Diagnostic(str(code), Severity(severity), Span(*span), str(message), str(hint))


def _read_outline(stored: Any, data: bytes) -> Outline | None:
    if stored is None:
        return None
    title, starts, sizes = stored
    texts, at = {}, 0
    for name, size in sizes:
        texts[name] = data[at : at + size].decode()
        at += size
    if at != len(data):
        raise ValueError("the texts are not whole")
    return Outline(title, tuple([Start(*start) for start in starts]), texts)


@cache
def _program() -> str:
    """Return what tells one state of the program from another, its libraries included.

    Sizes and times of its own files, not the version alone, since who works on it builds with it too; the
    time of the folder that libraries are installed in changes with every one installed or removed.
    """
    libraries = os.path.dirname(os.path.dirname(os.path.abspath(json.__file__)))
    installed = [path for path in sys.path if path.endswith("-packages")]
    times = [f"{path} {os.stat(path).st_mtime_ns}" for path in (libraries, *installed) if os.path.isdir(path)]
    return sha256_hex("\n".join((sys.version, *times, *_files(_PACKAGE))).encode())


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
