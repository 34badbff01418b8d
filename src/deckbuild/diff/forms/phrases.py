"""What all forms of a comparison say in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.diff.changes import Change, DeckDiff, Edit, SlideDiff

NOTHING = "No differences"


def summarize(slides: Iterable[SlideDiff]) -> str:
    """Say how many slides were changed, added, removed and moved, such as ``2 changed, 1 added``."""
    slides = list(slides)
    counts = [
        (sum(slide.status == status for slide in slides), status)
        for status in ("changed", "added", "removed")
    ]
    counts.append((sum(slide.is_moved for slide in slides), "moved"))
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def describe_deck(deck: DeckDiff) -> str:
    """Say in a line what became of a deck."""
    if deck.status == "added":
        return f"deck added, {count(deck.new_slides, 'slide')}"
    if deck.status == "removed":
        return f"deck removed, {count(deck.old_slides, 'slide')}"
    if deck.status == "same":
        return "no differences"
    numbers = summarize(deck.slides)
    whole = " and ".join(dict.fromkeys(change.kind for change in deck.changes))
    said = [numbers] if numbers else []
    said += [f"the whole deck: {whole}"] if whole else []
    before, after = deck.old_slides, deck.new_slides
    total = (
        f"{count(before, 'slide')} before, {after} now" if before != after else f"of {count(after, 'slide')}"
    )
    return f"{'; '.join(said)} ({total})"


def describe_place(slide: SlideDiff) -> str:
    """Say where a slide stands, such as ``12 (was 11)``."""
    if slide.old is None or slide.new is None:
        known = slide.new or slide.old
        return str(known.number) if known else ""
    before, after = slide.old.number, slide.new.number
    return str(after) if before == after else f"{after} (was {before})"


def describe_status(slide: SlideDiff) -> str:
    """Say what became of a slide: ``moved``, ``changed``, ``moved and changed``, …."""
    words = ["moved"] if slide.is_moved else []
    words += [slide.status] if slide.status != "same" else []
    return " and ".join(words)


def name_change(change: Change) -> str:
    """Name what was changed: ``table``, or ``table 2`` where there are several."""
    return f"{change.kind} {change.subject}".rstrip()


def name_edit(edit: Edit) -> str:
    """Say what was done to what, without the words themselves; "" where these say it."""
    if edit.op == "changed":
        return edit.what
    return f"{edit.what} {edit.op}".lstrip()


def limit_edits(change: Change, most: int) -> tuple[Sequence[Edit], str]:
    """Return the first edits of a change, and what to say of those left out, "" if there are none."""
    left = len(change.edits) - most
    return (change.edits[:most], f"… and {left} more") if left > 1 else (change.edits, "")


def count(number: int, noun: str) -> str:
    """Say how many there are of something."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
