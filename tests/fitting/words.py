"""Whether every word of a source is in the deck, once and in order.

Neither the source nor the deck is read with what the builder reads and writes them with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .words_deck import deck_words
from .words_source import source_words


def assert_words_whole(source: str, pptx: bytes, extras: frozenset[str] = frozenset()) -> None:
    """Check that a deck has the words of its source, once and in order, and no others but ``extras``.

    Left out of the deck's words are footers, the titles of continuations, their "(2/3)", and of a table
    that goes on its repeated caption, header row and joined cells. A word may come in pieces, as a long
    line of code does. Columns that go on on the next slide are read to their end one after the other.
    """
    wanted, found = source_words(source), deck_words(pptx)
    for place in ("slides", "footnotes", "notes"):
        problem = compare(getattr(wanted, place), getattr(found, place), extras, found.repeated)
        if (
            problem
            and place == "slides"
            and not compare(wanted.slides, found.columns, extras, found.repeated)
        ):
            continue
        assert problem is None, f"{place}: {problem}"


def compare(
    wanted: list[str], found: list[str], extras: frozenset[str] = frozenset(), repeated: Iterable[str] = ()
) -> str | None:
    """Return what is wrong with the words found, None when nothing is.

    More than is wanted may be there of ``extras``, as often as they like, and each of ``repeated`` once.
    """
    position = 0
    more: Counter[str] = Counter()
    for number, word in enumerate(wanted):
        start = position
        while position < len(found) and not (taken := _pieces(word, found, position, extras)):
            position += 1
        if position == len(found):
            where = " ".join(wanted[max(0, number - 4) : number + 3])
            kind = "out of order" if word in found else "missing"
            there = " ".join(found[start : start + 6])
            return f"{word!r} is {kind}, in: … {where} …; there it says: … {there} …"
        more.update(found[start:position])
        position += taken
    more.update(found[position:])
    more -= Counter(repeated)
    left = [word for word in more.elements() if word not in extras]
    return f"more than the source says: {' '.join(left[:12])}" if left else None


def _pieces(word: str, found: list[str], position: int, extras: frozenset[str]) -> int:
    """Return how many words found from a position on make up a word; 0: they do not."""
    taken, text = 1, found[position]
    while text != word and word.startswith(text) and position + taken < len(found):
        piece = found[position + taken]
        text += "" if piece in extras else piece
        taken += 1
    return taken if text == word else 0
