"""Which files of a deck have text and no version for a language, and which versions are behind.

Which versions are behind their source is told by a record that people keep with their other translations:
lines as ``sha256sum`` writes them, in ``locale/<tag>.sha256`` beside a deck's sources. Each holds the digest
of the source that the version was made from. Times of files would say something else after each checkout.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from deckbuild.digest import sha256_hex
from deckbuild.language import fallbacks
from deckbuild.model import CodeBlock, Deck, Figure, Image, Picture, walk
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span
from deckbuild.workspace import OutsideProject, Workspace

from .local_workspace import find_version

_SVG_TEXT = re.compile(rb"<(?:[\w.-]+:)?(?:text|foreignObject)[\s>]")
_RECORD = re.compile(r"([0-9a-f]{64}) [ *](.+)")

State = Literal["missing", "stale", "unrecorded", "current"]


class LocalFile(NamedTuple):
    """A file with text in it that a deck shows, and its version for a language.

    ``path`` is the source's, ``span`` the first place that shows it, ``version`` the path of the version or
    None. "stale": the source has changed since the version was recorded; "unrecorded": nobody has said what
    the version was made from.
    """

    path: str
    span: Span
    version: str | None
    state: State


def list_local_files(deck: Deck, workspace: Workspace, folder: str, language: str) -> list[LocalFile]:
    """Return the files with text that a deck in ``folder`` shows, in its order, with their versions.

    ``deck`` is as read, before any transformation; files that are not there or not in the project are left
    out. SVG with text counts, and whatever has a version for any of the tag's fallbacks. The texts of tables
    and diagrams in files are in catalogues, so they need no version.
    """
    tags = fallbacks(language)
    record = _read_record(workspace, folder, tags)
    found: dict[str, LocalFile] = {}
    for written, span in _named(deck):
        try:
            path = workspace.resolve(written, folder)
            if path in found or not workspace.exists(path):
                continue
            version = find_version(path, tags, workspace)
            data = workspace.read(path)
        except (OutsideProject, OSError):
            continue
        if version is not None or _has_text(path, data):
            found[path] = LocalFile(path, span, version, _state(path, data, version, record))
    return list(found.values())


def record_versions(files: Iterable[LocalFile], workspace: Workspace, folder: str, language: str) -> str:
    """Record that the versions there are were made from their sources as they are now.

    Returns the record's path. What was recorded of other files is kept. Raises OSError.
    """
    path = _record_path(folder, language)
    record = _read_record(workspace, folder, (language,))
    record |= {file.path: sha256_hex(workspace.read(file.path)) for file in files if file.version}
    lines = (f"{digest}  {name}\n" for name, digest in sorted(record.items()))
    workspace.write(path, "".join(lines).encode())
    return path


def _record_path(folder: str, tag: str) -> str:
    return posixpath.join(folder, "locale", f"{tag}.sha256")


def _read_record(workspace: Workspace, folder: str, tags: Iterable[str]) -> dict[str, str]:
    """Return the digests by path of the first record there is; lines of any other kind are passed over."""
    for tag in tags:
        path = _record_path(folder, tag)
        if workspace.exists(path):
            lines = workspace.read(path).decode("utf-8", "replace").splitlines()
            matches = filter(None, map(_RECORD.fullmatch, lines))
            return {match[2]: match[1] for match in matches}
    return {}


def _state(path: str, data: bytes, version: str | None, record: dict[str, str]) -> State:
    if version is None:
        return "missing"
    if path not in record:
        return "unrecorded"
    return "current" if record[path] == sha256_hex(data) else "stale"


def _named(deck: Deck) -> Iterator[tuple[str, Span]]:
    """Yield each file that a deck shows, as written, and where."""
    for slide in deck.slides:
        if slide.background:
            yield slide.background, slide.span
        for node in walk(chain(slide.title, slide.subtitle, slide.blocks, slide.footnotes)):
            match node:
                case Picture() | Image() if not node.source.startswith("qr:") and "://" not in node.source:
                    yield node.source, node.span
                case Figure() | CodeBlock() if node.file:
                    yield node.file, node.span


def _has_text(path: str, data: bytes) -> bool:
    """Whether a picture has text in it, as far as that can be told without drawing it."""
    return path.lower().endswith(".svg") and _SVG_TEXT.search(data) is not None
