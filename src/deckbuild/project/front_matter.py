"""Front matter: YAML between ``---`` on a file's first line and the next ``---`` or ``...``."""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.source import SourceFile

_FRONT_MATTER = re.compile(
    r"---[ \t]*(?:\r\n|\r|\n)((?:.*(?:\r\n|\r|\n))*?)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"
)
_KEY = re.compile(r"[ \t]*(?:[\w-]+[ \t]*:|#|\r|\n|\Z)")


def split_front_matter(source: SourceFile) -> tuple[SourceFile, str | None]:
    """Return ``source`` with its body's start set, and its front matter's text (None: it has none).

    A file that begins with ``---`` has front matter only when the line after it looks like a key, a
    comment or nothing: otherwise the ``---`` begins a slide without a title.
    """
    match = _FRONT_MATTER.match(source.text)
    if not match or not _KEY.match(match[1]):
        return source, None
    return replace(source, body_start=match.end()), match[1]
