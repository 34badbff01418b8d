"""Differences of texts, told in whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .align import find_stretches
from .changes import Edit, Piece
from .edits import changed, replaced, shorten
from .facts import Run, Runs, text_of

_WORD = re.compile(
    r"\s*(?:[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]|[\w'’]+(?:[.,:/@-]\w+)*|\S)|\s+"
)
"""A word with the space before it; East Asian characters are words of their own."""

_MOST_CHARACTERS = 40_000
"""In two longer texts, no words are looked for that stay."""

_MOST_COMPARED = 8_000
_LEAST_KEPT = 0.25
"""Where less of both texts stays, they are told as one that went and one that came."""


def likeness(old: str, new: str) -> float:
    """Return how like two texts are, from 0 to 1; of long ones, by how they begin and end."""
    from rapidfuzz import fuzz

    if len(old) + len(new) > _MOST_COMPARED:
        half = _MOST_COMPARED // 4
        old, new = (text if len(text) <= 2 * half else text[:half] + text[-half:] for text in (old, new))
    return float(fuzz.ratio(old, new)) / 100


def diff_words(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words that stay, go and come."""
    if old == new:
        return (Piece("same", old),) if old else ()
    if not old or not new or len(old) + len(new) > _MOST_CHARACTERS:
        return replaced(old, new)
    olds, news = _WORD.findall(old), _WORD.findall(new)
    parts = [
        ("".join(olds[before.start : before.stop]), "".join(news[after.start : after.stop]), is_same)
        for before, after, is_same in find_stretches([w.strip() for w in olds], [w.strip() for w in news])
    ]
    pieces = _spell(_join_small(parts))
    if all(piece.op == "same" for piece in pieces):  # only spaces are others
        return replaced(old, new)
    kept = sum(len(piece.text.strip()) for piece in pieces if piece.op == "same")
    return pieces if 2 * kept >= _LEAST_KEPT * (len(old) + len(new)) else replaced(old, new)


_Part = tuple[str, str, bool]
"""Words before and after, and whether they are the same."""


def _join_small(parts: Iterable[_Part]) -> list[_Part]:
    """Take what stays between two changes for changed where it is shorter than each: that reads better."""
    joined: list[_Part] = []
    for part in parts:
        joined.append(part)
        while len(joined) > 2 and not joined[-1][2] and joined[-2][2] and not joined[-3][2]:
            first, middle, last = joined[-3:]
            if len(middle[0].strip()) >= min(_length(first), _length(last)):
                break
            joined[-3:] = [(first[0] + middle[0] + last[0], first[1] + middle[1] + last[1], False)]
    return joined


def _length(part: _Part) -> int:
    return max(len(part[0]), len(part[1]))


def _spell(parts: Iterable[_Part]) -> tuple[Piece, ...]:
    """Write parts as pieces; a space that both sides of a change begin with stays outside."""
    pieces: list[Piece] = []
    for old, new, is_same in parts:
        if is_same:
            pieces.append(Piece("same", new))
            continue
        space = old[:1] if old[:1].isspace() and new[:1] == old[:1] else ""
        pieces += [Piece("same", space)] if space else []
        pieces += replaced(old[len(space) :], new[len(space) :])
    return tuple(_merge(pieces))


def _merge(pieces: Iterable[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].op == piece.op:
            merged[-1] = Piece(piece.op, merged[-1].text + piece.text)
        elif piece.text:
            merged.append(piece)
    return merged


def diff_runs(what: str, old: Runs, new: Runs) -> list[Edit]:
    """Return what was done to a line: to its words, or, where they are the same, to their look and links."""
    before, after = text_of(old), text_of(new)
    if before.rstrip() != after.rstrip():
        return [Edit("changed", what, diff_words(before, after))]
    return diff_looks(old, new) if before == after else []


def diff_looks(old: Runs, new: Runs) -> list[Edit]:
    """Return which words of the same text were marked and linked, or no longer are."""
    edits: list[Edit] = []
    for text, before, after in _overlay(old, new):
        shown = f"“{shorten(text.strip())}”"
        if before.link != after.link:
            edits.append(changed(f"link of {shown}", before.link, after.link))
        gone = [mark for mark in before.marks if mark not in after.marks]
        come = [mark for mark in after.marks if mark not in before.marks]
        if (gone or come) and text.strip():
            edits.append(changed(f"look of {shown}", ", ".join(gone), ", ".join(come)))
    return edits


def _overlay(old: Runs, new: Runs) -> list[tuple[str, Run, Run]]:
    """Cut two ways of marking one text so that each part has one look before and one after."""
    parts: list[tuple[str, Run, Run]] = []
    ends = sorted({*_ends(old), *_ends(new)})
    olds, news, start, before, after = iter(old), iter(new), 0, Run(""), Run("")
    end_old = end_new = 0
    text = text_of(new)
    for end in ends:
        if end_old <= start:
            before = next(olds)
            end_old += len(before.text)
        if end_new <= start:
            after = next(news)
            end_new += len(after.text)
        parts.append((text[start:end], before, after))
        start = end
    return parts


def _ends(runs: Runs) -> list[int]:
    ends, place = [], 0
    for run in runs:
        place += len(run.text)
        ends.append(place)
    return ends
