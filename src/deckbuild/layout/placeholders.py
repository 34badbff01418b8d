"""What a layout of the template offers: its placeholders by what they take, and the region for content."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.template import Placeholder, Template, TemplateLayout
from deckbuild.units import Box, from_points

from .laid_out import PlaceholderKey

_GAP = from_points(12)


class LayoutPlan:
    """A layout's placeholders by what they take, in the order of their indexes.

    ``objects`` take anything (``obj``), ``bodies`` text (``body`` and ``subTitle``). ``region`` is where
    content may stand: what the content placeholders span, else what title and footer leave.
    """

    __slots__ = (
        "bodies", "date", "footer", "index", "layout", "number", "objects", "pictures", "region", "tables",
        "title",
    )  # fmt: skip

    def __init__(self, index: int, layout: TemplateLayout, region: Box) -> None:
        found = layout.placeholders
        self.index = index
        self.layout = layout
        self.region = region
        self.title = _first(found, "title", "ctrTitle")
        self.objects = _all(found, "obj")
        self.bodies = _all(found, "body", "subTitle")
        self.pictures = _all(found, "pic")
        self.tables = _all(found, "tbl")
        self.footer = _first(found, "ftr")
        self.number = _first(found, "sldNum")
        self.date = _first(found, "dt")


def find_plan(template: Template, index: int, typical: LayoutPlan | None) -> LayoutPlan:
    """Return the plan of a layout; one without content takes its margins from the ``typical`` one."""
    layout = template.layouts[index]
    contents = _all(layout.placeholders, "obj", "body", "subTitle", "pic", "tbl")
    if contents:
        region = span_boxes(placeholder.box for placeholder in contents)
    else:
        region = _free_region(layout, template.slide_size, typical)
    return LayoutPlan(index, layout, region)


def _free_region(layout: TemplateLayout, slide_size: tuple[int, int], typical: LayoutPlan | None) -> Box:
    """Return what title and footers leave, with the text layout's margins where there is one."""
    width, height = slide_size
    title = _first(layout.placeholders, "title", "ctrTitle")
    footers = _all(layout.placeholders, "ftr", "sldNum", "dt")
    bottom = min((placeholder.box.y for placeholder in footers), default=round(height * 0.93)) - _GAP
    if typical is not None:
        box = typical.region
        left, right, bottom = box.x, box.right, min(bottom, box.bottom)
    else:
        left = title.box.x if title else round(width * 0.05)
        right = title.box.right if title else width - left
    if title is None:
        top = max(typical.title.box.y if typical and typical.title else round(height * 0.07), left)
    elif typical and typical.title and typical.title.box == title.box:
        top = typical.region.y
    else:
        top = title.box.bottom + _GAP
    return Box(left, top, right - left, max(bottom - top, 0))


def span_boxes(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of these; there is at least one."""
    every = list(boxes)
    left, top = min(box.x for box in every), min(box.y for box in every)
    return Box(left, top, max(box.right for box in every) - left, max(box.bottom for box in every) - top)


def key_of(placeholder: Placeholder) -> PlaceholderKey:
    """Return the key by which a shape names the placeholder it fills."""
    return PlaceholderKey(placeholder.type, placeholder.index)


def _first(placeholders: Iterable[Placeholder], *types: str) -> Placeholder | None:
    return next((placeholder for placeholder in placeholders if placeholder.type in types), None)


def _all(placeholders: Iterable[Placeholder], *types: str) -> tuple[Placeholder, ...]:
    chosen = (placeholder for placeholder in placeholders if placeholder.type in types)
    return tuple(sorted(chosen, key=lambda placeholder: placeholder.index))
