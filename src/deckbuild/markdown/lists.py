"""Lists: bullets, numbers, tasks; nine levels, as many as a presentation has."""

from __future__ import annotations

import re
from typing import cast
from xml.etree.ElementTree import Element

from deckbuild.model import Block, List, ListItem
from deckbuild.model.blocks import Delimiter, NumberStyle

from .context import Context

DEEPEST_LIST = 9
_TASK = re.compile(r"\[([ xX])\](?:[ \t]+|(?=\n)|$)")


def read_list(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    """Read ``ul`` or ``ol``. Diagnostic: list-too-deep."""
    element = siblings[position]
    context.list_depth += 1
    items: list[ListItem] = []
    for item in element:
        _read_item(context, item, items)
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


def _read_item(context: Context, item: Element, items: list[ListItem], *, too_deep: bool = False) -> None:
    children = list(item)
    checked: bool | None = None
    if children and children[0].tag == "p" and (children[0].text or "")[:1] == "[":
        checked = _take_task_mark(context, children[0])
    if context.list_depth < DEEPEST_LIST:
        items.append(ListItem(context.read_blocks(children), context.span(item), checked))
        return
    # At the ninth level a list inside an item goes on as further items of the same list.
    own: list[Element] = []
    span = context.span(item)
    for child in children:
        if child.tag in ("ul", "ol"):
            if own:
                items.append(ListItem(context.read_blocks(own), span, checked))
                own, checked = [], None
            if not too_deep:
                message = f"A list is nested more than {DEEPEST_LIST} deep; its items go on at that level."
                context.report("list-too-deep", child, message)
            for inner in child:
                _read_item(context, inner, items, too_deep=True)
        else:
            own.append(child)
    if own or not children:
        items.append(ListItem(context.read_blocks(own), span, checked))


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
