"""A comparison as a comment on a pull request: GitHub Flavored Markdown, of bounded length.

What decks say is escaped so that it is neither Markdown nor HTML, mentions nobody and refers to no issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from deckbuild.diff.changes import Change, Comparison, DeckDiff, Edit, SlideDiff

from .phrases import (
    NOTHING,
    count,
    describe_deck,
    describe_place,
    describe_status,
    name_change,
    name_edit,
)
from .room import Room, fit_edit, name_slide
from .text import clean

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 in a comment; the rest is left to whoever posts this."""

_MOST_A_SLIDE = 8_000
_MOST_EDITS = 60
_ROOM = Room(kept=160, changed=1_200, edit=3_000)
_PUNCTUATION = re.compile(r"([\\`*_\[\]~$|])")
"""What Markdown would take for more than itself within a line; nothing that is escaped begins one."""

_REFERENCE = re.compile(r"@(?=\w)|#(?=\d)|\bGH-(?=\d)", re.IGNORECASE)
_NEVER_SEEN = "\u200b"
_UNTITLED = "<i>no title</i>"


def format_markdown(comparison: Comparison, most: int = MOST_CHARACTERS) -> str:
    """Return a comparison in at most so many characters; what is left out is said at the end."""
    lines = [f"### Slides: {escape_markdown(comparison.old)} → {escape_markdown(comparison.new)}", ""]
    if not comparison.has_differences:
        return "\n".join([*lines, f"{NOTHING}.", ""])
    blocks: list[tuple[str, bool]] = [("\n".join(lines), False)]
    for deck in comparison.decks:
        blocks.append((_head(deck), False))
        blocks += ((_slide(slide), True) for slide in deck.slides)
    return _bound(blocks, most)


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    safe = escape(" ".join(clean(text).split()), quote=False)
    return _break_references(_PUNCTUATION.sub(r"\\\1", safe))


def escape_html(text: str) -> str:
    """Return text that HTML shows as it is, on one line."""
    return _break_references(escape(" ".join(clean(text).split())))


def _break_references(text: str) -> str:
    """Put a space that is never seen into what code hosts take for a person or an issue."""
    return _REFERENCE.sub(lambda found: f"{found[0]}{_NEVER_SEEN}", text)


def _bound(blocks: list[tuple[str, bool]], most: int) -> str:
    room = most - 400
    kept, left_out = [], 0
    for block, is_slide in blocks:
        length = _length(block) + 1
        if length <= room and not left_out:
            kept.append(block)
            room -= length
        else:
            left_out += is_slide
    if left_out:
        kept.append(f"\n{count(left_out, 'more slide')} left out here: `deckbuild diff` tells all of them.\n")
    return "\n".join(kept)


def _length(text: str) -> int:
    """Count as JavaScript does, two for what is beyond the basic plane."""
    return len(text) + sum(character > "\uffff" for character in text)


def _head(deck: DeckDiff) -> str:
    lines = [f"**{escape_markdown(deck.name)}**: {escape_markdown(describe_deck(deck))}", ""]
    lines += [line for change in deck.changes for line in _change(change)]
    return "\n".join([*lines, ""] if deck.changes else lines)


def _slide(slide: SlideDiff) -> str:
    kinds = ", ".join(dict.fromkeys(change.kind for change in slide.changes))
    told = describe_status(slide) + (f": {kinds}" if kinds and slide.status == "changed" else "")
    lines = [line for change in slide.changes for line in _change(change)]
    kept: list[str] = []
    for number, line in enumerate(lines):
        if sum(map(_length, kept)) + _length(line) > _MOST_A_SLIDE or number >= _MOST_EDITS:
            kept.append(f"- … and {len(lines) - number} more")
            break
        kept.append(line)
    place = f"<b>{describe_place(slide)}</b>"
    if not kept:
        return f"- {place} {escape_markdown(name_slide(slide)) or _UNTITLED} ({told})\n"
    head = f"<summary>{place} {escape_html(name_slide(slide)) or _UNTITLED} ({told})</summary>"
    return "\n".join(["<details>", head, "", *kept, "", "</details>", ""])


def _change(change: Change) -> Iterator[str]:
    name = escape_markdown(name_change(change))
    for edit in change.edits:
        is_lone = edit.what == "paragraph" and edit.op in ("added", "removed")
        what = "" if is_lone else escape_markdown(name_edit(edit))
        words = _words(edit)
        yield f"- **{name}** {what}{': ' if what and words else ''}{words}".rstrip()


def _words(edit: Edit) -> str:
    parts = []
    for piece in fit_edit(edit, _ROOM).pieces:
        text = piece.text
        start = " " if text[:1].isspace() else ""
        end = " " if text[-1:].isspace() and text.strip() else ""
        safe = escape_markdown(text)
        tag = {"removed": "del", "added": "ins"}.get(piece.op, "")
        parts.append(f"{start}<{tag}>{safe}</{tag}>{end}" if tag and safe else f"{start}{safe}{end}")
    return "".join(parts).replace("</del><ins>", "</del> <ins>").strip()
