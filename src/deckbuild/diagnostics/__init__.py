"""Problems an author can cause, found by any stage, collected and reported together."""

from __future__ import annotations

from .collector import Collector
from .diagnostic import Diagnostic, Severity
from .report import format_diagnostic
from .rules import RULES, Rule

__all__ = ["RULES", "Collector", "Diagnostic", "Rule", "Severity", "format_diagnostic"]
