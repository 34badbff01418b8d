"""Builds decks and projects spoilt at random: which raise, take too long or give packages that are no XML?

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

from deckbuild.batch.languages import open_language
from deckbuild.diagnostics import Collector
from deckbuild.dress import TemplateFile
from deckbuild.pipeline import build_deck
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import png, svg

from .files import Spoilt, make_project
from .mutate import make_input, read_seeds

MOST_SECONDS = 2.0
_FILES = 5  # of so many inputs one is a project with a spoilt file, the others are spoilt decks
_cache: dict[str, bytes] = {}


def try_build(text: str) -> tuple[float, str]:
    """Build a deck of this text; return the seconds of processor time and what went wrong, if anything."""
    files = {
        "t.md": text.encode("utf-8", "surrogatepass"),
        "t.csv": b"a,b\nx,1\ny,2\n",
        "p.png": png(),
        "s.svg": svg(),
    }
    return try_project(Spoilt(files, "t.md"))


def try_project(spoilt: Spoilt) -> tuple[float, str]:
    """Build a project's deck, in German if it has a catalogue; return as ``try_build``."""
    workspace, collector = MemoryWorkspace(spoilt.files), Collector()
    workspace.cache = _cache
    template = TemplateFile("x.pptx", spoilt.template) if spoilt.template else None
    started = time.process_time()
    wrong = ""
    try:
        project = read_project(workspace, collector)
        language = None
        if spoilt.name.endswith(".po"):
            language = open_language(workspace, "t.md", "de", "source", collector)
        build_deck(
            workspace, "t.md", "out.pptx", project, None, collector, template=template, language=language
        )
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
        spoilt, data = None, b""
        if number % _FILES == 0:
            spoilt = make_project(options.seed, number)
            data = spoilt.template or spoilt.files[spoilt.name]
            took, wrong = try_project(spoilt)
        else:
            text = make_input(seeds, options.seed, number)
            data = text.encode("utf-8", "surrogatepass")
            took, wrong = try_build(text)
        total, slowest = total + took, max(slowest, took)
        if wrong:
            failed += 1
            print(f"{number}: {wrong.strip()}", flush=True)
            if options.keep:
                options.keep.mkdir(exist_ok=True)
                name = spoilt.name.replace("/", "-") if spoilt else "t.md"
                (options.keep / f"{options.seed}-{number}-{name}").write_bytes(data)
    print(f"{options.count} inputs, {failed} failed, slowest {slowest:.2f} s, {total:.0f} s in all")


if __name__ == "__main__":
    main()
