"""Terms: a glossary that says how words are translated, and words that are not to be translated."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from deckbuild.diagnostics import Collector
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import SourceFile


class Terms(NamedTuple):
    """``glossary`` has by a source's word its translations by language tag; ``kept`` are words to keep."""

    glossary: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    kept: tuple[str, ...] = ()


def read_terms(source: SourceFile, collector: Collector) -> Terms:
    """Read a glossary: CSV whose header names languages, the source's first, and then a row a term.

    Several translations that are all right stand in a cell with ``|`` between them. A row whose cells are
    all empty but the first names a word that is not to be translated. Diagnostic: glossary-syntax.
    """
    rows = list(csv.reader(io.StringIO(source.text, newline="")))
    if not rows or len(rows[0]) < 1:
        collector.report("glossary-syntax", source.span(0), "The glossary has no header.")
        return Terms()
    tags = [tag.strip() for tag in rows[0]]
    glossary: dict[str, dict[str, tuple[str, ...]]] = {}
    kept: list[str] = []
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(tags):
            start = source.line_starts[min(number, len(source.line_starts)) - 1]
            message = f"This row has {len(row)} cells, the header {len(tags)}."
            collector.report("glossary-syntax", source.span(start), message)
        word = row[0].strip()
        said = {
            tag: tuple(part.strip() for part in cell.split("|"))
            for tag, cell in zip(tags[1:], row[1:], strict=False)
            if cell.strip()
        }
        if said:
            glossary[word] = said
        else:
            kept.append(word)
    return Terms(glossary, tuple(kept))


def find_term_problems(source: str, translation: str, language: str, terms: Terms) -> Iterator[str]:
    """Yield what is wrong with the terms in a translation.

    A term is found as a whole word in any letter case; in the translation it may be a part of a word, as in
    languages that join or inflect them. A word to keep is a name: `Heat` is one, `heat` is none.
    """
    folded = translation.casefold()
    for word, said in terms.glossary.items():
        wanted = said.get(language) or said.get(language.split("-")[0])
        if wanted and _word(word).search(source) and not any(each.casefold() in folded for each in wanted):
            yield f"`{word}` is to be translated as {' or '.join(f'`{each}`' for each in wanted)}."
    for word in terms.kept:
        if _name(word).search(source) and word not in translation:
            yield f"`{word}` is not to be translated."


@lru_cache(maxsize=4096)
def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _name(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
