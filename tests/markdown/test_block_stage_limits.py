"""Deep and long sources are read in bounded time, and nothing of them is lost."""

from __future__ import annotations

import time

import pytest

from deckbuild.markdown.block_stage.stage import MAX_DEPTH

from .block_invariants import check_leaf_texts, check_no_text_is_lost
from .block_outline import read

SOURCES = {
    "quotations": ">" * 5000 + " a",
    "quotations on many lines": ("> " * 300 + "a\n") * 300,
    "lists": "".join("  " * depth + "- a\n" for depth in range(2000)),
    "lists on one line": "- " * 5000 + "a",
    "ordered lists on one line": "1. " * 5000 + "a",
    "divs": "::: a\n" * 5000,
    "divs with ends": "::: a\n" * 5000 + ":::\n" * 5000,
    "footnotes in footnotes": "[^a]: " * 5000 + "b",
    "stray ends": ":::\n" * 20000,
    "rules that are none": "* " * 20000 + "a",
    "brackets": "[" * 50000,
    "label without end": "[" + "a\n" * 50000,
    "references": "[a]: b\n" * 20000,
    "title without end": "[a]: b\n'" + "c\n" * 50000,
    "parentheses": "[a]: " + "(" * 50000,
    "paragraph": "a\n" * 100000,
    "underlines of nothing": "[a]: b\n===\n" * 10000,
    "delimiter rows": "a | b\n--|--|--\n" * 10000,
    "wide table": "|" * 2000 + "\n" + "-|" * 2000 + "\n" + "a\n" * 2000,
    "tags": "<a " * 20000,
    "attributes": "<a" + " b='c'" * 20000,
    "comments": "<!--\n" * 20000,
    "fences": "```\n" * 50001,
    "backticks": "`" * 200000,
    "tabs": "\t" * 50000 + "a\n",
    "blank lines": "- a\n" + "\n" * 100000,
    "spaces": ("- " + " " * 2000 + "\n") * 50,
    "definitions": "a\n: b\n" * 20000,
    "colons": ":" * 100000,
}


@pytest.mark.parametrize("name", SOURCES)
def test_bounded_time(name: str) -> None:
    source = SOURCES[name]
    before = time.process_time()
    parsed = read(source)
    assert time.process_time() - before < 2
    check_leaf_texts(source, parsed)


@pytest.mark.parametrize("name", ["quotations", "lists", "lists on one line", "divs with ends"])
def test_what_is_too_deep_is_text(name: str) -> None:
    parsed = read(SOURCES[name])
    check_no_text_is_lost(SOURCES[name], parsed)
    depth = 0
    element = parsed.root
    while len(element):
        element = element[0] if element[0].tag != "p" or len(element) == 1 else element[1]
        depth += element.tag in ("blockquote", "li", "div")
    assert depth == MAX_DEPTH


def test_a_div_at_the_greatest_depth_can_be_closed() -> None:
    source = "::: a\n" * MAX_DEPTH + ":::\n" * MAX_DEPTH + "text"
    parsed = read(source)
    assert [element.tag for element in parsed.root] == ["div", "p"]
    assert parsed.problems == []
