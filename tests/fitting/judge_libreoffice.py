"""Where LibreOffice draws text: decks to PDF, and the PDF's text objects by their colour."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from .judge_neutral import unit_of
from .judge_package import Box


@dataclass(frozen=True)
class Drawn:
    """A piece of text on one line: its unit, its ink, its baseline and its size, in points from the top.

    ``upright`` is False for text that is turned; then only the ink counts.
    """

    unit: int
    ink: Box
    baseline: float
    size: float
    upright: bool


def soffice() -> str | None:
    """Return LibreOffice's command, or None where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def render(decks: dict[str, bytes]) -> dict[str, list[list[Drawn]]]:
    """Draw decks, all in one call, since starting takes longer than drawing; return the text of each page."""
    program = soffice()
    if program is None:
        raise RuntimeError("LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder, f"{number}.pptx") for number, name in enumerate(decks)}
        for name, path in files.items():
            path.write_bytes(decks[name])
        profile = Path(folder, "profile").as_uri()
        subprocess.run(
            [
                *(program, f"-env:UserInstallation={profile}", "--headless"),
                *("--convert-to", "pdf", "--outdir", folder, *(str(path) for path in files.values())),
            ],
            capture_output=True,
            timeout=120 + 10 * len(decks),
            check=True,
        )
        return {name: _read(path.with_suffix(".pdf").read_bytes()) for name, path in files.items()}


def _read(pdf: bytes) -> list[list[Drawn]]:
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for number in range(len(document)):
        page = document[number]
        height = page.get_height()
        texts = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
        pages.append([drawn for text in texts if (drawn := _drawn(text, height)) is not None])
        page.close()
    document.close()
    return pages


def _drawn(text: pypdfium2.PdfObject, height: float) -> Drawn | None:
    channels = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(text, *channels)
    unit = unit_of(*(channel.value for channel in channels[:3]))
    if unit is None:
        return None
    left, bottom, right, top = text.get_bounds()
    if right - left < 0.01 or top - bottom < 0.01:  # spaces have no ink
        return None
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(text, size)
    _, b, c, d, _, baseline = text.get_matrix().get()
    upright = abs(b) < 1e-6 and abs(c) < 1e-6
    ink = Box(left, height - top, right, height - bottom)
    scale = abs(d if upright else max(b, c, key=abs))
    return Drawn(unit, ink, height - baseline, size.value * scale, upright)


def lines(pieces: list[Drawn]) -> list[list[Drawn]]:
    """Group the pieces of one unit into lines, top down; what is raised or lowered stays in its line."""
    groups: list[list[Drawn]] = []
    for piece in sorted(pieces, key=lambda piece: piece.baseline):
        previous = groups[-1][-1] if groups else None
        if previous and piece.baseline - previous.baseline < 0.45 * max(piece.size, previous.size):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups
