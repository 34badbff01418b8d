"""A comparison for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.diff.changes import Change, Comparison, DeckDiff, Edit, Piece, SlideDiff

from .phrases import (
    NOTHING,
    describe_deck,
    describe_place,
    describe_status,
    limit_edits,
    name_change,
    name_edit,
)
from .room import Room, fit_edit, name_slide

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What could write elsewhere on a terminal, or turn text round; U+000B is a line broken by the author."""

_MARKS = {"added": "+", "removed": "-", "changed": "~", "same": ">"}
_COLORS = {
    "added": "32",
    "removed": "31",
    "changed": "33",
    "same": "36",
    "moved": "36",
    "head": "1",
    "faint": "2",
}
_SIGNS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_PROSE = frozenset(("title", "text", "notes"))
"""Kinds whose words are shown where they stand; of others a value is shown that became another."""

_ROOM = Room(kept=60, changed=600, edit=2_000)
_MOST_EDITS, _MOST_LONE_EDITS = 100, 6
"""How many edits of one kind are shown: of a slide that stays, of one that came or went."""


def format_text(comparison: Comparison, in_color: bool) -> str:
    """Return a comparison as lines; words that went are in ``[-…-]``, those that came in ``{+…+}``."""
    writer = _Writer(in_color)
    decks = ["\n".join(writer.deck(deck)) for deck in comparison.decks]
    return "\n\n".join(decks or [f"{NOTHING}."]) + "\n"


class _Writer:
    """Writes lines, with or without colours."""

    def __init__(self, in_color: bool) -> None:
        self._in_color = in_color

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if self._in_color and text else text

    def deck(self, deck: DeckDiff) -> Iterator[str]:
        """Yield the lines of a deck."""
        yield self._paint(f"{clean(deck.name)}: {describe_deck(deck)}", "head")
        for change in deck.changes:
            yield from self._change(change)
        for slide in deck.slides:
            yield ""
            yield self._head(slide)
            for change in slide.changes:
                yield from self._change(change, slide.old is not None and slide.new is not None)

    def _head(self, slide: SlideDiff) -> str:
        place, name = describe_place(slide), clean(name_slide(slide)) or "(no title)"
        line = f"{_MARKS[slide.status]} slide {place}: {name}"
        return f"{self._paint(line, slide.status)}  {self._paint(describe_status(slide), 'faint')}"

    def _change(self, change: Change, is_known: bool = True) -> Iterator[str]:
        name = clean(name_change(change))
        edits, rest = limit_edits(change, _MOST_EDITS if is_known else _MOST_LONE_EDITS)
        for number, edit in enumerate(edits):
            head = "" if number else name
            yield f"    {self._paint(f'{head:<12}', 'faint')} {self._edit(edit, change.kind)}".rstrip()
        if rest:
            yield f"{'':<17}{self._paint(rest, 'faint')}"

    def _edit(self, edit: Edit, kind: str) -> str:
        what, edit = clean(name_edit(edit)), fit_edit(edit, _ROOM)
        if edit.what == "paragraph" and edit.op in ("added", "removed"):
            sign = "+" if edit.op == "added" else "-"
            return self._paint(f"{sign} {clean(edit.old or edit.new)}", edit.op)
        if edit.op == "changed" and (edit.what or kind not in _PROSE) and _is_swap(edit):
            words = f"{self._paint(clean(edit.old), 'removed')} → {self._paint(clean(edit.new), 'added')}"
            return f"{what}: {words}" if what else words
        if edit.op == "changed":
            words = "".join(map(self._piece, edit.pieces))
            return f"{what}: {words}" if what and words else what or words
        text = clean("".join(piece.text for piece in edit.pieces))
        return self._paint(f"{what}: {text}" if what else text, edit.op)

    def _piece(self, piece: Piece) -> str:
        start, end = _SIGNS.get(piece.op, ("", ""))
        text = f"{start}{clean(piece.text)}{end}"
        return text if piece.op == "same" else self._paint(text, piece.op)


def clean(text: str) -> str:
    """Take out what would do more on a terminal than stand there; a broken line shows as ``⏎``."""
    return _CONTROLS.sub("", text.replace("\v", " ⏎ ").replace("\n", " ").replace("\t", " "))


def _is_swap(edit: Edit) -> bool:
    return [piece.op for piece in edit.pieces] == ["removed", "added"]
