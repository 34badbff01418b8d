"""``walk`` yields all that a slide or block holds, before its parts, in reading order."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import get_args

import pytest

from deckbuild import model
from deckbuild.model import (
    Attributed,
    Card,
    Cards,
    Column,
    Columns,
    Definition,
    DefinitionList,
    Footnote,
    Heading,
    Image,
    Inline,
    Lab,
    LineBreak,
    Link,
    List,
    ListItem,
    Notes,
    Paragraph,
    Picture,
    Pictures,
    Quotation,
    Slide,
    Styled,
    Table,
    TableCell,
    Text,
    plain_text,
    walk,
)
from deckbuild.model.walk import Node
from deckbuild.source import Span

AT = Span("talk.md", 1, 1)


def _line(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def _paragraph(text: str) -> Paragraph:
    return Paragraph(_line(text), AT)


def _cell(text: str) -> TableCell:
    return TableCell(_line(text), AT)


EVERYTHING: list[tuple[Node, str]] = [
    (
        Slide(
            "slide",
            "id",
            _line("title"),
            AT,
            blocks=(_paragraph("body"),),
            subtitle=_line("subtitle"),
            notes=(Notes((_paragraph("notes"),), AT),),
            footnotes=(Footnote("1", (_paragraph("footnote"),), AT),),
        ),
        "title subtitle body footnote notes",
    ),
    (Heading(3, _line("heading"), AT), "heading"),
    (List((ListItem((_paragraph("a"), _paragraph("b")), AT), ListItem((_paragraph("c"),), AT)), AT), "a b c"),
    (
        DefinitionList((Definition(_line("term"), ((_paragraph("one"),), (_paragraph("two"),)), AT),), AT),
        "term one two",
    ),
    (Quotation((_paragraph("words"),), AT, attribution=_line("who")), "words who"),
    (Picture("a.png", "alt", AT, caption=_line("caption"), credit=_line("credit")), "caption credit"),
    (
        Pictures(
            (Picture("a.png", "", AT, caption=_line("one")), Picture("b.png", "", AT, caption=_line("two"))),
            AT,
        ),
        "one two",
    ),
    (
        Table(
            ((_cell("a"), None), (_cell("b"), _cell("c"))),
            (None, None),
            AT,
            caption=_line("caption"),
            credit=_line("credit"),
        ),
        "a b c caption credit",
    ),
    (Columns((Column((_paragraph("left"),), AT), Column((_paragraph("right"),), AT)), AT), "left right"),
    (Cards((Card(_line("card"), (_paragraph("text"),), AT),), AT), "card text"),
    (Lab((_paragraph("do"),), AT), "do"),
    (
        Paragraph((Styled("strong", (Link("u", (Attributed(_line("deep")),), AT),)), Text("after")), AT),
        "deep after",
    ),
]


@pytest.mark.parametrize(("node", "texts"), EVERYTHING, ids=lambda value: type(value).__name__)
def test_all_parts_come_in_reading_order(node: Node, texts: str) -> None:
    assert " ".join(found.text for found in walk([node]) if isinstance(found, Text)) == texts


def test_a_node_comes_before_its_parts() -> None:
    paragraph = _paragraph("a")
    item = ListItem((paragraph,), AT)
    outer = List((item,), AT)
    assert list(walk([outer])) == [outer, item, paragraph, Text("a")]


def test_every_kind_that_holds_others_is_among_the_cases() -> None:
    """A new kind of block or inline must be walked into: this fails until it has a case above."""
    kinds = {kind for kind in vars(model).values() if isinstance(kind, type) and is_dataclass(kind)}
    parts = ("Inline", "Block", "Item", "Cell", "Card", "Column", "Definition,", "Picture,")
    holding = {
        kind for kind in kinds if any(part in str(field.type) for field in fields(kind) for part in parts)
    }
    walked = {type(node) for case, _ in EVERYTHING for node in walk([case])}
    assert holding - {model.Deck} <= walked
    leaves = {Image, model.Code, LineBreak, Text, model.FootnoteReference, model.Formula}
    assert set(get_args(Inline)) - leaves <= walked


def test_depth_has_no_limit() -> None:
    block: Quotation | Paragraph = _paragraph("core")
    for _ in range(5000):
        block = Quotation((block,), AT)
    assert sum(1 for _ in walk([block])) == 5002


def test_plain_text_leaves_out_marks() -> None:
    inlines: tuple[Inline, ...] = (
        Text("A "),
        Styled("strong", (Text("bold"), model.Code(" code"))),
        LineBreak(),
        Link("https://example.org", (Text("link"),), AT),
        model.FootnoteReference("1", AT),
        Image("a.png", " alt", AT),
    )
    assert plain_text(inlines) == "A bold code link alt"
