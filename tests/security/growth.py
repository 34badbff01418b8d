"""How time grows with the size of a hostile deck, family by family.

    python -m tests.security.growth [--most SECONDS] [--part 0.25] [NAME ...]

builds each family at a quarter, half and all of its size, each in a process of its own that is ended after
so many seconds, and prints the seconds of processor time, the power of the size that they grow by, and the
most memory. Slowest last.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import resource
import time
from multiprocessing.connection import Connection

from deckbuild.diagnostics import Collector
from deckbuild.pipeline import build_deck
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace

from .families import FAMILIES, Files

_cache: dict[str, bytes] = {}


def build(files: Files) -> tuple[float, Collector]:
    """Build ``t.md`` of these files; return the seconds of processor time, and what was said."""
    as_bytes = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    workspace, collector = MemoryWorkspace(as_bytes), Collector()
    workspace.cache = _cache
    project = read_project(workspace, collector)
    started = time.process_time()
    build_deck(workspace, "t.md", "out.pptx", project, None, collector)
    return time.process_time() - started, collector


def _work(pipe: Connection, name: str, size: int) -> None:
    took, collector = build(FAMILIES[name].make(size))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    codes = sorted({found.code for found in collector.sorted()})
    pipe.send((took, memory >> 10, " ".join(codes)))


def measure(name: str, size: int, most: float) -> tuple[float, int, str]:
    """Return seconds, MiB and codes of a build of this size; seconds are infinite beyond ``most``."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_work, args=(theirs, name, size))
    process.start()
    theirs.close()
    try:
        if ours.poll(most):
            answer: tuple[float, int, str] = ours.recv()
            return answer
    except EOFError:
        return math.inf, 0, "DIED"
    finally:
        process.kill()
        process.join()
    return math.inf, 0, "ENDED"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", default=list(FAMILIES))
    parser.add_argument("--most", type=float, default=10.0)
    parser.add_argument("--part", type=float, default=1.0, help="of the sizes, such as 0.1")
    options = parser.parse_args()
    build({"t.md": "## T\n\n- x\n"})
    rows = []
    for name in options.names:
        size = max(4, round(FAMILIES[name].size * options.part))
        found = []
        for part in (size // 4, size // 2, size):
            found.append(measure(name, part, options.most))
            if found[-1][0] == math.inf:
                break
        seconds = [took for took, _, _ in found]
        ends = [took for took in seconds if took < math.inf]
        power = math.log2(ends[-1] / ends[-2]) if len(ends) > 1 else 0
        shown = " ".join(f"{took:7.2f}" for took in seconds)
        line = (
            f"{shown:24} ^{power:4.1f} {max(row[1] for row in found):5} MiB  {name} ({size}): {found[-1][2]}"
        )
        print(line, flush=True)
        rows.append((seconds[-1] if len(seconds) == 3 else math.inf, line))
    print("\nslowest:")
    for _, line in sorted(rows)[-40:]:
        print(line)


if __name__ == "__main__":
    main()
