"""The progress bar: only after a second, and only where somebody watches."""

from __future__ import annotations

import sys

import pytest

from deckbuild.cli import progress
from deckbuild.cli.progress import LateProgress


class _Terminal:
    """Standard error, as a terminal or not."""

    def __init__(self, is_terminal: bool) -> None:
        self.text = ""
        self.is_terminal = is_terminal

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return self.is_terminal


def _watch(monkeypatch: pytest.MonkeyPatch, is_terminal: bool, patience: float) -> str:
    terminal = _Terminal(is_terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    with LateProgress(4) as bar:
        for stage in ("read", "transform", "lay out", "write"):
            bar.step(stage)
    return terminal.text


def test_a_quick_build_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _watch(monkeypatch, is_terminal=True, patience=60) == ""


def test_nothing_is_drawn_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _watch(monkeypatch, is_terminal=False, patience=-1) == ""


def test_a_slow_build_shows_the_stage_and_wipes_it_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = _watch(monkeypatch, is_terminal=True, patience=-1)
    assert "Lay out" in drawn
    assert "100%" in drawn
    assert drawn.endswith("\r\033[K")
