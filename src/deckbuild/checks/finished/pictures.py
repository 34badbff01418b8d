"""Pictures: enough pixels for their size on the slide, and no more bytes than that needs."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.units import EMU_PER_INCH

from .facts import Finished
from .findings import Finding, shorten

LEAST_DPI = 96
"""Below this a picture is visibly coarse on a screen of 1920 pixels across a slide of 13.3 inches (144)."""
_MOST_BYTES = 5_000_000


def find_pictures(deck: Finished) -> Iterator[Finding]:
    """Find pictures of fewer than 96 dots per inch, and files of more than 5 MB."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.pixels is None:
                continue
            name = f"`{shorten(shape.alt or shape.name)}`"
            dots = shape.pixels.width * EMU_PER_INCH / shape.box.cx if shape.box.cx else 0
            if 0 < dots < LEAST_DPI:
                message = f"The picture {name} has {round(dots)} dots per inch here; {LEAST_DPI} are wanted."
                yield Finding(slide.number, "picture-coarse", message, shape.alt)
            if shape.pixels.size > _MOST_BYTES:
                message = f"The picture {name} is {shape.pixels.size / 1e6:.1f} MB large."
                yield Finding(slide.number, "picture-heavy", message, shape.alt)
