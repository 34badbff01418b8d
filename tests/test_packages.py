"""Every deck that the tests build is a sound package: schemas, relationships, ids.

LibreOffice opens decks that PowerPoint would repair, so opening proves nothing. Two checkers must be silent:
``openxml-audit``, and where it is there, the stricter gate beside this project.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from . import decks
from .test_suite import CASES

GATE = Path(__file__).parents[2] / "shared" / "tools" / "pptx_gate.py"

Check = Callable[[Path], list[str]]


@pytest.fixture(scope="session")
def audit() -> Check:
    from openxml_audit import FileFormat, OpenXmlValidator

    validator = OpenXmlValidator(FileFormat.MICROSOFT_365)
    return lambda path: [str(error) for error in validator.validate(path).errors if not _is_math_run(error)]


def _is_math_run(error: Any) -> bool:
    """Whether it is about ``a:rPr`` in Office Math: PowerPoint writes it, the auditor knows Word's only."""
    return error.node == "rPr" and "/oMath[" in error.path


@pytest.fixture(scope="session")
def gate() -> Check:
    if not GATE.exists():
        pytest.skip("the gate, ../shared/tools/pptx_gate.py, is not there")
    module = _load(GATE)
    return lambda path: [f"{part}: {what}" for part, what in module.check(str(path))]


def _load(path: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location(path.stem, path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(params=["audit", "gate"])
def check(request: pytest.FixtureRequest) -> Check:
    """Each of the two checkers in turn."""
    found: Any = request.getfixturevalue(request.param)
    return found  # type: ignore[no-any-return]


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_a_suite_case(case: Any, check: Check, tmp_path: Path) -> None:
    data = case.build().data
    if data is not None:
        assert check(_write(tmp_path, data)) == []


def test_every_other_deck(check: Check, tmp_path: Path) -> None:
    """Runs last, over all that was built in this run by whatever test."""
    suite = {case.build().data for case in CASES}
    found = {
        name: problems
        for name, data in decks.packages.items()
        if data not in suite and (problems := check(_write(tmp_path, data)))
    }
    assert found == {}


def test_the_checkers_find_what_is_broken(check: Check, tmp_path: Path) -> None:
    """Guards the checkers themselves: a slide without its tree of shapes is no slide."""
    data = decks.build({"talk.md": "## Slide\n\nText.\n"}).data
    assert data is not None
    assert check(_write(tmp_path, _break(data))) != []


def _write(folder: Path, data: bytes) -> Path:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    return path


def _break(data: bytes) -> bytes:
    import io
    import re
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w") as broken:
        for name in whole.namelist():
            part = whole.read(name)
            if name == "ppt/slides/slide1.xml":
                part = re.sub(rb"<p:nvGrpSpPr>.*?</p:nvGrpSpPr>", b"", part)
            broken.writestr(name, part)
    return out.getvalue()
