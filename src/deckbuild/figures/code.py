"""Code, highlighted: each line as pieces of one token type."""

from __future__ import annotations

from functools import lru_cache

CodeLine = tuple[tuple[str, str], ...]
"""Pieces of a line: Pygments' token type without its ``Token.`` (``Name.Function``), and the text."""


@lru_cache(maxsize=64)
def highlight_code(text: str, language: str | None) -> tuple[CodeLine, ...]:
    """Return the lines of a code block; of one type, ``Text``, for a language that Pygments lacks."""
    lines = text.removesuffix("\n").expandtabs(4).split("\n")
    if language is None:
        return tuple(_plain(line) for line in lines)
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return tuple(_plain(line) for line in lines)
    found: list[list[tuple[str, str]]] = [[]]
    for token, value in lexer.get_tokens("\n".join(lines)):
        kind = str(token).removeprefix("Token.").removeprefix("Token") or "Text"
        for index, part in enumerate(value.split("\n")):
            if index:
                found.append([])
            if part:
                found[-1].append((kind, part))
    return tuple(tuple(line) for line in found[: len(lines)])


def _plain(line: str) -> CodeLine:
    return (("Text", line),) if line else ()
