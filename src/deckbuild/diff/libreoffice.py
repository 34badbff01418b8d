"""Decks drawn by LibreOffice and poppler: in a profile of their own, without the network, and in time."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from deckbuild.template.archive import read_members

_WIDTH = 960
_STEP = 0.25
_PROGRAMS = {"LibreOffice": ("soffice", "libreoffice"), "pdftoppm (poppler)": ("pdftoppm",)}
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_TARGET = re.compile(rb"\bTarget\s*=\s*(\"[^\"]*\"|'[^']*')")
_EXTERNAL = re.compile(rb"\bTargetMode\s*=\s*[\"']External[\"']")
_NOWHERE = b'Target="about:blank"'

_SETTINGS = (
    ("Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Security/Scripting", "DisableActiveContent", "true"),
    ("Security/Scripting", "DisableMacrosExecution", "true"),
    ("Security/Scripting", "MacroSecurityLevel", "3"),
)
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{}\n</oor:items>\n'
)
_ITEM = (
    '<item oor:path="/org.openoffice.Office.Common/{}"><prop oor:name="{}" oor:op="fuse">'
    "<value>{}</value></prop></item>"
)


class Deadline:
    """When whatever is still running is to be ended."""

    def __init__(self, seconds: float) -> None:
        self._at = monotonic() + seconds

    def has_passed(self) -> bool:
        """Whether nothing may run any longer."""
        return monotonic() >= self._at

    def end_now(self) -> None:
        """Have everything end."""
        self._at = 0.0


def find_missing() -> list[str]:
    """Return the names of the programs that would be needed and are not installed."""
    return [name for name in _PROGRAMS if not _find(name)]


def draw_slides(
    deck: Path, slides: Sequence[int], folder: Path, deadline: Deadline
) -> dict[int, Path] | None:
    """Draw some slides of a deck as PNG files in an empty folder; None when that fails or takes too long."""
    # Hidden slides are drawn too: else those behind them would have other page numbers.
    options = {
        "ExportHiddenSlides": {"type": "boolean", "value": "true"},
        "PageRange": {"type": "string", "value": ",".join(map(str, slides))},
    }
    source, pages = folder / "deck.pptx", folder / "deck.pdf"
    cut_off(deck, source)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(*each) for each in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(_REGISTRY.format(items), encoding="utf-8")
    command = [_find("LibreOffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", f"pdf:impress_pdf_Export:{json.dumps(options)}", "--outdir", str(folder)]
    if not _run([*command, str(source)], deadline) or not pages.is_file():
        return None
    size = ["-scale-to-x", str(_WIDTH), "-scale-to-y", "-1"]
    if not _run(["pdftoppm", "-png", *size, str(pages), str(folder / "page")], deadline):
        return None
    files = sorted(folder.glob("page-*.png"), key=lambda path: int(path.stem.rpartition("-")[2]))
    return dict(zip(slides, files, strict=True)) if len(files) == len(slides) else None


def cut_off(deck: Path, target: Path) -> None:
    """Copy a deck so that no part of it refers to anything outside: LibreOffice fetches linked pictures."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, content in read_members(deck.read_bytes()).items():
            is_list = name.lower().endswith(".rels")
            package.writestr(name, _RELATION.sub(_lead_nowhere, content) if is_list else content)


def _lead_nowhere(relation: re.Match[bytes]) -> bytes:
    text = relation[0]
    return _TARGET.sub(lambda found: _NOWHERE, text) if _EXTERNAL.search(text) else text


def _run(command: Sequence[str], deadline: Deadline) -> bool:
    """Run a program until the deadline; whatever it has started ends with it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not deadline.has_passed():
            with contextlib.suppress(subprocess.TimeoutExpired):
                return process.wait(timeout=_STEP) == 0
        return False
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started: LibreOffice's first process is not the one that works."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _find(name: str) -> str:
    return next((found for program in _PROGRAMS[name] if (found := shutil.which(program))), "")
