"""The words a source wants shown and spoken, read with markdown-it-py and a few lines for the dialect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_DIV = re.compile(r"\s*:::+\s*(?P<name>[\w-]*)\s*(?P<attributes>\{.*\})?\s*$")
_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
_VALUE = r'%s="([^"]*)"'
_MARKS = re.compile(r"==|(?<=\S)\^|\^(?=\S)|(?<!~)~(?!~)")


@dataclass
class Words:
    """Words on slides, in their footnotes and in notes, each in order.

    Footnotes stand where they are referred to, which may be before the rest of a table that goes on.
    ``repeated`` are words of captions of tables that go on, ``columns`` those on slides when columns that go
    on are read to their end, one after the other.
    """

    slides: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)


def source_words(source: str) -> Words:
    """Return the words that a source wants shown and spoken."""
    words = Words()
    text = source
    if source.startswith("---\n"):
        matter, text = source[4:].split("\n---\n", 1)
        words.slides.extend(_title_slide(yaml.safe_load(matter)))
    for slide in _slides(text.split("\n")):
        shown, spoken = _divide(slide)
        text_words, footnotes = _markdown_words(shown)
        words.slides.extend(text_words)
        words.footnotes.extend(footnotes)
        words.notes.extend(word for part in _markdown_words(spoken) for word in part)
    return words


def _title_slide(matter: Mapping[str, Any]) -> Iterator[str]:
    if not matter.get("title"):
        return
    for key in ("title", "subtitle", "author", "date", "website"):
        value = matter.get(key, "")
        text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        yield from (re.sub(r"^https?://|/$", "", text) if key == "website" else text).split()


def _slides(lines: list[str]) -> Iterator[list[str]]:
    """Cut at headings of the first two levels and at rules; footnotes stand at the foot of their slide."""
    slide: list[str] = []
    fence = ""
    for line in lines:
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if not fence and (re.match(r"##? ", line) or line.rstrip() == "---"):
            yield slide
            slide = []
        slide.append("" if line.rstrip() == "---" and not fence else line)
    yield slide


def _divide(lines: list[str]) -> tuple[str, str]:
    """Return what a slide shows and what its notes say, without the lines of divs."""
    parts: tuple[list[str], list[str]] = ([], [])
    open_divs: list[str] = []
    fence = ""
    for line in lines:
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        div = None if fence else _DIV.match(line)
        if div and div["name"]:
            open_divs.append(div["name"])
            if duration := re.search(_VALUE % "duration", div["attributes"] or ""):
                parts[0].insert(1, f"\n{duration[1]}\n")  # it stands beside the title
            line = ""
        target = parts["notes" in open_divs]
        if div and not div["name"]:
            open_divs.pop()
            line = ""
        target.append(line)
    return "\n".join(parts[0]), "\n".join(parts[1])


_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)


def _markdown_words(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a text and of its footnotes."""
    parts: tuple[list[str], list[str]] = ([], [])
    shown = parts[0]
    for token in _PARSER.parse(text):
        if token.type == "footnote_block_open":
            shown = parts[1]
        elif token.type == "inline":
            shown.append(_inline_text(token).strip())
        elif token.type in ("fence", "code_block"):
            title = re.search(_VALUE % "title", token.info)
            shown.extend([title[1] if title else "", token.content])
    text_words, footnotes = (" ".join(_block_text(block) for block in part).split() for part in parts)
    return text_words, footnotes


def _block_text(text: str) -> str:
    if text in ("^^", "<<"):
        return ""
    return re.sub(r"^\[[ xX]\] ", "", text)


def _inline_text(token: Token) -> str:
    parts: list[str] = []
    for child in token.children or []:
        if child.type == "text":
            parts.append(_MARKS.sub("", child.content))
        elif child.type == "code_inline":
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak", "html_inline"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(str(child.attrs.get("title", "")))
    text = "".join(parts)
    if token.content in ("^^", "<<"):
        return token.content
    credits = re.findall(_VALUE % "source", token.content)
    return " ".join((re.sub(r"^Table:\s*", "", _ATTRIBUTES.sub("", text)), *credits))
