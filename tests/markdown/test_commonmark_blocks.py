"""CommonMark's block structure, against the spec's own cases and an independent implementation."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ..exploring import examples
from .block_outline import COMMONMARK, GFM, markdown_it_outline, outline, read

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "fixtures" / "commonmark-0.31.2.json").read_text(encoding="utf-8")
)
DECKS = Path(__file__).parents[3] / "shared" / "samples" / "decks"
SAMPLES = sorted(DECKS.rglob("*.md"))


def test_all_cases_of_the_spec_are_here() -> None:
    assert len(CASES) == 652


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['example']}-{case['section']}")
def test_spec_case_has_the_structure_markdown_it_finds(case: dict[str, Any]) -> None:
    expected, references = markdown_it_outline(case["markdown"])
    assert outline(case["markdown"], **COMMONMARK) == expected
    assert len(read(case["markdown"], **COMMONMARK).references) == len(references)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['example']}-{case['section']}")
def test_spec_case_is_the_same_with_other_line_ends(case: dict[str, Any]) -> None:
    expected = outline(case["markdown"], **COMMONMARK)
    assert outline(case["markdown"].replace("\n", "\r\n"), **COMMONMARK) == expected
    assert outline(case["markdown"].replace("\n", "\r"), **COMMONMARK) == expected


@pytest.mark.skipif(not SAMPLES, reason="the sample decks are not beside the repository")
@pytest.mark.parametrize("options", [COMMONMARK, GFM], ids=["commonmark", "with tables"])
def test_decks_have_the_structure_markdown_it_finds(options: dict[str, bool]) -> None:
    for path in SAMPLES:
        text = path.read_text(encoding="utf-8")
        assert outline(text, **options) == markdown_it_outline(text, tables=options["tables"])[0], path.name


# Left out are the few things in which markdown-it-py differs from CommonMark's reference
# implementations: tabs after a quotation's marker, list markers standing alone before several blank
# lines, and lazy lines after a link reference definition.
FRAGMENTS = (
    "- a", "* a", "+ ", "1. a", "2) a", "10. a", "> ", "    ", "  ", " ", "a", "b c", "# ", "## x", "---",
    "===", "```", "~~~", "`", "<div>", "</div>", "<!-- x -->", "<!--", "-->", "<b>", "</b>", "***", "_ _ _",
    "#", "x #", "<pre>", "</pre>", "<?", "?>", "\\", "&amp;",
)  # fmt: skip
DOCUMENTS = st.lists(st.lists(st.sampled_from(FRAGMENTS), max_size=4).map("".join), max_size=8)


@settings(max_examples=examples(400))
@given(DOCUMENTS)
@example(["- a", "  - a", "", "    b c", "- a"])
@example(["> a", "---", "    b c"])
@example(["- a", "    <!--", "", "- a"])
def test_random_documents_have_the_structure_markdown_it_finds(lines: list[str]) -> None:
    text = "\n".join([*lines, "z", ""])
    # After a quotation's line markdown-it-py takes these for a quotation or heading, or loses them.
    assume(not re.search(r"^ *>.*\n {4,}[>#]", text, re.M))
    assert outline(text, **COMMONMARK) == markdown_it_outline(text)[0]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        # Tabs reach to the next column divisible by four, and are kept in text.
        ("\tcode\tx", [["pre", "", "code\tx"]]),
        ("-\ta\n\n\tb", [["ul", "", "loose", ["li", ["p", "a"], ["p", "b"]]]]),
        (">\t\tcode", [["blockquote", ["pre", "", "  code"]]]),
        ("#\ta\tb\t#\t", [["h1", "a\tb"]]),
        ("```\tpy\tx\n\ta\n```", [["pre", "py\tx", "\ta"]]),
        # A no-break space and a line separator are text.
        ("\u00a0a\u2028b\n\u00a0\nc", [["p", "\u00a0a\u2028b\n\u00a0\nc"]]),
        ("a\0b", [["p", "a\ufffdb"]]),
        # A heading or a break cannot be made of link reference definitions.
        ("[a]: /b\n===", [["p", "==="]]),
        ("[a]: /b\n---", [["hr"]]),
        # A fence's blank lines do not make a list loose, nor does a quotation's.
        ("- ```\n  a\n\n- b", [["ul", "", "tight", ["li", ["pre", "", "a"]], ["li", ["p", "b"]]]]),
        ("- > a\n  >\n- b", [["ul", "", "tight", ["li", ["blockquote", ["p", "a"]]], ["li", ["p", "b"]]]]),
    ],
)
def test_structure(source: str, blocks: list[Any]) -> None:
    assert outline(source, **COMMONMARK) == blocks


@pytest.mark.parametrize(
    ("source", "references"),
    [
        ("[Foo\n  BAR]: <my url> 'a\nb'\n", {"foo bar": ("my url", "a\nb")}),
        ("[ẞ]: /\\*?a&amp;b\n[SS]: /second\n", {"ss": ("/*?a&b", "")}),
        ("[a]: (()\n", {}),
        ("[a]: /u 'not\n\na title'\n", {}),
        ("[a]: /u\n'not a title' x\n", {"a": ("/u", "")}),
        ("[\n]: /u\n", {}),
    ],
)
def test_link_reference_definitions(source: str, references: dict[str, tuple[str, str]]) -> None:
    assert read(source, **COMMONMARK).references == references
