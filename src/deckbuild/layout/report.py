"""How full the boxes of a slide are: measured from what was laid out, only when a report is asked for."""

from __future__ import annotations

from deckbuild.template import Placeholder, TextLevel

from .context import DeckContext, Levels
from .laid_out import BoxFit, LaidOutSlide, Shape, TableShape, TextBody, TextShape
from .measure import measure_text

_FURNITURE = frozenset(("ftr", "sldNum", "dt"))
_CONTENTS = frozenset(("obj", "tbl", "body", "pic"))
_TEXT_BOX_INSETS = (91440, 45720, 91440, 45720)  # ECMA-376 Part 1, 21.1.2.1.1: the defaults of a:bodyPr
_TEXT_BOX_LEVELS: Levels = tuple(TextLevel(size=18.0) for _ in range(9))


def measure_fits(slide: LaidOutSlide, deck: DeckContext) -> tuple[BoxFit, ...]:
    """Return how full each text and table of a slide is, and its notes page, in reading order.

    Pictures always fill their place, footers stand in the template's: neither is measured.
    """
    slots = {(p.type, p.index): p for p in deck.template.layouts[slide.layout].placeholders}
    fits = [fit for shape in slide.shapes if (fit := _measure_shape(shape, slots, deck))]
    if slide.notes is not None and deck.note_slot is not None:
        slot = deck.note_slot
        fits.append(
            _measure_body(
                "Notes", slide.notes.body, slot.levels, slot.insets, (slot.box.cx, slot.box.cy), deck
            )
        )
    return tuple(fits)


def _measure_shape(
    shape: Shape, slots: dict[tuple[str, int], Placeholder], deck: DeckContext
) -> BoxFit | None:
    if isinstance(shape, TableShape):
        bottoms = [slot.box.bottom for slot in slots.values() if slot.type in _CONTENTS]
        bottom = max(bottoms, default=shape.box.y + deck.content_height)
        sizes = [
            run.style.size or deck.table_size
            for row in shape.rows
            for cell in row.cells
            for paragraph in cell.paragraphs
            for run in paragraph.runs
        ]
        used = sum(row.height for row in shape.rows)
        return BoxFit(shape.name, used, bottom - shape.box.y, type_size=min(sizes, default=0.0))
    if not isinstance(shape, TextShape) or not shape.body.paragraphs:
        return None
    key = shape.placeholder
    slot = slots.get((key.type, key.index)) if key is not None else None
    if key is not None and (slot is None or key.type in _FURNITURE):
        return None
    box = shape.box or (slot.box if slot else None)
    if box is None:
        return None
    levels = slot.levels if slot else _TEXT_BOX_LEVELS
    insets = shape.body.insets or (slot.insets if slot else _TEXT_BOX_INSETS)
    return _measure_body(shape.name, shape.body, levels, insets, (box.cx, box.cy), deck)


def _measure_body(
    name: str,
    body: TextBody,
    levels: Levels,
    insets: tuple[int, int, int, int],
    size: tuple[int, int],
    deck: DeckContext,
) -> BoxFit:
    scale, reduction = body.font_scale, body.line_reduction
    used = measure_text(body.paragraphs, levels, size[0], deck, scale, reduction, insets)
    sizes = [
        round((run.style.size or levels[paragraph.level].size) * scale, 1)
        for paragraph in body.paragraphs
        for run in paragraph.runs
        if run.text.strip()
    ]
    around = insets[1] + insets[3]
    return BoxFit(name, max(used - around, 0), size[1] - around, scale, reduction, min(sizes, default=0.0))
