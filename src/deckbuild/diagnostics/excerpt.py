"""A diagnostic for people: with the line it is about, and a caret under the column.

talk.md:5:1: error: There is no picture `wied.png`. [picture-missing]
    5 | ![Alt](wied.png)
      | ^~~~~~~~~~~~~~~~
    Did you mean `wide.png`?
"""

from __future__ import annotations

import unicodedata

from .diagnostic import Diagnostic, Severity

_TAB = 4
_WIDEST = 100
"""Columns of a line that are shown; a longer one is shown about the place."""
_BEFORE = 60
_BOLD, _DIM, _GREEN, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[0m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def format_excerpt(diagnostic: Diagnostic, line: str | None, in_colour: bool = False) -> str:
    """Return a diagnostic as ``format_diagnostic`` does, with its ``line`` (None: not known) between.

    What a terminal would obey or hide (controls, bidi overrides) is shown as U+FFFD.
    """
    paint = _paint if in_colour else _leave
    severity = paint(f"{diagnostic.severity.label}:", _COLOURS[diagnostic.severity])
    place, message = paint(f"{_safe(str(diagnostic.span))}:", _BOLD), _safe(diagnostic.message)
    lines = [f"{place} {severity} {message} {paint(f'[{diagnostic.code}]', _DIM)}"]
    if line is not None and diagnostic.span.line:
        shown, before, width = _window(line, diagnostic.span.column, _length(diagnostic, line))
        number = str(diagnostic.span.line)
        caret = paint("^" + "~" * (width - 1), _GREEN)
        lines += [f"    {number} | {shown}".rstrip(), f"    {' ' * len(number)} | {' ' * before}{caret}"]
    if diagnostic.hint:
        lines.append(f"    {_safe(diagnostic.hint)}")
    return "\n".join(lines)


def end_column(diagnostic: Diagnostic, line: str) -> int:
    """Return the column behind what a diagnostic is about, on the line where that begins."""
    return diagnostic.span.column + _length(diagnostic, line)


def _length(diagnostic: Diagnostic, line: str) -> int:
    """Return how many characters of the line a diagnostic is about, at least one."""
    span = diagnostic.span
    rest = len(line.rstrip()) - (span.column - 1)
    return max(min(span.end - span.start, rest), 1)


def _window(line: str, column: int, length: int) -> tuple[str, int, int]:
    """Return what is shown of a line, and how many columns of it are before the place and under it."""
    at = min(max(column - 1, 0), len(line))
    cells, starts = _cells(line)
    before, width = starts[at], max(starts[min(at + length, len(line))] - starts[at], 1)
    if starts[-1] <= _WIDEST:
        return "".join(cells), before, width
    first = next(i for i, start in enumerate(starts) if start >= before - _BEFORE or i == at)
    last = max(i for i, start in enumerate(starts) if start - starts[first] <= _WIDEST)
    head, tail = "…" if first else "", "…" if last < len(line) else ""
    left = before - starts[first] + len(head)
    return f"{head}{''.join(cells[first:last])}{tail}", left, min(width, max(starts[last] - before, 1))


def _cells(line: str) -> tuple[list[str], list[int]]:
    """Return each character as shown, tabs as spaces, and the column of a terminal where each begins.

    East Asian wide characters take two columns (UAX #11), combining ones none. The last entry is the end.
    """
    cells, starts, at = [], [], 0
    for character in line:
        starts.append(at)
        if character == "\t":
            cells.append(" " * (_TAB - at % _TAB))
            at += _TAB - at % _TAB
            continue
        shown = _safe(character)
        cells.append(shown)
        if unicodedata.category(shown) not in ("Mn", "Me"):
            at += 2 if unicodedata.east_asian_width(shown) in ("W", "F") else 1
    return cells, [*starts, at]


def _safe(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(each) in _HIDDEN else each for each in text)


def _paint(text: str, code: str) -> str:
    return f"{code}{text}{_RESET}"


def _leave(text: str, code: str) -> str:
    return text
