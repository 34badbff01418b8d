"""A slide's content on as many slides as it needs: as it is, else smaller, else divided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from deckbuild.named_tuple import NamedTuple
from deckbuild.units import Box

from .fit import COMFORT, DEEPEST, LAST
from .flow import Piece
from .laid_out import Shape, TextShape
from .placeholders import LayoutPlan, key_of
from .stack import Area
from .text import TextPiece

if TYPE_CHECKING:
    from .table import TablePiece

Arrangement = list[Area | Shape]

_TRIALS = 7
_MANY_PAGES, _MANY_RUNS = 20, 3000
"""From so many slides, or runs of text, on type is not made larger, nor slides filled evenly: each trial
divides all of it."""
_MOST_PAGES = 10_000


class Page(NamedTuple):
    """What stands on one slide, the step of the ladder it is drawn at, and its layout."""

    arranged: Arrangement
    step: int
    plan: LayoutPlan


class _Division(NamedTuple):
    """What stands on each slide; ``rests`` is all that is left from each slide on; what the cuts cost."""

    pages: list[Arrangement]
    rests: list[Arrangement]
    cost: int


class Foot(Protocol):
    """What has to stand at the foot of a slide, by what stands on it; ``plan`` is the slide's layout."""

    plan: LayoutPlan

    def find_top(self, arranged: Arrangement) -> int | None:
        """Return above which y, in EMU, an arrangement must end; None when nothing stands below it."""


def fit_pages(
    arranged: Arrangement, plan: LayoutPlan, divides: bool = True, foot: Foot | None = None
) -> list[Page]:
    """Return the slides that an arrangement takes.

    All areas step down the ladder together until all fit. Is there no such step, what stands there is
    divided over as few slides as it takes at a comfortable size, in the largest type that needs no more
    of them, and about evenly. A slide that has to stay whole (``divides`` false), or that holds a thing
    too tall for any, goes under the brand's smallest sizes. Each slide keeps the room that its
    ``foot`` wants.
    """
    whole = _keep_foot(arranged, foot)
    step = choose_step(whole)
    if step is not None:
        return [Page(whole, step, plan)]
    if not divides:
        return [_press(whole, LAST, plan)]
    step, pages = _choose_division(arranged, foot)
    _number_tables(pages)
    return [_press(page, step, plan) for page in pages]


def _number_tables(pages: Sequence[Arrangement]) -> None:
    """Tell the parts of each table which of how many they are."""
    parts: dict[int, list[TablePiece]] = {}
    for page in pages:
        for area in areas_of(page):
            for table in _tables_in(area.pieces):
                parts.setdefault(id(table.origin), []).append(table)
    for tables in parts.values():
        for number, table in enumerate(tables, 1):
            if len(tables) > 1:
                table.number(number, len(tables))


def _tables_in(pieces: Sequence[Piece]) -> Iterator[TablePiece]:
    if all(isinstance(piece, TextPiece) for piece in pieces):
        return
    from .cards import CardsPiece
    from .columns import ColumnsPiece
    from .table import TablePiece

    for piece in pieces:
        if isinstance(piece, TablePiece):
            yield piece
        elif isinstance(piece, ColumnsPiece):
            for column in piece.columns:
                yield from _tables_in(column)
        elif isinstance(piece, CardsPiece):
            for card in piece.cards:
                yield from _tables_in(card.pieces)


def choose_step(arranged: Arrangement) -> int | None:
    """Return the first step at which every area holds its pieces; None when there is none."""
    areas = list(areas_of(arranged))
    if all(area.excess(0) <= 0 for area in areas):
        return 0
    if any(area.excess(LAST) > 0 for area in areas):
        return None
    return next(step for step in range(1, LAST + 1) if all(area.excess(step) <= 0 for area in areas))


def areas_of(arranged: Arrangement) -> Iterator[Area]:
    """Yield the areas of an arrangement."""
    return (item for item in arranged if isinstance(item, Area))


def _press(arranged: Arrangement, step: int, plan: LayoutPlan) -> Page:
    """Return one slide at the first step from ``step`` on at which it fits, be it behind the last."""
    areas = list(areas_of(arranged))
    plan = next((area.plan for area in areas if area.plan is not None), plan)
    for lower in range(step, DEEPEST + 1):
        if all(area.excess(lower) <= 0 for area in areas):
            step = lower
            break
    else:
        step = DEEPEST
    return Page(arranged, step, plan)


def _keep_foot(arranged: Arrangement, foot: Foot | None) -> Arrangement:
    """Return an arrangement that ends above what has to stand below it."""
    top = None if foot is None else foot.find_top(arranged)
    return arranged if foot is None or top is None else _keep_above(arranged, top, foot.plan)


def _choose_division(arranged: Arrangement, foot: Foot | None) -> tuple[int, list[Arrangement]]:
    """Return the largest step that needs no more slides than a comfortable one, and what stands on each."""
    best_step, best = COMFORT, _divide(arranged, foot, COMFORT) or _Division([arranged], [arranged], 0)
    most = len(best.pages)
    if most >= _MANY_PAGES or _count_runs(arranged) >= _MANY_RUNS:
        return best_step, best.pages
    larger, smaller = -1, COMFORT
    while smaller - larger > 1:
        step = (larger + smaller) // 2
        division = _divide(arranged, foot, step, most=most)
        if division is None or division.cost > best.cost:
            larger = step
        else:
            smaller, best_step, best = step, step, division
    return best_step, _even_out(arranged, foot, best_step, best)


def _count_runs(arranged: Arrangement) -> int:
    pieces = (piece for area in areas_of(arranged) for piece in area.pieces)
    return sum(len(paragraph.runs) for piece in pieces for paragraph in piece.paragraphs)


def _even_out(arranged: Arrangement, foot: Foot | None, step: int, division: _Division) -> list[Arrangement]:
    """Return what stands on each slide when all are filled about as much, no worse divided than before.

    The last two are evened out again: of seven items on three slides that leaves three, two and two.
    """
    even = _fill_less(arranged, foot, step, division)
    if len(even.pages) <= 2:
        return even.pages
    last = _divide(even.rests[-2], foot, step)
    if last is None or len(last.pages) != 2:
        return even.pages
    return [*even.pages[:-2], *_fill_less(even.rests[-2], foot, step, last).pages]


def _fill_less(arranged: Arrangement, foot: Foot | None, step: int, division: _Division) -> _Division:
    """Return the division that fills slides least and still needs no more of them."""
    least, most = 0.0, 1.0
    for _ in range(_TRIALS):
        share = (least + most) / 2
        trial = _divide(arranged, foot, step, share, len(division.pages))
        if trial is None or trial.cost > division.cost:
            least = share
        else:
            most, division = share, trial
    return division


def _divide(
    arranged: Arrangement, foot: Foot | None, step: int, share: float = 1.0, most: int = _MOST_PAGES
) -> _Division | None:
    """Return an arrangement divided over slides; None when it takes more than ``most``."""
    division = _Division([], [], 0)
    rest = arranged
    while rest:
        if len(division.pages) == most:
            return None
        page, following, cost = _cut_above(rest, foot, step, share)
        division.pages.append(page)
        division.rests.append(rest)
        division = division._replace(cost=division.cost + cost)
        rest = following
    return division


def _cut_above(
    arranged: Arrangement, foot: Foot | None, step: int, share: float
) -> tuple[Arrangement, Arrangement, int]:
    """Return as ``_cut_page``, the first slide ending above its foot.

    What has no room above the foot goes on, perhaps with what made the foot so high.
    """
    cut = _cut_page(arranged, step, share)
    top = None if foot is None else foot.find_top(cut[0])
    if foot is None or top is None:
        return cut
    kept = _keep_above(arranged, top, foot.plan)
    as_before = {id(item): before for item, before in zip(kept, arranged, strict=True)}
    page, rest, cost = _cut_page(kept, step, share)
    freed = [item.take_room() if isinstance(item, Area) else as_before[id(item)] for item in page]
    return _keep_foot(freed, foot), [as_before.get(id(item), item) for item in rest], cost


def _cut_page(arranged: Arrangement, step: int, share: float) -> tuple[Arrangement, Arrangement, int]:
    """Return what stands on the first slide, what is left, and what the cuts cost.

    What the layout places behind an area that goes on comes with the area's end.
    """
    page: Arrangement = []
    rest: Arrangement = []
    whole = 0
    for item in arranged:
        if isinstance(item, Area):
            head, tail, cost = item.cut(share, step)
            page.append(head)
            whole += cost
            if tail is not None:
                rest.append(tail)
        elif rest:
            rest.append(item)
        else:
            page.append(item)
    if len(rest) == 1 and isinstance(rest[0], Area):
        rest[0] = rest[0].go_on()
    return page, rest, whole


def _keep_above(arranged: Arrangement, bottom: int, plan: LayoutPlan) -> Arrangement:
    """Return areas that end above what stands at the foot, and shapes of the layout moved above it."""
    kept: Arrangement = []
    for item in reversed(arranged):
        if isinstance(item, Area):
            kept.append(item.make_room(bottom))
            continue
        if isinstance(item, TextShape) and (box := _box_of(item, plan)).bottom > bottom:
            bottom -= box.cy
            item = item._replace(box=box._replace(y=bottom))
        kept.append(item)
    return kept[::-1]


def keep_below(arranged: Arrangement, top: int, plan: LayoutPlan) -> Arrangement:
    """Return areas that begin below a title that grew, and shapes of the layout moved below it."""
    kept: Arrangement = []
    for item in arranged:
        if isinstance(item, Area):
            head = item.head
            if isinstance(head, TextShape):
                box = _box_of(head, plan)
                start = max(box.y, top)
                lowered = item.keep_between(start + item.box.y - box.y, item.box.bottom)
                lowered.head = head._replace(box=box._replace(y=start))
                kept.append(lowered)
            else:
                kept.append(item.keep_between(top, item.box.bottom))
            continue
        if isinstance(item, TextShape) and (box := _box_of(item, plan)).y < top < box.bottom:
            item = item._replace(box=box._replace(y=top))
        kept.append(item)
    return kept


def _box_of(shape: TextShape, plan: LayoutPlan) -> Box:
    """Return where a shape stands, its placeholder's place if it says none."""
    if shape.box is not None:
        return shape.box
    key = shape.placeholder
    return next((slot.box for slot in plan.layout.placeholders if key_of(slot) == key), plan.region)


def draw_page(page: Page) -> list[Shape]:
    """Return the shapes of a slide in reading order."""
    shapes: list[Shape] = []
    for item in page.arranged:
        shapes += item.draw(page.step) if isinstance(item, Area) else [item]
    return shapes
