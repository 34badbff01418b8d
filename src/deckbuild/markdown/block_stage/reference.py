"""Link reference definitions (CommonMark 4.7): they come off a paragraph's beginning when it closes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .parsed import Cut

if TYPE_CHECKING:
    from .stage import BlockStage

_HEAD = r"\[((?:[^\[\]\\]|\\[\s\S])+)\]:[ \t]*\n?[ \t]*(?:<((?:[^<>\\\n]|\\.)*)>|(?!<)([^\x00-\x20\x7f]+))"
_LINE_END = r"[ \t]*(?:\n|$)"
_TITLE = (
    r"""(?:[ \t]+\n?|\n)[ \t]*("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))"""
    + _LINE_END
)
_ESCAPE = r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);"
_LABEL_LENGTH = 999


class References(dict[str, "tuple[str, str]"]):
    """Link references by label, in which every spelling of a label finds its reference."""

    def __getitem__(self, label: str) -> tuple[str, str]:
        return super().__getitem__(normalize_label(label))

    def __setitem__(self, label: str, reference: tuple[str, str]) -> None:
        super().__setitem__(normalize_label(label), reference)

    def __contains__(self, label: object) -> bool:
        return isinstance(label, str) and super().__contains__(normalize_label(label))


def normalize_label(label: str) -> str:
    """Return the label as CommonMark compares it: case folded, white space collapsed."""
    return " ".join(label.split()).casefold()


def read_definitions(stage: BlockStage, texts: list[str], cuts: list[Cut]) -> int:
    """Define the references at the beginning of a paragraph's lines and return how many lines they take."""
    text = "\n".join(texts)
    position = lines = 0
    has_footnotes = stage.options["footnotes"]
    while text.startswith("[", position):
        if has_footnotes and text.startswith("[^", position):
            break
        end = _read_definition(stage, text, position)
        if end < 0:
            break
        count = text.count("\n", position, end) + (end == len(text) and text[end - 1] != "\n")
        stage.definitions.append((cuts[lines][0], cuts[lines + count - 1][1]))
        lines += count
        position = end
    return lines


def _read_definition(stage: BlockStage, text: str, position: int) -> int:
    """Define the reference at a position; return the position after its last line, or -1."""
    head = _compiled(_HEAD).match(text, position)
    if head is None:
        return -1
    label, bracketed, bare = head.groups()
    if len(label) > _LABEL_LENGTH or not label.strip() or (bare and not _is_balanced(bare)):
        return -1
    title = ""
    end = _compiled(_TITLE).match(text, head.end())
    if end is not None:
        title = _unescape(end[1][1:-1])
    else:
        end = _compiled(_LINE_END).match(text, head.end())
        if end is None:
            return -1
    label = normalize_label(label)
    if label not in stage.references:
        stage.references[label] = _unescape(bare or bracketed), title
    return end.end()


def _is_balanced(destination: str) -> bool:
    """Whether every parenthesis not escaped has its partner."""
    depth = 0
    escaped = False
    for character in destination:
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth < 0:
                return False
    return not depth


def _unescape(text: str) -> str:
    """Resolve backslash escapes and character references."""
    if "\\" not in text and "&" not in text:
        return text
    from html import unescape

    return _compiled(_ESCAPE).sub(lambda match: match[1] or unescape(match[0]), text)


def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile at first use: most decks define no references."""
    return re.compile(pattern)
