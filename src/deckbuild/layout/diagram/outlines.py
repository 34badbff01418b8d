"""The outlines that stand for a flowchart's shapes: where their text goes and where connectors are glued.

Sites are in the order of each preset's ``a:cxnLst`` and areas are its ``a:rect`` (ECMA-376 Part 1,
20.1.9.18, presetShapeDefinitions).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from deckbuild.figures.diagram import Shape
from deckbuild.layout.laid_out import Geometry
from deckbuild.named_tuple import NamedTuple
from deckbuild.units import Box

Side = Literal["top", "left", "bottom", "right"]

SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right")
_PLAIN: Mapping[Side, tuple[int, float, float]] = {
    "top": (0, 0.5, 0.0),
    "left": (1, 0.0, 0.5),
    "bottom": (2, 0.5, 1.0),
    "right": (3, 1.0, 0.5),
}


class Site(NamedTuple):
    """A connection site: its number in the preset's list and its place in EMU."""

    number: int
    x: int
    y: int


class Outline(NamedTuple):
    """A preset that stands for a shape.

    ``area`` is the part of width and height that text may take, ``ends`` how much of the smaller of them
    an end that is round or slanted takes from the text's width at each side. ``sites`` are index and place
    as shares of width and height. ``aspect`` is the width by the height that the shape must have.
    """

    geometry: Geometry
    adjust: tuple[tuple[str, int], ...] = ()
    area: tuple[float, float] = (1.0, 1.0)
    ends: float = 0.0
    sites: Mapping[Side, tuple[int, float, float]] = _PLAIN
    aspect: float | None = None

    @property
    def slack(self) -> tuple[float, float]:
        """By which shares of width and height connection sites lie inside the shape's box, at most."""
        wide = max(self.sites["left"][1], 1 - self.sites["right"][1])
        high = max(self.sites["top"][2], 1 - self.sites["bottom"][2])
        return wide, high


_ELLIPSE: Mapping[Side, tuple[int, float, float]] = {
    "top": (0, 0.5, 0.0),
    "left": (2, 0.0, 0.5),
    "bottom": (4, 0.5, 1.0),
    "right": (6, 1.0, 0.5),
}
_TRAPEZE: Mapping[Side, tuple[int, float, float]] = {
    "top": (0, 0.5, 0.0),
    "left": (1, 0.1, 0.5),
    "bottom": (2, 0.5, 1.0),
    "right": (3, 0.9, 0.5),
}
_CLOUD: Mapping[Side, tuple[int, float, float]] = {
    "top": (3, 0.5, 1235 / 21600),
    "left": (2, 67 / 21600, 0.5),
    "bottom": (1, 0.5, 21577 / 21600),
    "right": (0, 21582 / 21600, 0.5),
}
_DOCUMENT = {**_PLAIN, "bottom": (2, 0.5, 20172 / 21600)}
_INSCRIBED = 0.7071

OUTLINES: dict[Shape, Outline] = {
    "rectangle": Outline("rect"),
    "rounded": Outline("roundRect", (("adj", 16667),), ends=0.05),
    "stadium": Outline("roundRect", (("adj", 50000),), ends=0.15),
    "subroutine": Outline("flowChartPredefinedProcess", area=(0.75, 1.0)),
    "cylinder": Outline("cylinder", (("adj", 25000),), area=(1.0, 0.62)),
    "circle": Outline("ellipse", area=(_INSCRIBED, _INSCRIBED), sites=_ELLIPSE, aspect=1.0),
    "double-circle": Outline("ellipse", area=(_INSCRIBED, _INSCRIBED), sites=_ELLIPSE, aspect=1.0),
    "asymmetric": Outline("homePlate", (("adj", 30000),), ends=0.15, sites=_PLAIN),
    "rhombus": Outline("diamond", area=(0.5, 0.5)),
    "hexagon": Outline("flowChartPreparation", area=(0.6, 1.0)),
    "lean-right": Outline("lean-right", area=(0.6, 1.0), sites=_TRAPEZE),
    "lean-left": Outline("lean-left", area=(0.6, 1.0), sites=_TRAPEZE),
    "trapezoid": Outline("trapezoid", area=(0.7, 0.8), sites=_TRAPEZE),
    "inverted-trapezoid": Outline("flowChartManualOperation", area=(0.6, 1.0), sites=_TRAPEZE),
    "document": Outline("flowChartDocument", area=(1.0, 0.78), sites=_DOCUMENT),
    "cloud": Outline("cloud", area=(0.65, 0.65), sites=_CLOUD),
    "text": Outline("rect"),
}
"""How each shape of a flowchart is drawn."""


def find_sites(outline: Outline, box: Box) -> dict[Side, Site]:
    """Return the connection site in the middle of each side of a shape in ``box``."""
    sites = {
        side: Site(index, box.x + round(box.cx * x), box.y + round(box.cy * y))
        for side, (index, x, y) in outline.sites.items()
    }
    if outline.geometry == "homePlate":
        tip = round(min(box.cx, box.cy) * outline.adjust[0][1] / 100_000)
        middle = box.x + (box.cx - tip) // 2
        sites["top"], sites["bottom"] = Site(0, middle, box.y), Site(2, middle, box.bottom)
    if outline.geometry == "trapezoid":
        slant = round(min(box.cx, box.cy) * find_adjust(outline, box)[0][1] / 200_000)
        sites["left"] = Site(1, box.x + slant, box.y + box.cy // 2)
        sites["right"] = Site(3, box.right - slant, box.y + box.cy // 2)
    return sites


def find_adjust(outline: Outline, box: Box) -> tuple[tuple[str, int], ...]:
    """Return the adjust values of an outline in a box: a trapezoid's slant is a fifth of its width."""
    if outline.geometry == "trapezoid":
        return (("adj", round(20_000 * box.cx / min(box.cx, box.cy))),)
    return outline.adjust
