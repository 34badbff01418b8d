"""What in inline Markdown is no text: code, formulas, targets, tags, marks; found without reading it whole.

The dialect is that of ``docs/markdown.md``. Translators see all of it but the targets of links, which are
numbers to them: ``[text](1)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.named_tuple import NamedTuple

_CODE = re.compile(
    r"""
    (?P<escape>\\[!-/:-@\[-`{-~])
  | (?P<code>(?P<ticks>`+)(?!`)(?:[^`]|(?!(?P=ticks)(?!`))`+)*?(?<!`)(?P=ticks)(?!`))
  | (?P<formula>\$\$(?:[^$\\`]|\\.)+\$\$|\$(?![\s$])(?:[^$\\`]|\\.)+(?<!\s)\$(?!\d))
  | (?P<autolink><[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>|<[\w.+-]+@[\w.-]+>|https?://[^\s<>\])]+|www\.[^\s<>\])]+)
  | (?P<comment><!--.*?-->)
  | (?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>)
  | (?P<kept>\[[^\[\]]*\]\{[^{}]*\btranslate=(?:no|"no"|'no')(?=[\s}])[^{}]*\})
  | (?P<footnote>\[\^[^\s\[\]]+\])
  | \]\(\s*(?P<target><[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*\))*\))*)
      (?P<tail>(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\))
  | (?<=[\])`])(?P<attributes>\{:?[ ]*(?:[#.][\w-]|[A-Za-z_][\w.:-]*=)[^{}]*\})
  | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)
  | (?P<emoji>(?<![\w:]):[a-z0-9_+-]+:(?!\w))
  | (?P<mark>\*+|_+|~+|\^(?=\[)|\^+|==)
  | (?P<bracket>!?\[|\])
    """,
    re.VERBOSE | re.DOTALL,
)


class InlineCode(NamedTuple):
    """A code in a text: what kind (as named above) and where; a ``target`` is without its parentheses."""

    kind: str
    text: str
    start: int
    end: int


def find_codes(text: str) -> Iterator[InlineCode]:
    """Yield the codes of a text in order. A link's title (in quotes behind the target) is text."""
    position = 0
    while found := _CODE.search(text, position):
        kind = found.lastgroup or ""
        if found["target"] is not None:
            yield InlineCode("bracket", "]", found.start(), found.start() + 1)
            yield InlineCode("target", found["target"], found.start("target"), found.end("target"))
            position = found.end("target")
            continue
        if found["code"] is not None:
            kind = "code"
        yield InlineCode(kind, found[0], found.start(), found.end())
        position = found.end()


def number_targets(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with a number for each link's target, from 1 on, and the targets as written."""
    if "](" not in text:
        return text, ()
    parts: list[str] = []
    targets: list[str] = []
    done = 0
    for code in find_codes(text):
        if code.kind == "target":
            targets.append(code.text)
            parts += text[done : code.start], str(len(targets))
            done = code.end
    return "".join((*parts, text[done:])), tuple(targets)


def restore_targets(text: str, targets: tuple[str, ...]) -> str:
    """Return the text with each number that stands for a target replaced by it; others are left alone."""
    if "](" not in text:
        return text
    parts: list[str] = []
    done = 0
    for code in find_codes(text):
        if code.kind == "target" and code.text.isdecimal() and 1 <= int(code.text) <= len(targets):
            parts += text[done : code.start], targets[int(code.text) - 1]
            done = code.end
    return "".join((*parts, text[done:]))


def find_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are no codes, as offsets."""
    done = 0
    for code in find_codes(text):
        if code.start > done:
            yield done, code.start
        done = code.end
    if done < len(text):
        yield done, len(text)


def has_words(text: str) -> bool:
    """Whether a text has a letter outside of its codes, so that there is something to translate."""
    return any(_LETTER.search(text, start, end) for start, end in find_words(text))


_LETTER = re.compile(r"[^\W\d_]")
