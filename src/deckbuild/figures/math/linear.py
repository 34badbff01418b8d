"""The text of a formula as one reads it in a line: ``x² + y²``, ``(a + b)/2``, ``√(x)``, ``∑_(i=1)^n xᵢ``."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from .rows import BINARY, RELATIONS
from .tree import (
    Accent,
    Bar,
    Enclosed,
    Equations,
    Fenced,
    Fraction,
    Function,
    Limits,
    Matrix,
    Nary,
    Node,
    Phantom,
    Radical,
    Row,
    Scripts,
    Stretched,
    Symbol,
)

_RAISED = dict(zip("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(zip("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_PRIMES = frozenset("′″‴⁗")
_SPACED = RELATIONS | BINARY
_ROOTS = {"3": "∛", "4": "∜"}
_TIGHT = frozenset("∗*")
_SIGNS = frozenset("+−-±∓")
_DEGREE = Symbol("∘")


def linear_text(node: Node) -> str:
    """Return a formula as text for notes, alternative text and readers without Office Math."""
    return " ".join(_write(node).split())


def _write(node: Node) -> str:
    return _WRITERS[type(node)](node)


def _write_symbol(node: Symbol, is_first: bool = True) -> str:
    """Write characters; a sign at the beginning of what they stand in belongs to what follows."""
    if node.style not in ("math", "upright"):
        return node.text
    letters = "".join(
        unicodedata.normalize("NFKC", letter) if letter >= "\U0001d400" else letter for letter in node.text
    )
    return _space_signs(letters, "(" if is_first else "x")


def _space_signs(letters: str, before: str) -> str:
    """Return text with spaces around signs between two things; ``before`` is what stands before it."""
    parts: list[str] = []
    for index, letter in enumerate(letters):
        before = letters[:index].rstrip()[-1:] or before
        is_sign = letter in _SIGNS and (before in _SPACED or before in "([{,")
        if letter in RELATIONS or (letter in BINARY and letter not in _TIGHT and not is_sign):
            parts.append(f" {letter} ")
        elif letter == ",":
            parts.append(", ")
        else:
            parts.append(letter)
    return "".join(parts)


def _write_row(node: Row) -> str:
    parts: list[str] = []
    for index, item in enumerate(node.items):
        text = _write_symbol(item, index == 0) if isinstance(item, Symbol) else _write(item)
        is_word = isinstance(item, Function | Nary) or (isinstance(item, Symbol) and item.style == "upright")
        if parts and is_word and len(text) > 1 and parts[-1][-1:].isalnum():
            text = f" {text}"
        parts.append(text)
    return "".join(parts)


def _group(node: Node) -> str:
    """Return a part in parentheses, unless it is a single thing."""
    text = _write(node).strip()
    match node:
        case Fenced() | Accent():
            return text
        case Symbol(style=style) if len(text) <= 1 or text.replace(".", "").isdecimal() or style != "math":
            return text
        case Scripts() if " " not in text:
            return text
    return f"({text})"


def _write_fraction(node: Fraction) -> str:
    above, below = _group(node.numerator), _group(node.denominator)
    return f"{above}/{below}" if node.bar else f"{_write(node.numerator)} over {_write(node.denominator)}"


def _write_root(node: Radical) -> str:
    if node.degree is None:
        return f"√{_group(node.base)}"
    degree = _write(node.degree)
    return f"{_ROOTS.get(degree) or _raise(degree) + '√'}{_group(node.base)}"


def _write_scripts(node: Scripts) -> str:
    base = _write(node.base) if isinstance(node.base, Symbol) else _group(node.base)
    below = _lower(_write(node.below)) if node.below is not None else ""
    above = "°" if node.above == _DEGREE else _raise(_write(node.above)) if node.above is not None else ""
    return f"{below}{above}{base}" if node.before else f"{base.rstrip()}{below}{above}"


def _lower(text: str) -> str:
    return _script(text, _LOWERED, "_")


def _raise(text: str) -> str:
    return text if text and set(text) <= _PRIMES else _script(text, _RAISED, "^")


def _script(text: str, letters: dict[str, str], mark: str) -> str:
    """Return text in small raised or lowered characters where all of it has them."""
    tight = text.replace(" ", "")
    if all(letter in letters for letter in tight):
        return "".join(letters[letter] for letter in tight)
    is_word = len(tight) == 1 or (tight.isascii() and tight.isalnum())
    return f"{mark}{tight}" if is_word else f"{mark}({text.strip()})"


def _write_limits(node: Limits) -> str:
    text = _write(node.base)
    label = node.under or node.over
    if isinstance(node.base, Stretched) and not node.base.in_line and label is not None:
        return f"{text} [{_write(label)}]"
    if node.under is not None:
        text += _lower(_write(node.under))
    if node.over is not None:
        text += _raise(_write(node.over))
    return text


def _write_nary(node: Nary) -> str:
    below = _lower(_write(node.below)) if node.below is not None else ""
    above = _raise(_write(node.above)) if node.above is not None else ""
    body = _write(node.body).strip()
    gap = " " if (below or above) and body else ""
    return f"{node.operator}{below}{above}{gap}{body}"


def _write_accent(node: Accent) -> str:
    text = _write(node.base)
    if len(text) == 1:
        return unicodedata.normalize("NFC", text + node.mark)
    return f"({text}){node.mark}"


def _write_bar(node: Bar) -> str:
    return "".join(letter + ("\u0305" if node.over else "\u0332") for letter in _write(node.base))


def _write_stretched(node: Stretched) -> str:
    text = _write(node.base).strip()
    if node.in_line:
        return f" {node.mark}[{text}] " if text else f" {node.mark} "
    return text


def _write_fenced(node: Fenced) -> str:
    inner = f" {node.separator} ".join(_write(part).strip() for part in node.parts)
    return f"{node.opening}{inner}{node.closing}"


def _write_function(node: Function) -> str:
    name, argument = _write(node.name), _write(node.argument).strip()
    is_list = argument[:1] in ("(", "[", "{") and not isinstance(node.argument, Fraction)
    return f"{name}{argument}" if is_list else f"{name} {argument}"


def _write_matrix(node: Matrix) -> str:
    if len(node.alignments) == 1:
        return "; ".join(_write(row[0]).strip() for row in node.rows)
    return "; ".join(", ".join(_write(cell).strip() for cell in row) for row in node.rows)


def _write_equations(node: Equations) -> str:
    lines = []
    for line in node.lines:
        sides = [_write_row(Row(line[start : start + 2])).strip() for start in range(0, len(line), 2)]
        lines.append(", ".join(side for side in sides if side))
    return "; ".join(lines)


_WRITERS: dict[type, Callable[[Any], str]] = {
    Symbol: _write_symbol,
    Row: _write_row,
    Fraction: _write_fraction,
    Radical: _write_root,
    Scripts: _write_scripts,
    Limits: _write_limits,
    Nary: _write_nary,
    Accent: _write_accent,
    Bar: _write_bar,
    Stretched: _write_stretched,
    Fenced: _write_fenced,
    Function: _write_function,
    Matrix: _write_matrix,
    Equations: _write_equations,
    Enclosed: lambda node: _write(node.base),
    Phantom: lambda node: " ",
}
