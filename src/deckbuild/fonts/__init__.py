"""Measuring text: which face measures a family, how wide its characters are, where lines break."""

from __future__ import annotations

from deckbuild.fonts.face import Face
from deckbuild.fonts.families import find_face
from deckbuild.fonts.lines import Line, Run, break_lines

__all__ = ["Face", "Line", "Run", "break_lines", "find_face"]
