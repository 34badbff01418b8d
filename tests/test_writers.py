"""All that deckbuild writes to disk goes through ``whole_file.py``: no other source writes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent.parent / "src" / "deckbuild"
THE_DOOR = SOURCES / "whole_file.py"
COPIERS = {
    SOURCES / name
    for name in (
        "cli/diff.py",
        "cli/diff_sides.py",
        "diff/libreoffice.py",
        "diff/revisions.py",
        "diff/pictures.py",
    )
}
"""What works on two revisions in a folder for temporary files, of which nobody is to see anything."""

WRITERS = {
    "chmod", "copy2", "copyfile", "copytree", "hardlink_to", "makedirs", "mkdir", "mkdtemp", "mkfifo",
    "mkstemp", "removedirs", "renames", "rmdir", "rmtree", "symlink", "symlink_to", "touch", "truncate",
    "unlink", "write_bytes", "write_text",
}  # fmt: skip
"""Names of functions that change a file system, whatever they are called on."""
WRITERS_OF_OS = {"copy", "link", "move", "remove", "rename", "replace"}
"""Those that lists and texts have, too: they count when called on a module, or as a path's are."""


def find_writers(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and name of each call in a program's text that may write to a file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [name.name for name in node.names]
            if {"tempfile", "shutil"} & {*names, getattr(node, "module", "")}:
                yield node.lineno, "import"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "open" and _has_mode_to_write(node):
                yield node.lineno, "open"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value)
            if _is_writer(node, node.func.attr, owner):
                yield node.lineno, f"{owner}.{node.func.attr}"


def _is_writer(call: ast.Call, name: str, owner: str) -> bool:
    if name == "open":
        return "O_RDONLY" not in ast.dump(call) if owner == "os" else _has_mode_to_write(call)
    if name in WRITERS_OF_OS:
        return owner == "os" or (name in ("rename", "replace") and len(call.args) == 1 and not call.keywords)
    return name in WRITERS


def _has_mode_to_write(call: ast.Call) -> bool:
    """Whether a call of ``open`` has a mode, in whatever place, that is not for reading alone."""
    texts = [
        argument.value
        for argument in (*call.args, *(keyword.value for keyword in call.keywords))
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    return any(text and set(text) <= set("rwabtx+") and set(text) & set("wax+") for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        'open(path, "w")', 'open(path, mode="ab")', 'path.open("r+")', 'path.write_text("")',
        "os.replace(a, b)",
        "os.open(a, os.O_WRONLY)", "folder.mkdir(parents=True)", "import tempfile", "from shutil import move",
        "zipfile.ZipFile(a).open(b, 'w')", "path.rename(other)",
    ],
)  # fmt: skip
def test_what_writes_is_seen(text: str) -> None:
    assert list(find_writers(text))


@pytest.mark.parametrize(
    "text",
    [
        'open(path, "rb")', "open(path)", "steps.open(True, is_list=True)", 'text.replace("a", "b")',
        "answers.copy()", "os.open(path, os.O_RDONLY)", "items.remove(a)",
    ],
)  # fmt: skip
def test_what_does_not_write_is_left_alone(text: str) -> None:
    assert not list(find_writers(text))


@pytest.mark.parametrize(
    "path", sorted(SOURCES.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCES))
)
def test_one_door_for_all_that_is_written(path: Path) -> None:
    found = list(find_writers(path.read_text(encoding="utf-8")))
    assert bool(found) == (path == THE_DOOR or path in COPIERS), found
