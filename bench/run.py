"""Compare deckbuild with pandoc 3 on the same decks: ``python bench/run.py [SLIDES ...]``.

Prints CPU seconds (user and system, of the whole process) and peak memory of both, and the ratios.
Needs pandoc from ``pip install -e '.[bench]'``. Each command runs ``--runs`` times, in turn with the
other; the median counts. One run of each goes before and is not counted.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generate import generate

OUT = Path(__file__).parent / "out"
SLOW = 2_000
"""Above so many slides pandoc takes minutes: one counted run of it must do."""


@dataclass(frozen=True)
class Measure:
    """CPU seconds and peak memory in MiB of one run."""

    cpu: float
    memory: float


def measure(command: Sequence[str], folder: Path) -> Measure:
    """Run a command to its end and return what the system counted for it."""
    # As installed by pip: with compiled modules.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with {process.returncode}")
    return Measure(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(measures: Sequence[Measure]) -> Measure:
    """Return the median of each figure."""
    return Measure(statistics.median(m.cpu for m in measures), statistics.median(m.memory for m in measures))


def compare(slides: int, pandoc: str | None, runs: int) -> tuple[Measure, Measure | None]:
    """Measure both on a deck of so many slides; pandoc's measure is None when it is left out."""
    deck = generate(slides, OUT)
    options = ["--output", "ours.pptx", "--quiet", "--force"]
    ours = [sys.executable, "-m", "deckbuild", "build", deck.name, *options]
    theirs = [pandoc or "", deck.name, "-o", "theirs.pptx"]
    measure(ours, OUT)
    mine: list[Measure] = []
    others: list[Measure] = []
    for run in range(runs):
        mine.append(measure(ours, OUT))
        if pandoc and (run == 0 or slides < SLOW):
            others.append(measure(theirs, OUT))
    return median(mine), median(others) if others else None


def find_pandoc() -> str:
    """Return the path of the pandoc that the ``bench`` extra brings."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def main() -> None:
    """Print a row a deck, then how time grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slides", nargs="*", type=int, default=[1, 200, 1000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--alone", action="store_true", help="do not run pandoc")
    arguments = parser.parse_args()
    pandoc = None if arguments.alone else find_pandoc()
    print("slides   ours s  pandoc s  ratio   ours MiB  pandoc MiB  ratio")
    times: dict[int, float] = {}
    for slides in arguments.slides:
        ours, theirs = compare(slides, pandoc, arguments.runs)
        times[slides] = ours.cpu
        row = f"{slides:6}  {ours.cpu:7.3f}"
        if theirs:
            row += f"  {theirs.cpu:8.2f}  {ours.cpu / theirs.cpu:5.3f}   {ours.memory:8.0f}"
            row += f"  {theirs.memory:10.0f}  {ours.memory / theirs.memory:5.3f}"
        else:
            row += f"                    {ours.memory:8.0f}"
        print(row, flush=True)
    large = sorted(count for count in times if count >= 200)
    if len(large) > 1:
        few, many = large[0], large[-1]
        exponent = math.log(times[many] / times[few]) / math.log(many / few)
        print(f"growth from {few} to {many} slides: n^{exponent:.2f}")


if __name__ == "__main__":
    main()
