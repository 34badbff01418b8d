"""What a formula is made of, in the terms of Office Math (ECMA-376 Part 1, 22.1)."""

from __future__ import annotations

from typing import Literal

from deckbuild.named_tuple import NamedTuple

SymbolStyle = Literal["math", "upright", "text", "bold-text", "italic-text"]
Alignment = Literal["left", "center", "right"]


class Symbol(NamedTuple):
    """Characters in one style: ``math`` sets letters italic and all else upright, ``text`` is words."""

    text: str
    style: SymbolStyle = "math"


class Row(NamedTuple):
    """Things beside each other; none of them: nothing."""

    items: tuple[Node, ...] = ()


class Fraction(NamedTuple):
    """A fraction; without its ``bar`` as in a binomial coefficient."""

    numerator: Node
    denominator: Node
    bar: bool = True


class Radical(NamedTuple):
    """A root; ``degree`` None: a square root."""

    base: Node
    degree: Node | None = None


class Scripts(NamedTuple):
    """A base with something below and above at its right, or with ``before`` at its left."""

    base: Node
    below: Node | None
    above: Node | None
    before: bool = False


class Limits(NamedTuple):
    """A base with something straight under or over it."""

    base: Node
    under: Node | None
    over: Node | None


class Nary(NamedTuple):
    """A large operator, its limits, and what it applies to. ``beside``: limits stand at its right."""

    operator: str
    below: Node | None
    above: Node | None
    beside: bool
    body: Node


class Accent(NamedTuple):
    """A combining character over a base."""

    base: Node
    mark: str


class Bar(NamedTuple):
    """A line over or under a base."""

    base: Node
    over: bool


class Stretched(NamedTuple):
    """A brace or arrow as wide as its base. ``over``: above the base, else below it.

    An arrow that stands in the line, with its base as a label, is ``in_line``.
    """

    base: Node
    mark: str
    over: bool
    in_line: bool = False


class Fenced(NamedTuple):
    """Parts between delimiters that grow with them; ``opening`` or ``closing`` may be empty."""

    opening: str
    closing: str
    parts: tuple[Node, ...]
    separator: str = "|"


class Function(NamedTuple):
    """A function's name and what it applies to."""

    name: Node
    argument: Node


class Matrix(NamedTuple):
    """Rows of cells, all as many as ``alignments``."""

    rows: tuple[tuple[Node, ...], ...]
    alignments: tuple[Alignment, ...]


class Equations(NamedTuple):
    """Lines whose parts are aligned: at the first part's end, the third's, and so on."""

    lines: tuple[tuple[Node, ...], ...]


class Enclosed(NamedTuple):
    """A base in a box, or struck out: MathML's words for it (``box``, ``updiagonalstrike``, …)."""

    base: Node
    notations: tuple[str, ...]


class Phantom(NamedTuple):
    """A base that takes its room and is not drawn."""

    base: Node


Node = (
    Symbol
    | Row
    | Fraction
    | Radical
    | Scripts
    | Limits
    | Nary
    | Accent
    | Bar
    | Stretched
    | Fenced
    | Function
    | Matrix
    | Equations
    | Enclosed
    | Phantom
)
