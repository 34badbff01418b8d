"""Pictures of slides that changed, where the programs that draw them are installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

from deckbuild.named_tuple import NamedTuple

from .areas import Area, compress, find_areas
from .changes import Comparison
from .libreoffice import Deadline, draw_slides, find_missing
from .sides import Side

SideName = Literal["old", "new"]
Key = tuple[str, SideName, int]
"""A deck's name, the side it is on, and the number of a slide."""

_SECONDS = 300
"""How long drawing all decks may take."""

_MOST = 400
"""How many pictures a page shows: at 30 kB each, about as large as a page may be."""

_WORKERS = 2


class Pictures(NamedTuple):
    """Pictures of slides as WebP files, and why there are not as many as one may expect, "" if there are.

    ``areas`` are the parts of new pictures that are not as in the old ones: none for what looks the same.
    """

    drawn: Mapping[Key, bytes] = {}
    areas: Mapping[Key, tuple[Area, ...]] = {}
    note: str = ""


def draw_changed(comparison: Comparison, old: Side, new: Side, folder: Path) -> Pictures:
    """Draw the slides that were changed, added and removed; ``folder`` is for what is needed in between."""
    missing = find_missing()
    if missing:
        note = f"There are no pictures of the slides: {' and '.join(missing)} must be installed."
        return Pictures(note=note)
    wanted = list(_choose(comparison))
    kept = wanted[:_MOST]
    decks = list(dict.fromkeys((deck, side) for deck, side, _ in kept))
    deadline = Deadline(_SECONDS)

    def draw(number: int) -> dict[Key, Path] | None:
        deck, name = decks[number]
        side = old if name == "old" else new
        slides = sorted({slide for each, its_side, slide in kept if (each, its_side) == decks[number]})
        work = folder / f"pictures-{number}"
        work.mkdir()
        found = draw_slides(side.decks[deck], slides, work, deadline)
        return None if found is None else {(deck, name, slide): file for slide, file in found.items()}

    with ThreadPoolExecutor(_WORKERS) as pool:
        try:
            results = list(pool.map(draw, range(len(decks))))
        finally:  # whoever interrupts does not wait for LibreOffice
            deadline.end_now()
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
            yield new, find_areas(files[old], files[new], old[2] != new[2])


def _choose(comparison: Comparison) -> Iterator[Key]:
    """Yield the pictures that a reader wants, in the order of the report."""
    for deck in comparison.decks:
        for diff in deck.slides:
            if diff.status != "same" and diff.old:
                yield deck.name, "old", diff.old.number
            if diff.status != "same" and diff.new:
                yield deck.name, "new", diff.new.number
