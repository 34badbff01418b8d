"""Every deck that the tests build is a sound package: schemas, relationships, ids.

LibreOffice opens decks that PowerPoint would repair, so opening proves nothing. Two checkers must be silent:
``openxml-audit``, and where it is there, the stricter gate beside this project.
"""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

GATE = Path(__file__).parents[2] / "shared" / "tools" / "pptx_gate.py"

Check = Callable[[Path], list[str]]


@cache
def find_problems(data: bytes) -> tuple[str, ...]:
    """Return what the checkers have against a package: nothing, if it is sound."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.pptx")
        path.write_bytes(data)
        return tuple(problem for check in checkers().values() for problem in check(path))


def find_unsound(packages: Iterable[tuple[str, bytes]]) -> dict[str, tuple[str, ...]]:
    """Return the packages that are not sound, by name, with their problems."""
    return {name: problems for name, data in packages if (problems := find_problems(data))}


@cache
def checkers() -> dict[str, Check]:
    """Return the checkers there are here, by name."""
    found = {"audit": _auditor()}
    if GATE.exists():
        module = _load(GATE)
        found["gate"] = lambda path: [f"{part}: {what}" for part, what in module.check(str(path))]
    return found


def _auditor() -> Check:
    from openxml_audit import FileFormat, OpenXmlValidator

    validator = OpenXmlValidator(FileFormat.MICROSOFT_365)
    return lambda path: [str(error) for error in validator.validate(path).errors if not _is_math_run(error)]


def _is_math_run(error: Any) -> bool:
    """Whether it is about ``a:rPr`` in Office Math: PowerPoint writes it, the auditor knows Word's only."""
    return error.node == "rPr" and "/oMath[" in error.path


def _load(path: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location(path.stem, path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
