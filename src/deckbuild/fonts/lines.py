"""Breaking a paragraph's runs into lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from deckbuild.fonts.advances import Run, run_advances
from deckbuild.fonts.breaks import break_inside, find_breaks
from deckbuild.named_tuple import NamedTuple

_HARD_BREAK = re.compile(r"[\n\v]")
_USABLE = 0.9975  # renderers round every glyph's advance: LibreOffice drew lines up to 0.2 % wider


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
    and has no place to break is broken behind a slash or the like, else between characters;
    only a line of a single character may be wider than the width, a quarter of a percent of which is
    kept free for rounding. A paragraph has at least one line; one of no runs has a line of size 0.
    """
    first_width_pt *= _USABLE
    width_pt *= _USABLE
    if len(runs) == 1 and (lines := _break_plain(runs[0], first_width_pt, width_pt)):
        return lines
    text = "".join([run[0] for run in runs])
    edges = [0.0, *accumulate(run_advances(runs))]
    lines = []
    start = 0
    for end in (*(match.start() for match in _HARD_BREAK.finditer(text)), len(text)):
        limit_pt = width_pt if lines else first_width_pt
        lines += _fill(text[start:end], start, edges[start : end + 1], limit_pt, width_pt)
        start = end + 1
    return _with_sizes(lines, runs)


def _break_plain(run: Run, first_width_pt: float, width_pt: float) -> list[Line]:
    """Break one run of plain words parted by single spaces; give nothing for any other text.

    The same lines as the general way, for most of a deck's text, from remembered words.
    """
    text, face, size = run
    words = text.split(" ")
    widths = list(map(face.words.__getitem__, words))
    if min(widths) < 0:
        return []
    scale = size / face.units_per_em
    space = face.advances[" "]
    total = sum(widths) + space * (len(words) - 1)
    if total * scale <= first_width_pt:
        return [Line(0, len(text), total * scale, size)]
    first, other = first_width_pt / scale, width_pt / scale
    if max(widths) > min(first, other):
        return []
    drawn = list(accumulate([width + space for width in widths]))  # each a space too wide, as is the limit
    ends = list(accumulate(map(len, words)))
    lines = []
    left = start = done = 0
    limit = first + space
    while done < len(words):
        done = bisect_right(drawn, left + limit, done + 1)
        end = min(ends[done - 1] + done, len(text))
        lines.append(Line(start, end, (drawn[done - 1] - left - space) * scale, size))
        left, start, limit = drawn[done - 1], end, other + space
    return lines


def _fill(text: str, offset: int, edges: Sequence[float], limit_pt: float, width_pt: float) -> Iterator[Line]:
    """Give the lines, without sizes, of text without hard breaks that stands at an offset in its paragraph.

    `edges` are its characters' left edges and its end.
    """
    breaks = find_breaks(text)
    drawn = [edges[end] for end, _ in breaks]
    start = done = 0
    while done < len(breaks):
        left = edges[start]
        right = left + limit_pt
        fitting = bisect_right(drawn, right, done)
        if fitting == done:
            word_end = breaks[done][0]
            cut = break_inside(text, start, bisect_right(edges, right, start, word_end) - 1)
            if cut < word_end:
                yield Line(offset + start, offset + cut, edges[cut] - left, 0.0)
                start, limit_pt = cut, width_pt
                continue
            fitting += 1
        done = fitting
        drawn_end, end = breaks[done - 1]
        yield Line(offset + start, offset + end, edges[drawn_end] - left, 0.0)
        start, limit_pt = end, width_pt


def _with_sizes(lines: list[Line], runs: Sequence[Run]) -> list[Line]:
    """Give each line the largest size of the runs on it; an empty line that of the run it is in."""
    sizes = [run[2] for run in runs] or [0.0]
    if min(sizes) == max(sizes):
        return [Line(start, end, width, sizes[0]) for start, end, width, _ in lines]
    starts = [0, *accumulate(len(run[0]) for run in runs)][:-1]
    sized = []
    for start, end, width, _ in lines:
        first = max(bisect_right(starts, start) - 1, 0)
        last = bisect_right(starts, max(end - 1, start))
        sized.append(Line(start, end, width, max(sizes[first:last])))
    return sized
