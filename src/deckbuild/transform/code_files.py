"""Code that stands in files of its own: whole, some of its lines, or a region marked in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import dedent

from deckbuild.diagnostics import Collector
from deckbuild.model import Block, CodeBlock, Deck, Slide
from deckbuild.project import read_text
from deckbuild.workspace import Workspace

from .bounds import cut_code
from .rewrite import Kinds, replace_slides, rewrite_blocks
from .texts import find_text

_START = re.compile(r"(?:#|//|--|/\*|<!--|[%;\"'*]|REM\b)\W{0,4}region\b[\s:]*([\w.-]*)", re.IGNORECASE)
_END = re.compile(r"(?:#|//|--|/\*|<!--|[%;\"'*]|REM\b)\W{0,4}end[ -]?region\b", re.IGNORECASE)


def read_code_files(
    deck: Deck, kinds: Kinds, workspace: Workspace, folder: str, collector: Collector
) -> Deck:
    """Return the deck with the text of code that names a file, without the indent that all of it has.

    Diagnostics: path-outside-project, file-unreadable, encoding, code-excerpt, code-too-long. What cannot be
    read is shown as the file's name.
    """

    def read(block: Block) -> Block:
        if isinstance(block, CodeBlock) and block.file is not None:
            return _read(block, block.file, workspace, folder, collector)
        return block

    def read_all(slide: Slide) -> Slide:
        return slide._replace(
            blocks=rewrite_blocks(slide.blocks, read),
            notes=tuple(notes._replace(blocks=rewrite_blocks(notes.blocks, read)) for notes in slide.notes),
        )

    return replace_slides(deck, kinds, CodeBlock, read_all)


def _read(block: CodeBlock, file: str, workspace: Workspace, folder: str, collector: Collector) -> CodeBlock:
    path = find_text(file, block.span, workspace, folder, collector)
    source = read_text(path, workspace, collector, block.span) if path else None
    if source is None:
        return block._replace(text=file, language=None, first_line=1)
    lines = source.text.splitlines()
    first, last = block.first_line, block.last_line
    if block.region is not None:
        found = _find_region(block, block.region, lines, collector)
        first, last = found or (first, last)
    last = min(last or len(lines), len(lines))
    if first > len(lines):
        message = f"`{file}` has {len(lines)} lines, none numbered {first}."
        collector.report("code-excerpt", block.span, message, "Correct `lines`.")
        return block._replace(text=file, language=None, first_line=1)
    text = dedent("\n".join(line.expandtabs(4) for line in lines[first - 1 : last])).strip("\n")
    blank = next((index for index, line in enumerate(lines[first - 1 : last]) if line.strip()), 0)
    block = block._replace(text=f"{text}\n", first_line=first + blank)
    return cut_code(block, workspace.limits, collector)


def _find_region(
    block: CodeBlock, name: str, lines: Sequence[str], collector: Collector
) -> tuple[int, int] | None:
    """Return the first and last line of a region, between comments ``region name`` and ``endregion``."""
    start, depth = 0, 0
    names: list[str] = []
    for number, line in enumerate(lines, 1):
        if start and _END.search(line):
            if depth == 0:
                return start, number - 1
            depth -= 1
        elif found := _START.search(line):
            names.append(found[1])
            if start:
                depth += 1
            elif found[1] == name:
                start = number + 1
    if start:
        return start, len(lines)
    from difflib import get_close_matches

    near = get_close_matches(name, names, 1)
    hint = f"Did you mean `{near[0]}`?" if near else "Mark it by comments `region name` and `endregion`."
    collector.report("code-excerpt", block.span, f"`{block.file}` has no region `{name}`.", hint)
    return None
