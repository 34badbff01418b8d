"""The same build from a script."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckbuild


def test_three_lines_build_a_deck(tmp_path: Path) -> None:
    (tmp_path / "talk.md").write_text("## Slide\n\nText.\n", encoding="utf-8")
    built = deckbuild.build(tmp_path / "talk.md", tmp_path / "out.pptx")
    assert (built.path, built.slides, built.diagnostics) == (str(tmp_path / "out.pptx"), 1, ())
    assert (tmp_path / "out.pptx").read_bytes().startswith(b"PK")


def test_nothing_built_gives_no_path(tmp_path: Path) -> None:
    (tmp_path / "talk.md").write_text("", encoding="utf-8")
    built = deckbuild.build(str(tmp_path / "talk.md"))
    assert (built.path, built.slides) == (None, 0)
    assert [diagnostic.code for diagnostic in built.diagnostics] == ["deck-empty"]


def test_a_deck_that_is_not_there_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        deckbuild.build(tmp_path / "nothing.md")
