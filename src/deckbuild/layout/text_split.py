"""Where a body of text may be divided, best place first, and what its second part needs to go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, takewhile
from typing import Any

from deckbuild.fonts import Line, break_lines, find_breaks
from deckbuild.named_tuple import NamedTuple
from deckbuild.template import TextLevel
from deckbuild.units import EMU_PER_POINT

from .context import DeckContext, Levels
from .laid_out import BREAK, Bullet, Run, TextParagraph
from .measure import find_runs, line_widths, stretch_lines

FREE, IN_ITEM, IN_TEXT, IN_PARAGRAPH, BEHIND_LEAD = range(5)
"""What a place costs: between items of the outermost level or paragraphs; at a nested item, or where a
single item of a list would be left; within the text of an item; within a paragraph; behind a heading or a
line that leads to what follows."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|[。！？]")
_LEAD_END = (":", "\uff1a")
_FIRST_TAKEN = 2_000  # characters of a long text that are broken at first: of body text a slide or more
_FIRST_BREAKS = 50  # lines of it that end where the author broke them: the same
_ENDS = 4  # lines behind those that fit: at least three of them are looked at when a text is divided


class Cut(NamedTuple):
    """A piece in two, and what the place costs (``FREE`` and the like): the less the better."""

    head: Any
    tail: Any
    cost: int = 0


Numbering = dict[int, tuple[Bullet, int]]
"""Of each level whose automatic numbers go on: the bullet as written and the number that comes next."""


def rate_place(paragraphs: Sequence[TextParagraph], index: int, levels: Levels) -> int:
    """Return what it costs to divide text before the paragraph ``index``, which is not the first."""
    before, after = paragraphs[index - 1], paragraphs[index]
    if is_lead(before, levels) or (_is_plain(before, levels) and _has_bullet(after, levels)):
        return BEHIND_LEAD
    if _left(after, levels) <= 0:
        return IN_ITEM if _parts_single(paragraphs, index, levels) else FREE
    return IN_ITEM if _has_bullet(after, levels) else IN_TEXT


def _parts_single(paragraphs: Sequence[TextParagraph], index: int, levels: Levels) -> bool:
    """Whether the first or last item of a list would stand apart from the rest."""

    def is_item(place: int) -> bool:
        return 0 <= place < len(paragraphs) and _has_bullet(paragraphs[place], levels)

    if not (is_item(index - 1) and is_item(index)):
        return False
    return not is_item(index - 2) or not is_item(index + 1)


def is_lead(paragraph: TextParagraph, levels: Levels) -> bool:
    """Whether a paragraph is a heading or leads to what follows, and so may not end a slide.

    Headings are the bold paragraphs without a bullet; a line that leads on ends in a colon.
    """
    text = "".join(run.text for run in paragraph.runs).rstrip()
    if text.endswith(_LEAD_END):
        return True
    return (
        bool(text)
        and not _has_bullet(paragraph, levels)
        and all(run.style.bold for run in paragraph.runs if run.text.strip())
    )


def _is_plain(paragraph: TextParagraph, levels: Levels) -> bool:
    """Whether a paragraph stands in no list."""
    return not _has_bullet(paragraph, levels) and _left(paragraph, levels) <= 0


def _has_bullet(paragraph: TextParagraph, levels: Levels) -> bool:
    bullet = paragraph.bullet
    return bool(levels[paragraph.level].bullet if bullet is None else bullet.character or bullet.scheme)


def _left(paragraph: TextParagraph, levels: Levels) -> int:
    """Return where a paragraph's first line begins, in EMU."""
    level = levels[paragraph.level]
    margin = level.margin_left if paragraph.margin_left is None else paragraph.margin_left
    return margin + (level.indent if paragraph.indent is None else paragraph.indent)


def divide_paragraph(
    paragraph: TextParagraph,
    level: TextLevel,
    fit: tuple[float, float],
    room: tuple[int, float],
    deck: DeckContext,
) -> tuple[TextParagraph, TextParagraph] | None:
    """Return a paragraph in two, the first no higher than the room; None when not a line fits.

    ``fit`` is the font scale and line spacing reduction, ``room`` a width in EMU and a height in points.
    The cut is behind a sentence, if one ends in the second half of what fits, else behind a line, if
    possible one that ends with a word. Of three lines or more none is left alone.
    """
    scale, reduction = fit
    width, height = room
    room_points = width / EMU_PER_POINT
    begun, taken, breaks = paragraph, _FIRST_TAKEN, _FIRST_BREAKS
    while True:
        # To look at all that is left for every slide it fills would take time that grows with its square.
        begun = paragraph._replace(runs=_take(paragraph.runs, taken, breaks))
        whole = begun.runs == paragraph.runs
        runs = find_runs(begun, level, deck, scale)
        first, other, pitch = line_widths(begun, level, room_points, reduction)
        if deck.has_tall_lines:
            pitch *= stretch_lines(begun, runs)
        lines = break_lines(runs, first, other)
        count = _count_fitting(lines, height, level.line_points, pitch)
        if whole:
            break
        if len(lines) > count + _ENDS:
            del lines[-1]  # it ends elsewhere in the whole text
            break
        taken, breaks = 4 * taken, 4 * breaks
    if len(lines) > 3:
        count = min(count, len(lines) - 2)
    if count < 1 or len(lines) < 2:
        return None
    text = "".join(run[0] for run in runs)
    count = min(count, len(lines) - 1)
    end = lines[(count_whole_lines(text, lines, count) or count) - 1].end
    if BREAK not in text:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, end)]
        if ends and ends[-1] * 2 >= end:
            end = ends[-1]
    head, tail = divide_runs(paragraph.runs, end)
    if not head or not tail:
        return None
    rest = paragraph._replace(
        runs=tail, bullet=Bullet() if level.bullet or paragraph.bullet else None, indent=0, space_before=0.0
    )
    return paragraph._replace(runs=head), rest


def _count_fitting(lines: Sequence[Line], height: float, line_points: float | None, pitch: float) -> int:
    """Return how many lines fit a height in points."""
    tops = accumulate(line_points or line[3] * pitch for line in lines)
    return sum(1 for _ in takewhile(lambda top: top <= height, tops))


def _take(runs: Sequence[Run], length: int, breaks: int) -> tuple[Run, ...]:
    """Return the runs of a text's first characters, or of its first hard breaks if there are so many."""
    taken = []
    for run in runs:
        if length <= 0 or breaks <= 0:
            break
        taken.append(run if len(run.text) <= length else run._replace(text=run.text[:length]))
        length -= len(run.text)
        breaks -= run.text == BREAK
    return tuple(taken)


def count_whole_lines(text: str, lines: Sequence[Line], most: int) -> int:
    """Return how many of the first ``most`` lines of a text to take so that the last ends with a word.

    0 when a word wider than a line goes through all of them.
    """
    return next((count for count in range(most, 0, -1) if not _parts_word(text, lines, count)), 0)


def _parts_word(text: str, lines: Sequence[Line], count: int) -> bool:
    """Whether a word goes on from a line to the next, as it does when it is wider than a line."""
    if count >= len(lines):
        return False
    start, end = lines[count - 1].start, lines[count - 1].end
    if text[end - 1].isspace() or text[end : end + 1].isspace():
        return False
    return all(behind != end - start for _, behind in find_breaks(text[start : lines[count].end]))


def breaks_word(
    paragraphs: Sequence[TextParagraph], levels: Levels, width: int, deck: DeckContext, scale: float
) -> bool:
    """Whether a word is wider than its line in ``width`` EMU, so that it goes on on the next one."""
    for paragraph in paragraphs:
        level = levels[paragraph.level]
        runs = find_runs(paragraph, level, deck, scale)
        first, other, _ = line_widths(paragraph, level, width / EMU_PER_POINT, 0.0)
        lines = break_lines(runs, first, other)
        text = "".join(run[0] for run in runs)
        if any(_parts_word(text, lines, count) for count in range(1, len(lines))):
            return True
    return False


def divide_runs(runs: Sequence[Run], end: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the runs before and behind a character, without the spaces or line break between them."""
    index = position = 0
    while index < len(runs) and position + len(runs[index].text) <= end:
        position += len(runs[index].text)
        index += 1
    head = [run for run in runs[:index] if run.text]
    tail = list(runs[index:])
    if tail and position < end:
        text = tail[0].text
        head.append(tail[0]._replace(text=text[: end - position]))
        tail[0] = tail[0]._replace(text=text[end - position :])
    begin = 0
    while begin < len(tail) and tail[begin].text.lstrip(" ") in ("", BREAK):
        begin += 1
    del tail[:begin]
    if tail:
        tail[0] = tail[0]._replace(text=tail[0].text.lstrip(" "))
    while head and head[-1].text.rstrip(" ") in ("", BREAK):
        head.pop()
    if head:
        head[-1] = head[-1]._replace(text=head[-1].text.rstrip(" "))
    return tuple(head), tuple(tail)


def count_on(numbering: Numbering, paragraphs: Sequence[TextParagraph]) -> Numbering:
    """Return how automatic numbers stand behind paragraphs, ``numbering`` being how they stood before.

    The rest of an item at the beginning interrupts no numbers.
    """
    numbers = dict(numbering)
    for index, paragraph in enumerate(paragraphs):
        depth, bullet = paragraph.level, paragraph.bullet
        for deeper in [level for level in numbers if level > depth]:
            del numbers[deeper]
        if bullet is not None and bullet.scheme:
            known = numbers.get(depth)
            number = known[1] if known is not None and known[0] == bullet else bullet.start
            numbers[depth] = bullet, number + 1
        elif index or not numbering:
            numbers.pop(depth, None)
    return numbers


def number_on(numbering: Numbering, paragraphs: Sequence[TextParagraph]) -> list[TextParagraph]:
    """Return paragraphs whose automatic numbers go on where the part before them ended."""
    numbers = dict(numbering)
    numbered = list(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if not numbers:
            break
        depth, bullet = paragraph.level, paragraph.bullet
        for deeper in [level for level in numbers if level > depth]:
            del numbers[deeper]
        known = numbers.get(depth)
        if known is None:
            continue
        if bullet == known[0] and bullet is not None:
            numbered[index] = paragraph._replace(bullet=bullet._replace(start=known[1]))
        elif index:
            del numbers[depth]
    return numbered
