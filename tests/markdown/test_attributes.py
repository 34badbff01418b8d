"""Attribute lists: what counts as one, what is in it, and where each item stands."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.markdown.attributes import (
    Attributes,
    find_trailing_attributes,
    read_attributes,
    report_attributes,
    suggest,
)
from deckbuild.markdown.places import CutPlace
from deckbuild.source import SourceFile


def read(text: str) -> Attributes:
    attributes = read_attributes(text, 0)
    assert attributes is not None
    return attributes


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("{#id .class key=value}", [("#", "id"), (".", "class"), ("key", "value")]),
        ('{key="two words"}', [("key", "two words")]),
        ("{key='it \"is\"'}", [("key", 'it "is"')]),
        ('{key=""}', [("key", "")]),
        ('{source="a } b"}', [("source", "a } b")]),
        ("{: .kramdown}", [(".", "kramdown")]),
        ("{width=40%}", [("width", "40%")]),
        ("{link=https://a.b/c?d=e#f}", [("link", "https://a.b/c?d=e#f")]),
        ("{.größe #größe}", [(".", "größe"), ("#", "größe")]),
        ("{.a.b}", [(".", "a"), (".", "b")]),
        ("{data-id=3 xml:lang=fr}", [("data-id", "3"), ("xml:lang", "fr")]),
    ],
)
def test_items(text: str, items: list[tuple[str, str]]) -> None:
    attributes = read(text)
    assert [(item.name, item.value) for item in attributes.items] == items
    assert (attributes.end, attributes.malformed) == (len(text), ())


@pytest.mark.parametrize(
    "text", ["{a, b}", "{}", "{ }", "{word}", "{2,4-6}", "{key = value}", "{.a", '{a="b}']
)
def test_text_in_braces_that_is_no_list(text: str) -> None:
    assert read_attributes(text, 0) is None or read_attributes(text, 0) != Attributes()
    assert not (read_attributes(text, 0) and read(text).items)


def test_each_item_knows_its_place() -> None:
    text = 'Title {#id .class key="value"}'
    before, attributes = find_trailing_attributes(text)
    assert before == "Title"
    assert [text[item.start : item.end] for item in attributes.items] == ["#id", ".class", 'key="value"']


@pytest.mark.parametrize("text", ["f{.x}", "a {b}", "a {.b} c", "{a=b} c"])
def test_no_list_at_the_end(text: str) -> None:
    assert find_trailing_attributes(text) == (text, Attributes())


def test_malformed_and_unknown_items_are_reported_where_they_stand() -> None:
    text = '{widht=40% .x #y "z" width=1 width=2}'
    collector = Collector()
    place = CutPlace(SourceFile("a.md", text), [(0, len(text))])
    report_attributes(read(text), "a picture", ("width", "height"), place, collector)
    assert [(found.span.column, found.message, found.hint) for found in collector.sorted()] == [
        (2, "`widht` means nothing on a picture.", "Did you mean `width`?"),
        (12, "`.x` means nothing on a picture.", "Delete it."),
        (15, "`#y` means nothing on a picture.", "Delete it."),
        (18, '`"z"` is no attribute of a picture.', 'Write `{#id .class key="value"}`.'),
        (30, "`width` is given twice; the first counts.", 'Write `{#id .class key="value"}`.'),
    ]


def test_hints_name_the_nearest_or_all_that_is_known() -> None:
    assert suggest("colums", ("columns", "cards")) == "Did you mean `columns`?"
    assert suggest("zzz", ("columns", "cards")) == "Known here: `cards`, `columns`."
    assert suggest("zzz", (), "Delete it.") == "Delete it."
