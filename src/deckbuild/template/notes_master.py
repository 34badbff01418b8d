"""Making a notes master for a template that has none."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from .drawing import find
from .placeholders import placeholder_elements

_MADE_FOR = (6858000, 9144000)  # notes size of python-pptx's notes master
_PICTURE = (685800, 685800, 5486400, 3429000)  # where the slide's picture may stand on such a page


def add_notes_master(
    presentation: Any, theme: etree._Element, slide_size: tuple[int, int], notes_size: tuple[int, int]
) -> None:
    """Add a notes master in the colours and fonts of `theme`, its placeholders fitted to the notes size.

    Its header, date, picture, text, footer and number stand where PowerPoint puts them.
    """
    master = presentation.notes_master
    theme_part = master.part.part_related_by(RT.THEME)
    own = theme_part._element
    for name in ("clrScheme", "fontScheme"):
        ours, theirs = find(own, "themeElements", name), find(theme, "themeElements", name)
        if ours is not None and theirs is not None:
            own[0].replace(ours, copy.deepcopy(theirs))
    for shape, ph in placeholder_elements(master.element):
        frame = find(shape, "spPr", "xfrm")
        offset, extent = find(frame, "off"), find(frame, "ext")
        if offset is None or extent is None:
            continue
        if ph.get("type") == "sldImg":
            x, y, cx, cy = _scaled(_picture_box(slide_size), notes_size, keep_ratio=True)
        else:
            box = (
                *(int(offset.get(name, 0)) for name in "xy"),
                *(int(extent.get(name, 0)) for name in ("cx", "cy")),
            )
            x, y, cx, cy = _scaled(box, notes_size, keep_ratio=False)
        offset.attrib.update({"x": str(x), "y": str(y)})
        extent.attrib.update({"cx": str(cx), "cy": str(cy)})


def _picture_box(slide_size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Give the largest box of the slide's proportions in the middle of the picture's place."""
    x, y, cx, cy = _PICTURE
    scale = min(cx / slide_size[0], cy / slide_size[1])
    width, height = round(slide_size[0] * scale), round(slide_size[1] * scale)
    return x + (cx - width) // 2, y + (cy - height) // 2, width, height


def _scaled(box: tuple[int, ...], notes_size: tuple[int, int], keep_ratio: bool) -> tuple[int, int, int, int]:
    """Scale a box from the page it was made for to this one, in its middle when its ratio is kept."""
    across, down = notes_size[0] / _MADE_FOR[0], notes_size[1] / _MADE_FOR[1]
    x, y, cx, cy = box[0] * across, box[1] * down, box[2] * across, box[3] * down
    if keep_ratio:
        smaller = min(across, down)
        x, y = x + (cx - box[2] * smaller) / 2, y + (cy - box[3] * smaller) / 2
        cx, cy = box[2] * smaller, box[3] * smaller
    return round(x), round(y), round(cx), round(cy)
