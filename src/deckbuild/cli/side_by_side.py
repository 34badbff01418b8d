"""Whether tasks, such as decks to build, are done one after the other or side by side by workers."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Generator
from typing import Any

from deckbuild.named_tuple import NamedTuple

Step = Callable[[str], None]
"""Called with the name of a stage that begins."""
Perform = Callable[[int, Step], Any]
"""Does a task, known by its number, and returns what came of it. Both it and that can be pickled."""

_MOST = 8
"""Workers that are started unasked: each takes memory, and a machine may be shared."""
_PATIENCE = 1.0
"""Seconds after which workers are worth their start where that takes as long as a small deck's build."""


class Died(NamedTuple):
    """In the place of what a task gives: its worker ended, by a signal (negative) or with a code."""

    code: int


def do_tasks(perform: Perform, tasks: list[int], asked: int | None, step: Step) -> Generator[Any, None, None]:
    """Yield what each task gives, in their order; whoever stops asking ends what is going on.

    Up to ``asked`` of them are done at once, or as many as there are processors. Nothing but one task left is
    ever given to a worker. Where workers start slowly and nobody asked for them, there are none until it is
    seen that the tasks take their time.
    """
    most = min(asked or _processors(), len(tasks))
    started = time.perf_counter()
    for place, task in enumerate(tasks):
        if most > 1 and place < len(tasks) - 1:
            is_late = time.perf_counter() - started > _PATIENCE
            if asked or is_late or starts_quickly():
                from .workers import run_in_workers

                yield from run_in_workers(perform, tasks[place:], most, step)
                return
        if place:
            gc.collect()
        yield perform(task, step)


def starts_quickly() -> bool:
    """Whether a worker here can be a fork of this process: on Linux, as long as it has one thread."""
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


def _processors() -> int:
    """Return how many processors this process may use, up to a bound."""
    try:
        number = len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        number = os.cpu_count() or 1
    return min(number, _MOST)
