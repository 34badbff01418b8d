"""Whether a deck is fresh: built of the same inputs, by the same program, and not changed since.

After each build a record is kept in the cache: what was asked of the workspace, the answers, the digest of
the file written, the diagnostics. If all still holds, building again would write the same bytes. The record
may be deleted, shared or cut off at any time: one that cannot be read is none.
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
from deckbuild.source import Span
from deckbuild.workspace import Workspace

from .inputs import Answers, still_hold

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Request(NamedTuple):
    """What is to be built: the project's root, the deck in it, the file to write, and all options."""

    root: str
    deck: str
    target: str
    options: tuple[str, ...] = ()


class Fresh(NamedTuple):
    """A deck that need not be built: its slides, what was reported when it was, what it was built of."""

    slides: int
    diagnostics: tuple[Diagnostic, ...]
    answers: Answers


def find_fresh(request: Request, workspace: Workspace) -> Fresh | None:
    """Return what is known of the deck asked for if it is fresh."""
    stored = workspace.read_cache(_key(request))
    try:
        record = json.loads(stored) if stored else None
        if not record or record["options"] != list(request.options) or record["program"] != _program():
            return None
        if record["output"] != sha256_hex(workspace.read(request.target)):
            return None
        answers = {tuple(question): answer for *question, answer in record["answers"]}
        fresh = Fresh(record["slides"], tuple(map(_read_diagnostic, record["diagnostics"])), answers)
    except (ValueError, KeyError, TypeError, OSError, RecursionError):
        return None
    return fresh if still_hold(answers, workspace) else None


def keep_record(request: Request, fresh: Fresh, output: str, workspace: Workspace) -> None:
    """Keep what is known of a deck just written, whose SHA-256 is ``output``, for ``find_fresh``.

    The file is not asked: another build may have put its own there meanwhile.
    """
    record: dict[str, Any] = {
        "program": _program(),
        "options": request.options,
        "output": output,
        "slides": fresh.slides,
        "answers": [[*question, answer] for question, answer in fresh.answers.items()],
        "diagnostics": fresh.diagnostics,
    }
    workspace.write_cache(_key(request), json.dumps(record, separators=(",", ":")).encode())


def _key(request: Request) -> str:
    name = "\n".join((request.root, request.deck, request.target))
    return f"builds/{sha256_hex(name.encode('utf-8', 'surrogateescape'))}.json"


def _read_diagnostic(stored: list[Any]) -> Diagnostic:
    code, severity, span, message, hint = stored
    return Diagnostic(str(code), Severity(severity), Span(*span), str(message), str(hint))


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
