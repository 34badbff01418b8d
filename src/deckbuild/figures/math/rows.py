"""What stands beside each other in a formula: large operators get what they apply to, runs are joined."""

from __future__ import annotations

from .tree import Nary, Node, Row, Symbol

NARY = frozenset("∑∏∐∫∬∭⨌∮∯∰⋃⋂⋁⋀⨀⨁⨂⨃⨄⨅⨆")
FENCES = {
    "(": ")", "[": "]", "{": "}", "⟨": "⟩", "⌊": "⌋", "⌈": "⌉", "|": "|", "‖": "‖", "∥": "∥", "⟦": "⟧",
    "⟮": "⟯", "/": "\\",
}  # fmt: skip
"""Delimiters that grow with what they hold; one may be closed by another's partner."""
ZERO_FENCE = "\u2063"

RELATIONS = frozenset("=≠<>≤≥≪≫≈≡≢∼≃≅∝→←↔⇒⇐⇔⟹⟸⟺↦∈∉∋⊂⊃⊆⊇⊄⊈≔≕≜≝≐⊢⊨∣∥⊥≺≻≼≽⟶⟵⟷∴∵")
"""Signs that stand between two sides of a statement: a large operator's body ends before them."""
BINARY = frozenset("+−±∓×÷⋅∗∘⊕⊖⊗⊙∪∩∖∧∨⋆·•-*")
_ENDS = RELATIONS | frozenset("+−±∓,;:\u2003")
_OPEN = frozenset("([{⟨⌊⌈⟦")
_CLOSE = frozenset(")]}⟩⌋⌉⟧")

# Width in em and the space of that width, widest first (UTN 28, 3.15).
_SPACES = (
    (1.9, "\u2003\u2003"),
    (0.9, "\u2003"),
    (0.45, "\u2002"),
    (0.25, "\u2005"),
    (0.2, "\u205f"),
    (0.1, "\u2009"),
)


def space(width: float) -> Node:
    """Return a space as wide as comes nearest to a width in em; nothing for none or less."""
    return next((Symbol(text) for least, text in _SPACES if width >= least), Row())


def find_dots(items: list[Node]) -> list[Node]:
    """Return a row with an ellipsis for three full stops in sequence, as math-core writes it."""
    dot = Symbol(".")
    found: list[Node] = []
    for item in items:
        found.append(item)
        if item == dot and found[-3:] == [dot] * 3:
            found[-3:] = [Symbol("…")]
    return found


def gather_bodies(items: list[Node]) -> list[Node]:
    """Return a row in which each large operator holds what follows, up to a relation or the next term."""
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if isinstance(item, Nary):
            end = _find_end(items, index + 1)
            if end == index + 1 and item.below is item.above is None:
                items[index] = Symbol(item.operator)
            else:
                items[index:end] = [item._replace(body=join_row(items[index + 1 : end]))]
    return items


def _find_end(items: list[Node], start: int) -> int:
    depth = 0
    for index in range(start, len(items)):
        item = items[index]
        if not isinstance(item, Symbol):
            continue
        if item.text in _OPEN:
            depth += 1
        elif item.text in _CLOSE:
            depth -= 1
            if depth < 0:
                return index
        elif depth == 0 and (item.text[:1] in _ENDS and (index > start or item.text in RELATIONS)):
            return index
    return len(items)


def join_row(items: list[Node]) -> Node:
    """Return a row as one node: symbols of one style joined, a row of one thing that thing itself."""
    joined: list[Node] = []
    for item in items:
        last = joined[-1] if joined else None
        match last, item:
            # Words in upright type stay apart, as the names of functions.
            case Symbol(before, style), Symbol(text, other) if style == other != "upright":
                joined[-1] = Symbol(before + text, style)
            case _:
                joined.append(item)
    return joined[0] if len(joined) == 1 else Row(tuple(joined))
