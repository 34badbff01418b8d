"""Fitting a translation into what it stands in, so that it cannot break the structure around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from deckbuild.model.segment import Segment, Syntax

from .inline_codes import find_words

_BLOCK_START = re.compile(
    r"""(?:
        \#{1,6}(?=[\s]|$) | [-+*](?=[\s]|$) | >  | ~~~ | `{3,}(?=[^`]*$) | :::+ | [:~](?=[ \t])
      | (?:-[ \t]*){3,}$ | (?:\*[ \t]*){3,}$ | (?:_[ \t]*){3,}$ | =+[ \t]*$
      | \[[ xX]\](?=\s|$) | \[(?=[^\]\n]*\]:) | \{(?=[^{}]*\}$) | \((?=\w{1,9}\)(?:\s|$))
    )""",
    re.VERBOSE,
)
_MARKER = re.compile(r"(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9})(?=[.)](?:\s|$))")
_TABLE = re.compile(r"[Tt]able(?=:)")
_BRACE = re.compile(r"(?:^|(?<=[ \t]))\{(?=:?[ \t]*(?:[#.][\w-]|[A-Za-z_][\w.:-]*=|steps)[^{}]*\}$)")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=[ \t]))#+$")

Piece = tuple[int, int, str]
"""What is to be replaced in a file, as offsets, and by what."""


def fit_text(text: str, segment: Segment, source: str) -> Piece:
    """Return what to write for a translation of a segment in the text of its file.

    A line feed is a hard break where there can be one, else a space. Marks that would begin a block, end
    a cell or a quoted value are escaped in the way of what the text stands in.
    """
    start, end = segment.span.start, segment.span.end
    return _FITS[segment.syntax](_break_lines(text.strip(), segment), source, start, end)


def _break_lines(text: str, segment: Segment) -> str:
    if "\n" not in text:
        return text
    return re.sub(r"[ \t]*\n[ \t]*", "<br>" if segment.is_inline else " ", text)


def _fit_block(text: str, source: str, start: int, end: int) -> Piece:
    return start, end, _escape_start(text)


def _escape_start(text: str) -> str:
    """Return a text whose first characters begin no block."""
    if _BLOCK_START.match(text):
        return "\\" + text
    found = _MARKER.match(text) or _TABLE.match(text)
    return f"{found[0]}\\{text[found.end() :]}" if found and text[found.end() :] else text


def _fit_line(text: str, source: str, start: int, end: int) -> Piece:
    text = _BRACE.sub(r"\\{", text)
    text = _CLOSING_HASHES.sub(lambda found: "\\#" * len(found[0]), text)
    return start, end, _escape_start(text)


def _fit_cell(text: str, source: str, start: int, end: int) -> Piece:
    text = re.sub(r"(?<!\\)\|", r"\\|", _escape_start(text))
    if text in ("^^", "<<"):
        text = "\\" + text
    return start, end, text + " " if text.endswith("\\") else text


def _fit_quoted(text: str, source: str, start: int, end: int) -> Piece:
    closing = {"(": "()"}.get(source[start - 1], source[start - 1])
    return start, end, _escape(text, closing + _loose_ticks(text))


def _escape(text: str, characters: str) -> str:
    """Return a text with backslashes before characters that have none, and before one at its end."""
    escaped = re.sub(
        r"\\.|.", lambda found: f"\\{found[0]}" if found[0] in characters else found[0], text, flags=re.DOTALL
    )
    last = re.search(r"\\*$", escaped)
    return escaped + "\\" if last and len(last[0]) % 2 else escaped


def _fit_alt(text: str, source: str, start: int, end: int) -> Piece:
    depth = 0
    for found in re.finditer(r"\\.|[\[\]]", text):
        depth += {"[": 1, "]": -1}.get(found[0], 0)
        if depth < 0:
            break
    return start, end, _escape(text, ("[]" if depth else "") + _loose_ticks(text))


def _loose_ticks(text: str) -> str:
    """Return a backtick if a text has one that could begin code which ends behind the text."""
    return "`" if any("`" in text[start:end] for start, end in find_words(text)) else ""


def _fit_attribute(text: str, source: str, start: int, end: int) -> Piece:
    if source[start - 1] in "\"'":
        start, end = start - 1, end + 1
    quote = '"' if '"' not in text else "'" if "'" not in text else ""
    if not quote:
        quote, text = '"', text.replace('"', "&quot;")
    return start, end, f"{quote}{text}{quote}"


def _fit_option(text: str, source: str, start: int, end: int) -> Piece:
    if source[start - 1] not in "\"'" and text[:1] == text[-1:] and text[:1] in ('"', "'"):
        text = f"'{text}'" if text[0] == '"' else f'"{text}"'
    return start, end, text


def _fit_csv(text: str, source: str, start: int, end: int) -> Piece:
    was_quoted = source[start : start + 1] == '"'
    if was_quoted or re.search(r'[,;:\t"#-]', text):
        text = '"' + text.replace('"', '""') + '"'
    return start, end, text


_FITS: Mapping[Syntax, Callable[[str, str, int, int], Piece]] = {
    "block": _fit_block,
    "line": _fit_line,
    "cell": _fit_cell,
    "quoted": _fit_quoted,
    "alt": _fit_alt,
    "attribute": _fit_attribute,
    "option": _fit_option,
    "csv": _fit_csv,
}
