"""Lists: real bullets and automatic numbers, tasks, and definition lists."""

from __future__ import annotations

from deckbuild.model import Definition, DefinitionList, Heading, List, ListItem, Paragraph
from deckbuild.template import TextLevel
from deckbuild.units import EMU_PER_POINT

from .context import Levels
from .flow import Flow, Place
from .inline import restyle
from .laid_out import Bullet, TextParagraph
from .paragraph import LIST_INDENT, plain_paragraph, text_margin

DEEPEST = 8
_NUMBER_GAP = 0.3
_BOX_ROOM = 1.2

_SCHEMES = {
    "decimal": "arabic",
    "lower-alpha": "alphaLc",
    "upper-alpha": "alphaUc",
    "lower-roman": "romanLc",
    "upper-roman": "romanUc",
}
_DELIMITERS = {".": "Period", ")": "ParenR", "()": "ParenBoth"}
_TASK_SIGNS = {False: "☐", True: "☑"}
_SIGN_FONT = "Segoe UI Symbol"
_BULLETS = "•–•–•–•–•"


def add_list(flow: Flow, block: List, place: Place) -> None:
    """Add a list, one level deeper than the item it stands in; levels end at the ninth.

    Where something interrupts automatic numbers, PowerPoint begins anew: the next item then carries
    its own number as the start.
    """
    depth = min(place.depth + 1, DEEPEST)
    level = flow.body(block.span).levels[depth]
    hanging = -level.indent if level.bullet and level.indent < 0 else LIST_INDENT
    needed = _measure_sign(flow, block, level)
    wider = max(needed - hanging, 0)
    inner = Place(place.style, depth, place.margin + wider)
    start = block.start
    interrupted = False
    for ordinal, item in enumerate(block.items, block.start):
        if interrupted:
            start = ordinal
        _add_item(flow, item, inner, _bullet_of(block, item, start, level), hanging + wider)
        interrupted = interrupted or _interrupts(item)


def _bullet_of(block: List, item: ListItem, start: int, level: TextLevel) -> Bullet | None:
    """Return an item's bullet; None for the level's own. Numbers and signs are as large as the text."""
    size = 1.0 if level.bullet_size != 1.0 else None
    if item.checked is not None:
        return Bullet(_TASK_SIGNS[item.checked], font=_SIGN_FONT, size=size)
    if block.number is None:
        return None
    scheme = _SCHEMES[block.number] + _DELIMITERS[block.delimiter]
    # Without a font of its own a number takes that of its text's first run, which may be code.
    return Bullet(scheme=scheme, start=start, font="+mn-lt", size=size)


def _interrupts(item: ListItem) -> bool:
    """Whether an item holds more at its own level than its first paragraph."""
    return any(not isinstance(block, List) for block in item.blocks[1:])


def _measure_sign(flow: Flow, block: List, level: TextLevel) -> int:
    """Return the room in EMU that a list's widest number, in bold, or box takes with the gap behind it.

    0 for a list with bullets, which have the room that the level gives them.
    """
    if block.number is None:
        has_boxes = any(item.checked is not None for item in block.items)
        return round(_BOX_ROOM * level.size * EMU_PER_POINT) if has_boxes else 0
    face, _ = flow.slide.deck.face(level.font, True)
    if block.number == "decimal":
        widest = "0" * len(str(block.start + len(block.items) - 1))
    elif block.number in ("lower-alpha", "upper-alpha"):
        widest = "m" * (len(block.items) // 26 + 1)
    else:
        widest = "viii"
    width = face.advance(f"{widest}{block.delimiter}", level.size) + _NUMBER_GAP * level.size
    return round(width * EMU_PER_POINT)


def _add_item(flow: Flow, item: ListItem, place: Place, bullet: Bullet | None, hanging: int) -> None:
    """Add an item: its first paragraph with the bullet ``hanging`` before it, the rest below it."""
    flow.step = item.step
    blocks = item.blocks
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph | Heading):
        style = restyle(place.style, bold=True) if isinstance(first, Heading) else place.style
        runs = flow.flatten(first.inlines, Place(style, place.depth, place.margin))
        blocks = blocks[1:]
    else:
        runs = ()
    if runs or not blocks:
        levels = flow.body(item.span).levels
        margin, indent, shown = _item_look(levels, place, bullet, hanging)
        flow.add_text(TextParagraph(runs, place.depth, shown, None, margin, indent), item.span)
    if blocks:
        flow.add(blocks, place)


def _item_look(
    levels: Levels, place: Place, bullet: Bullet | None, hanging: int
) -> tuple[int | None, int | None, Bullet | None]:
    """Return margin, indent and bullet of an item: None where the placeholder's level has them already."""
    level = levels[place.depth]
    if level.bullet and not place.margin:
        return None, None, bullet
    if bullet is None and not level.bullet:
        bullet = Bullet(_BULLETS[place.depth], font="Arial")
    return text_margin(levels, place.depth) + place.margin, -hanging, bullet


def add_definition_list(flow: Flow, block: DefinitionList, place: Place) -> None:
    """Add a definition list: terms bold, definitions indented directly below them."""
    for item in block.items:
        flow.step = block.step
        _add_definition(flow, item, place)


def _add_definition(flow: Flow, item: Definition, place: Place) -> None:
    term = Place(restyle(place.style, bold=True), place.depth, place.margin)
    runs = flow.flatten(item.term, term)
    flow.add_text(plain_paragraph(flow, runs, term, item.span), item.span)
    inner = Place(place.style, min(place.depth + 1, DEEPEST), place.margin)
    paragraphs = flow.body(item.span).paragraphs
    under = len(paragraphs)
    for blocks in item.definitions:
        flow.add(blocks, inner)
    if under < len(paragraphs):
        paragraphs[under] = paragraphs[under]._replace(space_before=0.0)
