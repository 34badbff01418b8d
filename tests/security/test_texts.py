"""Markdown, settings and tables that are meant to take all of a machine's time, or to deceive."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace

from .attack import HEAD, attack

FLOWCHART = "```mermaid\nflowchart LR\n"
ALL_TO_ALL = " --> ".join(" & ".join(f"{side}{number}" for number in range(100)) for side in "ab")
MARKDOWN = {
    "quotations nested deep": (">" * 2000 + " x", "nesting-too-deep"),
    "lists nested deep": ("".join(" " * 2 * n + "- x\n" for n in range(200)), "list-too-deep"),
    "list marks on one line": ("- " * 5000 + "x", "list-too-deep"),
    "cards in cards": ("::: cards\n" * 45 + "### A\n\nx", "nesting-too-deep"),
    "divs without an end": (":::: cards\n" * 500, "unclosed-div"),
    "open brackets": ("[" * 10_000, ""),
    "open links": ("[a](" * 5000, ""),
    "open pictures": ("![" * 5000, ""),
    "marks of emphasis that cross": ("*_**__" * 1000, ""),
    "emphasis never closed": ("*a **b " * 2000, ""),
    "runs of backticks, each longer": ("".join("`" * n + "a" for n in range(1, 150)), ""),
    "open comments": ("x <!-- " * 2000, ""),
    "open CDATA": ("x <![CDATA[ " * 2000, ""),
    "open instructions": ("x <?" * 2000, ""),
    "open tags": ("<a " * 2000, ""),
    "tags that cross": ("<b><i>" * 500 + "</b></i>" * 500, ""),
    "open formulas": ("$a" * 1000, ""),
    "braces in a formula": ("$" + "{" * 3000 + "}" * 3000 + "$", ""),
    "a macro that grows": ("$\\def\\a{\\a\\a}\\a$", ""),
    "an entity without an end": ("&#x" + "0" * 9000 + ";", ""),
    "ten thousand columns": ("|" + "a|" * 10_000 + "\n|" + "-|" * 10_000, "table-too-large"),
    "attributes without number": (
        "x\n\n## U {" + " ".join(f"k{n}=v" for n in range(500)) + "}",
        "attribute-unknown",
    ),
    "open quotes in attributes": ("x\n\n## U {" + 'a="\\"' * 1000, ""),
    "footnotes without number": (" ".join(f"[^{n}]" for n in range(500)), "footnote-missing"),
    "a footnote in itself": ("a[^1]\n\n[^1]: b[^1]\n", ""),
    "footnotes in circles": ("a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n", ""),
    "notes within notes": ("^[" * 2000, ""),
    "a reference of a long label": ("[" + "a" * 9000 + "]: x\n", ""),
    "a title of a reference over all lines": ("[a]: x '" + "\n'" * 2000, ""),
    "an address without an end": ("<http://" + "a" * 9000 + ">", ""),
    "addresses in a row": ("http://a." * 1000, ""),
    "mail without an end": ("a@" * 5000, ""),
    "a line of tabs": ("\t" * 9000 + "x", ""),
    "lines of nothing": ("\n" * 20_000 + "x", ""),
    "combining marks": ("a" + "\u0301" * 5000, ""),
    "control characters": ("\x00\x01\x08\x1b[2J x", "text-control-character"),
    "a character that turns text around": ("invoice\u202exslx.exe", "text-direction-control"),
    "an isolate that turns text around": ("if (\u2066 admin \u2069) x", "text-direction-control"),
    "a width of no measure": ("::: columns\n::: column {width=1e999%}\nx\n:::\n:::", "attribute-value"),
    "a flowchart of a long arrow": (f"{FLOWCHART}a{'-' * 9000}>b\n```", ""),
    "a flowchart of subgraphs": (FLOWCHART + "subgraph a\n" * 2000 + "```", "diagram-"),
    "a flowchart of everything to everything": (f"{FLOWCHART}{ALL_TO_ALL}\n```", "diagram-limit"),
    "a sequence of loops": ("```mermaid\nsequenceDiagram\n" + "loop x\n" * 2000 + "```", "diagram-"),
    "a chart of endless numbers": ("```chart\ntype: column\n\na,b\nx,1e999\n```", "chart-number"),
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_hostile_markdown(name: str) -> None:
    text, code = MARKDOWN[name]
    codes = attack({"t.md": HEAD + text}).codes
    assert not code or any(found.startswith(code) for found in codes), codes


@pytest.mark.parametrize(
    "data", [b"## T\n\n\xed\xa0\x80", "## T".encode("utf-16")], ids=["surrogate", "UTF-16"]
)
def test_what_is_no_utf_8(data: bytes) -> None:
    assert "encoding" in attack({"t.md": data}).codes


def _aliases() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines) + "\ntitle: *a9"


FRONT_MATTER = {
    "aliases that multiply": _aliases(),
    "an object of Python": "title: !!python/object/apply:os.system [id]",
    "lists nested deep": "title: " + "[" * 5000,
    "two keys of one name": "title: a\ntitle: b",
    "a number too long": "year: " + "9" * 9000,
}


@pytest.mark.parametrize("name", FRONT_MATTER)
def test_hostile_front_matter(name: str) -> None:
    codes = attack({"t.md": f"---\n{FRONT_MATTER[name]}\n---\n## T\n"}).codes
    assert codes & {"settings-syntax", "settings-value", "settings-unknown-key", "title-too-long"}


TOML = {
    "lists nested deep": "a = " + "[" * 5000,
    "a number too long": "[deck]\nyear = " + "9" * 9000,
    "no limit": "[limits]\nfile_bytes = -1\n",
    "paths that are none": "[allow]\npaths = 1\n",
    "U+0000": "a = 1\0",
    "half a character": '[deck]\ntitle = "\\ud800"',
}


@pytest.mark.parametrize("name", TOML)
def test_a_hostile_deckbuild_toml(name: str) -> None:
    collector = Collector()
    read_project(MemoryWorkspace({"deckbuild.toml": TOML[name].encode()}), collector)
    assert collector.has_errors


def test_a_csv_file_of_one_long_row() -> None:
    files = {"t.md": HEAD + "![](t.csv)", "t.csv": "a\n" * 500 + "x," * 20_000}
    assert "table-too-large" in attack(files).codes


def test_a_source_beyond_the_limit() -> None:
    files = {"t.md": HEAD + "x" * 2000, "deckbuild.toml": "[limits]\ntext_bytes = 1000\n"}
    assert "file-too-large" in attack(files).codes
