"""Divs: ``::: name {attributes}`` … ``:::``, and pandoc's ``::: {.name attributes}``."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from deckbuild.model import (
    Agenda,
    Block,
    Card,
    Cards,
    Column,
    Columns,
    Lab,
    Link,
    Notes,
    Paragraph,
    Passage,
    Picture,
    walk,
)
from deckbuild.named_tuple import NamedTuple

from .attributes import (
    NO_ATTRIBUTES,
    Attributes,
    find_trailing_attributes,
    read_attributes,
    report_attributes,
    suggest,
)
from .context import Context
from .language_attributes import LANGUAGE_KEYS, read_language
from .places import CutPlace
from .shares import read_share
from .steps import StepCounter, has_own_steps, put_into_step, read_step

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Div(NamedTuple):
    """A div, its name resolved from the word after the colons or the first class."""

    element: Element
    name: str
    attributes: Attributes
    place: CutPlace


def open_div(context: Context, element: Element) -> Div:
    """Return the div with its attributes read. Diagnostic: attribute-syntax."""
    cut = context.cuts[element].info
    info = context.source.text[cut[0] : cut[1]] if cut else ""
    place = CutPlace(context.source, [cut] if cut else [])
    name = element.get("name", "")
    written = element.get("attributes", "")
    attributes = NO_ATTRIBUTES
    if written:
        start = len(info) - len(written)
        found = read_attributes(info, start)
        if found is None or found.end < len(info):
            end = found.end if found else start
            context.collector.report(
                "attribute-syntax",
                place.span(end, len(info)),
                f"`{info[end:].strip()}` is no attribute list.",
                "Write attributes in braces: `{#id .class key=value}`.",
            )
        attributes = found or NO_ATTRIBUTES
    if not name and attributes.classes:
        name = attributes.classes[0]
    return Div(element, name, attributes, place)


def read_div(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    """Read a div by its name; one that is unknown gives way to its content. Diagnostic: div-unknown."""
    div = open_div(context, siblings[position])
    reader = _READERS.get(div.name)
    known, notes = len(blocks), len(context.notes)
    if reader is None and not div.name and div.attributes.get(*LANGUAGE_KEYS):
        reader = _read_passage
    if reader is None:
        name = div.name or (context.source.text[context.cuts[div.element].start :].split("\n", 1)[0].strip())
        context.report("div-unknown", div.element, f"`{name}` is no div; its content stands as if outside.",
                       suggest(name, _READERS))  # fmt: skip
        blocks += context.read_blocks(div.element)
    else:
        reader(context, div, blocks)
        if div.attributes.get(*LANGUAGE_KEYS):
            _set_language(context, div, blocks, known, notes)
    return 1


def _read_passage(context: Context, div: Div, blocks: list[Block]) -> None:
    """Read a div that says nothing but a language; what that is said of follows."""
    _check(context, div)
    blocks += context.read_blocks(div.element)


def _set_language(context: Context, div: Div, blocks: list[Block], known: int, notes: int) -> None:
    """Put what a div has added, to the blocks and to the slide's notes, into its language."""
    lang, translate = read_language(div.attributes, div.place, context.collector)
    span = context.span(div.element)
    if blocks[known:]:
        blocks[known:] = [Passage(tuple(blocks[known:]), span, lang, translate)]
    for index in range(notes, len(context.notes)):
        own = context.notes[index]
        if own.blocks:
            passage = Passage(own.blocks, span, lang, translate)
            context.notes[index] = own._replace(blocks=(passage,))


def _check(context: Context, div: Div, *keys: str) -> None:
    if div.attributes:
        report_attributes(
            div.attributes,
            f"`::: {div.name}`" if div.name else "a div",
            (*keys, *LANGUAGE_KEYS),
            div.place,
            context.collector,
            classes=(div.name,),
        )


def _read_notes(context: Context, div: Div, blocks: list[Block]) -> None:
    """Gather notes, which leave nothing in their place; notes within notes are part of them."""
    if context.in_notes:
        _check(context, div)
        blocks += context.read_blocks(div.element)
        return
    _check(context, div, "include", "audience", "step")
    steps, context.steps = context.steps, StepCounter()
    context.in_notes = True
    inner = context.read_blocks(div.element)
    context.in_notes = False
    if context.steps.used:
        context.report("steps-none", div.element, "Notes are shown at once, lists in them too.")
    context.steps = steps
    include, audience = div.attributes.value("include"), div.attributes.value("audience")
    step = read_step(div.attributes, div.place, context.collector)
    context.notes.append(Notes(inner, context.span(div.element), include, audience, step))


def _read_columns(context: Context, div: Div, blocks: list[Block]) -> None:
    """Read columns; what stands beside them becomes a column. Diagnostic: column-content-outside."""
    _check(context, div, "steps")
    steps = context.steps
    mode = steps.mode
    numbered = steps.open(steps.asks(div.attributes, div.place, context.collector))
    columns: list[Column] = []
    outside: list[Element] = []

    def end_outside() -> None:
        inner = context.read_blocks(outside)
        if inner:
            first, last = context.span(outside[0]), context.span(outside[-1])
            context.report(
                "column-content-outside",
                outside[0],
                "This stands in `::: columns` but in no column; it gets its own.",
            )
            columns.append(Column(inner, context.source.span(first.start, last.end)))
        outside.clear()

    for element in div.element:
        inner_div = open_div(context, element) if element.tag == "div" else None
        if inner_div is not None and inner_div.name == "column":
            end_outside()
            columns.append(_read_column(context, inner_div, numbered))
        elif element.tag == "comment":
            continue
        elif inner_div is not None and inner_div.name == "notes":
            read_div(context, [element], 0, blocks)
        else:
            outside.append(element)
    end_outside()
    steps.mode = mode
    if columns:
        blocks.append(Columns(tuple(columns), context.span(div.element)))


def _read_column(context: Context, div: Div, numbered: bool) -> Column:
    _check(context, div, "width", "step")
    width = div.attributes.get("width")
    share = None
    if width:
        share = read_share(width.value)
        if share is None:
            context.collector.report(
                "attribute-value",
                div.place.span(width.start, width.end),
                f"`{width.value}` is no column width.",
                "Write a share of the whole, such as `40%`.",
            )
    step = context.steps.number(div.attributes, div.place, context.collector, numbered)
    blocks = list(context.read_blocks(div.element))
    if div.attributes.get(*LANGUAGE_KEYS):
        _set_language(context, div, blocks, 0, len(context.notes))
    shown = put_into_step(blocks, step) if step else tuple(blocks)
    return Column(shown, context.span(div.element), share, step)


def _read_lone_column(context: Context, div: Div, blocks: list[Block]) -> None:
    context.report(
        "column-outside-columns",
        div.element,
        "This column stands in no `::: columns`; its content stays in place.",
    )
    blocks += context.read_blocks(div.element)


_DEEPEST_CARDS = 3  # time to lay them out grows with a power of their depth, and no slide has room for more


def _read_cards(context: Context, div: Div, blocks: list[Block]) -> None:
    """Read a card for each heading of the first one's level or above; text before it is a card without."""
    _check(context, div, "steps")
    if context.cards >= _DEEPEST_CARDS:
        message = f"Cards are nested more than {_DEEPEST_CARDS} deep; here they are flat."
        context.report("nesting-too-deep", div.element, message)
        blocks.extend(context.read_blocks(div.element))
        return
    context.cards += 1
    steps = context.steps
    mode = steps.mode
    numbered = steps.open(steps.asks(div.attributes, div.place, context.collector))
    level = next((element.tag for element in div.element if element.tag in _HEADINGS), "h6")
    groups: list[list[Element]] = []
    for element in div.element:
        if not groups or (element.tag in _HEADINGS and element.tag <= level):
            groups.append([])
        groups[-1].append(element)
    cards = [card for group in groups if (card := _read_card(context, group, numbered)) is not None]
    steps.mode = mode
    context.cards -= 1
    if cards:
        blocks.append(Cards(tuple(cards), context.span(div.element)))


def _read_card(context: Context, group: list[Element], numbered: bool) -> Card | None:
    first = group[0]
    span = context.source.span(context.cuts[first].start, context.cuts[group[-1]].end)
    if first.tag not in _HEADINGS:
        inner = context.read_blocks(group)
        return Card((), inner, span) if inner else None
    text, attributes = find_trailing_attributes(first.text or "")
    place = context.place(first)
    report_attributes(attributes, "a card", ("step",), place, context.collector)
    step = context.steps.number(attributes, place, context.collector, numbered)
    heading, inner = context.read_inlines(text, place, "heading"), context.read_blocks(group[1:])
    return Card(heading, put_into_step(inner, step) if step else inner, span, step)


def _read_agenda(context: Context, div: Div, blocks: list[Block]) -> None:
    _check(context, div, "depth")
    depth = div.attributes.get("depth")
    levels = 1
    if depth:
        if depth.value in ("1", "2"):
            levels = int(depth.value)
        else:
            context.collector.report(
                "attribute-value",
                div.place.span(depth.start, depth.end),
                f"`{depth.value}` is no depth of an agenda.",
                "Write `depth=1` for sections or `depth=2` for their slides too.",
            )
    blocks.append(Agenda(context.span(div.element), levels))
    blocks += context.read_blocks(div.element)


def _read_lab(context: Context, div: Div, blocks: list[Block]) -> None:
    _check(context, div, "duration")
    duration = div.attributes.get("duration")
    if duration:
        context.note("duration", duration.value, div.place.from_offset(duration.value_start), "attribute")
    inner = context.read_blocks(div.element)
    blocks.append(Lab(inner, context.span(div.element), duration.value if duration else None))


def _read_code(context: Context, div: Div, blocks: list[Block]) -> None:
    """Read a QR code: a picture made of the first link in the div, whose text stands under it.

    In notes the text alone. Diagnostic: qr-link.
    """
    _check(context, div, "width")
    inner = list(context.read_blocks(div.element))
    for index, block in enumerate(inner):
        link = next((node for node in walk((block,)) if isinstance(node, Link) and ":" in node.target), None)
        if link is not None and isinstance(block, Paragraph) and not context.in_notes:
            source, width = f"qr:{link.target}", div.attributes.value("width")
            inner[index] = Picture(source, f"QR: {link.target}", link.span, block.inlines, width=width)
            break
    else:
        if not context.in_notes:
            context.report("qr-link", div.element, "This div has no paragraph with a link to a page.")
    blocks += inner


def _read_steps(context: Context, div: Div, blocks: list[Block]) -> None:
    """Read a div whose blocks appear one after the other; the parts of those that have some, too."""
    _check(context, div)
    steps = context.steps
    mode, steps.used = steps.mode, True
    siblings = list(div.element)
    position = 0
    while position < len(siblings):
        steps.mode = "parts"
        last, inner = steps.last, list[Block]()
        position += context.readers[siblings[position].tag](context, siblings, position, inner)
        if inner and steps.last == last and not has_own_steps(inner[0]):
            inner = list(put_into_step(inner, steps.next()))
        blocks += inner
    steps.mode = mode


def _read_fragment(context: Context, div: Div, blocks: list[Block]) -> None:
    """Read a div that appears as a whole."""
    _check(context, div, "step")
    steps = context.steps
    step = steps.number(div.attributes, div.place, context.collector, True)
    mode, steps.mode = steps.mode, ""
    blocks += put_into_step(context.read_blocks(div.element), step)
    steps.mode = mode


def _read_incremental(context: Context, div: Div, blocks: list[Block]) -> None:
    """Read a div whose lists appear item by item, or (``nonincremental``) at once. Diagnostic: steps-none."""
    _check(context, div)
    steps = context.steps
    mode, last = steps.mode, steps.last
    steps.mode = "items" if div.name == "incremental" else ""
    blocks += context.read_blocks(div.element)
    if steps.mode and steps.last == last:
        context.report("steps-none", div.element, "There is no list in this div.")
    steps.mode = mode


_READERS: dict[str, Callable[[Context, Div, list[Block]], None]] = {
    "cards": _read_cards,
    "column": _read_lone_column,
    "columns": _read_columns,
    "fragment": _read_fragment,
    "incremental": _read_incremental,
    "lab": _read_lab,
    "nonincremental": _read_incremental,
    "notes": _read_notes,
    "qr": _read_code,
    "steps": _read_steps,
    "toc": _read_agenda,
}
