"""Which reader turns which element of the tree into blocks, and the readers of the plainest ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from deckbuild.late import late
from deckbuild.model import (
    Block,
    CodeBlock,
    Footnote,
    Formula,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Quotation,
    Text,
    ThematicBreak,
)
from deckbuild.source import Span

from .attributes import find_trailing_attributes, report_attributes
from .context import BlockReader, Context
from .divs import read_div
from .lists import read_list

_read_fence = late("deckbuild.markdown.code", "read_fence")
_read_pictures = late("deckbuild.markdown.pictures", "read_pictures")
_read_caption_before = late("deckbuild.markdown.tables", "read_caption_before")
_read_steps_line = late("deckbuild.markdown.steps_line", "read_steps_line")

_ATTRIBUTION = re.compile(r"(?:^|\n)(?:---?|[—―]|–)[ \t\u00a0]*(?=[^\s-])(?=[^\n]*$)")


def _read_paragraph(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    element = siblings[position]
    text = element.text or ""
    first = text[:1]
    if first in "T" and text.startswith("Table:"):
        taken: int = _read_caption_before(context, siblings, position, blocks)
        if taken:
            return taken
    elif first in "![<" and first and _read_pictures(context, element, blocks):
        return 1
    elif first == "{":
        taken = _read_steps_line(context, siblings, position, blocks)
        if taken:
            return taken
    inlines = context.read_leaf(element, "paragraph", "block")
    if "$$" in text:
        blocks += _part_formulas(inlines, context.span(element))
    else:
        blocks.append(Paragraph(inlines, context.span(element)))
    return 1


def _part_formulas(inlines: tuple[Inline, ...], span: Span) -> list[Block]:
    """Return a paragraph as several: each formula of its own line (``$$…$$``) in one, and what is between."""
    parts: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, Formula) and inline.display:
            parts += [[inline], []]
        else:
            parts[-1].append(inline)
    return [Paragraph(tuple(trimmed), span) for part in parts if (trimmed := _trim(part))]


def _trim(inlines: list[Inline]) -> list[Inline]:
    """Return inlines without white space and line breaks at the ends."""
    trimmed = list(inlines)
    for end in (0, -1):
        while trimmed:
            inline = trimmed[end]
            if isinstance(inline, Text):
                text = inline.text.rstrip() if end else inline.text.lstrip()
                if text:
                    trimmed[end] = Text(text)
                    break
            elif not isinstance(inline, LineBreak):
                break
            del trimmed[end]
    return trimmed


def _read_heading(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    element = siblings[position]
    text, attributes = find_trailing_attributes(element.text or "")
    place = context.place(element)
    if attributes:
        report_attributes(attributes, "a heading inside a slide", (), place, context.collector)
    inlines = context.read_inlines(text, place, "heading")
    blocks.append(Heading(int(element.tag[1]), inlines, context.span(element)))
    return 1


def _read_quotation(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    """Read a quotation: the last line of its last paragraph is the attribution if it begins with a dash.

    Dashes are ``—``, ``–``, ``―``, ``--`` and ``---``; something else must be quoted before it. A line that
    begins with ``- `` is a list.
    """
    element = siblings[position]
    inner = list(element)
    last = inner[-1] if inner else None
    found = _ATTRIBUTION.search(last.text or "") if last is not None and last.tag == "p" else None
    if last is None or found is None or (found.start() == 0 and len(inner) == 1):
        blocks.append(Quotation(context.read_blocks(inner), context.span(element)))
        return 1
    text = last.text or ""
    quoted = list(context.read_blocks(inner[:-1]))
    if found.start():
        place = context.place(last)
        inlines = context.read_inlines(text[: found.start()].rstrip(" \\"), place, syntax="block")
        span = place.span(0, found.start())
        quoted.append(Paragraph(inlines, span))
    place = context.place(last, found.end())
    attribution = context.read_inlines(text[found.end() :], place, "attribution")
    blocks.append(Quotation(tuple(quoted), context.span(element), attribution))
    return 1


def _read_code(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    element = siblings[position]
    if element.get("fenced"):
        blocks.append(_read_fence(context, element))
    else:
        blocks.append(CodeBlock(element.text or "", context.span(element)))
    return 1


def _read_rule(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    blocks.append(ThematicBreak(context.span(siblings[position])))
    return 1


def _read_footnote(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    element = siblings[position]
    label = element.get("label", "")
    was_in_footnote, context.in_footnote = context.in_footnote, True
    context.footnotes.append(Footnote(label, context.read_blocks(element), context.span(element)))
    context.in_footnote = was_in_footnote
    return 1


def _skip(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    return 1


READERS: Mapping[str, BlockReader] = {
    "p": _read_paragraph,
    **{f"h{level}": _read_heading for level in range(1, 7)},
    "ul": read_list,
    "ol": read_list,
    "dl": late("deckbuild.markdown.definitions", "read_definition_list"),
    "blockquote": _read_quotation,
    "pre": _read_code,
    "hr": _read_rule,
    "table": late("deckbuild.markdown.tables", "read_table"),
    "div": read_div,
    "footnote": _read_footnote,
    "comment": _skip,
    "html": late("deckbuild.markdown.html_blocks", "read_html"),
}
