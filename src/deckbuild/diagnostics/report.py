"""Diagnostics as text, for people and for tools that read ``file:line:column``."""

from __future__ import annotations

from .diagnostic import Diagnostic


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """Format one as ``file:line:column: severity: message [code]``, the hint on a line below."""
    return f"{diagnostic}\n    {diagnostic.hint}" if diagnostic.hint else str(diagnostic)
