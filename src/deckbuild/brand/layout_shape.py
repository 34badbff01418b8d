"""What a layout is by its placeholders: which of them is its title, which hold content, which only accompany.

Geometry decides, not indexes or names: designers put bodies into subtitles, titles into bodies, and label
lines, sources and section names into bodies too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.template import Placeholder, TemplateLayout
from deckbuild.units import Box

_OBJECTS = frozenset(("obj", "chart", "dgm", "media", "clipArt"))
_TEXTS = frozenset(("body", "subTitle"))
_LEAST_AREA = 0.08
_LEAST_HEIGHT = 0.2
_LEAST_WIDTH = 0.18


class LayoutShape:
    """A layout's placeholders by what they are for, those with turned text or without a place left out.

    ``contents`` are large enough for content, ``texts`` are the other ones for text; both are in reading
    order. Sizes of slides are EMU; shares are parts of the slide.
    """

    __slots__ = (
        "contents",
        "date",
        "footer",
        "layout",
        "number",
        "pictures",
        "size",
        "tables",
        "texts",
        "title",
    )

    def __init__(self, layout: TemplateLayout, size: tuple[int, int]) -> None:
        self.layout = layout
        self.size = size
        usable = [each for each in layout.placeholders if self._is_usable(each)]
        self.footer = _first(usable, "ftr")
        self.number = _first(usable, "sldNum")
        self.date = _first(usable, "dt")
        self.pictures = self._ordered(each for each in usable if each.type == "pic")
        self.tables = self._ordered(each for each in usable if each.type == "tbl")
        written = [each for each in usable if each.type in _TEXTS or each.type == "obj"]
        self.title = _first(usable, "title", "ctrTitle") or self._find_title(written)
        rest = [each for each in written if each is not self.title]
        large = sorted(
            (each for each in rest if self._holds_content(each)), key=lambda each: each.type != "obj"
        )
        apart = [each for at, each in enumerate(large) if not any(_covers(one, each) for one in large[:at])]
        self.contents = self._ordered(apart)
        self.texts = self._ordered(each for each in rest if not self._holds_content(each))

    def _is_usable(self, placeholder: Placeholder) -> bool:
        box = placeholder.box
        inside = box.x < self.size[0] and box.y < self.size[1] and box.right > 0 and box.bottom > 0
        return not placeholder.turned and box.cx > 0 and box.cy > 0 and inside

    def _holds_content(self, placeholder: Placeholder) -> bool:
        box = placeholder.box
        return (
            self.share(box) >= _LEAST_AREA
            and box.cy >= _LEAST_HEIGHT * self.size[1]
            and box.cx >= _LEAST_WIDTH * self.size[0]
        )

    def _find_title(self, written: Sequence[Placeholder]) -> Placeholder | None:
        """Return the text that stands for a missing title: wide, low, at the top, with content below it."""
        width, height = self.size
        tops = [
            each
            for each in written
            if each.type in _TEXTS
            and each.box.cy <= height * 0.25
            and each.box.cx >= width * 0.35
            and each.box.y <= height * 0.45
        ]
        others = [each for each in written if each.box.cy >= height * _LEAST_HEIGHT]
        if not tops:
            return None
        best = max(tops, key=lambda each: (each.levels[0].size, -each.box.y))
        below = [each for each in others if each is not best and each.box.y >= best.box.y + best.box.cy // 2]
        larger = all(best.levels[0].size >= each.levels[0].size for each in written)
        return best if below or larger else None

    def _ordered(self, placeholders: Iterable[Placeholder]) -> tuple[Placeholder, ...]:
        """Return placeholders in reading order: from the top, those of one height from the left."""
        waiting = sorted(placeholders, key=lambda each: (each.box.y, each.box.x, each.index))
        ordered: list[Placeholder] = []
        while waiting:
            top = waiting[0]
            row = [each for each in waiting if are_beside(top.box, each.box)]
            row.sort(key=lambda each: (each.box.x, each.index))
            ordered += row
            waiting = [each for each in waiting if each not in row]
        return tuple(ordered)

    def share(self, box: Box) -> float:
        """Return the part of the slide that a box takes."""
        return box.cx * box.cy / (self.size[0] * self.size[1])

    def heading_of(self, content: Placeholder) -> Placeholder | None:
        """Return the text that stands directly above a content, as wide as it or less."""
        gap = self.size[1] * 0.08
        for text in self.texts:
            over = text.box.x < content.box.right and text.box.right > content.box.x
            near = abs(text.box.bottom - content.box.y) <= gap
            if over and near and text.box.cx <= content.box.cx * 1.25:
                return text
        return None

    def caption_of(self, picture: Placeholder) -> Placeholder | None:
        """Return the small text directly under a picture or table."""
        gap = self.size[1] * 0.06
        for text in self.texts:
            over = text.box.x < picture.box.right and text.box.right > picture.box.x
            if over and abs(text.box.y - picture.box.bottom) <= gap and text.box.cy <= picture.box.cy:
                return text
        return None


def are_beside(one: Box, other: Box, least: float = 0.5) -> bool:
    """Whether two boxes share at least this part of the lower one's height."""
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    return shared >= least * min(one.cy, other.cy)


def overlap(one: Box, other: Box) -> int:
    """Return the area that two boxes share."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across * down if across > 0 and down > 0 else 0


def _covers(one: Placeholder, other: Placeholder) -> bool:
    """Whether a placeholder takes half of another's place: only one of them can be filled."""
    return overlap(one.box, other.box) * 2 >= other.box.cx * other.box.cy


def _first(placeholders: Iterable[Placeholder], *types: str) -> Placeholder | None:
    return next((placeholder for placeholder in placeholders if placeholder.type in types), None)
