"""A comparison for machines."""

from __future__ import annotations

import json
from typing import Any

from deckbuild.diff.changes import Change, Comparison, DeckDiff, SlideDiff

from .room import name_slide


def format_json(comparison: Comparison) -> str:
    """Return a comparison as JSON; docs/diff.md describes it."""
    return json.dumps(describe(comparison), ensure_ascii=False, indent=1) + "\n"


def describe(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON's values."""
    return {
        "old": comparison.old,
        "new": comparison.new,
        "different": comparison.has_differences,
        "decks": [_deck(deck) for deck in comparison.decks],
    }


def _deck(deck: DeckDiff) -> dict[str, Any]:
    return {
        "name": deck.name,
        "status": deck.status,
        "old_slides": deck.old_slides,
        "new_slides": deck.new_slides,
        "changes": [_change(change) for change in deck.changes],
        "slides": [_slide(slide) for slide in deck.slides],
    }


def _slide(slide: SlideDiff) -> dict[str, Any]:
    return {
        "status": slide.status,
        "moved": slide.is_moved,
        "old": slide.old.number if slide.old else None,
        "new": slide.new.number if slide.new else None,
        "title": name_slide(slide),
        "changes": [_change(change) for change in slide.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    edits = [
        {
            "op": edit.op,
            "what": edit.what,
            "old": None if edit.op == "added" else edit.old,
            "new": None if edit.op == "removed" else edit.new,
            "pieces": [{"op": piece.op, "text": piece.text} for piece in edit.pieces],
        }
        for edit in change.edits
    ]
    return {"kind": change.kind, "subject": change.subject, "edits": edits}
