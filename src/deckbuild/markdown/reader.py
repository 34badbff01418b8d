"""Markdown → model: the room's way in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Self

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.util import Registry

from deckbuild.diagnostics import Collector
from deckbuild.model import Block, Footnote, Inline, Slide
from deckbuild.source import SourceFile, Span

from .block_stage import BlockStageExtension, Parsed, parse
from .blocks import READERS
from .context import Context
from .inline_stage import InlineStage
from .places import FixedPlace
from .structure import SlideReader

if TYPE_CHECKING:
    from deckbuild.model.segment import Segment


_NEXT_HEADING = "## .\n"
"""What is read after a part of a file, in the place of the heading that follows it."""


class _Markdown(Markdown):
    """Python-Markdown with nothing registered: our stages take the places of all it would begin with.

    Making those, with their patterns, takes 5 ms.
    """

    def build_parser(self) -> Self:
        """See Markdown.build_parser, which is there to be redefined."""
        self.preprocessors = Registry()
        self.parser = BlockParser(self)
        self.inlinePatterns = Registry()
        self.treeprocessors = Registry()
        self.postprocessors = Registry()
        return self


@lru_cache(maxsize=1)
def _parser() -> tuple[Markdown, InlineStage]:
    """Make the one Markdown instance and its inline stage."""
    md = _Markdown(extensions=[BlockStageExtension()])
    return md, InlineStage(md)


def _open(source: SourceFile, collector: Collector, segments: list[Segment] | None) -> tuple[Context, Parsed]:
    md, stage = _parser()
    parsed = parse(md, _blank_front_matter(source))
    for problem in parsed.problems:
        message = problem.message[:1].upper() + problem.message[1:] + "."
        collector.report(problem.code, source.span(problem.start), message)
    return Context(source, parsed, stage, READERS, collector, segments), parsed


def _blank_front_matter(source: SourceFile) -> str:
    """Return a file's text with spaces for its front matter: offsets and lines stay as they are."""
    end = source.body_start
    return re.sub(r"[^\r\n]", " ", source.text[:end]) + source.text[end:] if end else source.text


def read_slides(
    sources: Sequence[SourceFile], collector: Collector, segments: list[Segment] | None = None
) -> list[Slide]:
    """Return the slides of a deck, in order, front matter left out.

    Roles are "section" and "slide"; text and notes before the first heading come first, as a slide
    of role "title" without title. ``segments``, if given, takes the texts there are to translate, file
    after file. ``docs/markdown.md`` is the reference of the dialect.
    """
    reader = SlideReader(collector)
    for source in sources:
        context, parsed = _open(source, collector, segments)
        reader.read(context, parsed.root)
    return reader.finish()


def read_part(source: SourceFile, collector: Collector, is_last: bool) -> list[Slide] | None:
    """Return the slides of a part of a file that begins with a heading of a slide.

    None where the heading that follows it in the file would not begin a slide, since something in the part
    goes on, where the part does not begin one itself, or where it has link reference definitions. ``is_last``
    says that nothing follows. The part is read as if the file had no other link reference definitions; ids
    are unlike in the part alone.
    """
    end = len(source.text)
    followed = source if is_last else SourceFile(source.name, source.text + _NEXT_HEADING)
    reader = SlideReader(collector)
    context, parsed = _open(followed, collector, None)
    reader.read(context, parsed.root)
    if parsed.references or reader.drafts[0].span.start or reader.drafts[0].role == "title":
        return None
    if not is_last and reader.drafts.pop().span.start != end:
        return None
    return reader.finish()


def read_notes(
    source: SourceFile, collector: Collector, segments: list[Segment] | None = None
) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """Return the blocks and footnotes of a file that notes include; in it ``---`` is a rule.

    ``segments`` as in ``read_slides``.
    """
    context, parsed = _open(source, collector, segments)
    context.in_notes = True
    blocks = context.read_blocks(parsed.root)
    return blocks, tuple(context.footnotes)


def read_blocks(source: SourceFile, collector: Collector) -> tuple[Block, ...]:
    """Return the blocks of a file that notes include, without its footnotes."""
    return read_notes(source, collector)[0]


def read_inlines(text: str, span: Span, collector: Collector) -> tuple[Inline, ...]:
    """Return the inlines of a text that has no file of its own, such as a title in settings at ``span``."""
    inlines, _, footnotes = _parser()[1].read(text, FixedPlace(span), collector, {})
    for footnote in footnotes:
        collector.report("footnote-unused", footnote.span, "A footnote in settings is not shown.")
    return inlines
