"""A progress bar that appears only when a build takes long and somebody watches."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_PATIENCE = 1.0
"""Seconds before the bar appears."""


class LateProgress:
    """Counts steps, and draws them once a second has gone by and standard error is a terminal."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._bar: ProgressBar[int] | None = None
        self._started = time.perf_counter()
        self._done = 0
        self._drawn = False

    def __enter__(self) -> LateProgress:
        """Begin to count."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self.clear()

    def step(self, stage: str) -> None:
        """Count a step, the stage ``stage`` beginning."""
        self._done += 1
        if sys.stderr.isatty() and time.perf_counter() - self._started > _PATIENCE:
            if self._bar is None:
                self._bar = click.progressbar(length=self._steps, file=sys.stderr, show_eta=False)
            self._bar.label = stage.capitalize()
            self._bar.update(self._done - self._bar.pos)
            self._bar.render_progress()
            self._drawn = True

    def clear(self) -> None:
        """Wipe the bar from the line, so that other text can be printed."""
        if self._drawn:
            click.echo("\r\033[K", nl=False, err=True)
            self._drawn = False
