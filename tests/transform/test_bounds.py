"""What a slide holds beyond ``[limits]`` is left out, and said at its line."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.limits import Limits
from deckbuild.pipeline import build_deck
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace

CODE = "```\n" + "line\n" * 5 + "```\n"
TABLE = "|a|b|\n|-|-|\n" + "|x|y|\n" * 5
CSV = "a,b\n" + "x,y\n" * 5
AGENDA = "# S\n\n## T\n\n::: toc\n:::\n\n# U\n"
CASES = {
    "a slide of much text": (
        {"t.md": "## T\n\nfirst\n\nsecond paragraph\n\nthird\n"},
        "slide_characters = 20",
        "t.md:5:1: This slide has 26 characters, more than the 20 that one is made of: what begins here is"
        " left out. [slide-too-large]",
    ),
    "code in a fence": (
        {"t.md": f"## T\n\n{CODE}"},
        "code_lines = 3",
        "t.md:3:1: This code has 5 lines: the first 3 are shown. [code-too-long]",
    ),
    "code of a file": (
        {"t.md": "## T\n\n![](a.py)\n", "a.py": "x\n" * 5},
        "code_lines = 3",
        "t.md:3:1: This code has 5 lines: the first 3 are shown. [code-too-long]",
    ),
    "a table": (
        {"t.md": f"## T\n\n{TABLE}"},
        "table_cells = 6",
        "t.md:3:1: This table has 6 rows of 2 cells: the first 3 are shown. [table-too-large]",
    ),
    "a table of a CSV file": (
        {"t.md": "## T\n\n![](t.csv)\n", "t.csv": CSV},
        "table_cells = 6",
        "t.md:3:1: This table has 6 rows of 2 cells: the first 3 are shown. [table-too-large]",
    ),
    "lines of a cell": (
        {"t.md": "## T\n\n| a | b |\n|---|---|\n| x<br>**y<br>z** | c |\n"},
        "cell_lines = 2\ncode_lines = 3",
        "t.md:5:3: A cell has more than 2 lines: the first ones are shown. [table-too-large]",
    ),
    "lines of a cell of a CSV file": (
        {"t.md": "## T\n\n![](t.csv)\n", "t.csv": 'a,b\n"x\ny\nz",c\n'},
        "cell_lines = 2",
        "t.csv:2:1: A cell has more than 2 lines: the first ones are shown. [table-too-large]",
    ),
    "a chart of a CSV file": (
        {"t.md": "## T\n\n![](t.csv){chart=column}\n", "t.csv": CSV},
        "figure_characters = 20",
        "t.md:3:1: `t.csv` has 24 characters; a figure is made of 20 at most. [figure-too-large]",
    ),
    "an agenda": (
        {"t.md": AGENDA},
        "agenda_entries = 1",
        "t.md:5:1: This agenda would have 2 entries, more than 1: it is left out. [agenda-too-long]",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_beyond_a_limit_is_said(name: str) -> None:
    files, limit, said = CASES[name]
    contents = {path: text.encode() for path, text in files.items()}
    contents["deckbuild.toml"] = f"[limits]\n{limit}\n".encode()
    workspace, collector = MemoryWorkspace(contents), Collector()
    project = read_project(workspace, collector)
    built = build_deck(workspace, "t.md", "out.pptx", project, None, collector)
    errors = [f"{found.span}: {found.message} [{found.code}]" for found in built.diagnostics]
    assert [line for line in errors if "too-" in line] == [said]
    assert built.path


def test_no_deck_that_people_write_meets_a_limit() -> None:
    """A hundred slides' worth of text under one heading, with a listing of a thousand lines."""
    assert Limits().slide_characters >= 100 * 1000
    assert Limits().code_lines >= 1000
