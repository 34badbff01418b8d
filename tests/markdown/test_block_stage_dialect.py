"""What the dialect has beyond CommonMark."""

from __future__ import annotations

from typing import Any

import pytest
from markdown import Markdown

from deckbuild.markdown.block_stage import BlockStage, BlockStageExtension, parse

from .block_outline import outline, read

A_AND_B = [["li", ["p", "a"]], ["li", ["p", "b"]]]
NESTED = ["dl", ["dt", "U"], ["dd", ["p", "b"]]]


def problems(source: str) -> list[tuple[str, str]]:
    """Return each problem's code and the source from where it is reported."""
    return [(problem.code, source[problem.start :][:8]) for problem in read(source).problems]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("::: notes\na\n:::\nb", [["div", ["p", "a"]], ["p", "b"]]),
        # The innermost open div is closed, however many colons there are.
        ("::: a\n:::: b\nx\n:::\ny\n::::", [["div", ["div", ["p", "x"]], ["p", "y"]]]),
        # Divs end paragraphs, lists, quotations and tables, at both ends.
        ("a\n::: x\nb\n:::\nc", [["p", "a"], ["div", ["p", "b"]], ["p", "c"]]),
        ("::: x\n- a\n:::\nb", [["div", ["ul", "", "tight", ["li", ["p", "a"]]]], ["p", "b"]]),
        ("::: x\n> a\n:::\nb", [["div", ["blockquote", ["p", "a"]]], ["p", "b"]]),
        # What parts slides elsewhere belongs to the div inside it.
        ("::: x\n# a\n---\n:::", [["div", ["h1", "a"], ["hr"]]]),
        ("- ::: x\n  a\n  :::\n  b", [["ul", "", "tight", ["li", ["div", ["p", "a"]], ["p", "b"]]]]),
        ("> ::: x\n> a\n> :::\n> b", [["blockquote", ["div", ["p", "a"]], ["p", "b"]]]),
        # Colons in code are code, two of them are text.
        ("```\n:::\n```", [["pre", "", ":::"]]),
        ("::: x\n```\n:::\n```\n:::", [["div", ["pre", "", ":::"]]]),
        (":: x\n", [["p", ":: x"]]),
        ("::: .x", [["p", "::: .x"]]),
    ],
)
def test_divs(source: str, blocks: list[Any]) -> None:
    assert outline(source) == blocks


@pytest.mark.parametrize(
    ("opening", "name", "attributes"),
    [
        ("::: notes", "notes", ""),
        (":::notes", "notes", ""),
        ("::: {.columns}", "", "{.columns}"),
        ("::: columns {width=40%}", "columns", "{width=40%}"),
        (":::: columns{width=40%} ::::", "columns", "{width=40%}"),
        ("::: note A title: {.x}", "note", "A title: {.x}"),
    ],
)
def test_div_openings(opening: str, name: str, attributes: str) -> None:
    div = read(f"{opening}\n:::\n").root[0]
    assert (div.tag, div.get("name"), div.get("attributes")) == ("div", name, attributes)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\n\n::: x\nb", [("unclosed-div", "::: x\nb")]),
        ("- ::: x\n  b\n\nc", [("unclosed-div", "::: x\n  ")]),
        ("a\n:::\nb", [("stray-div-end", ":::\nb")]),
        # A list item's line does not close a div around the list.
        ("::: x\n- a\n  :::\n:::", [("stray-div-end", ":::\n:::")]),
        ("```\na", [("unclosed-fence", "```\na")]),
        ("> ~~~ x\n\nb", [("unclosed-fence", "~~~ x\n\nb")]),
        ("<!-- a\n\nb", [("unclosed-comment", "<!-- a\n\n")]),
        ("a|b\n-|-\n1|2|3|4\n1", [("table-cell-beyond-header", "3|4\n1")]),
        ("::: x\n```\n```\n<!-- -->\n:::", []),
    ],
)
def test_problems(source: str, expected: list[tuple[str, str]]) -> None:
    assert problems(source) == expected


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("[^1]: a\n\n    b\n\nc", [["footnote", ["p", "a"], ["p", "b"]], ["p", "c"]]),
        ("[^1]: a\n\n  b", [["footnote", ["p", "a"], ["p", "b"]]]),
        ("[^1]: a\nlazily\n[^2]: b", [["footnote", ["p", "a\nlazily"]], ["footnote", ["p", "b"]]]),
        (
            "[^1]:\n    - a\n\n          code",
            [["footnote", ["ul", "", ["li", ["p", "a"], ["pre", "", "code"]]]]],
        ),
        # What cannot be a footnote is no link reference definition either, but text.
        ("[^a b]: c", [["p", "[^a b]: c"]]),
    ],
)
def test_footnotes(source: str, blocks: list[Any]) -> None:
    found = outline(source)
    for block in found:
        if block[0] == "footnote" and block[1][0] == "ul" and "loose" in block[1]:
            block[1].remove("loose")
    assert found == blocks


def test_footnotes_by_label() -> None:
    parsed = read("[^One]: a\n\n[^one]: b\n\n> [^2]: c\n")
    assert list(parsed.footnotes) == ["one", "2"]
    assert parsed.footnotes["one"].get("label") == "One"
    assert parsed.footnotes["one"] is parsed.root[0]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("Term\n: a\n: b", [["dl", ["dt", "Term"], ["dd", ["p", "a"]], ["dd", ["p", "b"]]]]),
        ("Term\n  ~ a\n  ~ b", [["dl", ["dt", "Term"], ["dd", ["p", "a"]], ["dd", ["p", "b"]]]]),
        ("T\n: a\n\nU\n: b", [["dl", ["dt", "T"], ["dd", ["p", "a"]], ["dt", "U"], ["dd", ["p", "b"]]]]),
        ("T\n\n:   a\n\n    b\n\nc", [["dl", ["dt", "T"], ["dd", ["p", "a"], ["p", "b"]]], ["p", "c"]]),
        ("T\n: a\n\n  b", [["dl", ["dt", "T"], ["dd", ["p", "a"], ["p", "b"]]]]),
        ("T\n: - a\n  - b", [["dl", ["dt", "T"], ["dd", ["ul", "", "tight", *A_AND_B]]]]),
        ("T\n:     code", [["dl", ["dt", "T"], ["dd", ["pre", "", "code"]]]]),
        ("T\n: a\n\n  ~ b", [["dl", ["dt", "T"], ["dd", ["p", "a"]], ["dd", ["p", "b"]]]]),
        ("T\n: a\n\n    U\n    : b", [["dl", ["dt", "T"], ["dd", ["p", "a"], NESTED]]]),
        ("- T\n  : a", [["ul", "", ["li", ["dl", ["dt", "T"], ["dd", ["p", "a"]]]]]]),
        # As in pandoc a term is a line of its own, and lazy lines belong to the definition.
        ("two\nlines\n: a", [["p", "two\nlines\n: a"]]),
        ("T\n: a\nU\n: b", [["dl", ["dt", "T"], ["dd", ["p", "a\nU"]], ["dd", ["p", "b"]]]]),
        ("T\n\n\n: a", [["p", "T"], ["p", ": a"]]),
        ("# T\n: a", [["h1", "T"], ["p", ": a"]]),
        ("T\n:", [["p", "T\n:"]]),
    ],
)  # fmt: skip
def test_definition_lists(source: str, blocks: list[Any]) -> None:
    assert outline(source) == blocks


def test_definition_list_with_a_blank_line_is_loose() -> None:
    assert read("T\n: a\n: b").root[0].get("loose") is None
    assert read("T\n\n: a").root[0].get("loose") == "1"
    assert read("T\n: a\n\n: b").root[0].get("loose") == "1"


@pytest.mark.parametrize(
    ("source", "start", "delimiter", "style"),
    [
        ("3. a", "3", ".", "decimal"),
        ("1) a", "1", ")", "decimal"),
        ("(2) a", "2", "()", "decimal"),
        ("#. a", "1", ".", "decimal"),
        ("a. a", "1", ".", "lower-alpha"),
        ("c) a", "3", ")", "lower-alpha"),
        ("B)  a", "2", ")", "upper-alpha"),
        ("B.  a", "2", ".", "upper-alpha"),
        ("i. a", "1", ".", "lower-roman"),
        ("(iv) a", "4", "()", "lower-roman"),
        ("XLII. a", "42", ".", "upper-roman"),
        ("p.  5", "16", ".", "lower-alpha"),
    ],
)
def test_ordered_lists(source: str, start: str, delimiter: str, style: str) -> None:
    attributes = read(source).root[0].attrib
    assert attributes == {"start": start, "delimiter": delimiter, "style": style}


@pytest.mark.parametrize(
    "source",
    ["B. Russell", "I. Newton", "z. B. so", "p. 5", "(c) 2024", "(R) brand", "iix. a", "a.b", "(a. b",
     "text\na. b", "text\n(1) b", "> text\na. b"],
)  # fmt: skip
def test_prose_is_no_list(source: str) -> None:
    assert "ol" not in [element.tag for element in read(source).root.iter()]


@pytest.mark.parametrize(
    ("source", "starts"),
    [
        # A marker is read in the style of the list it goes on with.
        ("h.  a\ni. b\nj. c", ["8"]),
        ("i. a\nii. b\nv. c", ["1"]),
        ("a. x\n#. y", ["1"]),
        ("1. x\n#. y\n7. z", ["1"]),
        ("a. x\n\nb) y", ["1", "2"]),
        ("1. x\n   a. y\n   b. z\n2. w", ["1", "1"]),
    ],
)
def test_lists_go_on_in_their_style(source: str, starts: list[str]) -> None:
    assert [element.get("start") for element in read(source).root.iter("ol")] == starts


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("a|b\n-|-\n1|2", [["a", "b"], ["1", "2"]]),
        ("| a | b |\n|---|---|\n| `1|2` | 3", [["a", "b"], ["`1", "2`", "3"]]),
        ("| a | b |\n|---|---|\n| `1\\|2` | 3", [["a", "b"], ["`1|2`", "3"]]),
        ("a|b\n-|-\n1\n||", [["a", "b"], ["1", ""], ["", ""]]),
        ("a|b\n-|-\n1|2\nTable: c", [["a", "b"], ["1", "2"]]),
        ("a|b\n-|-\n1|2\n: c", [["a", "b"], ["1", "2"]]),
        ("a|b\n-|-\n1|2\n{widths='1 2'}", [["a", "b"], ["1", "2"]]),
        ("a|b\n-|-\n: 1|2", [["a", "b"], [": 1", "2"]]),
        ("text\na|b\n-|-\n- c", [["a", "b"]]),
    ],
)
def test_tables(source: str, rows: list[list[str]]) -> None:
    table = next(read(source).root.iter("table"))
    assert [[cell.text for cell in row] for row in table.iter("tr")] == rows


@pytest.mark.parametrize("source", ["a: b\n- c: d|", "a|b\n- -|-", "a\n-|-", "a|b\n--", "    a|b\n-|-"])
def test_no_table(source: str) -> None:
    assert read(source).root.find(".//table") is None


def test_table_alignment() -> None:
    cells = read("a|b|c|d\n:-|-:|:-:|-\n1|2|3|4|5").root.iter("td")
    assert [cell.get("align") for cell in cells] == ["left", "right", "center", None, None]


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("<!-- a\n\nb -->\nc", ["comment", "p"]),
        ("<!-- a --> <!-- b -->", ["html"]),
        ("<!-- a --> text", ["html"]),
        ("a\n<!-- b -->\nc", ["p", "comment", "p"]),
    ],
)
def test_comments(source: str, tags: list[str]) -> None:
    assert [element.tag for element in read(source).root] == tags


def test_attributes_of_blocks() -> None:
    root = read("* * *\n\n~~~ {.py}\nx\n~~~\n\n    y\n\n- [x] a\n\n  b\n").root
    assert [dict(element.attrib) for element in root] == [
        {"marker": "* * *"},
        {"fenced": "1", "info": "{.py}"},
        {},
        {"loose": "1"},
    ]
    assert root[3][0][0].text == "[x] a"


def test_one_markdown_instance_serves_many_sources() -> None:
    markdown = Markdown(extensions=[BlockStageExtension()])
    first = parse(markdown, "[a]: /u\n\n::: x\n")
    markdown.reset()
    second = parse(markdown, "text")
    assert first.references == {"a": ("/u", "")}
    assert (second.references, second.problems, len(second.root)) == ({}, [], 1)


def test_inline_patterns_find_references_by_any_spelling_of_the_label() -> None:
    markdown = Markdown(extensions=[BlockStageExtension()])
    assert isinstance(markdown.parser, BlockStage)
    assert markdown.convert("[b][STRASSE]\n\n[straße]: /u") == '<p><a href="/u">b</a></p>'
