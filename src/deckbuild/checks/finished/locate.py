"""Finding the words of a slide in its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckbuild.source import SourceFile, Span


def locate(words: str, slide: Span, texts: Mapping[str, SourceFile], slides: Sequence[Span]) -> Span:
    """Return where the words of a slide are written, from its heading to the next one; else its own place."""
    source = texts.get(slide.file)
    if source is None or not slide.line:
        return slide
    starts = (each.start for each in slides if each.file == slide.file and each.start > slide.start)
    end = min(starts, default=len(source.text))
    for part in (words.strip(), words.strip().split("\n")[0]):
        at = source.text.find(part, slide.start, end) if part else -1
        if at >= 0:
            return source.span(at, at + len(part))
    return slide
