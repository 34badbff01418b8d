"""Comparing two decks: their slides matched, and what changed on each told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from .changes import KINDS, Change, DeckDiff, Edit, SlideDiff, Status
from .edits import changed
from .facts import Deck, Look, Slide, text_of
from .figures import diff_charts, diff_drawings, diff_objects, diff_pictures, diff_places, diff_tables
from .match import find_moved_pairs, match_slides
from .paragraphs import diff_paragraphs
from .words import diff_looks, diff_words

_LIFTED = frozenset(("language", "layout", "footer", "appearance"))
"""Kinds that are told of the deck where the same was done to most of its slides."""

_LEAST_LIFTED = 3
_RANKS = {kind: rank for rank, kind in enumerate(KINDS)}


def compare_decks(name: str, old: Deck, new: Deck) -> DeckDiff:
    """Return what changed between two decks; ``name`` is what they are called."""
    slides = _compare_slides(old.slides, new.slides)
    lifted = _find_lifted(slides)
    slides = [
        slide._replace(changes=tuple(each for each in slide.changes if each not in lifted))
        for slide in slides
    ]
    told = tuple(slide for slide in slides if slide.status != "same" or slide.is_moved)
    changes = (*_compare_whole(old, new), *lifted)
    status: Status = "changed" if told or changes else "same"
    return DeckDiff(name, status, len(old.slides), len(new.slides), changes, told)


def _compare_slides(old: Sequence[Slide], new: Sequence[Slide]) -> list[SlideDiff]:
    """Return what became of every slide: in the new order, removed ones behind what they followed."""
    pairs = match_slides(old, new)
    moved = find_moved_pairs(pairs)
    by_new = {after: (before, number in moved) for number, (before, after) in enumerate(pairs)}
    followers: dict[int, list[int]] = defaultdict(list)
    stays = {before: after for number, (before, after) in enumerate(pairs) if number not in moved}
    matched = dict(pairs)
    last = -1
    for index in range(len(old)):
        last = stays.get(index, last)
        if index not in matched:
            followers[last].append(index)
    found = [_describe_lone(old[index], None) for index in followers[-1]]
    for index, slide in enumerate(new):
        if index in by_new:
            before, is_moved = by_new[index]
            found.append(SlideDiff(old[before], slide, is_moved, compare_slides(old[before], slide)))
        else:
            found.append(_describe_lone(None, slide))
        found += [_describe_lone(old[each], None) for each in followers[index]]
    return found


def _describe_lone(old: Slide | None, new: Slide | None) -> SlideDiff:
    """Describe a slide that is in one deck only by all that it says and shows."""
    kept = (old or new or Slide(0))._replace(
        title=(), language="", clicks=0, transition="", footers=(), background="", looks=(), layout=""
    )
    empty = Slide(kept.number)
    changes = compare_slides(kept, empty) if new is None else compare_slides(empty, kept)
    return SlideDiff(old, new, changes=changes)


def compare_slides(old: Slide, new: Slide) -> tuple[Change, ...]:
    """Return what changed between two slides that are one, what matters most first."""
    if old._replace(number=0, identity="") == new._replace(number=0, identity=""):
        return ()
    changes: list[Change] = []

    def tell(kind: str, edits: Iterable[Edit]) -> None:
        if found := tuple(edits):
            changes.append(Change(kind, "", found))

    tell("title", _diff_title(old, new))
    tell("text", diff_paragraphs(old.body, new.body))
    changes += diff_tables(old.tables, new.tables)
    changes += diff_pictures(old.pictures, new.pictures)
    changes += diff_charts(old.charts, new.charts)
    changes += diff_drawings(old.drawings, new.drawings)
    changes += diff_objects(old.objects, new.objects)
    tell("notes", diff_paragraphs(old.notes, new.notes))
    tell("language", _diff_values("", old.language, new.language))
    hidden = ["hidden" if slide.is_hidden else "shown" for slide in (old, new)]
    tell("visibility", _diff_values("", hidden[0], hidden[1]))
    tell("layout", _diff_values("", old.layout, new.layout))
    clicks = _diff_values("clicks", str(old.clicks), str(new.clicks))
    tell("animation", clicks + _diff_values("transition", old.transition, new.transition))
    tell("footer", _diff_footers(old.footers, new.footers))
    tell("appearance", _diff_appearance(old, new))
    return tuple(sorted(changes, key=lambda change: _RANKS[change.kind]))


def _diff_title(old: Slide, new: Slide) -> list[Edit]:
    before, after = text_of(old.title), text_of(new.title)
    if before == after:
        return diff_looks(old.title, new.title)
    if not before or not after:
        return [changed("", before, after)]
    return [Edit("changed", "", diff_words(before, after))]


def _diff_values(what: str, old: str, new: str) -> list[Edit]:
    return [changed(what, old, new)] if old != new else []


def _diff_footers(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    before, after = " | ".join(old), " | ".join(new)
    if before == after:
        return []
    return (
        [Edit("changed", "", diff_words(before, after))] if before and after else [changed("", before, after)]
    )


def _diff_appearance(old: Slide, new: Slide) -> list[Edit]:
    """Return what stands elsewhere or is drawn otherwise of what is there before and after."""
    edits = [Edit("changed", "background")] if old.background != new.background else []
    free: dict[str, list[Look]] = defaultdict(list)
    for look in reversed(old.looks):
        free[look.content].append(look)
    for look in new.looks:
        if not free[look.content]:
            continue
        before = free[look.content].pop()
        shown = look.name or "shape"
        if not look.content.startswith("pic "):
            for edit in diff_places(before.box, look.box):
                edits.append(edit._replace(what=f"{edit.what} of {shown}" if edit.what else shown))
        if before.style != look.style:
            edits.append(Edit("changed", f"look of {shown}"))
    return edits


def _compare_whole(old: Deck, new: Deck) -> list[Change]:
    """Return what changed of the whole deck."""
    changes = []
    if old.size != new.size:
        sizes = [f"{size[0] / 360_000:.1f} × {size[1] / 360_000:.1f} cm" for size in (old.size, new.size)]
        changes.append(Change("slide size", "", (changed("", *sizes),)))
    if old.template != new.template:
        changes.append(Change("template", "", (Edit("changed", "masters, layouts or theme"),)))
    return changes


def _find_lifted(slides: Sequence[SlideDiff]) -> list[Change]:
    """Return what was done alike to most of the slides that stay."""
    kept = [slide for slide in slides if slide.old and slide.new]
    counts = Counter(change for slide in kept for change in slide.changes if change.kind in _LIFTED)
    return [change for change, count in counts.items() if count >= _LEAST_LIFTED and count * 2 > len(kept)]
