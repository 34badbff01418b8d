"""Builds decks spoilt at random, and says which raise, take too long or give packages that are no XML.

    python -m tests.fuzz.run --count 20000 --seed 1 --keep found

A run of the same seed and numbers is the same wherever the same decks are. What it finds becomes a file in
``tests/fuzz/found``.
"""

from __future__ import annotations

import argparse
import io
import time
import traceback
import zipfile
from pathlib import Path
from xml.parsers import expat

from deckbuild.diagnostics import Collector
from deckbuild.pipeline import build_deck
from deckbuild.project import ProjectSettings
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import png, svg

from .mutate import make_input, read_seeds

MOST_SECONDS = 2.0
_cache: dict[str, bytes] = {}


def try_build(text: str) -> tuple[float, str]:
    """Build a deck of this text; return the seconds of processor time and what went wrong, if anything."""
    files = {
        "t.md": text.encode("utf-8", "surrogatepass"),
        "t.csv": b"a,b\nx,1\ny,2\n",
        "p.png": png(),
        "s.svg": svg(),
    }
    workspace = MemoryWorkspace(files)
    workspace.cache = _cache
    started = time.process_time()
    wrong = ""
    try:
        build_deck(workspace, "t.md", "out.pptx", ProjectSettings(), None, Collector())
    except Exception:
        wrong = traceback.format_exc(limit=-3)
    took = time.process_time() - started
    if not wrong and "out.pptx" in workspace.contents:
        wrong = _find_malformed(workspace.contents["out.pptx"])
    if not wrong and took > MOST_SECONDS:
        wrong = f"It takes {took:.1f} s."
    return took, wrong


def _find_malformed(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith(("ppt/slides/", "ppt/notesSlides/", "ppt/charts/", "docProps/")):
                try:
                    expat.ParserCreate().Parse(package.read(name), True)
                except expat.ExpatError as error:
                    return f"{name}: {error}"
    return ""


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    seeds = read_seeds()
    failed, slowest, total = 0, 0.0, 0.0
    for number in range(options.first, options.first + options.count):
        text = make_input(seeds, options.seed, number)
        took, wrong = try_build(text)
        total, slowest = total + took, max(slowest, took)
        if wrong:
            failed += 1
            print(f"{number}: {wrong.strip()}", flush=True)
            if options.keep:
                options.keep.mkdir(exist_ok=True)
                (options.keep / f"{options.seed}-{number}.md").write_bytes(
                    text.encode("utf-8", "surrogatepass")
                )
    print(f"{options.count} inputs, {failed} failed, slowest {slowest:.2f} s, {total:.0f} s in all")


if __name__ == "__main__":
    main()
