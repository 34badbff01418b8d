"""Where Thai, Lao, Khmer and Burmese, written without spaces between words, may be broken.

PowerPoint looks words up in a dictionary. For Thai, `budoux` finds nearly the same words where it
is installed (`pip install deckbuild[phrases]`). Else syllables are counted: every fifth one stands
for the end of a word, a word of those languages being shorter than that on the average, so that
about as much of each line is left empty as by real words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate

PHRASE = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"
"""A stretch of one of the scripts that have no spaces between words, as a regular expression."""

_THAI = r"[\u0e00-\u0e7f]+"
# A letter with what is written round it: vowels before it, marks on it and vowels behind it.
_SYLLABLE = (
    r"[\u0e40-\u0e44\u0ec0-\u0ec4]*[^\u0e40-\u0e44\u0ec0-\u0ec4]"
    r"[\u0e2f-\u0e3a\u0e45-\u0e4e\u0eaf-\u0ebc\u0ec6-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d3]*"
)
_WORD = rf"(?:{_SYLLABLE}){{1,5}}"


def phrase_breaks(text: str) -> Iterator[int]:
    """Give the offsets in a stretch that PHRASE matched at which a word ends, before its own end."""
    parse = _thai_parser() if re.fullmatch(_THAI, text) else None
    words = parse(text) if parse else re.findall(_WORD, text)
    return (end for end in accumulate(map(len, words)) if end < len(text))


@lru_cache(maxsize=1)
def _thai_parser() -> Callable[[str], list[str]] | None:
    """Load the model for Thai, or None where `budoux` is not installed."""
    try:
        import budoux
    except ImportError:
        return None
    parse: Callable[[str], list[str]] = budoux.load_default_thai_parser().parse
    return parse
