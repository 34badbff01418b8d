"""JSON: a list of decks, each with its diagnostics."""

from __future__ import annotations

import json
from typing import Any

from deckbuild.diagnostics.rule_pages import page_address

from .reported import Located, Reported


def write_report(reports: list[Reported], is_strict: bool, version: str) -> str:
    """Return a list of ``{"deck", "diagnostics"}``; docs/check.md explains the keys."""
    entries = [
        {"deck": report.deck, "diagnostics": [_describe(each) for each in report.found]} for report in reports
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _describe(located: Located) -> dict[str, Any]:
    found = located.diagnostic
    return {
        "code": found.code,
        "severity": found.severity.label,
        "file": located.file,
        "line": found.span.line or None,
        "column": found.span.column or None,
        "end_column": located.end_column or None,
        "message": found.message,
        "hint": found.hint,
        "help": page_address(found.code),
    }
