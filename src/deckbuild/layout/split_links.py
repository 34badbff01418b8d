"""Links with text of both directions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import bidirectional, category

from .laid_out import BREAK, Run

_CLASSES = {"L": "L", "EN": "L", "R": "R", "AL": "R", "AN": "R", "NSM": "R"}
"""Letters and digits by their direction (UAX 9, table 4); Arabic has most of the marks that combine (NSM)."""
_PIECE = re.compile(r"L(?:[LN]*L)?|R(?:[RN]*R)?|N+")


def split_links(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return a right-to-left paragraph's runs with a link on each stretch of one direction.

    LibreOffice draws a link as a field, and the pieces of a field with letters of both directions over each
    other; fields that touch it orders from left to right. So what is between two stretches is only dressed
    as a link. In PowerPoint the paragraph looks and leads as before.
    """
    if all(run.link is None for run in runs):
        return runs
    return tuple(piece for run in runs for piece in _split(run))


def _split(run: Run) -> Iterator[Run]:
    pieces = _find_pieces(run.text) if run.link and run.text != BREAK and not run.formula else ()
    if len(pieces) < 2:
        yield run
        return
    for text, is_linked in pieces:
        if is_linked:
            yield run._replace(text=text)
        else:
            style = run.style._replace(underline=True, color=run.style.color or "hlink")
            yield run._replace(text=text, style=style, link=None)


@lru_cache(maxsize=1024)
def _find_pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the stretches of a text, and whether each has a direction; none if all have the same."""
    classes = "".join(map(_classify, text))
    if "L" not in classes or "R" not in classes:
        return ()
    return tuple(
        (text[found.start() : found.end()], found[0][0] != "N") for found in _PIECE.finditer(classes)
    )


def _classify(character: str) -> str:
    """Return the class of a character; a mark such as `؟` is not linked, as it may follow a Latin word."""
    return "N" if category(character)[0] == "P" else _CLASSES.get(bidirectional(character), "N")
