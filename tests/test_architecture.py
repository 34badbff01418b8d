"""The house stands as docs/architecture.md says: imports point only downwards, and nothing grows too big."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "deckbuild"

LEVELS = {
    "late": 0,
    "named_tuple": 0,
    "units": 1,
    "digest": 1,
    "language": 1,
    "limits": 1,
    "link_target": 1,
    "source": 1,
    "whole_file": 1,
    "diagnostics": 2,
    "model": 3,
    "workspace": 3,
    "project": 4,
    "markdown": 4,
    "figures": 4,
    "fonts": 4,
    "template": 4,
    "i18n": 4,
    "brand": 5,
    "transform": 5,
    "layout": 6,
    "pptx": 7,
    "preview": 7,
    "checks": 7,
    "dress": 7,
    "pipeline": 8,
    "batch": 9,
    "diff": 9,
    "checking": 10,
    "cli": 11,
    "__init__": 12,
    "__main__": 12,
}
"""The rooms by level: a room may import only from rooms of a lower level."""

MAY_IMPORT_PYTHON_PPTX = {"template", "pptx", "checks"}

HEAVY = {
    "math_core",
    "segno",
    "pptx",
    "PIL",
    "lxml",
    "pygments",
    "yaml",
    "resvg_py",
    "budoux",
    "polib",
    "rapidfuzz",
    "uharfbuzz",
    "openpyxl",
}
"""Libraries that cost more to import than a small deck costs to build."""

MOST_LINES = 400
MOST_FUNCTION_LINES = 60

FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _module(path: Path) -> str:
    """Return a file's module: ``deckbuild.layout.table``; a package's own file gives the package."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def _room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each module that a file imports, absolute, with the line."""
    package = _module(path).split(".")
    if path.name != "__init__.py" or path.parent == PACKAGE:
        package = package[:-1]
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            # `from . import x` and `from deckbuild import x` may name modules.
            names = [alias.name for alias in node.names] if module == "deckbuild" or not node.module else []
            yield from ((f"{module}.{name}", node.lineno) for name in names)
            if not names:
                yield module, node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "late":
            yield ast.literal_eval(node.args[0]), -node.lineno  # not when the file itself is imported


def _shown(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


each_file = pytest.mark.parametrize("path", FILES, ids=_shown)


def test_every_room_has_a_level() -> None:
    rooms = {_room(_module(path)) for path in FILES}
    assert rooms <= set(LEVELS)


@each_file
def test_imports_point_towards_lower_levels(path: Path) -> None:
    room = _room(_module(path))
    wrong = [
        f"{_shown(path)}:{line}: {room} (level {LEVELS[room]}) imports {module}"
        for module, line in _imports(path)
        if module.split(".")[0] == "deckbuild"
        and (other := _room(module)) != room
        and LEVELS[other] >= LEVELS[room]
    ]
    assert wrong == []


@each_file
def test_python_pptx_is_imported_only_where_packages_are_opened(path: Path) -> None:
    if _room(_module(path)) not in MAY_IMPORT_PYTHON_PPTX:
        assert [line for module, line in _imports(path) if module.split(".")[0] == "pptx"] == []


@each_file
def test_what_is_imported_late_is_there(path: Path) -> None:
    """A type checker does not look behind ``late``."""
    late = [
        (ast.literal_eval(node.args[0]), ast.literal_eval(node.args[1]))
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "late"
    ]
    missing = [
        f"{module}.{name}"
        for module, name in late
        if not callable(getattr(import_module(module), name, None))
    ]
    assert missing == []


@each_file
def test_named_tuples_are_made_in_the_cheap_way(path: Path) -> None:
    """See docs/decisions/named-tuples.md."""
    if _module(path) != "deckbuild.named_tuple":
        slow = [
            node.lineno
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.ImportFrom)
            and node.module == "typing"
            and any(alias.name == "NamedTuple" for alias in node.names)
        ]
        assert slow == [], "write `from deckbuild.named_tuple import NamedTuple`"


def _run_at_import(nodes: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements that run when a module is imported: not in functions, not for type checkers."""
    for node in nodes:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                continue
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from _run_at_import(node.orelse)
                continue
        yield node
        for field in ("body", "orelse", "finalbody"):
            yield from _run_at_import(getattr(node, field, []))
        for handler in getattr(node, "handlers", []):
            yield from _run_at_import(handler.body)


@pytest.mark.parametrize(
    "start",
    [
        "deckbuild.pipeline",
        "deckbuild.cli",
        *(
            f"deckbuild.cli.{command}"
            for command in ("build", "check", "diff", "diff_sides", "new", "brand", "template")
        ),
    ],
)
def test_heavy_libraries_are_imported_where_they_are_used(start: str) -> None:
    """Neither the file itself nor what its import brings along imports one at the top of the file."""
    modules = {_module(path): path for path in FILES}
    reached, open_modules = {start}, [start]
    while open_modules:
        path = modules[open_modules.pop()]
        found = {name for name in _at_import(path, modules) if name not in reached}
        reached |= found
        open_modules += found
    heavy = [
        f"{_shown(modules[name])}:{line}: {library}"
        for name in sorted(reached)
        for library, line in _imports(modules[name])
        if library.split(".")[0] in HEAVY and line in _lines_at_import(modules[name])
    ]
    assert heavy == []


def test_starting_the_command_loads_no_heavy_library() -> None:
    code = f"import deckbuild.cli.build, sys; print(*sorted({HEAVY!r} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_no_module_imports_itself_in_a_circle() -> None:
    modules = {_module(path): path for path in FILES}
    graph = {name: _at_import(path, modules) for name, path in modules.items()}
    # Take away what imports nothing that is left, until only circles (and what leads to them) are left.
    while leaves := {name for name, imported in graph.items() if not imported & graph.keys()}:
        graph = {name: imported for name, imported in graph.items() if name not in leaves}
    circles = {name: sorted(imported & graph.keys()) for name, imported in graph.items()}
    assert circles == {}


def _lines_at_import(path: Path) -> set[int]:
    return {node.lineno for node in _run_at_import(_tree(path).body)}


def _at_import(path: Path, modules: dict[str, Path]) -> set[str]:
    """Return the modules of deckbuild that a file imports when it is itself imported."""
    found = set()
    lines = _lines_at_import(path)
    for module, line in _imports(path):
        name = module if line in lines else ""
        while name and name not in modules:
            name = name.rpartition(".")[0]
        # A module's own package is on its way in already when the module is.
        if name and name != _module(path) and not _module(path).startswith(f"{name}."):
            found.add(name)
    return found


@each_file
def test_a_file_is_not_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@each_file
def test_no_function_is_too_long(path: Path) -> None:
    too_long = [
        f"{_shown(path)}:{node.lineno}: {node.name}"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= MOST_FUNCTION_LINES
    ]
    assert too_long == []
