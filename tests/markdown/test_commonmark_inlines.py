"""CommonMark's own examples of inlines: the same structure must come out, but for the dialect's additions."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_slides
from deckbuild.model import (
    Attributed,
    Code,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Styled,
    Text,
)
from deckbuild.source import SourceFile

SECTIONS = (
    "Backslash escapes",
    "Entity and numeric character references",
    "Code spans",
    "Emphasis and strong emphasis",
    "Links",
    "Images",
    "Autolinks",
    "Hard line breaks",
    "Soft line breaks",
    "Textual content",
)
EXAMPLES = json.loads(
    (Path(__file__).parent / "fixtures" / "commonmark-0.31.2.json").read_text(encoding="utf-8")
)
URL = "a bare URL is a link, as in GFM"
TAG = "HTML tags are no part of the text"
SCHEME = "a link of a scheme that may start a program is none"
DIFFERENT: dict[int, str] = {
    344: TAG,
    475: TAG,
    476: TAG,
    477: TAG,
    484: "a link without text shows its target",
    491: "what is in angle brackets and no tag of HTML is text",
    494: TAG,
    524: TAG,
    536: TAG,
    596: SCHEME,
    598: SCHEME,
    599: SCHEME,
    601: SCHEME,
    602: URL,
    608: URL,
    611: URL,
    642: TAG,
    643: TAG,
}
"""Examples that this dialect reads differently, each with the reason."""

CASES = [
    example
    for example in EXAMPLES
    if example["section"] in SECTIONS
    and example["example"] not in DIFFERENT
    and example["html"].startswith("<p>")
    and example["html"].count("<p>") == 1
    and example["html"].endswith("</p>\n")
]

TAGS = {"emphasis": "em", "strong": "strong"}


def escape(text: str) -> str:
    return html.escape(text).replace("&#x27;", "'")


def to_html(inlines: Iterable[Inline]) -> str:
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text):
                parts.append(escape(text))
            case Code(text):
                parts.append(f"<code>{escape(text)}</code>")
            case LineBreak():
                parts.append("<br />\n")
            case Styled(style, children):
                tag = TAGS.get(style, style)
                parts.append(f"<{tag}>{to_html(children)}</{tag}>")
            case Attributed():
                parts.append(f"<span>{to_html(inline.children)}</span>")
            case Link():
                parts.append(f'<a href="{encode(inline.target)}">{to_html(inline.children)}</a>')
            case Image():
                parts.append(f'<img src="{encode(inline.source)}" alt="{escape(inline.alt)}" />')
            case FootnoteReference(label):
                parts.append(f"[^{label}]")
    return "".join(parts)


def normalize(text: str) -> str:
    """Bring a paragraph's HTML to what the model keeps: no titles, soft breaks as spaces."""
    text = text.removeprefix("<p>").removesuffix("</p>")
    text = re.sub(r' title="[^"]*"', "", text)
    text = re.sub(r'(href|src)="([^"]*)"', lambda m: f'{m[1]}="{html.unescape(m[2])}"', text)
    return text.replace("<br />\n", "<br />").replace("\n", " ").replace("<br />", "<br />\n")


def encode(target: str) -> str:
    """Encode a target as CommonMark's reference implementation writes it."""
    return quote(target, safe="%/:?#@!$&()*+,;=~-._'")


@pytest.mark.parametrize("example", CASES, ids=lambda example: f"{example['section']} {example['example']}")
def test_example(example: dict[str, object]) -> None:
    slides = read_slides([SourceFile("a.md", "## T\n\n" + str(example["markdown"]))], Collector())
    (block,) = slides[0].blocks
    if isinstance(block, Picture):
        image = Image(block.source, block.alt, block.span)
        found = to_html([Link(block.link, (image,), block.span)] if block.link else [image])
    else:
        assert isinstance(block, Paragraph)
        found = to_html(block.inlines)
    assert found == normalize(str(example["html"]).strip())
