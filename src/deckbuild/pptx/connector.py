"""Connectors (ECMA-376 Part 1, 19.3.1.19): a route becomes the preset that PowerPoint draws along it.

The presets `bentConnector2` to `bentConnector5` begin horizontally at their top left corner, turn one to
four times and end at their bottom right corner; an adjust value is where a middle part stands, as a share
of the width or height by turns (presetShapeDefinitions). A route that begins vertically is one of these
turned by a quarter, one that leads left or up a mirrored one.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.layout.laid_out import ConnectorShape, Glue
from deckbuild.units import EMU_PER_POINT, Box

from .geometry import spell_geometry
from .part import Part
from .shape import spell_identity, spell_line
from .xml import spell_frame

_FULL = 100_000  # adjust values are in thousandths of a per cent
_QUARTER = 5_400_000  # 90 degrees clockwise, in 60,000ths of a degree

Points = Sequence[tuple[int, int]]


def spell_connector(shape: ConnectorShape, number: int, part: Part) -> str:
    """Spell a connector, glued to the shapes that its ends refer to."""
    preset, box, turn, adjust = find_preset(shape.points)
    glue = _spell_glue("stCxn", shape.start, part) + _spell_glue("endCxn", shape.end, part)
    kind = f"<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>" if glue else "<p:cNvCxnSpPr/>"
    line = shape.line._replace(head=shape.head, tail=shape.tail)
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{spell_identity(number, shape.name, shape.alt, part, not shape.alt)}{kind}"
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{spell_frame(box, flip=turn)}{spell_geometry(preset, adjust)}"
        f"{spell_line(line)}</p:spPr></p:cxnSp>"
    )


def find_preset(points: Points) -> tuple[str, Box, str, list[tuple[str, int]]]:
    """Return the preset that draws a route, its place, the attributes that turn it, its adjust values.

    The place is that of the shape before it is turned about its centre (20.1.7.6). A bent connector whose
    ends are level is made a point wide, as PowerPoint does: its adjust values are shares of that width.
    """
    (x1, y1), (x2, y2) = points[0], points[-1]
    if len(points) == 2:
        turn = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
        return "straightConnector1", Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)), turn, []
    is_turned = points[0][0] == points[1][0]
    route = [(y, x) for x, y in points] if is_turned else list(points)
    (u1, v1), (u2, v2) = route[0], route[-1]
    back, down = u2 < u1, v2 > v1 or (v2 == v1 and not is_turned)
    width, height = abs(u2 - u1), abs(v2 - v1)
    inner = len(points) - 3
    width = max(width, EMU_PER_POINT) if inner else width
    height = max(height, EMU_PER_POINT) if inner > 1 else height
    adjust = []
    for index in range(inner):
        along = index % 2 == 0
        start, extent = (u1, width) if along else (v1, height)
        way = route[index + 1][0 if along else 1] - start
        mirrored = back if along else not down
        adjust.append((f"adj{index + 1}", round((-way if mirrored else way) * _FULL / extent)))
    if is_turned:
        # A quarter turn takes right to down and down to left, so what leads right is mirrored as well.
        turn = f' rot="{_QUARTER}"' + (' flipH="1"' if back else "") + (' flipV="1"' if down else "")
        middle_x, middle_y = (x1 + x2) // 2, (y1 + y2) // 2
        box = Box(middle_x - width // 2, middle_y - height // 2, width, height)
    else:
        turn = (' flipH="1"' if back else "") + ("" if down else ' flipV="1"')
        box = Box(min(x1, x2), min(y1, y2), width, height)
    return f"bentConnector{len(points) - 1}", box, turn, adjust


def _spell_glue(tag: str, glue: Glue | None, part: Part) -> str:
    """Spell the shape and connection site that an end is glued to (20.1.2.2.13)."""
    number = part.shape_ids.get(glue.key) if glue is not None else None
    return f'<a:{tag} id="{number}" idx="{glue.site}"/>' if glue is not None and number else ""
