"""The spelling of terms, by ``glossary.csv`` beside the deck or at the project's root.

Its first row names the columns. The term stands in the column of the deck's language (``en-GB``, ``en``),
else in ``term``, else in the first one; ``avoid`` may list other spellings to be found, parted by ``;``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from deckbuild.diagnostics import Collector
from deckbuild.model import Attributed, Figure, Inline, Slide, Text, walk
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import SourceFile, Span
from deckbuild.workspace import OutsideProject

from .subject import Subject

GLOSSARY = "glossary.csv"
_INLINES = get_args(Inline)
_PROGRAM = re.compile(r"-[a-z0-9]")
_GAPS = r"[\s\u00a0-]*"


class Term(NamedTuple):
    """A term as it is to be spelled, and what finds all ways to write it."""

    term: str
    pattern: re.Pattern[str]


def check_glossary(subject: Subject, collector: Collector) -> None:
    """Report term-spelling. Code, link targets and what is in another language are passed over."""
    terms = _find_terms(subject, collector)
    if not terms:
        return
    texts = {text.name: text for text in subject.source.sources}
    for slide in subject.deck.slides:
        for text, span in _texts(slide, subject.deck.language):
            for found, term in misspelled(text, terms):
                place = _locate(found, span, texts)
                message = f"`{found}` is `{term}` in the glossary."
                collector.report("term-spelling", place, message, f"Write `{term}`.")


def read_terms(text: str, language: str) -> list[Term]:
    """Return the terms of a glossary; empty ones are left out."""
    rows = csv.reader(text.splitlines())
    header = [name.strip().lower() for name in next(rows, [])]
    if not header:
        return []
    tag = language.lower()
    wanted = next((name for name in (tag, tag.split("-")[0], "term") if name in header), header[0])
    column = header.index(wanted)
    avoid = header.index("avoid") if "avoid" in header else -1
    terms = []
    for row in rows:
        term = row[column].strip() if column < len(row) else ""
        others = row[avoid].split(";") if 0 <= avoid < len(row) else []
        if term:
            terms.append(Term(term, _pattern(term, [other.strip() for other in others if other.strip()])))
    return terms


def misspelled(text: str, terms: Sequence[Term]) -> Iterator[tuple[str, str]]:
    """Yield what is spelled otherwise in a text, and how it is to be spelled.

    The name of a program is none of the term's spellings: `nova-api` of `Nova`.
    """
    for term, pattern in terms:
        for match in pattern.finditer(text):
            if match[0] == term or _is_sentence_case(match[0], term):
                continue
            if not (match[0].islower() and not term.islower() and _PROGRAM.match(text, match.end())):
                yield match[0], term


def _is_sentence_case(found: str, term: str) -> bool:
    """Whether it is the term with a capital in front, as at the beginning of a sentence or in a title."""
    return found[1:] == term[1:] and found[0] == term[0].upper()


def _pattern(term: str, others: Sequence[str]) -> re.Pattern[str]:
    words = [re.escape(word) for word in re.split(r"[\s-]+", term)]
    if len(words) == 1:
        # `Open Stack` for `OpenStack`: words run together are looked for apart, too.
        words = [re.escape(word) for word in re.findall(r"[A-Z]?[^A-Z]+|[A-Z]+(?![^A-Z])|[A-Z]", term)]
    ways = [_GAPS.join(words), *map(re.escape, others)]
    return re.compile(rf"(?<![\w.@/-])(?:{'|'.join(ways)})(?![\w@/]|\.\w)", re.IGNORECASE)


def _find_terms(subject: Subject, collector: Collector) -> list[Term]:
    workspace = subject.workspace
    try:
        path = workspace.resolve(GLOSSARY, subject.source.folder)
    except OutsideProject:
        return []
    if not workspace.exists(path):
        return []
    text = workspace.read(path).decode("utf-8-sig", "replace")
    try:
        return read_terms(text, subject.deck.language)
    except csv.Error as error:
        collector.report("table-csv", Span(path), f"The glossary cannot be read: {error}.")
        return []


def _texts(slide: Slide, language: str) -> Iterator[tuple[str, Span]]:
    """Yield the texts of a slide that are in its language, each with the place of its block.

    Those of charts and diagrams have places of their own.
    """
    foreign = {
        id(inner)
        for node in walk([slide])
        if isinstance(node, Attributed) and node.lang
        for inner in walk(node.children)
    }
    span = slide.span
    for node in walk([slide]):
        if isinstance(node, Text):
            if id(node) not in foreign:
                yield node.text, span
        elif isinstance(node, Figure):
            from deckbuild.figures.texts import find_texts

            yield from find_texts(node, language)
        elif not isinstance(node, _INLINES):
            block: Any = node
            span = block.span


def _locate(found: str, span: Span, texts: dict[str, SourceFile]) -> Span:
    """Return where a word stands in the source, from the place of what holds it onwards."""
    source = texts.get(span.file)
    at = source.text.find(found, span.start, max(span.end, span.start + 1)) if source else -1
    return source.span(at, at + len(found)) if source and at >= 0 else span
