"""``<!-- deckbuild: ignore CODE reason -->``: what an author has seen and wants as it is.

A comment counts for the block that follows it, with the files that this takes in, and for what is said of its
slide as a whole; one that stands right before a slide's heading, for all of that slide. It begins a line of
its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from deckbuild.diagnostics import RULES, Collector, Diagnostic
from deckbuild.model import (
    Block,
    Card,
    CodeBlock,
    Column,
    Definition,
    Figure,
    Footnote,
    ListItem,
    Notes,
    Slide,
    walk,
)
from deckbuild.named_tuple import NamedTuple
from deckbuild.project import report_unknown_rule
from deckbuild.source import SourceFile, Span

_COMMENT = re.compile(r"^[ \t]*(<!--[ \t]*deckbuild:(.*?)-->)", re.MULTILINE | re.DOTALL)
_IGNORE = re.compile(r"\s*ignore(?:\s+([\w-]+)(?:\s+(\S.*?))?)?\s*", re.DOTALL)
_BLOCKS = (Block, Column, Card, ListItem, Definition, Notes, Footnote)


class Ignore(NamedTuple):
    """A comment that asks to ignore ``code`` from ``start`` to ``end``, and where its slide begins.

    ``included`` are the files that the blocks there take in.
    """

    code: str
    span: Span
    start: int
    end: int
    slide: int
    included: frozenset[str] = frozenset()

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic is one that the comment means."""
        span = diagnostic.span
        if diagnostic.code != self.code or not span.line:
            return False
        if span.file != self.span.file:
            return span.file in self.included
        return self.start <= span.start < self.end or span.start == self.slide


def read_ignores(
    sources: Iterable[SourceFile], slides: Sequence[Slide], collector: Collector
) -> list[Ignore]:
    """Return the comments of a deck's sources. Diagnostics: ignore-malformed, rule-unknown."""
    ignores = []
    for source in sources:
        if "deckbuild:" in source.text:
            own = [slide for slide in slides if slide.span.file == source.name]
            ignores += list(_read(source, own, collector))
    return ignores


def drop_ignored(
    diagnostics: Iterable[Diagnostic], ignores: Sequence[Ignore]
) -> tuple[list[Diagnostic], list[Ignore]]:
    """Return the diagnostics that no comment means, and the comments that mean none of them."""
    kept, used = [], set()
    for diagnostic in diagnostics:
        meant = [ignore for ignore in ignores if ignore.covers(diagnostic)]
        used.update(meant)
        if not meant:
            kept.append(diagnostic)
    return kept, [ignore for ignore in ignores if ignore not in used]


def _read(source: SourceFile, slides: Sequence[Slide], collector: Collector) -> Iterator[Ignore]:
    blocks = [node.span for node in walk(slides) if _is_block(node) and node.span.file == source.name]  # type: ignore[union-attr]
    literal = [node.span for node in walk(slides) if isinstance(node, CodeBlock | Figure)]
    starts = sorted({slide.span.start for slide in slides})
    for comment in _COMMENT.finditer(source.text, source.body_start):
        at = comment.start(1)
        if any(span.file == source.name and span.start <= at < span.end for span in literal):
            continue
        span = source.span(at, comment.end(1))
        code = _read_code(comment[2], span, collector)
        if code:
            end, slide = _extent(at, blocks, starts, len(source.text))
            meant = [each for each in slides if each.span.start == slide or at <= each.span.start < end]
            yield Ignore(code, span, at, end, slide, _included(meant, source.name, at, end))


def _included(slides: Sequence[Slide], name: str, start: int, end: int) -> frozenset[str]:
    """Return the other files that blocks of the file ``name`` from ``start`` to ``end`` hold something of."""
    blocks = [node for node in walk(slides) if _is_block(node)]
    inside = [node for node in blocks if node.span.file == name and start <= node.span.start < end]  # type: ignore[union-attr]
    spans = (getattr(inner, "span", None) for node in inside for inner in walk([node]))
    return frozenset(span.file for span in spans if span) - {name}


def _is_block(node: Any) -> bool:
    return isinstance(node, _BLOCKS)


def _read_code(text: str, span: Span, collector: Collector) -> str | None:
    """Return the code that a comment names; None for one that cannot be understood, which is reported."""
    found = _IGNORE.fullmatch(text)
    if found is None or not found[1]:
        collector.report("ignore-malformed", span, "This comment speaks to deckbuild and is not understood.")
    elif found[1] not in RULES:
        report_unknown_rule(found[1], span, collector)
    elif not found[2]:
        collector.report("ignore-malformed", span, f"No reason is given for ignoring `{found[1]}`.")
    else:
        return found[1]
    return None


def _extent(at: int, blocks: Sequence[Span], starts: Sequence[int], end: int) -> tuple[int, int]:
    """Return the end of what a comment counts for, and where the slide that it counts for begins."""
    following = next((start for start in starts if start > at), end)
    slide = max((start for start in starts if start <= at), default=at)
    inside = [span for span in blocks if at < span.start < following]
    if inside:
        first = min(span.start for span in inside)
        return max(span.end for span in inside if span.start == first), slide
    return next((start for start in starts if start > following), end), following
