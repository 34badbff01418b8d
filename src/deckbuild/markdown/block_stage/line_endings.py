"""Lines of a source, whose offsets are those of the source as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def split_lines(text: str) -> Iterable[tuple[int, str]]:
    r"""Return offset and text of each line; ``\n``, ``\r\n`` and ``\r`` end one, as CommonMark 2.1 says.

    U+0000 becomes U+FFFD (CommonMark 2.3); so do U+0002 and U+0003, with which Python-Markdown marks
    what it has put aside.
    """
    for character in "\0\2\3":
        if character in text:
            text = text.replace(character, "\ufffd")
    if "\r" not in text:
        return _split_at(text, "\n")
    if text.count("\r") == text.count("\n") == text.count("\r\n"):
        return _split_at(text, "\r\n")
    return _split_mixed(text)


def _split_at(text: str, ending: str) -> Iterator[tuple[int, str]]:
    start = 0
    width = len(ending)
    lines = text.split(ending)
    if not lines[-1]:
        lines.pop()
    for line in lines:
        yield start, line
        start += len(line) + width


def _split_mixed(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for ending in re.finditer(r"\r\n?|\n", text):
        yield start, text[start : ending.start()]
        start = ending.end()
    if start < len(text):
        yield start, text[start:]
