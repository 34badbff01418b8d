"""Trying an attack: a project of some files is built, within bounds of time, and what came out looked at."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Mapping
from io import BytesIO

from deckbuild.diagnostics import Collector
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import build_deck
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace

MOST_SECONDS = 4.0
"""Of processor time, on a slow and busy machine; most attacks take a hundredth."""

HEAD = "## T\n\n"
_cache: dict[str, bytes] = {}


class Outcome(NamedTuple):
    """All bytes of the package's parts, the codes reported, and what was said."""

    package: bytes
    codes: set[str]
    report: str


def attack(files: Mapping[str, str | bytes]) -> Outcome:
    """Build ``t.md`` in a project of these files."""
    as_bytes = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    workspace, collector = MemoryWorkspace(as_bytes), Collector()
    workspace.cache = _cache
    project = read_project(workspace, collector)
    started = time.process_time()
    built = build_deck(workspace, "t.md", "out.pptx", project, None, collector)
    assert time.process_time() - started < MOST_SECONDS
    parts = b""
    if data := workspace.contents.get("out.pptx"):
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = b"".join(package.read(name) for name in package.namelist())
    codes = {found.code for found in built.diagnostics}
    return Outcome(parts, codes, "\n".join(found.message for found in built.diagnostics))
