"""Every leaf knows where it stands, and no text of the source is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ..exploring import examples
from .block_invariants import check_all, leaves, replace_leaves, shape
from .block_outline import COMMONMARK, read

FIXTURES = Path(__file__).parent / "fixtures"
SPEC = [case["markdown"] for case in json.loads((FIXTURES / "commonmark-0.31.2.json").read_text("utf-8"))]
DECKS = Path(__file__).parents[3] / "shared" / "samples" / "decks"
SAMPLES = sorted(DECKS.rglob("*.md"))
OPTIONS = pytest.mark.parametrize("options", [{}, COMMONMARK], ids=["dialect", "commonmark"])

DIALECT = """\
# Lesson {#one .intro}

::: notes {audience=instructor}
Say *this*
and that.

1. One
   a. Sub
   b. Sub

      More
::::

Term
: Meaning

    Second paragraph

  ~ Other

[^note]: A footnote

    with code:

        x = 1

| a | b \\| c |
|:--|------:|
| 1 |
| 1 | `2|3`

Table: Caption

> - quoted
lazily

[ref]: <to there>
  "a title"
<!-- a
comment -->
"""


@OPTIONS
@pytest.mark.parametrize("source", [*SPEC, DIALECT])
def test_cuts_hold_all_text(source: str, options: dict[str, bool]) -> None:
    check_all(source, read(source, **options))
    for ending in ("\r\n", "\r"):
        changed = source.replace("\n", ending)
        check_all(changed, read(changed, **options))


@OPTIONS
@pytest.mark.parametrize("source", [*SPEC, DIALECT])
def test_leaves_can_be_replaced(source: str, options: dict[str, bool]) -> None:
    check_replacement(source, options)


@pytest.mark.skipif(not SAMPLES, reason="the sample decks are not beside the repository")
@OPTIONS
def test_decks(options: dict[str, bool]) -> None:
    for path in SAMPLES:
        source = path.read_text(encoding="utf-8")
        check_all(source, read(source, **options))
        check_replacement(source, options)


def check_replacement(source: str, options: dict[str, bool]) -> None:
    """Every leaf becomes a word, and the document keeps its shape."""
    parsed = read(source, **options)
    replaced, words = replace_leaves(source, parsed)
    again = read(replaced, **options)
    assert shape(again.root) == shape(parsed.root)
    found = [(leaf.text or "").strip() for leaf in leaves(again) if leaf.tag not in ("html", "comment")]
    assert [word for word in found if word] == words


FRAGMENTS = (
    "- ", "+ ", "1. ", "2) ", "> ", "    ", "  ", " ", "\t", "a", "b c", "# ", "---", "===", "```", "~~~ py",
    "<div>", "<!-- x -->", "<!--", "-->", "[a]: /u", "[a]:", "'t'", "\\", "|", "a | b", "--|--", "\\|",
    "::: ", ":::", "::: n {a=b}", ": d", "~ e", "[^1]: ", "a. ", "i. ", "B.  ", "(1) ", "#. ", "Table: x",
    "x | y | z", "\r", "\0", "é", "\u2028",
)  # fmt: skip
DOCUMENTS = st.lists(st.lists(st.sampled_from(FRAGMENTS), max_size=4).map("".join), max_size=8).map("\n".join)


@settings(max_examples=examples(500))
@given(DOCUMENTS | st.text(max_size=80))
def test_random_documents(source: str) -> None:
    both: tuple[dict[str, bool], ...] = ({}, COMMONMARK)
    for options in both:
        parsed = read(source, **options)
        check_all("".join("\ufffd" if c in "\0\2\3" else c for c in source), parsed)


@pytest.mark.parametrize(
    ("source", "tag", "cuts", "extent"),
    [
        ("a  \n b \n", "p", ["a  ", "b"], "a  \n b"),
        ("##  Title {.x} ##  ", "h2", ["Title {.x}"], "##  Title {.x} ##  "),
        ("> Two\nlines\n> ***", "p", ["Two", "lines"], "Two\nlines"),
        ("> Two\n> lines\n> ---", "h2", ["Two", "lines"], "Two\n> lines\n> ---"),
        (" ```py\n  x\n y\n ```\n", "pre", [" x", "y"], "```py\n  x\n y\n ```"),
        ("a\n\n\tx\n\n\t\ty\n\nb", "pre", ["x", "", "\ty"], "x\n\n\t\ty"),
        ("- a\n\n  b\n\nc", "ul", [], "- a\n\n  b"),
        ("- a\n\n  b\n- c", "li", [], "- a\n\n  b"),
        ("> a\n>\n\nb", "blockquote", [], "> a"),
        ("::: x\na\n:::\nb", "div", [], "::: x\na\n:::"),
        ("a|b\n-|-\n c \\| d | \n\ne", "td", ["c ", "| d"], "c \\| d"),
        ("[^n]: a\n\n  b\n\nc", "footnote", [], "[^n]: a\n\n  b"),
    ],
)
def test_places(source: str, tag: str, cuts: list[str], extent: str) -> None:
    parsed = read(source)
    element = next(element for element in parsed.cuts if element.tag == tag)
    place = parsed.cuts[element]
    assert [source[start:end] for start, end in place.lines] == cuts
    assert source[place.start : place.end] == extent


@pytest.mark.parametrize(
    ("source", "tag", "info"),
    [
        ("```  py {1,2}  \n```", "pre", "py {1,2}"),
        ("~~~\tpy\tx\n~~~", "pre", "py\tx"),
        ("::: notes {a=b} :::\n:::", "div", "notes {a=b}"),
        ("[^n]: a", "footnote", "n"),
    ],
)
def test_places_of_what_stands_in_attributes(source: str, tag: str, info: str) -> None:
    parsed = read(source)
    cut = next(cuts for element, cuts in parsed.cuts.items() if element.tag == tag).info
    assert cut is not None
    assert source[slice(*cut)] == info


def test_definitions_have_cuts_too() -> None:
    source = "[a]: /u\n  'title'\n[b]: /v\ntext\n"
    assert [source[start:end] for start, end in read(source).definitions] == ["[a]: /u\n  'title'", "[b]: /v"]
