"""Diagrams as native shapes: laid out, routed, painted in the brand's colours."""

from __future__ import annotations

from .add import add_diagram

__all__ = ["add_diagram"]
