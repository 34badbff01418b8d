"""The room that footnotes take on a slide: of those whose marks stand on it, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from .context import SlideContext
from .footnotes import GAP, lay_out_footnotes, marked_footnotes, runs_of
from .laid_out import Run
from .pages import Arrangement
from .placeholders import LayoutPlan
from .stack import Area


class Foot:
    """The foot of a slide with footnotes.

    ``plan`` is the layout of its first part, ``title`` what stands on all of them.
    """

    __slots__ = ("_heights", "_slide", "_title", "plan")

    def __init__(self, slide: SlideContext, plan: LayoutPlan, title: Sequence[Run]) -> None:
        self._slide = slide
        self._title = title
        self.plan = plan
        self._heights: dict[tuple[tuple[str, ...], int], int] = {}

    def find_top(self, arranged: Arrangement) -> int | None:
        """Return above which y, in EMU, content must end; None when it refers to no footnote."""
        footnotes = marked_footnotes(self._slide, chain(self._title, _runs_in(arranged)))
        if not footnotes:
            return None
        areas = (item for item in arranged if isinstance(item, Area))
        region = next((area.plan for area in areas if area.plan is not None), self.plan).region
        key = tuple(footnote.label for footnote in footnotes), region.cx
        height = self._heights.get(key)
        if height is None:
            shape = lay_out_footnotes(self._slide, footnotes, region)
            height = self._heights[key] = shape.box.cy if shape is not None and shape.box is not None else 0
        return region.bottom - height - GAP


def _runs_in(arranged: Arrangement) -> Iterator[Run]:
    for item in arranged:
        if isinstance(item, Area):
            if item.head is not None:
                yield from runs_of(item.head)
            for piece in item.pieces:
                for paragraph in piece.paragraphs:
                    yield from paragraph.runs
        else:
            yield from runs_of(item)
