"""Templates for tests: python-pptx's own, with parts changed as a test says."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache

from pptx import Presentation

Edits = Mapping[str, tuple[str, str]]
"""For a part's name, a regular expression and what takes the place of its first match."""

MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
PRESENTATION = "ppt/presentation.xml"
THEME = "ppt/theme/theme1.xml"


def make_template(edits: Edits | None = None, slides: int = 0) -> bytes:
    """Save python-pptx's default template, 4:3 and without a notes master, with these edits."""
    return edit_package(_save_default(slides), edits or {})


@cache
def _save_default(slides: int) -> bytes:
    presentation = Presentation()
    for _ in range(slides):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.notes_slide.notes_text_frame.text = "notes"
    saved = io.BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def edit_package(package: bytes, edits: Edits) -> bytes:
    parts = read_parts(package)
    for name, (pattern, replacement) in edits.items():
        text = parts[name].decode()
        edited = re.sub(pattern, replacement, text, count=1, flags=re.DOTALL)
        assert edited != text, f"{pattern} is not in {name}"
        parts[name] = edited.encode()
    return write_parts(parts)


def read_parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()
