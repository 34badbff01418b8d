"""Writing: a laid-out deck in, the bytes of a .pptx file out. Nothing is decided here."""

from __future__ import annotations

from .package import write_package

__all__ = ["write_package"]
