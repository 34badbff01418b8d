"""How much room a formula takes: an estimate from the advances of Cambria and TeX's proportions.

PowerPoint sets formulas in Cambria Math. Its metrics for scripts and fractions are not those used here,
which are the ones of *The TeXbook*, appendix G, rounded: on formulas of ordinary courses they give room
enough, not a pixel's agreement. All lengths here are in em of the type that the formula stands in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from deckbuild.figures.math import linear_text, read_formula
from deckbuild.figures.math.rows import BINARY, RELATIONS
from deckbuild.figures.math.tree import (
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
from deckbuild.fonts import Face, find_face
from deckbuild.model import Formula
from deckbuild.named_tuple import NamedTuple

from .laid_out import FORMULA, LaidOutFormula, Run, RunStyle

FORMULA_FONT = "Cambria Math"
_METRICS = "Cambria"
_SMALL = 0.7  # of scripts, and of a fraction's parts in a line of text
_AXIS = 0.25
_GAP = 0.15
_LINE = (0.9, 0.3)  # the height and depth of a line of text, whose pitch is 1.2
_SYMBOL = (0.72, 0.22)
_SPACES = {"\u2003": 1.0, "\u2002": 0.5, "\u2005": 0.28, "\u205f": 0.22, "\u2009": 0.17, "\u200b": 0.0}


class Extent(NamedTuple):
    """A width, and a height above and a depth below the line that letters stand on."""

    width: float
    height: float
    depth: float


def make_run(formula: Formula, style: RunStyle, alone: bool) -> Run:
    """Return the run of a formula, which has the line to itself if it is ``alone``."""
    return Run(FORMULA, style, formula=lay_out_formula(formula.text, alone))


@lru_cache(maxsize=1024)
def lay_out_formula(text: str, display: bool) -> LaidOutFormula:
    """Return a formula that is known to be right, with its size in em."""
    tree = read_formula(text, display)
    extent = measure_formula(tree, display)
    height = max(extent.height, _LINE[0]) + max(extent.depth, _LINE[1])
    return LaidOutFormula(tree, linear_text(tree), display, extent.width, height)


def formula_face(formula: LaidOutFormula, pitch: float) -> tuple[str, Face, float]:
    """Return a letter, a face in which it is as wide as the formula, and a size at which it is as high.

    The three are a run for one em of type; lines are ``pitch`` times their size high.
    """
    size = formula.height / pitch
    return "x", _face_of(round(formula.width / size * 1000)), size


@lru_cache(maxsize=256)
def _face_of(width: int) -> Face:
    return Face(FORMULA_FONT, 1000, {"x": width})


def measure_formula(node: Node, display: bool) -> Extent:
    """Return the extent of a part of a formula."""
    return _MEASURES[type(node)](node, display)


def _small(node: Node | None) -> Extent:
    if node is None:
        return Extent(0.0, 0.0, 0.0)
    extent = measure_formula(node, False)
    return Extent(*(value * _SMALL for value in extent))


def _measure_symbol(node: Symbol, display: bool) -> Extent:
    face, _ = find_face(_METRICS, node.style == "bold-text", node.style in ("math", "italic-text"))
    width = 0.0
    for index, letter in enumerate(node.text):
        width += _SPACES[letter] if letter in _SPACES else face.advance(letter, 1.0)
        if letter in RELATIONS:
            width += 0.56
        elif letter in BINARY and (index or len(node.text) == 1):
            width += 0.44
    return Extent(width, *_SYMBOL)


def _measure_row(node: Row, display: bool) -> Extent:
    return _beside(*(measure_formula(item, display) for item in node.items))


def _beside(*extents: Extent) -> Extent:
    return Extent(
        sum(extent.width for extent in extents),
        max((extent.height for extent in extents), default=_SYMBOL[0]),
        max((extent.depth for extent in extents), default=_SYMBOL[1]),
    )


def _measure_fraction(node: Fraction, display: bool) -> Extent:
    if display:
        over, under = measure_formula(node.numerator, False), measure_formula(node.denominator, False)
    else:
        over, under = _small(node.numerator), _small(node.denominator)
    return Extent(
        max(over.width, under.width) + 0.25,
        _AXIS + _GAP + over.depth + over.height,
        max(under.height + under.depth + _GAP - _AXIS, 0.0),
    )


def _measure_root(node: Radical, display: bool) -> Extent:
    base = measure_formula(node.base, display)
    degree = max(_small(node.degree).width - 0.3, 0.0)
    return Extent(base.width + 0.65 + degree, base.height + 0.15, base.depth)


def _measure_scripts(node: Scripts, display: bool) -> Extent:
    base, below, above = measure_formula(node.base, display), _small(node.below), _small(node.above)
    return Extent(
        base.width + max(below.width, above.width) + 0.05,
        max(base.height, above.height + max(0.4, base.height - 0.35)) if node.above else base.height,
        max(base.depth, below.depth + max(0.15, base.depth - 0.05)) if node.below else base.depth,
    )


def _measure_limits(node: Limits, display: bool) -> Extent:
    base, under, over = measure_formula(node.base, display), _small(node.under), _small(node.over)
    return Extent(
        max(base.width, under.width, over.width),
        base.height + (over.height + over.depth + 0.1 if node.over else 0.0),
        base.depth + (under.height + under.depth + 0.1 if node.under else 0.0),
    )


def _measure_nary(node: Nary, display: bool) -> Extent:
    grows = 1.4 if display else 1.0
    sign = Extent(0.9 * grows, 0.75 * grows + (0.1 if display else 0), 0.25 * grows + (0.1 if display else 0))
    below, above = _small(node.below), _small(node.above)
    if node.beside or not display:
        sign = Extent(
            sign.width + max(below.width, above.width),
            max(sign.height, 0.45 * grows + above.height) if node.above else sign.height,
            max(sign.depth, 0.2 * grows + below.depth) if node.below else sign.depth,
        )
    else:
        sign = Extent(
            max(sign.width, below.width, above.width),
            sign.height + (above.height + above.depth + 0.1 if node.above else 0.0),
            sign.depth + (below.height + below.depth + 0.1 if node.below else 0.0),
        )
    return _beside(sign, Extent(0.15, 0.0, 0.0), measure_formula(node.body, display))


def _measure_marked(node: Accent | Bar, display: bool) -> Extent:
    base = measure_formula(node.base, display)
    over = isinstance(node, Accent) or node.over
    return Extent(base.width, base.height + 0.15 * over, base.depth + 0.15 * (not over))


def _measure_stretched(node: Stretched, display: bool) -> Extent:
    if not node.in_line:
        base = measure_formula(node.base, display)
        return Extent(base.width, base.height + 0.3 * node.over, base.depth + 0.3 * (not node.over))
    label = _small(node.base)
    return Extent(max(label.width + 0.4, 1.2), 0.6 + label.height + label.depth, 0.25)


def _measure_fenced(node: Fenced, display: bool) -> Extent:
    inner = _beside(*(measure_formula(part, display) for part in node.parts))
    grown = max(inner.height - _AXIS, inner.depth + _AXIS)
    signs = (node.opening != "") + (node.closing != "") + len(node.parts) - 1
    return Extent(
        inner.width + signs * (0.36 + 0.08 * grown),
        max(inner.height, _AXIS + grown * 0.95),
        max(inner.depth, grown * 0.95 - _AXIS),
    )


def _measure_function(node: Function, display: bool) -> Extent:
    gap = Extent(0.17, 0.0, 0.0)
    return _beside(measure_formula(node.name, display), gap, measure_formula(node.argument, display))


def _measure_cells(node: Matrix | Equations, display: bool) -> Extent:
    is_matrix = isinstance(node, Matrix)
    rows = node.rows if isinstance(node, Matrix) else node.lines
    cells = [[measure_formula(cell, not is_matrix) for cell in row] for row in rows]
    widths = [max(cell.width for cell in column) for column in zip(*cells, strict=True)]
    heights = [max(cell.height for cell in row) + max(cell.depth for cell in row) for row in cells]
    gaps = (0.8 if is_matrix else 0.0) * (len(widths) - 1)
    total = sum(max(height, 1.2) for height in heights) + 0.1 * (len(heights) - 1)
    return Extent(sum(widths) + gaps, total / 2 + _AXIS, total / 2 - _AXIS)


def _measure_enclosed(node: Enclosed, display: bool) -> Extent:
    base = measure_formula(node.base, display)
    return Extent(base.width + 0.3, base.height + 0.15, base.depth + 0.15)


_MEASURES: dict[type, Callable[[Any, bool], Extent]] = {
    Symbol: _measure_symbol,
    Row: _measure_row,
    Fraction: _measure_fraction,
    Radical: _measure_root,
    Scripts: _measure_scripts,
    Limits: _measure_limits,
    Nary: _measure_nary,
    Accent: _measure_marked,
    Bar: _measure_marked,
    Stretched: _measure_stretched,
    Fenced: _measure_fenced,
    Function: _measure_function,
    Matrix: _measure_cells,
    Equations: _measure_cells,
    Enclosed: _measure_enclosed,
    Phantom: lambda node, display: measure_formula(node.base, display),
}
