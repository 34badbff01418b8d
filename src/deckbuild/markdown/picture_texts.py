"""The texts beside a picture's path, as they were written."""

from __future__ import annotations

import re

from .context import Context
from .inline_stage import ImageDetails
from .places import CutPlace

_BRACKETS = {"(": ")"}


def note_picture_texts(context: Context, details: ImageDetails, place: CutPlace) -> None:
    """Keep a picture's alt text and its caption as segments, if segments are asked for."""
    if context.segments is None:
        return
    source = place.source.text
    if details.alt:
        start, end = details.alt
        context.note("alt", source[place.offset(start) : place.offset(end)], place.from_offset(start), "alt")
    if details.title:
        start = place.offset(details.title_start)
        closing = re.escape(_BRACKETS.get(source[start - 1], source[start - 1]))
        written = re.compile(rf"(?:[^\\{closing}]|\\.)*", re.DOTALL).match(source, start)
        text = written[0] if written else details.title
        context.note("caption", text, place.from_offset(details.title_start), "quoted")
