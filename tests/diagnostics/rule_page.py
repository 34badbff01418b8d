"""The pages of ``docs/rules/``: read, their examples put into a folder, and their commands run.

A page is a heading with the code, a line with its severity, what it means, and an example. Fences with a
title are files (```` ```markdown title=talk.md ````), fences of ``console`` are commands and what they say of
this code. What stands before the first ``## `` is wrong; each later part is put into the same folder on top
of it, and is right: its commands, or else the same ones again, say nothing of this code any more.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from deckbuild.cli import main

from .page_files import FILES

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
LANGUAGE = '[deck]\nlanguage = "en-GB"\n'
"""``deckbuild.toml`` of an example that shows none."""
HOME = "/home/ann/slides/"
"""What a page shows in the place of the folder that the test runs in."""

_FENCE = re.compile(
    r"^(?P<ticks>`{3,})(?P<kind>\w+)(?: title=(?P<name>\S+))?\n(?P<text>.*?)^(?P=ticks)$",
    re.DOTALL | re.MULTILINE,
)
_PART = re.compile(r"^## (?P<name>.+)$", re.MULTILINE)


class Part(NamedTuple):
    """Files by path, commands, what the page shows of what they say, and where that stands in the page."""

    name: str
    files: Mapping[str, str]
    commands: tuple[str, ...]
    said: str
    said_at: tuple[int, int]


class Page(NamedTuple):
    """A page's text, the wrong example, and the parts after it."""

    code: str
    text: str
    wrong: Part
    others: tuple[Part, ...]


def read_page(code: str) -> Page:
    """Read the page of a code."""
    text = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    cuts = [match.start() for match in _PART.finditer(_without_fences(text))]
    wrong, *others = (
        _read_part(text, start, end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
    )
    return Page(code, text, wrong, tuple(others))


def _without_fences(text: str) -> str:
    return _FENCE.sub(lambda fence: " " * len(fence[0]), text)


def _read_part(text: str, start: int, end: int) -> Part:
    heading = _PART.match(text, start)
    files: dict[str, str] = {}
    commands: list[str] = []
    said, said_at = "", (0, 0)
    for fence in _FENCE.finditer(text, start, end):
        if fence["name"]:
            files[fence["name"]] = fence["text"]
        elif fence["kind"] == "console":
            lines = fence["text"].splitlines(keepends=True)
            shown = sum(1 for line in lines if line.startswith("$ "))
            commands += [line[2:].strip() for line in lines[:shown]]
            said = "".join(lines[shown:])
            said_at = fence.end("text") - len(said), fence.end("text")
    return Part(heading["name"] if heading else "", files, tuple(commands), said, said_at)


def run_part(page: Page, part: Part, folder: Path) -> str:
    """Return what the commands of a part say, run in an empty folder where all lies that it needs."""
    files = {**page.wrong.files, **part.files}
    commands = part.commands or page.wrong.commands
    if not any(command.startswith("deckbuild") for command in commands):
        commands = (*commands, *page.wrong.commands)
    if "deckbuild.toml" not in files:
        files["deckbuild.toml"] = LANGUAGE
    for name, make in FILES.items():
        if name not in files and re.search(rf"(?<![\w-]){re.escape(Path(name).name)}", page.text):
            _write(folder / name, make())
    for name, text in files.items():
        _write(folder / name, text.encode())
    output = "".join(_run(command, folder) for command in commands)
    return output.replace(f"{folder}/", HOME)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _run(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    if program == "rm":
        (folder / arguments[0]).unlink()
        return ""
    if program == "mkdir":
        (folder / arguments[0]).mkdir(parents=True)
        return ""
    assert program == "deckbuild", command
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.output


def said_of(code: str, output: str) -> str:
    """Return what an output says of a code: the lines that end in it, and those indented below each."""
    kept, is_of_it = [], False
    for line in output.splitlines():
        is_of_it = line.endswith(f"[{code}]") or (is_of_it and line.startswith("    "))
        if is_of_it:
            kept.append(f"{line}\n")
    return "".join(kept)
