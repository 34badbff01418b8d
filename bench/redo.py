"""Compare a whole build with doing again one slide: ``python bench/redo.py [SLIDES ...]``.

Prints the CPU seconds (user and system, of the whole process) of a whole build, of one after a change of one
slide, and of one after no change; medians of ``--runs`` of each, in turn, and of the ratios of the pairs.
"""

from __future__ import annotations

import argparse
import statistics
import sys

from generate import generate
from run import OUT, measure

COMMAND = [sys.executable, "-m", "deckbuild", "build", "redo.md", "--output", "redo.pptx", "--quiet"]


def compare(slides: int, runs: int) -> tuple[list[float], list[float], list[float]]:
    """Return the seconds of whole builds, of those of one slide, and of those of none."""
    text = generate(slides, OUT).read_text(encoding="utf-8")
    deck = OUT / "redo.md"
    head, mark, tail = text.partition("\n\n::: notes\n")
    whole, one, none = [], [], []
    for run in range(runs + 1):
        deck.write_text(text, encoding="utf-8")
        whole.append(measure([*COMMAND, "--force"], OUT).cpu)
        deck.write_text(f"{head}\n- One more, of run {run}{mark}{tail}", encoding="utf-8")
        one.append(measure(COMMAND, OUT).cpu)
        none.append(measure(COMMAND, OUT).cpu)
    return whole[1:], one[1:], none[1:]


def main() -> None:
    """Print a row a deck."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slides", nargs="*", type=int, default=[200, 1000])
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    print("| slides | whole | one slide | nothing | one slide : whole |\n|---|---|---|---|---|")
    for slides in options.slides:
        whole, one, none = compare(slides, options.runs)
        ratio = statistics.median(part / all for part, all in zip(one, whole, strict=True))
        medians = (f"{statistics.median(times):.3f} s" for times in (whole, one, none))
        print(f"| {slides:,} | {' | '.join(medians)} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
