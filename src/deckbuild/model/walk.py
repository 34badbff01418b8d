"""Going through all that a slide or a block holds, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from .blocks import (
    Block,
    Card,
    Cards,
    Column,
    Columns,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Lab,
    List,
    ListItem,
    Paragraph,
    Passage,
    Picture,
    Pictures,
    Quotation,
    Table,
    TableCell,
)
from .deck import Footnote, Notes, Slide
from .inlines import Attributed, Inline, Link, Styled

Node = Slide | Notes | Footnote | Block | Card | Column | Definition | ListItem | TableCell | Inline

_PARTS: dict[type, Callable[[Any], Iterable[Node]]] = {
    Slide: lambda node: chain(node.title, node.subtitle, node.blocks, node.footnotes, node.notes),
    Notes: lambda node: node.blocks,
    Footnote: lambda node: node.blocks,
    Paragraph: lambda node: node.inlines,
    Heading: lambda node: node.inlines,
    List: lambda node: node.items,
    ListItem: lambda node: node.blocks,
    DefinitionList: lambda node: node.items,
    Definition: lambda node: chain(node.term, *node.definitions),
    Quotation: lambda node: chain(node.blocks, node.attribution),
    Picture: lambda node: chain(node.caption, node.credit),
    Pictures: lambda node: node.pictures,
    Figure: lambda node: chain(node.caption, node.credit),
    Table: lambda node: chain(filter(None, chain(*node.rows)), node.caption, node.credit),
    TableCell: lambda node: node.inlines,
    Columns: lambda node: node.columns,
    Column: lambda node: node.blocks,
    Cards: lambda node: node.cards,
    Card: lambda node: chain(node.heading, node.blocks),
    Lab: lambda node: node.blocks,
    Passage: lambda node: node.blocks,
    Styled: lambda node: node.children,
    Attributed: lambda node: node.children,
    Link: lambda node: node.children,
}


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield every node and all that it holds, each before its parts, however deep."""
    open_nodes = [iter(nodes)]
    while open_nodes:
        for node in open_nodes[-1]:
            yield node
            parts = _PARTS.get(type(node))
            if parts is not None:
                open_nodes.append(iter(parts(node)))
                break
        else:
            open_nodes.pop()
