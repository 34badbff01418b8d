"""Pictures of slides, drawn by LibreOffice and poppler where these are installed."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from typing import Literal

from deckbuild.named_tuple import NamedTuple

from .areas import Area, compress, find_areas
from .changes import Comparison
from .sides import Side

SideName = Literal["old", "new"]
Key = tuple[str, SideName, int]
"""A deck's name, the side it is on, and the number of a slide."""

_SECONDS = 300
"""How long drawing all decks may take."""

_MOST = 400
"""How many pictures a page shows: at 30 kB each, about as large as a page may be."""

_WIDTH = 960
_WORKERS = 2
_PROGRAMS = (("LibreOffice", ("soffice", "libreoffice")), ("pdftoppm (poppler)", ("pdftoppm",)))


class Pictures(NamedTuple):
    """Pictures of slides as WebP files, and why there are not as many as one may expect, "" if there are.

    ``areas`` are the parts of new pictures that are not as in the old ones.
    """

    drawn: Mapping[Key, bytes] = {}
    areas: Mapping[Key, tuple[Area, ...]] = {}
    note: str = ""


def draw_changed(comparison: Comparison, old: Side, new: Side, folder: Path) -> Pictures:
    """Draw the slides that were changed, added and removed; ``folder`` is for what is needed in between."""
    missing = [name for name, programs in _PROGRAMS if not _find(programs)]
    if missing:
        note = f"There are no pictures of the slides: {' and '.join(missing)} must be installed."
        return Pictures(note=note)
    wanted = list(_choose(comparison))
    kept = wanted[:_MOST]
    decks = list(dict.fromkeys((deck, side) for deck, side, _ in kept))
    deadline = monotonic() + _SECONDS

    def draw(number: int) -> dict[Key, Path] | None:
        deck, name = decks[number]
        side = old if name == "old" else new
        slides = sorted({slide for each, its_side, slide in kept if (each, its_side) == decks[number]})
        work = folder / f"pictures-{number}"
        work.mkdir()
        found = _draw(side.decks[deck], slides, work, deadline)
        return None if found is None else {(deck, name, slide): file for slide, file in found.items()}

    with ThreadPoolExecutor(_WORKERS) as pool:
        results = list(pool.map(draw, range(len(decks))))
    notes = [f"Only the first {_MOST} of {len(wanted)} pictures are shown."] if len(wanted) > _MOST else []
    if None in results:
        notes.append("Some slides could not be drawn: LibreOffice failed, or took too long.")
    files = {key: file for found in results for key, file in (found or {}).items()}
    drawn = {key: compress(file) for key, file in files.items()}
    return Pictures(drawn, dict(_find_areas(comparison, files)), " ".join(notes))


def _find_areas(comparison: Comparison, files: Mapping[Key, Path]) -> Iterator[tuple[Key, tuple[Area, ...]]]:
    """Yield where new pictures differ from the old ones of the same slide."""
    pairs: list[tuple[Key, Key]] = [
        ((deck.name, "old", diff.old.number), (deck.name, "new", diff.new.number))
        for deck in comparison.decks
        for diff in deck.slides
        if diff.old and diff.new
    ]
    for old, new in pairs:
        if old in files and new in files:
            yield new, find_areas(files[old], files[new])


def _choose(comparison: Comparison) -> Iterator[Key]:
    """Yield the pictures that a reader wants, in the order of the report."""
    for deck in comparison.decks:
        for diff in deck.slides:
            if diff.status != "same" and diff.old:
                yield deck.name, "old", diff.old.number
            if diff.status != "same" and diff.new:
                yield deck.name, "new", diff.new.number


def _draw(deck: Path, slides: Sequence[int], folder: Path, deadline: float) -> dict[int, Path] | None:
    """Return pictures of some slides of a deck; None when they could not be drawn in time."""
    pages = ",".join(map(str, slides))
    # Hidden slides are drawn too: else those behind them would have other page numbers.
    options = {
        "ExportHiddenSlides": {"type": "boolean", "value": "true"},
        "PageRange": {"type": "string", "value": pages},
    }
    source = folder / "deck.pptx"
    shutil.copyfile(deck, source)
    profile = (folder / "profile").as_uri()
    command = [str(_find(_PROGRAMS[0][1])), f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", f"pdf:impress_pdf_Export:{json.dumps(options)}", "--outdir", str(folder)]
    if not _run([*command, str(source)], deadline) or not (folder / "deck.pdf").is_file():
        return None
    size = ["-scale-to-x", str(_WIDTH), "-scale-to-y", "-1"]
    if not _run(["pdftoppm", "-png", *size, str(folder / "deck.pdf"), str(folder / "page")], deadline):
        return None
    files = sorted(folder.glob("page-*.png"), key=lambda path: int(path.stem.rpartition("-")[2]))
    if len(files) != len(slides):
        return None
    return dict(zip(slides, files, strict=True))


def _run(command: Sequence[str], deadline: float) -> bool:
    """Run a program until the deadline; whatever it has started ends with it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(timeout=max(deadline - monotonic(), 1)) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _find(programs: Iterable[str]) -> str | None:
    return next((found for program in programs if (found := shutil.which(program))), None)
