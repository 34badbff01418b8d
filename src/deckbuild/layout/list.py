"""Lists: real bullets and automatic numbers, tasks, and definition lists."""

from __future__ import annotations

from deckbuild.model import Definition, DefinitionList, Heading, List, ListItem, Paragraph
from deckbuild.template import TextLevel

from .context import Levels
from .flow import Flow, Place
from .inline import restyle
from .laid_out import Bullet, TextParagraph
from .paragraph import LIST_INDENT, plain_paragraph, text_margin

DEEPEST = 8

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
    inner = Place(place.style, depth, place.margin)
    start = block.start
    interrupted = False
    for ordinal, item in enumerate(block.items, block.start):
        if interrupted:
            start = ordinal
        _add_item(flow, item, inner, _bullet_of(block, item, start, flow.body(item.span).levels[depth]))
        interrupted = interrupted or _interrupts(item)


def _bullet_of(block: List, item: ListItem, start: int, level: TextLevel) -> Bullet | None:
    """Return an item's bullet; None for the level's own. Numbers and signs are as large as the text."""
    size = 1.0 if level.bullet_size != 1.0 else None
    if item.checked is not None:
        return Bullet(_TASK_SIGNS[item.checked], font=_SIGN_FONT, size=size)
    if block.number is None:
        return None
    scheme = _SCHEMES[block.number] + _DELIMITERS[block.delimiter]
    return Bullet(scheme=scheme, start=start, font="+mn-lt" if level.bullet_font else None, size=size)


def _interrupts(item: ListItem) -> bool:
    """Whether an item holds more at its own level than its first paragraph."""
    return any(not isinstance(block, List) for block in item.blocks[1:])


def _add_item(flow: Flow, item: ListItem, place: Place, bullet: Bullet | None) -> None:
    """Add an item: its first paragraph with the bullet, the rest below it."""
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
        margin, indent, shown = _item_look(levels, place, bullet)
        flow.add_text(TextParagraph(runs, place.depth, shown, None, margin, indent), item.span)
    if blocks:
        flow.add(blocks, place)


def _item_look(
    levels: Levels, place: Place, bullet: Bullet | None
) -> tuple[int | None, int | None, Bullet | None]:
    """Return margin, indent and bullet of an item: None where the placeholder's level has them already."""
    level = levels[place.depth]
    if level.bullet and not place.margin:
        return None, None, bullet
    margin = text_margin(levels, place.depth) + place.margin
    indent = level.indent if level.bullet else -LIST_INDENT
    if bullet is None and not level.bullet:
        bullet = Bullet(_BULLETS[place.depth], font="Arial")
    return margin, indent, bullet


def add_definition_list(flow: Flow, block: DefinitionList, place: Place) -> None:
    """Add a definition list: terms bold, definitions indented below them."""
    for item in block.items:
        _add_definition(flow, item, place)


def _add_definition(flow: Flow, item: Definition, place: Place) -> None:
    term = Place(restyle(place.style, bold=True), place.depth, place.margin)
    runs = flow.flatten(item.term, term)
    flow.add_text(plain_paragraph(flow, runs, term, item.span), item.span)
    inner = Place(place.style, min(place.depth + 1, DEEPEST), place.margin)
    for blocks in item.definitions:
        flow.add(blocks, inner)
