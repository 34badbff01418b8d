"""Which layout of a template serves which kind of slide, found by what its layouts are.

Evidence, the strongest first: a layout's placeholders and their geometry, its ST_SlideLayoutType, its name
in many languages (``layout_words``). Type and name count only on a layout whose structure serves: designers
make a layout by copying another one, and its type stays.

A kind that no layout is made for gets the layout that it is best composed on, and ``composed`` is set.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

from deckbuild.named_tuple import NamedTuple
from deckbuild.template import Template

from .brand import SlideKind
from .layout_rating import RATERS, Rating, Roles
from .layout_shape import LayoutShape, overlap

KINDS: tuple[SlideKind, ...] = get_args(SlideKind)
_FIRST_MASTER = 15.0
_OTHER_MASTER = 25.0
_EARLIER = 0.2

_COMPOSED_ON: dict[SlideKind, tuple[SlideKind, ...]] = {
    "title": ("section", "text"),
    "section": ("title", "text"),
    "columns": ("text", "title-only"),
    "comparison": ("columns", "text", "title-only"),
    "text-picture": ("columns", "text"),
    "picture": ("text", "title-only"),
    "quotation": ("text",),
    "quotation-picture": ("text-picture", "columns", "text"),
    "table": ("text", "title-only"),
    "code": ("title-only", "text"),
    "lab": ("text",),
    "statement": ("text",),
    "title-only": ("text",),
    "blank": ("title-only", "text"),
}


_SPECIAL = frozenset[SlideKind](("title", "section", "title-only", "blank"))

#: Of kinds that only a name tells, the role of the largest text and that of the next.
_INTENDED: dict[SlideKind, tuple[str, str]] = {
    "title": ("subtitle", "details"),
    "section": ("subtitle", ""),
    "quotation": ("quotation", "attribution"),
    "quotation-picture": ("quotation", "attribution"),
    "code": ("code", ""),
    "lab": ("content", "duration"),
    "statement": ("statement", ""),
}


class MappedLayout(NamedTuple):
    """The layout of a kind of slide, by its index in ``Template.layouts``.

    ``placeholders`` are what is to be filled, by role: title, content, subtitle, details, heading, picture,
    table, caption, quotation, attribution, statement, code, duration; footer, number and date are not among
    them. ``reason`` says for people why it was taken. ``composed``: the template has none that is made for
    it. ``score`` compares layouts for one kind, about 30 to 120 when made for it.
    """

    layout_index: int
    placeholders: Roles
    reason: str
    score: float
    composed: bool = False


def map_layouts(template: Template) -> dict[SlideKind, MappedLayout]:
    """Return the layout for every kind of slide; there is always one, composed where none is made for it."""
    shapes = [LayoutShape(layout, template.slide_size) for layout in template.layouts]
    mapped: dict[SlideKind, MappedLayout] = {}
    master = _find_main_master(template, shapes)
    mapped["text"] = _map_text(shapes, master)
    typical = shapes[mapped["text"].layout_index]
    for kind in KINDS:
        found = None if kind == "text" else _find(kind, shapes, master, typical)
        if found is not None:
            mapped[kind] = found
    for kind in KINDS:
        if kind not in mapped:
            mapped[kind] = _compose(kind, mapped, shapes)
    return {kind: mapped[kind] for kind in KINDS}


def fill_roles(template: Template, index: int, kind: SlideKind) -> Roles:
    """Return the placeholders, by role, of a layout that an author names for a slide of some kind.

    One that is made for the kind serves as such, of another all places for content are offered.
    """
    shape = LayoutShape(template.layouts[index], template.slide_size)
    rating = RATERS[kind](shape, shape)
    if rating is not None and (kind != "text" or len(shape.contents) == 1):
        return rating.placeholders
    if kind in _SPECIAL:
        return compose_roles(kind, shape)
    roles: Roles = {} if shape.title is None else {"title": (shape.title,)}
    roles["content"] = shape.contents or shape.texts
    roles["picture"], roles["table"] = shape.pictures, shape.tables
    return roles


def intended_roles(template: Template, index: int, kind: SlideKind) -> Roles:
    """Return the placeholders, by role, of the layout that a brand names for a kind of slide."""
    shape = LayoutShape(template.layouts[index], template.slide_size)
    rating = RATERS[kind](shape, shape)
    if rating is not None:
        return rating.placeholders
    texts = sorted((*shape.contents, *shape.texts), key=lambda each: -each.box.cx * each.box.cy)
    main, aside = _INTENDED.get(kind, ("", ""))
    if not main or not texts:
        return compose_roles(kind, shape)
    roles: Roles = {} if shape.title is None else {"title": (shape.title,)}
    roles[main] = tuple(texts[:1])
    roles[aside] = tuple(texts[1:2])
    roles["picture"] = shape.pictures[:1]
    return roles


def best_of(template: Template, indexes: Sequence[int], kind: SlideKind) -> int:
    """Return which of several layouts, as those of one name, serves a kind best."""

    def score(index: int) -> float:
        shape = LayoutShape(template.layouts[index], template.slide_size)
        rating = RATERS[kind](shape, shape)
        return rating.score if rating else -1.0

    return max(indexes, key=score)


def _find_main_master(template: Template, shapes: Sequence[LayoutShape]) -> int:
    """Return the master that the deck's slides follow: the one with the best layouts for the common kinds."""
    best, most = 0, -1.0
    for master in range(len(template.themes)):
        own = [shape for shape in shapes if shape.layout.master == master]
        total = _FIRST_MASTER if master == 0 and own else 0.0
        for kind in ("text", "columns", "title-only", "title"):
            total += max((_rate(kind, shape, shape) for shape in own), default=0.0)
        if total > most:
            best, most = master, total
    return best


def _rate(kind: SlideKind, shape: LayoutShape, typical: LayoutShape) -> float:
    rating = RATERS[kind](shape, typical)
    return rating.score if rating else 0.0


def _map_text(shapes: Sequence[LayoutShape], master: int) -> MappedLayout:
    """Return the layout for text: the best there is, in the end any of the main master's, else any."""
    found = _find("text", shapes, master, None)
    if found is not None:
        return found
    own = [index for index, shape in enumerate(shapes) if shape.layout.master == master]
    usable = own or list(range(len(shapes)))

    def suits(index: int) -> tuple[bool, bool, bool, int]:
        shape = shapes[index]
        plain = not shape.texts and not shape.pictures
        return RATERS["title-only"](shape, shape) is not None, shape.title is not None, plain, -index

    index = max(usable, key=suits)
    roles: Roles = {} if shapes[index].title is None else compose_roles("title-only", shapes[index])
    return MappedLayout(index, roles, "no layout has a place for text: text boxes", 0.0, True)


def _find(
    kind: SlideKind, shapes: Sequence[LayoutShape], master: int, typical: LayoutShape | None
) -> MappedLayout | None:
    """Return the best layout that is made for a kind; those of other masters only for whole-slide looks."""
    best: MappedLayout | None = None
    rate: Callable[[LayoutShape, LayoutShape], Rating | None] = RATERS[kind]
    for index, shape in enumerate(shapes):
        away = shape.layout.master != master
        if away and kind not in ("title", "section"):
            continue
        rating = rate(shape, typical or shape)
        if rating is None:
            continue
        score = rating.score - index * _EARLIER - (_OTHER_MASTER if away else 0.0)
        if score > 0 and (best is None or score > best.score):
            best = MappedLayout(index, rating.placeholders, "; ".join(rating.reasons), score)
    return best


def _compose(
    kind: SlideKind, mapped: dict[SlideKind, MappedLayout], shapes: Sequence[LayoutShape]
) -> MappedLayout:
    """Return the layout on which a kind that none is made for is composed."""
    for base in _COMPOSED_ON[kind]:
        found = mapped.get(base)
        if found is not None:
            roles = compose_roles(kind, shapes[found.layout_index])
            return MappedLayout(
                found.layout_index, roles, f"none is made for it: on the one for {base}", 0.0, True
            )
    index = mapped["text"].layout_index
    return MappedLayout(index, compose_roles(kind, shapes[index]), "none is made for it", 0.0, True)


def compose_roles(kind: SlideKind, shape: LayoutShape) -> Roles:
    """Return the roles of a layout's placeholders when a kind that it is not made for is put on it."""
    roles: Roles = {}
    if shape.title is not None:
        roles["title"] = (shape.title,)
    if kind in ("title-only", "blank", "code"):
        return roles
    if kind in ("title", "section"):
        below = shape.contents[:1] or shape.texts[:1]
        if below:
            roles["subtitle"] = below
        return roles
    beside = next(iter((*shape.pictures, *shape.contents[1:2])), None)
    if kind in ("text-picture", "quotation-picture") and shape.contents and beside is not None:
        apart = not overlap(shape.contents[0].box, beside.box)
        if apart and beside.type in ("obj", "pic"):
            roles["content"], roles["picture"] = shape.contents[:1], (beside,)
            return roles
    roles["content"] = shape.contents[: 2 if kind in ("columns", "comparison") else 1]
    return roles
