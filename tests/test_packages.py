"""The checkers that look at every package the tests build (``packages_check.py``) find what is broken."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from . import decks
from .packages_check import checkers


@pytest.mark.parametrize("checker", ["audit", "gate"])
def test_a_slide_without_its_tree_of_shapes_is_found(checker: str, tmp_path: Path) -> None:
    if checker not in checkers():
        pytest.skip("the gate, ../shared/tools/pptx_gate.py, is not there")
    data = decks.build({"talk.md": "## Slide\n\nText.\n"}).data
    assert data is not None
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert checkers()[checker](path) == []
    path.write_bytes(_break(data))
    assert checkers()[checker](path) != []


def _break(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w") as broken:
        for name in whole.namelist():
            part = whole.read(name)
            if name == "ppt/slides/slide1.xml":
                part = re.sub(rb"<p:nvGrpSpPr>.*?</p:nvGrpSpPr>", b"", part)
            broken.writestr(name, part)
    return out.getvalue()
