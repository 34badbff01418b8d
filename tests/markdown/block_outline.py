"""Outlines of parsed blocks, from the block stage and from markdown-it-py, in one form to compare them."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown_it import MarkdownIt

from deckbuild.markdown.block_stage import BlockStageExtension, Parsed, parse

Outline = list[Any]

COMMONMARK = {
    "divs": False,
    "footnotes": False,
    "definition_lists": False,
    "fancy_lists": False,
    "tables": False,
    "table_captions": False,
}
GFM = {**COMMONMARK, "tables": True}

_READERS: dict[tuple[tuple[str, bool], ...], Markdown] = {}


def read(text: str, **options: bool) -> Parsed:
    """Parse with one Markdown instance for each set of options."""
    key = tuple(sorted(options.items()))
    if key not in _READERS:
        _READERS[key] = Markdown(extensions=[BlockStageExtension(**options)])
    return parse(_READERS[key], text)


def outline(text: str, **options: bool) -> Outline:
    """Return what the block stage makes of a text."""
    return [_element_outline(element) for element in read(text, **options).root]


def _element_outline(element: Element) -> Any:
    tag = element.tag
    text = element.text or ""
    if tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "dt"):
        return [tag, _trim_lines(text)]
    if tag in ("html", "comment"):
        return ["html", text.rstrip("\n")]
    if tag == "pre":
        return ["pre", element.get("info", ""), text.rstrip("\n")]
    head: Outline = [tag]
    if tag in ("ul", "ol"):
        head.append(element.get("start", ""))
        if any(child.tag == "p" for item in element for child in item):
            head.append("loose" if element.get("loose") else "tight")
    return [*head, *(_element_outline(child) for child in element)]


def _trim_lines(text: str) -> str:
    return "\n".join(line.lstrip(" \t") for line in text.strip(" \t").split("\n"))


def markdown_it_outline(text: str, *, tables: bool = False) -> tuple[Outline, dict[str, str]]:
    """Return what markdown-it-py makes of a text, and the link references it defines."""
    parser = MarkdownIt("commonmark", {"maxNesting": 200})
    if tables:
        parser.enable("table")
    parser.disable("inline")
    references: dict[str, Any] = {}
    stack: list[Outline] = [["document"]]
    for token in parser.parse(text, references):
        if token.nesting == 1:
            entry: Outline = [token.tag]
            if token.tag in ("ul", "ol"):
                entry.append(str(token.attrs.get("start", 1)) if token.tag == "ol" else "")
            if token.type == "paragraph_open":
                entry.append(token.hidden)
            stack[-1].append(entry)
            stack.append(entry)
        elif token.nesting == -1:
            _finish(stack.pop())
        elif token.type == "inline":
            stack[-1].append(_trim_lines(token.content))
        elif token.type == "html_block":
            stack[-1].append(["html", token.content.rstrip("\n")])
        elif token.type in ("fence", "code_block"):
            stack[-1].append(["pre", token.info.strip(" \t"), token.content.rstrip("\n")])
        else:
            stack[-1].append([token.tag])
    _finish(stack[0])
    return stack[0][1:], references.get("references", {})


def _finish(entry: Outline) -> None:
    """Take the looseness from a list's paragraphs to the list, as the block stage has it."""
    if entry[0] in ("ul", "ol"):
        paragraphs = [child for item in entry[2:] for child in item[1:] if child[0] == "p"]
        if paragraphs:
            entry.insert(2, "tight" if paragraphs[0][1] else "loose")
        for paragraph in paragraphs:
            del paragraph[1]
    elif entry[0] != "li":
        for child in entry[1:]:
            if isinstance(child, list) and child[0] == "p" and len(child) == 3:
                del child[1]
