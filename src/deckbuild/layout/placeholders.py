"""What a layout offers to a kind of slide: its placeholders by what they take, and the region for content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckbuild.brand import SlideKind
from deckbuild.template import Placeholder, Template, TemplateLayout
from deckbuild.units import Box

from .compose import (
    COMPOSED,
    compose,
    compose_body,
    compose_details,
    compose_halves,
    compose_title,
    join_details,
    move,
    split_box,
)
from .laid_out import PlaceholderKey
from .region import avoid, clip_box, free_region, span_boxes

__all__ = ["LayoutPlan", "Roles", "find_plan", "key_of", "span_boxes"]

Roles = Mapping[str, tuple[Placeholder, ...]]

_TEXT_ROLES = ("subtitle", "details", "heading", "quotation", "attribution", "code", "statement", "caption",
               "duration")  # fmt: skip
_CONTENT_ROLES = ("content", "picture", "table", *_TEXT_ROLES[:-1])
_BESIDE: tuple[SlideKind, ...] = ("text-picture", "quotation-picture")


class LayoutPlan:
    """A layout's placeholders for a kind of slide, in reading order; what it lacks is composed.

    ``objects`` take content, ``bodies`` text that has a role of its own, in the order of ``_TEXT_ROLES``.
    ``region`` is where content may stand: what the content placeholders span, else what title and footer
    leave.
    """

    __slots__ = (
        "bodies", "date", "footer", "index", "layout", "number", "objects", "pictures", "region", "tables",
        "title",
    )  # fmt: skip

    def __init__(self, index: int, layout: TemplateLayout, roles: Roles, region: Box) -> None:
        found = layout.placeholders
        self.index = index
        self.layout = layout
        self.region = region
        self.title = next(iter(roles.get("title", ())), None)
        self.objects = roles.get("content", ())
        self.bodies = tuple(each for role in _TEXT_ROLES for each in roles.get(role, ()))
        self.pictures = roles.get("picture", ())
        self.tables = roles.get("table", ())
        self.footer = _first(found, "ftr")
        self.number = _first(found, "sldNum")
        self.date = _first(found, "dt")


def find_plan(
    template: Template, index: int, kind: SlideKind, roles: Roles, typical: LayoutPlan | None
) -> LayoutPlan:
    """Return the plan of a layout whose placeholders have these roles for a kind of slide.

    A layout without content takes its margins from the ``typical`` one.
    """
    layout = template.layouts[index]
    size = template.slide_size
    is_cover = kind in ("title", "section")
    filled = dict(roles)
    if not filled.get("title") and kind != "blank":
        filled["title"] = (compose_title(template, index, is_cover),)
    title = next(iter(filled.get("title", ())), None)
    kept = _keep_off(filled, layout, title, size)
    if is_cover:
        return _plan_cover(template, index, kind, kept)
    used = [each.box for role in _CONTENT_ROLES for each in kept.get(role, ())]
    if used:
        region = span_boxes(used)
    else:
        margins = (typical.region, typical.title) if typical else None
        region = free_region(layout, size, title, margins)
    return LayoutPlan(index, layout, _complete(template, index, kind, kept, region), region)


def _keep_off(
    roles: Roles, layout: TemplateLayout, title: Placeholder | None, size: tuple[int, int]
) -> dict[str, tuple[Placeholder, ...]]:
    """Move the places of content off the slide's edge, the title and the footers, where they reach over."""
    footers = [each.box for each in layout.placeholders if each.type in ("ftr", "sldNum")]
    above = [] if title is None else [title.box]
    kept: dict[str, tuple[Placeholder, ...]] = {}
    for role, places in roles.items():
        content = role in _CONTENT_ROLES and role != "details"
        others = (*above, *footers) if content else ()
        kept[role] = tuple(move(each, avoid(clip_box(each.box, size), others)) for each in places)
    return kept


def _plan_cover(
    template: Template, index: int, kind: SlideKind, roles: dict[str, tuple[Placeholder, ...]]
) -> LayoutPlan:
    """Return the plan of a title or section slide: a subtitle, and on title slides further lines."""
    (title,) = roles["title"][:1]
    subtitle = next(iter(roles.get("subtitle", ())), None)
    details = roles.get("details", ())
    if details:
        roles["details"] = (join_details(details),)
    elif kind == "title" or subtitle is None:
        title, composed = compose_details(template, index, title, subtitle)
        roles["title"] = (title,)
        if composed is not None:
            roles["details"] = (composed,)
    used = [each.box for role in ("subtitle", "details") for each in roles.get(role, ())]
    layout = template.layouts[index]
    region = span_boxes(used) if used else free_region(layout, template.slide_size, title, None)
    return LayoutPlan(index, layout, roles, region)


def _complete(
    template: Template, index: int, kind: SlideKind, roles: dict[str, tuple[Placeholder, ...]], region: Box
) -> Roles:
    """Compose what a kind of slide needs beside the placeholders there are."""
    texts = [each for role in ("content", *_TEXT_ROLES) for each in roles.get(role, ())]
    if kind == "text" and not texts:
        roles["content"] = (compose_body(template, index, region),)
    elif kind in ("columns", "comparison") and len(roles.get("content", ())) == 1:
        roles["content"] = compose_halves(template, index, roles["content"][0], region)
    elif kind in _BESIDE and not roles.get("picture"):
        content = roles.get("content") or (compose_body(template, index, region),)
        left, right = split_box(region)
        roles["content"] = (move(content[0], left),)
        roles["picture"] = (compose("Picture", right, content[0].levels),)
    return roles


def key_of(placeholder: Placeholder) -> PlaceholderKey | None:
    """Return the key by which a shape names the placeholder it fills; None for a composed one."""
    return None if placeholder.type == COMPOSED else PlaceholderKey(placeholder.type, placeholder.index)


def _first(placeholders: Iterable[Placeholder], *types: str) -> Placeholder | None:
    return next((placeholder for placeholder in placeholders if placeholder.type in types), None)
