"""Every picture that the deck shows, read from its file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import chain

from deckbuild.diagnostics import Collector
from deckbuild.figures import Media, PictureError, find_undrawn, read_picture
from deckbuild.model import Deck, Image, Picture, walk
from deckbuild.source import Span
from deckbuild.workspace import OutsideProject, Workspace

from .clips import draw_code, is_clip, read_clip


def read_pictures(deck: Deck, workspace: Workspace, folder: str, collector: Collector) -> dict[str, Media]:
    """Return the media of a deck in ``folder`` by source as the author wrote it.

    What cannot be read is reported at the first place that shows it and left out. The same file is
    read once, however it is called.
    """
    by_source: dict[str, Media] = {}
    by_path: dict[str, Media | None] = {}
    seen: set[str] = set()
    for source, span, poster in _shown(deck):
        if source in seen:
            continue
        seen.add(source)
        if source.startswith("qr:"):
            code = draw_code(source, span, collector)
            if code is not None:
                by_source[source] = code
            continue
        path = _find(source, span, workspace, folder, collector)
        if path is None:
            continue
        if path not in by_path:
            if is_clip(path):
                shown = _find(poster, span, workspace, folder, collector) if poster else None
                picture = _read(shown, span, workspace, collector) if shown else None
                by_path[path] = read_clip(path, picture, span, workspace, collector)
            else:
                by_path[path] = _read(path, span, workspace, collector)
        media = by_path[path]
        if media is not None:
            by_source[source] = media
    return by_source


def _find(source: str, span: Span, workspace: Workspace, folder: str, collector: Collector) -> str | None:
    if not source:
        collector.report("picture-missing", span, "The picture has no path.", "Write `![alt](path)`.")
        return None
    if source.startswith("data:"):
        message = "A picture written into the text (`data:`) is not read."
        collector.report("picture-broken", span, message, "Save it as a file beside the deck.")
        return None
    if "://" in source or source.startswith("//"):
        collector.report("picture-remote", span, f"`{source}` is on the network.")
        return None
    try:
        path = workspace.resolve(source, folder)
    except OutsideProject:
        collector.report("path-outside-project", span, f"`{source}` is not in this project.")
        return None
    if not workspace.exists(path):
        hint = _hint(source, path, workspace)
        collector.report("picture-missing", span, f"There is no picture `{source}`.", hint)
        return None
    return path


def _hint(source: str, path: str, workspace: Workspace) -> str:
    """Return where a missing picture was looked for, or the name that was probably meant."""
    from difflib import get_close_matches

    there = {posixpath.basename(file): file for file in workspace.files(posixpath.dirname(path))}
    name = posixpath.basename(path)
    near = next((other for other in there if other.lower() == name.lower()), None)
    near = near or next(iter(get_close_matches(name, there, 1)), None)
    if near:
        return f"Did you mean `{posixpath.join(posixpath.dirname(source), near)}`?"
    looked = dict.fromkeys((path, path if source.startswith("/") else posixpath.normpath(source)))
    return f"Looked for {' and '.join(looked)}."


def _read(path: str, span: Span, workspace: Workspace, collector: Collector) -> Media | None:
    try:
        media = read_picture(workspace.read(path), workspace)
    except OSError as error:
        collector.report("file-unreadable", span, f"`{path}` cannot be read: {error.strerror or error}.")
    except PictureError as error:
        collector.report("picture-broken", span, f"`{path}` cannot be shown. {error}")
    else:
        if media.svg is not None and (characters := find_undrawn(media.svg)):
            message = f"The bitmap of `{path}` lacks characters of its text: `{characters[:20]}`."
            collector.report("picture-characters", span, message)
        return media
    return None


def _shown(deck: Deck) -> Iterator[tuple[str, Span, str | None]]:
    """Yield the source, place and poster of every picture on a slide; those in notes are not shown."""
    for slide in deck.slides:
        if slide.background:
            yield slide.background, slide.span, None
        for node in walk(chain(slide.title, slide.subtitle, slide.blocks, slide.footnotes)):
            if isinstance(node, Picture):
                yield node.source, node.span, node.poster
            elif isinstance(node, Image):
                yield node.source, node.span, None
