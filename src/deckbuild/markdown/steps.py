"""Build steps: which parts of a slide appear in which one.

``steps`` on a list, pictures, columns, cards or a whole slide numbers their parts, each one further than the
one before, through all of the slide; ``step=N`` on a part puts it into a step. What stands in a part appears
with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeVar

from deckbuild.diagnostics import Collector
from deckbuild.model import (
    Block,
    Card,
    Cards,
    Column,
    Columns,
    DefinitionList,
    Figure,
    Lab,
    List,
    ListItem,
    Passage,
    Pictures,
    Quotation,
    StepWay,
)

from .attributes import Attributes
from .places import Place

Mode = Literal["", "parts", "items"]
"""What gets steps unasked: nothing, the parts of what has some, every item of every list."""

MOST_STEPS = 200
_WAYS: dict[str, StepWay | None] = {"": None, "clicks": "clicks", "slides": "slides"}


class StepCounter:
    """The build steps of the slide being read.

    ``last`` is the highest number so far, ``way`` how the author wants them shown, ``used`` whether there
    are any. ``asked`` says that a line of attributes asks for steps of the block behind it.
    """

    __slots__ = ("asked", "last", "mode", "used", "way")

    def __init__(self) -> None:
        self.last = 0
        self.used = False
        self.way: StepWay | None = None
        self.mode: Mode = ""
        self.asked = False

    def asks(self, attributes: Attributes, place: Place, collector: Collector) -> bool:
        """Whether attributes ask for steps; the way they name is noted. Diagnostic: attribute-value."""
        item = attributes.get("steps") if attributes else None
        if item is None:
            return False
        if item.value not in _WAYS:
            message = f"`{item.value}` is no way to show steps."
            hint = "Write `steps`, `steps=clicks` or `steps=slides`."
            collector.report("attribute-value", place.span(item.start, item.end), message, hint)
        self.used = True
        self.way = self.way or _WAYS.get(item.value)
        return True

    def open(self, asked: bool, is_list: bool = False) -> bool:
        """Begin something with parts; return whether each of them gets a number of its own.

        Whoever opens sets ``mode`` back to what it was when the parts are read.
        """
        asked, self.asked = asked or self.asked, False
        numbered = asked or self.mode == "parts" or (self.mode == "items" and is_list)
        if self.mode == "parts":
            self.mode = ""
        self.used = self.used or numbered
        return numbered

    def given(self, attributes: Attributes, place: Place, collector: Collector) -> int | None:
        """Return the step that a part's attributes give; None when they give none. See ``read_step``."""
        step = read_step(attributes, place, collector) if attributes else None
        if step is not None:
            self.used = True
            self.last = max(self.last, step)
        return step

    def number(self, attributes: Attributes, place: Place, collector: Collector, numbered: bool) -> int:
        """Return the step of a part: the one that its attributes give, else the next one or 0."""
        step = self.given(attributes, place, collector)
        if step is None:
            return self.next() if numbered else 0
        return step

    def next(self) -> int:
        """Return the number of the next step."""
        self.used = True
        self.last += 1
        return self.last


def read_step(attributes: Attributes, place: Place, collector: Collector) -> int | None:
    """Return the step that attributes give, None when they give none. Diagnostic: attribute-value."""
    item = attributes.get("step")
    if item is None:
        return None
    if item.value.isascii() and item.value.isdigit() and int(item.value) <= MOST_STEPS:
        return int(item.value)
    collector.report(
        "attribute-value",
        place.span(item.start, item.end),
        f"`{item.value}` is no number of a step.",
        f"Write a number from 0 (from the start) to {MOST_STEPS}.",
    )
    return None


def has_own_steps(block: Block) -> bool:
    """Whether a block is a diagram that says itself what appears when."""
    return isinstance(block, Figure) and any(name == "steps" for name, _ in block.options)


def put_into_step(blocks: Iterable[Block], step: int) -> tuple[Block, ...]:
    """Return blocks that appear with a step, with all that is in them, and not before it."""
    return tuple(_put(block, step) for block in blocks)


def _put(block: Block, step: int) -> Block:
    step = max(block.step, step)
    block = block._replace(step=step)
    match block:
        case List():
            return block._replace(items=tuple(_put_part(item, step) for item in block.items))
        case DefinitionList():
            definitions = [
                item._replace(definitions=tuple(put_into_step(part, step) for part in item.definitions))
                for item in block.items
            ]
            return block._replace(items=tuple(definitions))
        case Columns():
            return block._replace(columns=tuple(_put_part(column, step) for column in block.columns))
        case Cards():
            return block._replace(cards=tuple(_put_part(card, step) for card in block.cards))
        case Pictures():
            pictures = [each._replace(step=max(each.step, step)) for each in block.pictures]
            return block._replace(pictures=tuple(pictures))
        case Quotation() | Lab() | Passage():
            return block._replace(blocks=put_into_step(block.blocks, step))
    return block


_Part = TypeVar("_Part", ListItem, Column, Card)


def _put_part(part: _Part, step: int) -> _Part:
    return part._replace(blocks=put_into_step(part.blocks, step), step=max(part.step, step))
