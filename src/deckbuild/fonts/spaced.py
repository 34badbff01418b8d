"""Faces whose letters stand apart (``a:rPr/@spc``, ECMA-376 Part 1, 21.1.2.3.9)."""

from __future__ import annotations

from functools import lru_cache

from deckbuild.fonts.face import Face


@lru_cache(maxsize=256)
def widen_face(face: Face, spacing: float) -> Face:
    """Return a face with so many em added behind each character; a shaper's text gets none."""
    more = round(spacing * face.units_per_em)
    advances = {character: advance + more for character, advance in face.advances.items()}
    return Face(face.name, face.units_per_em, advances, face.shape, face.line_height, face.script_line_height)
