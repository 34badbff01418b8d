"""The lab layout: a coloured band with a flask, a badge for the duration, content below."""

from __future__ import annotations

from deckbuild.brand.colour import fill
from deckbuild.brand.make.canvas import Canvas
from deckbuild.brand.make.master import BODY_BOTTOM
from deckbuild.brand.make.shapes import outline, preset
from deckbuild.units import Box

_BAND_BOTTOM = 116
_ICON, _BADGE_WIDTH, _BADGE_HEIGHT, _GAP = 56, 132, 40, 20

#: A flask in a square of 100: its glass as a line, what is in it as a fill.
_GLASS = "M 34 8 L 66 8 M 41 8 L 41 38 L 14 84 C 10 91 14 96 21 96 L 79 96 C 86 96 90 91 86 84 L 59 38 L 59 8"
_LIQUID = "M 32 66 L 68 66 L 78 83 C 80 87 78 88 75 88 L 25 88 C 22 88 20 87 22 83 Z"


def draw_lab(canvas: Canvas) -> None:
    """Draw the lab layout: title (in the band), content (idx 1), duration (idx 13)."""
    grid = canvas.grid
    right = grid.width - grid.margin
    icon = Box(right - grid.unit(_ICON), grid.unit(30), grid.unit(_ICON), grid.unit(_ICON))
    badge = Box(
        icon.x - grid.unit(_GAP + _BADGE_WIDTH),
        grid.unit(38),
        grid.unit(_BADGE_WIDTH),
        grid.unit(_BADGE_HEIGHT),
    )
    canvas.fill("Band", Box(0, 0, grid.width, grid.unit(_BAND_BOTTOM)), canvas.roles["band"])
    canvas.fill("Band Edge", Box(0, grid.unit(_BAND_BOTTOM), grid.width, grid.unit(5)), canvas.roles["badge"])
    _draw_flask(canvas, icon)
    title = Box(grid.margin, grid.unit(18), badge.x - grid.unit(_GAP) - grid.margin, grid.unit(80))
    canvas.add_title(box=title, size="title", colour=canvas.roles["band_text"], anchor="ctr")
    canvas.add_content(1, grid.box(144, BODY_BOTTOM))
    canvas.add_text(
        13, "Duration", badge, "badge", canvas.roles["badge_text"], align="ctr", anchor="ctr", bold=True,
        panel=canvas.roles["badge"], geometry=preset("roundRect", adj=50000),
    )  # fmt: skip


def _draw_flask(canvas: Canvas, box: Box) -> None:
    white = fill(canvas.roles["band_text"])
    line = f'<a:ln w="{canvas.grid.unit(3)}" cap="rnd">{white}<a:round/></a:ln>'
    canvas.tree.draw("Flask", box, outline(_GLASS, "none"), f"<a:noFill/>{line}")
    canvas.tree.draw("Flask Content", box, outline(_LIQUID, "norm"), f"{white}<a:ln><a:noFill/></a:ln>")
