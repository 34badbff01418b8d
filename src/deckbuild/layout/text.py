"""A body of text among other pieces: in a placeholder it inherits, in a text box it says how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from deckbuild.source import Span
from deckbuild.template import Placeholder, TextLevel
from deckbuild.units import EMU_PER_POINT, Box

from .compose import COMPOSED
from .context import DeckContext, Levels
from .fit import LADDER, LAST, allowed_step
from .inline import restyle
from .laid_out import Align, Anchor, Bullet, Run, Shape, TextBody, TextParagraph, TextShape
from .measure import LINE_PITCH, Extent, measure_extents, paint_size
from .placeholders import key_of
from .text_split import (
    FREE,
    IN_ITEM,
    IN_PARAGRAPH,
    IN_TEXT,
    Cut,
    Numbering,
    count_on,
    divide_paragraph,
    is_lead,
    number_on,
    rate_place,
)

_ALIGNS: dict[str, Align] = {"l": "l", "ctr": "ctr", "r": "r", "just": "just"}
TEXT_BOX_INSETS = (0, 0, 0, 0)
_ROUNDING = 4
_TIGHT = 0.835  # line spacing below which letters reach above their line
_FACE_PITCH = 1.22  # of Carlito's lines, in sizes: what spacing is a share of
_TOLERANCE = 0.001
_FAR = 3  # slides that a paragraph's rest fills: so long is not measured exactly
_LEAST_FILLED = 0.25  # of a slide: rather than leave it emptier, an item is divided


class TextPiece:
    """Paragraphs in ``slot``, or in a text box that looks as ``levels`` say.

    ``numbering`` is how automatic numbers stood at the end of the part before. Parts share all that is
    known of the whole text: they are a stretch of it.
    """

    __slots__ = (
        "_all", "_end", "_extents", "_last", "_start", "_tops", "deck", "levels", "numbering", "slot", "span"
    )  # fmt: skip

    def __init__(self, deck: DeckContext, slot: Placeholder | None, levels: Levels, span: Span) -> None:
        self.deck = deck
        self.slot = slot
        self.levels = levels
        self.span = span
        self.numbering: Numbering = {}
        self._all: list[TextParagraph] = []
        self._start = 0
        self._end: int | None = None
        self._extents: dict[tuple[int, int], list[Extent]] = {}
        self._tops: dict[tuple[int, int], list[float]] = {}
        self._last: int | None = None

    @property
    def paragraphs(self) -> list[TextParagraph]:
        """The paragraphs; those of a part are a copy."""
        return self._all[self._start : self._end] if self._start or self._end is not None else self._all

    @property
    def _stop(self) -> int:
        return len(self._all) if self._end is None else self._end

    @property
    def stretches(self) -> bool:
        """Whether it takes all the room there is at the end of a stack."""
        return True

    @property
    def insets(self) -> tuple[int, int, int, int]:
        """The insets of the box it will stand in."""
        return self.slot.insets if self.slot else TEXT_BOX_INSETS

    def _allowed(self, step: int) -> int:
        if step <= 1 or step > LAST:
            return step
        if self._last is None:
            self._last = allowed_step(self._all, self.levels, self.deck.brand.minimum.body, LAST)
        return min(step, self._last)

    def _measure(self, width: int, step: int) -> list[Extent]:
        """Return what each paragraph of the whole text takes."""
        allowed = self._allowed(step)
        known = self._extents.get((width, allowed))
        if known is None:
            inner = width - self.insets[0] - self.insets[2]
            known = measure_extents(self._all, self.levels, inner, self.deck, *LADDER[allowed])
            self._extents[width, allowed] = known
        return known

    def height(self, width: int, step: int) -> int:
        """See Piece."""
        extents = self._measure(width, step)
        start, stop = self._start, self._stop
        if start == stop:
            lines = 0.0
        elif stop - start == len(extents):
            lines = sum(map(sum, extents)) - extents[0][0]
        else:
            key = width, self._allowed(step)
            tops = self._tops.get(key)
            if tops is None:
                tops = self._tops[key] = list(accumulate(map(sum, extents), initial=0.0))
            lines = tops[stop] - tops[start] - extents[start][0]
        return ceil(lines * EMU_PER_POINT - _TOLERANCE) + self.insets[1] + self.insets[3]

    def ideal(self, width: int, step: int) -> int:
        """See Piece."""
        return self.height(width, step)

    def draw(self, box: Box, step: int) -> list[Shape]:
        """See Piece. Diagnostic: math-too-wide."""
        scale, reduction = LADDER[self._allowed(step)]
        paragraphs = number_on(self.numbering, self.paragraphs) if self.numbering else self.paragraphs
        if any(run.formula is not None for paragraph in paragraphs for run in paragraph.runs):
            from .formula_fit import fit_formulas

            inner = box.cx - self.insets[0] - self.insets[2]
            paragraphs = fit_formulas(paragraphs, self.levels, inner, self.deck, scale, self.span)
        if self.slot is not None:
            return [fill_placeholder(self.slot, tuple(paragraphs), (scale, reduction), box)]
        dressed = dress(paragraphs, self.levels, self.deck, scale, reduction)
        insets, box = _reach_up(dressed, TEXT_BOX_INSETS, box)
        return [TextShape("Text", TextBody(dressed, insets=insets), box)]

    def move(self, slot: Placeholder) -> TextPiece:
        """Return the text in another placeholder."""
        if slot.levels == self.levels and slot.insets == self.insets:
            moved = self._part(self._start, self._stop)
            moved.slot = slot
            return moved
        return self._anew(self.paragraphs, slot)

    def _anew(self, paragraphs: list[TextParagraph], slot: Placeholder | None) -> TextPiece:
        """Return a text of its own, of which nothing is known yet."""
        text = TextPiece(self.deck, slot, slot.levels if slot else self.levels, self.span)
        text._all, text.numbering = paragraphs, self.numbering
        return text

    def split(self, width: int, height: int, page_height: int, step: int) -> Cut | None:
        """See Piece: at the best place in what fits, the last of equally good ones."""
        room = (height - self.insets[1] - self.insets[3]) / EMU_PER_POINT
        fitting, places = self._rate(width, step, room)
        least = 0.0 if height < page_height else room * _LEAST_FILLED
        for most in (FREE, IN_ITEM, IN_TEXT):
            good = [index for index, cost, above in places if cost <= most and above >= least]
            if good:
                return self._divide(good[-1], most)
        extents = self._measure(width, step)
        tall = sum(extents[fitting]) if fitting < self._stop else 0.0
        if height >= page_height or tall * EMU_PER_POINT > page_height:
            cut = self._divide_inside(fitting, width, (room, page_height / EMU_PER_POINT), step)
            if cut is not None:
                return cut
        if height >= page_height and places:
            place, cost, _ = min(places, key=lambda place: (place[1], -place[0]))
            return self._divide(place, cost)
        return None

    def _rate(self, width: int, step: int, room: float) -> tuple[int, list[tuple[int, int, float]]]:
        """Return up to where paragraphs fit; each place before it, what it costs and the points above it."""
        extents = self._measure(width, step)
        places: list[tuple[int, int, float]] = []
        used = 0.0
        for index in range(self._start, self._stop):
            above = used
            before, lines, after = extents[index]
            used += lines + after if index == self._start else before + lines + after
            if index > self._start:
                places.append((index, rate_place(self._all, index, self.levels), above))
            if used > room + _TOLERANCE:
                return index, places
        return self._stop, []

    def _divide(self, index: int, cost: int) -> Cut:
        """Return the text divided before a paragraph."""
        return Cut(self._part(self._start, index), self._part(index, self._stop), cost)

    def _part(self, start: int, end: int) -> TextPiece:
        """Return a part of the text, which shares what is known of the whole."""
        part = TextPiece(self.deck, self.slot, self.levels, self.span)
        part._all, part._start, part._end = self._all, start, end
        part._extents, part._tops, part._last = self._extents, self._tops, self._last
        before = self._all[self._start : start]
        part.numbering = count_on(self.numbering, before) if before else self.numbering
        return part

    def _divide_inside(self, index: int, width: int, rooms: tuple[float, float], step: int) -> Cut | None:
        """Return the text divided within a paragraph; None when not one of its lines fits.

        ``rooms`` are the heights in points there are here and on a whole slide.
        """
        room, page_room = rooms
        if index >= self._stop:
            return None
        extents = self._measure(width, step)
        first = self._start
        used = sum(map(sum, extents[first:index])) - extents[first][0] + extents[index][0]
        paragraph = self._all[index]
        inner = width - self.insets[0] - self.insets[2]
        level = self.levels[paragraph.level]
        fit = LADDER[self._allowed(step)]
        halves = divide_paragraph(paragraph, level, fit, (inner, room - used), self.deck)
        if halves is None:
            return None
        head = self._anew([*self._all[first:index], halves[0]], self.slot)
        tail = self._anew([halves[1], *self._all[index + 1 : self._stop]], self.slot)
        tail.numbering = count_on(self.numbering, self._all[first : index + 1])
        key = width, self._allowed(step)
        for part, half, known in (
            (head, halves[0], extents[first:index]),
            (tail, halves[1], extents[index + 1 : self._stop]),
        ):
            left = extents[index][1] - head._extents[key][-1][1] if part is tail else 0.0
            if left > _FAR * page_room:
                # What is left has at least these lines: to measure it at every cut would take the square.
                own = 0.0, left, extents[index][2]
            else:
                (own,) = measure_extents((half,), self.levels, inner, self.deck, *fit)
            part._extents[key] = [*known, own] if part is head else [own, *known]
            part._last = self._last
        return Cut(head, tail, IN_PARAGRAPH)

    def part_lead(self) -> tuple[TextPiece | None, TextPiece] | None:
        """Return the text without its last lines, where these lead to what follows, and these lines."""
        start = self._stop
        while start > self._start and is_lead(self._all[start - 1], self.levels):
            start -= 1
        if start == self._stop:
            return None
        lead = self._part(start, self._stop)
        return (self._part(self._start, start) if start > self._start else None), lead


def fill_placeholder(
    slot: Placeholder, paragraphs: tuple[TextParagraph, ...], fit: tuple[float, float], box: Box | None = None
) -> TextShape:
    """Return the shape that fills a text placeholder, at its own place if ``box`` is None or the same."""
    scale, reduction = fit
    shrunk = scale < 1 or reduction > 0
    body = TextBody(
        paragraphs,
        scale,
        reduction,
        "normal" if shrunk or slot.autofit == "scaled" else None,
        plain=slot.odd_flow,
    )
    place = slot.box if box is None else box
    if slot.type == COMPOSED:
        dressed = dress(paragraphs, slot.levels, None, scale, reduction)
        insets, place = (slot.insets, place) if slot.fill else _reach_up(dressed, slot.insets, place)
        body = TextBody(dressed, anchor=_anchor_of(slot), insets=insets)
        return TextShape(slot.name, body, place, fill=slot.fill or None)
    inherits = not slot.moved and same_box(place, slot.box)
    return TextShape(slot.name, body, None if inherits else place, key_of(slot))


def _reach_up(
    paragraphs: Sequence[TextParagraph], insets: tuple[int, int, int, int], box: Box
) -> tuple[tuple[int, int, int, int], Box]:
    """Return insets and box of text that stands where it did, with room for tight first lines.

    Line spacing under about 0.83 is taken off what is above the letters until they reach over their line
    (measured in LibreOffice: Carlito at 0.8 by 4 % of its size).
    """
    spacing = paragraphs[0].line_spacing if paragraphs else None
    if spacing is None or spacing >= _TIGHT:
        return insets, box
    size = max((run.style.size or 0.0 for run in paragraphs[0].runs), default=0.0)
    more = round(size * _FACE_PITCH * (_TIGHT - spacing) * EMU_PER_POINT) - insets[1]
    if more <= 0:
        return insets, box
    left, top, right, bottom = insets
    return (left, top + more, right, bottom), Box(box.x, box.y - more, box.cx, box.cy + more)


def _anchor_of(slot: Placeholder) -> Anchor:
    return "ctr" if slot.anchor == "ctr" else "b" if slot.anchor == "b" else "t"


def same_box(one: Box, other: Box) -> bool:
    """Whether two boxes differ by no more than rounding."""
    sides = ((one.x, other.x), (one.y, other.y), (one.cx, other.cx), (one.cy, other.cy))
    return all(abs(left - right) <= _ROUNDING for left, right in sides)


def dress(
    paragraphs: Sequence[TextParagraph],
    levels: Levels,
    deck: DeckContext | None,
    scale: float = 1.0,
    reduction: float = 0.0,
) -> tuple[TextParagraph, ...]:
    """Return paragraphs that say themselves what they would inherit from a placeholder's ``levels``.

    Without ``deck`` the levels name theme colours as slides do, and theme fonts ``+mn-lt``, ``+mj-lt``.
    """
    return tuple(
        _dress(paragraph, levels[paragraph.level], deck, scale, reduction) for paragraph in paragraphs
    )


def _dress(
    paragraph: TextParagraph, level: TextLevel, deck: DeckContext | None, scale: float, reduction: float
) -> TextParagraph:
    pitch = paint_size(level.size, scale) * LINE_PITCH
    before, after, spacing = paragraph.space_before, paragraph.space_after, paragraph.line_spacing
    bullet = paragraph.bullet
    if bullet is None and level.bullet:
        color = (deck.resolve_color(level.bullet_color) if deck else level.bullet_color) or None
        bullet = Bullet(level.bullet, font=level.bullet_font or None, color=color, size=level.bullet_size)
    return paragraph._replace(
        runs=tuple(_dress_run(run, level, deck, scale) for run in paragraph.runs),
        level=0,
        bullet=bullet or Bullet(),
        align=paragraph.align or _ALIGNS.get(level.align),
        margin_left=level.margin_left if paragraph.margin_left is None else paragraph.margin_left,
        indent=level.indent if paragraph.indent is None else paragraph.indent,
        space_before=level.space_before_points + level.space_before_percent * pitch
        if before is None
        else before,
        space_after=level.space_after_points + level.space_after_percent * pitch if after is None else after,
        line_spacing=(level.line_spacing if spacing is None else spacing) - reduction,
    )


def _dress_run(run: Run, level: TextLevel, deck: DeckContext | None, scale: float) -> Run:
    style = run.style
    own_font = level.font if level.font != (deck.font("+mn-lt") if deck else "+mn-lt") else None
    dressed = restyle(
        style,
        size=paint_size(style.size or level.size, scale),
        bold=style.bold or level.bold,
        italic=style.italic or level.italic,
        color=style.color or (deck.resolve_color(level.color) if deck else level.color),
        font=style.font or own_font,
    )
    return run._replace(style=dressed)
