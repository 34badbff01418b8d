"""Front matter: YAML between ``---`` and the next ``---`` or ``...`` at the head of a file."""

from __future__ import annotations

import re

from deckbuild.source import SourceFile

_BEFORE = r"(?:[ \t\r\n]++|<!--(?:(?!-->).)*+-->)*+"  # possessive: comments without number take no time
_FIRST_KEY = r"(?:#[^\n]*\n)*+['\"]?[\w.-]+['\"]?[ \t]*:(?:[ \t][^\n]*)?\r?\n"
_FRONT_MATTER = re.compile(
    rf"{_BEFORE}---[ \t]*\r?\n(?P<yaml>{_FIRST_KEY}(?:.*?\n)??)(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.DOTALL
)


def split_front_matter(source: SourceFile) -> tuple[SourceFile, tuple[int, int] | None]:
    """Return ``source`` with its body's start set, and where its front matter is (None: it has none).

    Nothing but comments and blank lines may stand before it. Its first line must be a ``key:`` (or YAML
    comments and then one): otherwise the ``---`` begins a slide without a title.
    """
    match = _FRONT_MATTER.match(source.text)
    return (source.begin_at(match.end()), match.span("yaml")) if match else (source, None)
