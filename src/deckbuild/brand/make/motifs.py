"""The motifs: what a brand draws on covers and statements, over quotations and under titles.

Leaves are squares with two round corners in the brand's tiles; arcs are hairlines around a corner;
without a motif a strip stands at the edge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckbuild.brand.colour import fill
from deckbuild.brand.make.canvas import Canvas
from deckbuild.brand.make.master import FOOTER_RULE
from deckbuild.brand.make.shapes import leaf, outline, quarter_arc
from deckbuild.named_tuple import NamedTuple
from deckbuild.units import Box

_ROWS = 3
#: Column from the right edge, row, whether turned, which of the brand's tiles.
_TITLE_LEAVES = (
    (1, 0, False, 1), (0, 0, False, 3), (1, 1, False, 0), (0, 1, True, 1), (0, 2, False, 2), (1, 2, True, 1),
)  # fmt: skip
_SECTION_LEAVES = ((0, 0, False, 3), (0, 1, True, 0), (0, 2, False, 1))
#: Units of the grid: radii of the hairlines, and that of the disc within them.
_TITLE_ARCS = (380, 344, 308, 272, 236, 200, 164)
_NARROW_TITLE_ARCS = (220, 190, 160)
_SECTION_ARCS = (240, 208, 176, 144)
_STATEMENT_ARCS = (150, 124, 98, 72)
_DISC = 0.3
_STRIP = 14
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
#: A quotation mark in a square of 100.
_MARK = (
    "M 90 8 C 48 18 16 46 16 76 C 16 91 28 100 44 100 C 60 100 71 89 71 75 C 71 60 60 50 46 50 "
    "C 44 50 42 50 41 51 C 45 38 62 26 94 19 Z"
)


class Motif(NamedTuple):
    """How a motif is drawn; a quotation mark from EMU across, units down, of a size in units, in a colour."""

    title_slide: Callable[[Canvas], None]
    section_header: Callable[[Canvas], None]
    statement: Callable[[Canvas], None]
    quotation_mark: Callable[[Canvas, int, float, float, str], None]


def motif_of(canvas: Canvas) -> Motif:
    """Return the motif of the canvas's brand."""
    return _MOTIFS[canvas.design.motif]


def motif_side(canvas: Canvas) -> int:
    """Return the width of a motif's column on a cover, in EMU."""
    return canvas.grid.height // _ROWS


def _draw_title_leaves(canvas: Canvas) -> None:
    _draw_leaves(canvas, _TITLE_LEAVES if canvas.grid.is_wide else _SECTION_LEAVES)


def _draw_section_leaves(canvas: Canvas) -> None:
    _draw_leaves(canvas, _SECTION_LEAVES)


def _draw_leaves(canvas: Canvas, leaves: tuple[tuple[int, int, bool, int], ...]) -> None:
    side = motif_side(canvas)
    tiles = canvas.design.tiles
    for column, row, turned, tile in leaves:
        box = Box(canvas.grid.width - (column + 1) * side, row * side, side, side)
        _draw_leaf(canvas, box, tiles[tile % len(tiles)], turned)


def _draw_statement_leaves(canvas: Canvas) -> None:
    side = canvas.grid.unit(FOOTER_RULE / 3)
    for row in range(3):
        box = Box(canvas.grid.width - side, row * side, side, side)
        _draw_leaf(canvas, box, canvas.roles["panel"], row == 1)


def _draw_leaf(canvas: Canvas, box: Box, colour: str, turned: bool = False) -> None:
    canvas.tree.draw("Leaf", box, leaf(turned), fill(colour) + _NO_LINE)


def _draw_leaf_mark(canvas: Canvas, x: int, top: float, size: float, colour: str) -> None:
    unit = canvas.grid.unit
    for at in range(2):
        _draw_leaf(canvas, Box(x + at * unit(size + 4), unit(top), unit(size), unit(size)), colour)


def _draw_title_arcs(canvas: Canvas) -> None:
    radii = _TITLE_ARCS if canvas.grid.is_wide else _NARROW_TITLE_ARCS
    _draw_arcs(canvas, canvas.grid.height, radii, canvas.design.tiles, below=True)


def _draw_section_arcs(canvas: Canvas) -> None:
    _draw_arcs(canvas, 0, _SECTION_ARCS, canvas.design.tiles, below=False)


def _draw_statement_arcs(canvas: Canvas) -> None:
    _draw_arcs(canvas, canvas.grid.unit(FOOTER_RULE), _STATEMENT_ARCS, [canvas.roles["rule"]], below=True)


def _draw_arcs(
    canvas: Canvas, corner: int, radii: Sequence[float], tiles: Sequence[str], below: bool
) -> None:
    """Draw quarter circles around a corner at the right edge, `corner` EMU from the top; a disc within."""
    for at, radius in enumerate((*radii, radii[0] * _DISC)):
        side = canvas.grid.unit(radius)
        box = Box(canvas.grid.width - side, corner - side if below else corner, side, side)
        colour = tiles[at % len(tiles)]
        if at == len(radii):
            canvas.tree.draw("Disc", box, quarter_arc(below, filled=True), fill(tiles[0]) + _NO_LINE)
        else:
            paint = f'<a:noFill/><a:ln w="{canvas.grid.unit(1)}">{fill(colour)}</a:ln>'
            canvas.tree.draw("Arc", box, quarter_arc(below, filled=False), paint)


def _draw_mark(canvas: Canvas, x: int, top: float, size: float, colour: str) -> None:
    unit = canvas.grid.unit
    for at in range(2):
        box = Box(x + at * unit(size * 0.9), unit(top), unit(size), unit(size))
        canvas.tree.draw("Quotation Mark", box, outline(_MARK, "norm"), fill(colour) + _NO_LINE)


def _draw_strip(canvas: Canvas) -> None:
    width = canvas.grid.unit(_STRIP)
    canvas.fill("Strip", Box(canvas.grid.width - width, 0, width, canvas.grid.height), canvas.design.tiles[0])


def _draw_short_strip(canvas: Canvas) -> None:
    width = canvas.grid.unit(_STRIP)
    box = Box(canvas.grid.width - width, 0, width, canvas.grid.unit(FOOTER_RULE))
    canvas.fill("Strip", box, canvas.roles["panel"])


_MOTIFS = {
    "leaves": Motif(_draw_title_leaves, _draw_section_leaves, _draw_statement_leaves, _draw_leaf_mark),
    "arcs": Motif(_draw_title_arcs, _draw_section_arcs, _draw_statement_arcs, _draw_mark),
    "none": Motif(_draw_strip, _draw_strip, _draw_short_strip, _draw_mark),
}
