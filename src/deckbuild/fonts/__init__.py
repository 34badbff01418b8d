"""Measuring text: which face measures a family, how wide its characters are, where lines break."""

from __future__ import annotations

from deckbuild.fonts.advances import Run
from deckbuild.fonts.breaks import find_breaks
from deckbuild.fonts.face import Face
from deckbuild.fonts.families import find_face, is_known_family
from deckbuild.fonts.fontfile import read_font_file
from deckbuild.fonts.lines import Line, break_lines

__all__ = [
    "Face",
    "Line",
    "Run",
    "break_lines",
    "find_breaks",
    "find_face",
    "is_known_family",
    "read_font_file",
]
