"""What changed in pictures, tables, charts, drawings and other objects."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from deckbuild.units import EMU_PER_INCH, Box

from .align import align, find_lone, find_moved
from .changes import Change, Edit
from .edits import added, changed, moved, removed, shorten
from .facts import Chart, Drawing, Object, Picture, Table, text_of
from .grids import Terms, diff_grids
from .words import diff_words, likeness

T = TypeVar("T", Table, Picture, Chart, Drawing, Object)
TOLERANCE = 36_000
"""How far a side of a shape may stand elsewhere, in EMU, without a word: a millimetre."""

_CM = EMU_PER_INCH / 2.54
_LEAST_LIKE = 0.6
_LEAST_LABEL = 0.05
_WORD = re.compile(r"\w+")


def diff_tables(old: Sequence[Table], new: Sequence[Table]) -> list[Change]:
    """Return what was done to the tables of a slide."""

    def tell(before: Table, after: Table) -> list[Edit]:
        edits = diff_grids(before.grid, after.grid, Terms(has_heads=after.has_header))
        if before.has_header != after.has_header:
            edits.append(
                changed("header row", *("yes" if each.has_header else "no" for each in (before, after)))
            )
        return edits + _diff_alt(before.alt, after.alt)

    def show(table: Table) -> str:
        width = len(table.grid.rows[0]) if table.grid.rows else 0
        rows = (" | ".join(text_of(cell) for cell in row) for row in table.grid.rows)
        return f"{_count(len(table.grid.rows), 'row')}, {_count(width, 'column')}: " + " / ".join(rows)

    return _diff("table", old, new, lambda table: table.grid, tell, show)


def diff_pictures(old: Sequence[Picture], new: Sequence[Picture]) -> list[Change]:
    """Return what was done to the pictures of a slide."""

    def tell(before: Picture, after: Picture) -> list[Edit]:
        edits: list[Edit] = []
        if before.digest != after.digest:
            forms = changed("", before.form, after.form).pieces if before.form != after.form else ()
            edits.append(Edit("changed", "another picture", forms))
        edits += _diff_alt(before.alt, after.alt)
        if before.crop != after.crop:
            edits.append(changed("crop", *(_spell_crop(each.crop) for each in (before, after))))
        return edits + diff_places(before.box, after.box)

    return _diff("picture", old, new, lambda each: each.digest, tell, lambda each: each.alt or each.form)


def diff_charts(old: Sequence[Chart], new: Sequence[Chart]) -> list[Change]:
    """Return what was done to the charts of a slide."""

    def tell(before: Chart, after: Chart) -> list[Edit]:
        edits = [changed("kind", before.kind, after.kind)] if before.kind != after.kind else []
        titles = dict(before.titles), dict(after.titles)
        for name in dict.fromkeys((*titles[0], *titles[1])):
            words = titles[0].get(name, ""), titles[1].get(name, "")
            if words[0] != words[1]:
                edits.append(changed(name, *words))
        edits += diff_grids(before.data, after.data, Terms("category", "series"))
        if not edits and before.look != after.look:
            edits.append(Edit("changed", "look of the chart"))
        cells = (cell for each in (before, after) for row in each.data.rows for cell in row)
        return edits + _diff_alt(before.alt, after.alt, " ".join(map(text_of, cells)) if edits else "")

    def show(chart: Chart) -> str:
        names = [text_of(cell) for cell in chart.data.rows[0][1:]] if chart.data.rows else []
        return (
            f"{chart.kind} chart: {', '.join(names)}; {_count(max(len(chart.data.rows) - 1, 0), 'category')}"
        )

    return _diff("chart", old, new, lambda chart: (chart.kind, chart.titles, chart.data), tell, show)


def diff_drawings(old: Sequence[Drawing], new: Sequence[Drawing]) -> list[Change]:
    """Return what was done to the diagrams of a slide: groups of shapes, SmartArt."""

    def tell(before: Drawing, after: Drawing) -> list[Edit]:
        edits, renamed = _diff_labels(before, after)
        edits += _diff_edges(before, after, renamed)
        words = " ".join(label.text for each in (before, after) for label in each.labels)
        return edits + _diff_alt(before.alt, after.alt, words if edits else "")

    def show(drawing: Drawing) -> str:
        return ", ".join(label.text for label in drawing.labels)

    return _diff("diagram", old, new, lambda each: (each.labels, each.edges), tell, show)


def diff_objects(old: Sequence[Object], new: Sequence[Object]) -> list[Change]:
    """Return what was done to films, sounds and embedded objects."""

    def tell(before: Object, after: Object) -> list[Edit]:
        edits = [changed("kind", before.kind, after.kind)] if before.kind != after.kind else []
        if before.digest != after.digest:
            edits.append(Edit("changed", "other content"))
        return edits + _diff_alt(before.alt, after.alt) + diff_places(before.box, after.box)

    return _diff("object", old, new, lambda each: (each.kind, each.digest), tell, lambda each: each.kind)


def diff_places(old: Box | None, new: Box | None) -> list[Edit]:
    """Return whether a shape was moved or resized by more than one sees."""
    if old == new:
        return []
    if old is None or new is None:
        return [changed("place", _spell_box(old), _spell_box(new))]
    steps = ((new.x - old.x, "right", "left"), (new.y - old.y, "down", "up"))
    ways = [
        f"{abs(step) / _CM:.1f} cm {forth if step > 0 else back}"
        for step, forth, back in steps
        if abs(step) > TOLERANCE
    ]
    is_resized = abs(old.cx - new.cx) > TOLERANCE or abs(old.cy - new.cy) > TOLERANCE
    edits = [moved("", ", ".join(ways))] if ways else []
    return [*edits, changed("size", _spell_size(old), _spell_size(new))] if is_resized else edits


def _diff(
    kind: str,
    old: Sequence[T],
    new: Sequence[T],
    content: Callable[[T], Hashable],
    tell: Callable[[T, T], list[Edit]],
    show: Callable[[T], str],
) -> list[Change]:
    """Pair the things of one kind on a slide and tell what was done to each.

    The same content comes first, then likeness of what is said of them; what is left over is paired in order.
    """
    shown = [[f"{each.alt} {show(each)}" for each in side] for side in (old, new)]
    olds, news = ([content(each) for each in side] for side in (old, new))
    pairs = align(olds, news, lambda i, j: likeness(shown[0][i], shown[1][j]), _LEAST_LIKE)
    moves = find_moved(olds, news, pairs)
    gone, come = find_lone(pairs, moves)
    matched = [(before, after) for before, after in pairs if before is not None and after is not None]
    matched += [(before, after) for after, before in moves.items()]
    matched += zip(gone, come, strict=False)
    changes = []
    for before, after in sorted(matched, key=lambda pair: pair[1]):
        if old[before] != new[after] and (edits := tell(old[before], new[after])):
            is_told = max(len(old), len(new)) > 1
            changes.append(Change(kind, _subject(new[after].alt, after) if is_told else "", tuple(edits)))
    changes += [Change(kind, "", (removed("", show(old[each])),)) for each in gone[len(come) :]]
    changes += [Change(kind, "", (added("", show(new[each])),)) for each in come[len(gone) :]]
    return changes


def _subject(alt: str, index: int) -> str:
    return f"“{shorten(alt)}”" if alt else str(index + 1)


def _diff_alt(old: str, new: str, shown: str = "") -> list[Edit]:
    """Return what was done to an alt text; nothing where only words ``shown`` changed, which is told already.

    Alt texts that are made of a figure's labels or data change with these.
    """
    if old == new:
        return []
    if not old or not new:
        return [changed("alt text", old, new)]
    pieces = diff_words(old, new)
    if shown:
        said = set(_WORD.findall(" ".join((shown, *(piece.text for piece in pieces if piece.op == "same")))))
        if all(said.issuperset(_WORD.findall(piece.text)) for piece in pieces):
            return []
    return [Edit("changed", "alt text", pieces)]


def _diff_labels(old: Drawing, new: Drawing) -> tuple[list[Edit], dict[str, str]]:
    """Return what was done to labels, and what those are called now that were changed."""
    olds, news = ([label.text for label in side.labels] for side in (old, new))
    # A label that stands where another stood was renamed, however unlike they are.
    pairs = align(olds, news, lambda i, j: max(likeness(olds[i], news[j]), _LEAST_LABEL), _LEAST_LABEL)
    moves = find_moved(olds, news, pairs)
    gone, come = find_lone(pairs, moves)
    edits: list[Edit] = []
    renamed: dict[str, str] = {}
    for before, after in pairs:
        if before is not None and after is not None:
            edits += _diff_label(old, new, before, after)
            renamed[olds[before]] = news[after]
    edits += [removed("label", olds[before]) for before in gone]
    edits += [added("label", news[after]) for after in come]
    if not edits and moves and old.edges == new.edges:
        edits += [moved("label", news[after]) for after in moves]
    return edits, renamed


def _diff_label(old: Drawing, new: Drawing, before: int, after: int) -> list[Edit]:
    label, other = old.labels[before], new.labels[after]
    if label.text != other.text:
        return [Edit("changed", "label", diff_words(label.text, other.text))]
    if label.form != other.form:
        return [
            changed(f"shape of “{shorten(label.text)}”", label.form or "own shape", other.form or "own shape")
        ]
    return []


def _diff_edges(old: Drawing, new: Drawing, renamed: dict[str, str]) -> list[Edit]:
    """Return connections that came and went, those between labels that only were changed left out."""
    left = [(renamed.get(start, start), renamed.get(end, end)) for start, end in old.edges]
    come = []
    for edge in new.edges:
        if edge in left:
            left.remove(edge)
        else:
            come.append(edge)
    edits = [removed("connection", _spell_edge(edge)) for edge in left]
    return edits + [added("connection", _spell_edge(edge)) for edge in come]


def _spell_edge(edge: tuple[str, str]) -> str:
    return " → ".join(end or "(nothing)" for end in edge)


def _spell_box(box: Box | None) -> str:
    return "its layout's" if box is None else f"its own, {_spell_size(box)}"


def _spell_size(box: Box) -> str:
    return f"{box.cx / _CM:.1f} × {box.cy / _CM:.1f} cm"


def _spell_crop(crop: tuple[int, int, int, int]) -> str:
    sides = zip(("left", "top", "right", "bottom"), crop, strict=True)
    return ", ".join(f"{side} {cut / 1000:.3g} %" for side, cut in sides if cut) or "nothing"


def _count(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
