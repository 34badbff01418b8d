"""A plain deck pays for nothing that it does not have: what its build imports, and what it does not.

Imports are most of a small build's time; bench/README.md says how much.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PLAIN = """\
---
title: Plain
---

## A slide

- One
    - *Two*

::: notes
Say it.
:::
"""

NOT_NEEDED = [
    # Libraries
    "PIL",
    "lxml",
    "pptx",
    "pygments",
    "pymdownx",
    "yaml",
    # The standard library's larger ones
    "csv",
    "email",
    "hashlib",
    "importlib.metadata",
    "tempfile",
    "tomllib",
    "zipfile",
    # Our own, of what a deck may have or not
    "deckbuild.brand.entries",
    "deckbuild.brand.make",
    "deckbuild.figures.code",
    "deckbuild.figures.diagram",
    "deckbuild.figures.math",
    "deckbuild.layout.arrange_pictures",
    "deckbuild.layout.cards",
    "deckbuild.layout.chart",
    "deckbuild.layout.code",
    "deckbuild.layout.columns",
    "deckbuild.layout.diagram",
    "deckbuild.layout.lab",
    "deckbuild.layout.picture",
    "deckbuild.layout.picture_grid",
    "deckbuild.layout.table",
    "deckbuild.markdown.code",
    "deckbuild.markdown.html_blocks",
    "deckbuild.markdown.pictures",
    "deckbuild.markdown.tables",
    "deckbuild.pptx.chart",
    "deckbuild.pptx.connector",
    "deckbuild.pptx.picture",
    "deckbuild.pptx.table",
    "deckbuild.template.compile",
    "deckbuild.transform.agenda",
    "deckbuild.transform.code_files",
    "deckbuild.transform.formulas",
]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build a plain deck twice, the second time with a full cache; return the modules imported then."""
    folder = tmp_path_factory.mktemp("plain")
    (folder / "plain.md").write_text(PLAIN, encoding="utf-8")
    code = (
        "import sys; from deckbuild.cli import main\n"
        "try: main(['build', 'plain.md', '-q', '-o', 'plain.pptx'])\n"
        "except SystemExit as end: assert not end.code\n"
        "print(*sys.modules)"
    )
    for _ in range(2):
        run = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
    assert (folder / "plain.pptx").exists()
    return set(run.stdout.split())


def test_the_parser_and_the_writer_are_needed(imported: set[str]) -> None:
    """So that the next test cannot pass by looking at the wrong thing."""
    assert {"markdown", "deckbuild.layout.list", "deckbuild.pptx.slide"} <= imported


@pytest.mark.parametrize("module", NOT_NEEDED)
def test_a_plain_deck_does_not_need(module: str, imported: set[str]) -> None:
    assert module not in imported


@pytest.mark.parametrize("module", [name for name in NOT_NEEDED if name.startswith("deckbuild.")])
def test_what_is_not_needed_is_there(module: str) -> None:
    """A module that was moved is to be named anew here."""
    path = Path(__file__).parent.parent / "src" / module.replace(".", "/")
    assert path.is_dir() or path.with_suffix(".py").is_file()
