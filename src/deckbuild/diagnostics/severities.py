"""Severities as a project wants them: ``[rules]`` in ``deckbuild.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .diagnostic import Diagnostic, Severity

OFF = "off"
LEVELS = (*(severity.label for severity in reversed(Severity)), OFF)
"""What a rule may be set to, the worst first."""


def apply_severities(diagnostics: Iterable[Diagnostic], rules: Mapping[str, str]) -> list[Diagnostic]:
    """Return diagnostics with the severities that ``rules`` (code to one of ``LEVELS``) gives them."""
    kept = []
    for diagnostic in diagnostics:
        level = rules.get(diagnostic.code)
        if level == OFF:
            continue
        kept.append(diagnostic._replace(severity=Severity[level.upper()]) if level else diagnostic)
    return kept
