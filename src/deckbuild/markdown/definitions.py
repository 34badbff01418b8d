"""Definition lists."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from deckbuild.model import Block, Definition, DefinitionList

from .context import Context


def read_definition_list(
    context: Context, siblings: list[Element], position: int, blocks: list[Block]
) -> int:
    """Read ``dl``: terms, each with one definition or more."""
    items: list[Definition] = []
    term: Element | None = None
    definitions: list[tuple[Block, ...]] = []
    end = 0

    def add() -> None:
        if term is not None:
            start = context.cuts[term].start
            span = context.source.span(start, max(end, context.cuts[term].end))
            items.append(Definition(context.read_leaf(term, "term", "line"), tuple(definitions), span))

    for child in siblings[position]:
        if child.tag == "dt":
            add()
            term, definitions, end = child, [], 0
        else:
            definitions.append(context.read_blocks(child))
            end = context.cuts[child].end
    add()
    first, last = items[0].span, items[-1].span
    blocks.append(DefinitionList(tuple(items), context.source.span(first.start, last.end)))
    return 1
