"""How much measuring and fitting add to a build: ``python bench/fitting.py [SLIDES ...]``.

Times, inside builds of ``generate.py``'s decks, the outermost calls of what chooses sizes, divides and
breaks lines. Prints the least of several builds: their CPU seconds, those of measuring and fitting, and by
how much these exceed the build without them.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable
from importlib import import_module
from time import process_time
from typing import Any

from generate import generate
from run import OUT

from deckbuild import build

MEASURED = (
    ("fonts", "break_lines"),
    ("layout.measure", "measure_extents"),
    ("layout.notes_fit", "fit_notes"),
    ("layout.pages", "fit_pages"),
    ("layout.table_columns", "choose_columns"),
    ("layout.table_rows", "measure_rows"),
    ("layout.title", "fit_title"),
)
"""Modules of deckbuild and their functions that measure and fit."""


class Clock:
    """Counts the CPU seconds spent in functions, those that call each other once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._depth = 0

    def watch(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same under this clock."""

        def watched(*arguments: Any, **options: Any) -> Any:
            if self._depth:
                return function(*arguments, **options)
            self._depth = 1
            start = process_time()
            try:
                return function(*arguments, **options)
            finally:
                self.seconds += process_time() - start
                self._depth = 0

        return watched


def watch_all(clock: Clock) -> None:
    """Put every function of ``MEASURED`` under the clock, wherever a module of layout knows it."""
    import_module("deckbuild.layout.table")
    for name, function in MEASURED:
        found = getattr(import_module(f"deckbuild.{name}"), function)
        watched = clock.watch(found)
        for module in [known for path, known in sys.modules.items() if path.startswith("deckbuild.layout.")]:
            if getattr(module, function, None) is found:
                setattr(module, function, watched)


def measure(slides: int, clock: Clock, runs: int) -> tuple[float, float]:
    """Return the CPU seconds of a build and those of its measuring and fitting, of the quickest build."""
    deck = generate(slides, OUT)
    found = []
    for _ in range(runs + 1):  # the first, which imports, does not count
        gc.collect()
        clock.seconds = 0.0
        start = process_time()
        build(deck, OUT / "ours.pptx")
        found.append((process_time() - start, clock.seconds))
    return min(found[1:])


def main() -> None:
    """Print a row a deck."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slides", nargs="*", type=int, default=[200, 1000])
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    clock = Clock()
    watch_all(clock)
    print("slides  build s  measuring and fitting s  of the build  added to the rest")
    for slides in arguments.slides:
        whole, fitting = measure(slides, clock, arguments.runs)
        row = f"{slides:6}  {whole:7.3f}  {fitting:23.3f}"
        print(f"{row}  {fitting / whole:12.1%}  {fitting / (whole - fitting):17.1%}", flush=True)


if __name__ == "__main__":
    main()
