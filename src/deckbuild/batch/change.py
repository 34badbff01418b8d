"""Which slides of a source a change of its text concerns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuild.named_tuple import NamedTuple

_HEADING = re.compile(r"#{1,2}[ \t]+\S")
"""A heading that begins a slide wherever it stands on its own (CommonMark 4.2)."""


class Change(NamedTuple):
    """Slides that may differ, from the ``first`` to the one before ``last``, and where their text stands.

    The text is from ``start`` to ``old_end`` in the old text, and to ``new_end`` in the new one. ``is_last``
    says that nothing follows it.
    """

    first: int
    last: int
    start: int
    old_end: int
    new_end: int
    is_last: bool


def find_change(old: str, new: str, starts: Sequence[int]) -> Change | None:
    """Return the slides that a change of a source's text concerns, whole; None if there are none such.

    ``starts`` are the offsets in ``old`` where the slides of this source begin, in order. The slides found
    begin with a heading in both texts, and such a heading follows them, unless they are the last: all else is
    the same in both texts and is read alike, as what CommonMark's blocks are depends on what stands before
    them only.
    """
    shortest = min(len(old), len(new))
    same = _count_same(old, new, shortest)
    after = _count_same_at_end(old, new, shortest - same)
    first = len(starts) - 1
    while first >= 0 and not (starts[first] <= same and _begin(old, new, starts[first])):
        first -= 1
    if first < 0:
        return None
    last = first + 1
    while last < len(starts) and not (starts[last] >= len(old) - after and _HEADING.match(old, starts[last])):
        last += 1
    is_last = last == len(starts)
    old_end = len(old) if is_last else starts[last]
    return Change(first, last, starts[first], old_end, old_end + len(new) - len(old), is_last)


def _begin(old: str, new: str, start: int) -> bool:
    """Whether a heading stands there in both texts."""
    return _HEADING.match(old, start) is not None and _HEADING.match(new, start) is not None


def _count_same(old: str, new: str, most: int) -> int:
    """Return how many characters both texts begin with, by halves: comparing slices is quick."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _count_same_at_end(old: str, new: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
