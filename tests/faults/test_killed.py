"""Commands killed at a hundred instants, and at each step of writing.

What was there stays, and the next run gives what it gives when nothing happens.
"""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from .scenes import SCENES, Stage, is_temporary, read_files
from .starter import Starter

KILLS = dict.fromkeys(SCENES, 8)
"""How often each is killed; a hundred and more in all."""
MOST_STEPS = 60

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="commands to be killed are forks")


@pytest.fixture(scope="module")
def starter() -> Iterator[Starter]:
    starter = Starter()
    yield starter
    starter.end()


def test_a_hundred_in_all() -> None:
    assert sum(KILLS.values()) >= 100


@pytest.mark.parametrize("name", SCENES)
def test_killed_at_random_instants(name: str, tmp_path: Path, starter: Starter) -> None:
    """Every other one towards the end, where files are written; those that are too late do not count."""
    stage, chance = Stage(SCENES[name], tmp_path, starter), random.Random(name)
    killed = 0
    for _ in range(5 * KILLS[name]):
        begin = (killed + chance.random()) / KILLS[name]
        share = 0.65 + 0.4 * begin if killed % 2 else begin
        done = stage.run(kill_after=share * stage.seconds)
        killed += done.code == -signal.SIGKILL
        stage.seconds *= 1 if done.code == -signal.SIGKILL else 0.9
        stage.check_that_nothing_is_lost()
        stage.check_that_the_next_run_is_right()
        stage.reset()
        if killed == KILLS[name]:
            break
    assert killed == KILLS[name]
    assert not [path for path in read_files(stage.cache) if is_temporary(path)]


@pytest.mark.parametrize("named", [False, True], ids=["nameless", "named"])
@pytest.mark.parametrize("name", ["rebuild", "update", "new", "brand new", "brand make"])
def test_killed_at_each_step_of_writing(name: str, named: bool, tmp_path: Path, starter: Starter) -> None:
    stage = Stage(SCENES[name], tmp_path, starter)
    for step in range(1, MOST_STEPS):
        done = stage.run(kill_at=step, named=named)
        stage.check_that_nothing_is_lost()
        if done.code == 0:
            break
        assert done.code == -signal.SIGKILL
        stage.check_that_the_next_run_is_right()
        stage.reset()
    assert 3 < step < MOST_STEPS - 1
