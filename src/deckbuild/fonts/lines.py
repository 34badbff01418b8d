"""Breaking a paragraph's runs into lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category

from deckbuild.fonts.breaks import SPACES, find_breaks
from deckbuild.fonts.face import TAB_PT, Face

Run = tuple[str, Face, float]
"""A run's text, its face and its size in points."""

_HARD_BREAK = re.compile(r"[\n\v]")
_TOLERANCE_PT = 0.001  # an EMU is 0.00008 pt: only the rounding of sums is forgiven


class Line(NamedTuple):
    """One line: its start and end in the runs' joined text, its width and largest size in points.

    `end` is behind the spaces that hang at the line's end, which `width_pt` leaves out, and before a
    hard break.
    """

    start: int
    end: int
    width_pt: float
    size_pt: float


def break_lines(runs: Sequence[Run], first_width_pt: float, width_pt: float) -> list[Line]:
    r"""Break a paragraph greedily into lines no wider than the first line's and the others' width.

    `\n` and `\v` in the text break hard. Spaces hang at the end of a line. What is wider than a line
    and has no place to break is broken between characters (PPTX-FACTS, "Text that fits"); a line is
    wider than it may be only if it is a single character. A paragraph has at least one line; a
    paragraph of no runs has one of size 0.
    """
    text = "".join(run[0] for run in runs)
    hard_breaks = [match.start() for match in _HARD_BREAK.finditer(text)]
    if len(runs) == 1 and not hard_breaks:
        _, face, size = runs[0]
        width = face.advance(text.rstrip(SPACES), size)
        if width <= first_width_pt:
            return [Line(0, len(text), width, size)]
    edges = [0.0, *accumulate(_advances(runs))]
    lines: list[Line] = []
    start = 0
    for end in (*hard_breaks, len(text)):
        limit_pt = width_pt if lines else first_width_pt
        lines += _fill(text[start:end], start, edges[start : end + 1], limit_pt, width_pt)
        start = end + 1
    return _with_sizes(lines, runs)


def _advances(runs: Sequence[Run]) -> Iterator[float]:
    """Give each character's advance in points."""
    for text, face, size in runs:
        scale = size / face.units_per_em
        if "\t" in text:
            for character in text:
                yield TAB_PT if character == "\t" else face.advances[character] * scale
        else:
            yield from [units * scale for units in map(face.advances.__getitem__, text)]


def _fill(text: str, offset: int, edges: Sequence[float], limit_pt: float, width_pt: float) -> Iterator[Line]:
    """Give the lines of text without hard breaks; `edges` are its characters' left edges and its end."""
    breaks = find_breaks(text)
    drawn = [edges[end] for end, _ in breaks]
    start = done = 0
    while done < len(breaks):
        left = edges[start]
        right = left + limit_pt + _TOLERANCE_PT
        fitting = bisect_right(drawn, right, done)
        end = breaks[done][0]
        if fitting == done and (cut := _cut(text, start, bisect_right(edges, right, start, end) - 1)) < end:
            yield Line(offset + start, offset + cut, edges[cut] - left, 0.0)
            start = cut
        else:
            done = max(fitting, done + 1)
            yield Line(offset + start, offset + breaks[done - 1][1], drawn[done - 1] - left, 0.0)
            start = breaks[done - 1][1]
        limit_pt = width_pt


def _cut(text: str, start: int, cut: int) -> int:
    """Move a cut between characters back to where no mark is parted from its letter, behind one at least."""
    earliest = start + 1
    best = cut
    while best > earliest and (category(text[best])[0] == "M" or text[best - 1] == "\u200d"):
        best -= 1
    if best > earliest:
        return best
    cut = max(cut, earliest)
    while cut < len(text) and category(text[cut])[0] == "M":
        cut += 1
    return cut


def _with_sizes(lines: list[Line], runs: Sequence[Run]) -> list[Line]:
    """Give each line the largest size of the runs on it; an empty line that of the run it is in."""
    sizes = [run[2] for run in runs] or [0.0]
    if min(sizes) == max(sizes):
        return [Line(start, end, width, sizes[0]) for start, end, width, _ in lines]
    starts = [0, *accumulate(len(run[0]) for run in runs)][:-1]
    sized = []
    for start, end, width, _ in lines:
        first = max(bisect_right(starts, start) - 1, 0)
        last = max(bisect_right(starts, max(end - 1, start)), first + 1)
        sized.append(Line(start, end, width, max(sizes[first:last])))
    return sized
