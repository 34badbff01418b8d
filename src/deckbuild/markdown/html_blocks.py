"""HTML blocks: their text is kept, and most tags mean nothing."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from deckbuild.model import Block, Inline, Paragraph, Text, plain_text

from .context import Context
from .pictures import picture_block

_NOT_TEXT = re.compile(r"<(script|style|template)\b", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def read_html(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    """Read HTML as paragraphs, parted at blank lines, with the tags that the inline stage knows.

    Diagnostics: html-tag-unknown, html-left-out (scripts and styles).
    """
    element = siblings[position]
    text = element.text or ""
    out = _NOT_TEXT.match(text.lstrip())
    if out:
        context.report(
            "html-left-out", element, f"`<{out[1].lower()}>` has no place on a slide and is left out."
        )
        return 1
    start = 0
    while start < len(text):
        gap = _BLANK_LINES.search(text, start)
        end = gap.start() if gap else len(text)
        _read_stretch(context, element, start, text[start:end], blocks)
        start = gap.end() if gap else end
    return 1


def _read_stretch(context: Context, element: Element, start: int, text: str, blocks: list[Block]) -> None:
    place = context.place(element, start)
    inlines, images = context.read_inlines_and_images(text.strip(), place)
    if images:
        picture = picture_block(context, inlines, images, place, place.span(0, len(text)))
        if picture is not None:
            blocks.append(picture)
            return
        context.report_inline_images(images, place)
    if plain_text(inlines).strip() or images:
        shift = len(text) - len(text.lstrip())
        context.note("paragraph", text.strip(), place.from_offset(shift), "line")
        blocks.append(Paragraph(_strip(inlines), place.span(0, len(text))))


def _strip(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inlines without the space at both ends that dropped tags leave."""
    first, *rest = inlines
    if isinstance(first, Text):
        first = Text(first.text.lstrip(" "))
    stripped = [first, *rest]
    if isinstance(stripped[-1], Text):
        stripped[-1] = Text(stripped[-1].text.rstrip(" "))
    return tuple(inline for inline in stripped if inline != Text(""))
