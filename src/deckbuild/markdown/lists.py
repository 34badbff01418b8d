"""Lists: bullets, numbers, tasks; nine levels, as many as a presentation has."""

from __future__ import annotations

import re
from typing import cast
from xml.etree.ElementTree import Element

from deckbuild.model import Block, List, ListItem
from deckbuild.model.blocks import Delimiter, NumberStyle

from .attributes import find_trailing_attributes, report_attributes
from .context import Context
from .steps import put_into_step

DEEPEST_LIST = 9
_TASK = re.compile(r"\[([ xX])\](?:[ \t]+|(?=\n)|$)")


def read_list(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    """Read ``ul`` or ``ol``. Diagnostic: list-too-deep."""
    element = siblings[position]
    context.list_depth += 1
    steps = context.steps
    mode = steps.mode
    numbered = steps.open(False, is_list=True)
    items: list[ListItem] = []
    for item in element:
        _read_item(context, item, items, numbered)
    steps.mode = mode
    context.list_depth -= 1
    number = cast("NumberStyle | None", element.get("style", "decimal") if element.tag == "ol" else None)
    blocks.append(
        List(
            tuple(items),
            context.span(element),
            number,
            int(element.get("start", "1")),
            cast("Delimiter", element.get("delimiter", ".")),
            element.get("loose") is None,
        )
    )
    return 1


def _read_item(
    context: Context, item: Element, items: list[ListItem], numbered: bool, *, too_deep: bool = False
) -> None:
    children = list(item)
    checked: bool | None = None
    step: int | None = None
    if children and children[0].tag == "p":
        text = children[0].text or ""
        if text[-1:] == "}":
            step = _take_step(context, children[0])
        if text[:1] == "[":
            checked = _take_task_mark(context, children[0])
    if step is None:
        step = context.steps.next() if numbered else 0
    if context.list_depth < DEEPEST_LIST:
        items.append(_make_item(context, item, children, checked, step))
        return
    # At the ninth level a list inside an item goes on as further items of the same list.
    own: list[Element] = []
    for child in children:
        if child.tag in ("ul", "ol"):
            if own:
                items.append(_make_item(context, item, own, checked, step))
                own, checked = [], None
            if not too_deep:
                message = f"A list is nested more than {DEEPEST_LIST} deep; its items go on at that level."
                context.report("list-too-deep", child, message)
            for inner in child:
                _read_item(context, inner, items, numbered, too_deep=True)
        else:
            own.append(child)
    if own or not children:
        items.append(_make_item(context, item, own, checked, step))


def _make_item(
    context: Context, item: Element, children: list[Element], checked: bool | None, step: int
) -> ListItem:
    blocks = context.read_blocks(children)
    return ListItem(put_into_step(blocks, step) if step else blocks, context.span(item), checked, step)


def _take_step(context: Context, paragraph: Element) -> int | None:
    """Take attributes with a step off an item's first paragraph; None when they give none.

    Diagnostics: attribute-syntax, attribute-unknown, attribute-value, steps-none.
    """
    text, attributes = find_trailing_attributes(paragraph.text or "")
    if not text or attributes.get("step", "steps") is None:
        return None
    place = context.place(paragraph)
    report_attributes(attributes, "an item", ("step", "steps"), place, context.collector)
    paragraph.text = text
    asked = attributes.get("steps")
    if asked:
        span = place.span(asked.start, asked.end)
        hint = "Write `{steps}` on a line of its own before the list."
        context.collector.report("steps-none", span, "`steps` is for a list, not for an item.", hint)
    return context.steps.given(attributes, place, context.collector)


def _take_task_mark(context: Context, paragraph: Element) -> bool | None:
    """Take ``[ ]`` or ``[x]`` off an item's first paragraph; None when there is none."""
    text = paragraph.text or ""
    mark = _TASK.match(text)
    if not mark or not text[mark.end() :]:
        return None
    paragraph.text = text[mark.end() :]
    cuts = context.cuts[paragraph]
    first, end = cuts.lines[0]
    cuts.lines[0] = (first + mark.end(), end)
    return mark[1] != " "
