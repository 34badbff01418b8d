"""Decks built in memory, and a record of all that the tests built, for ``packages_check.py``."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from deckbuild.diagnostics import Collector, Diagnostic, format_diagnostic
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace

if TYPE_CHECKING:
    from pptx.presentation import Presentation

packages: dict[str, bytes] = {}
"""Every package that the tests of a file built, by a name that tells which."""


@dataclass(frozen=True)
class BuiltDeck:
    """What came out of a build: the package's bytes (None: nothing was written) and the diagnostics."""

    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]

    @property
    def report(self) -> str:
        """All diagnostics, as the command line prints them."""
        return "\n".join(map(format_diagnostic, self.diagnostics))

    def open(self) -> Presentation:
        """Return the deck as python-pptx reads it."""
        from pptx import Presentation

        assert self.data is not None, f"nothing was built:\n{self.report}"
        return Presentation(io.BytesIO(self.data))


class Builder(Protocol):
    """See ``build``."""

    def __call__(
        self, files: Mapping[str, str | bytes], deck: str = ..., brand: str | None = ...
    ) -> BuiltDeck: ...


def build(files: Mapping[str, str | bytes], deck: str = "", brand: str | None = None) -> BuiltDeck:
    """Build a deck from a project in memory. ``deck`` is its path; by default the first file named."""
    as_bytes = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    return _build(tuple(as_bytes.items()), deck or next(iter(files)), brand)


_cache: dict[str, bytes] = {}
"""Compiled templates and drawn pictures, kept from build to build as on a user's disk."""


@cache
def _build(files: tuple[tuple[str, bytes], ...], deck: str, brand: str | None) -> BuiltDeck:
    from deckbuild.pipeline import build_deck

    workspace, collector = MemoryWorkspace(dict(files)), Collector()
    workspace.cache = _cache
    project = read_project(workspace, collector)
    built = build_deck(workspace, deck, "out.pptx", project, brand, collector)
    data = workspace.contents.get("out.pptx")
    if data is not None:
        packages.setdefault(f"{deck} with {len(files)} files, {len(data)} bytes", data)
    return BuiltDeck(data, built.diagnostics, workspace.contents)
