"""SARIF 2.1.0, which code hosts show beside the lines (OASIS, Static Analysis Results Interchange Format)."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from deckbuild.diagnostics.diagnostic import Severity
from deckbuild.diagnostics.rule_pages import page_url, read_page, resolve_links
from deckbuild.diagnostics.rules import RULES

from .reported import Located, Reported

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write_report(reports: list[Reported], is_strict: bool, version: str) -> str:
    """Return one run, with the rules that it has results of."""
    found = list(dict.fromkeys(each for report in reports for each in report.found))
    codes = sorted({each.diagnostic.code for each in found})
    driver = {"name": "deckbuild", "version": version, "rules": [_describe_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_describe(each, codes.index(each.diagnostic.code)) for each in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _describe_rule(code: str) -> dict[str, Any]:
    rule = RULES[code]
    described: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    page, url = read_page(code), page_url(code)
    described["help"] = {"text": rule.hint or rule.summary}
    if page:
        described["help"]["markdown"] = resolve_links(page)
    if url:
        described["helpUri"] = url
    return described


def _describe(located: Located, index: int) -> dict[str, Any]:
    found = located.diagnostic
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(located.file)}}
    if found.span.line:
        place["region"] = {"startLine": found.span.line, "startColumn": found.span.column}
        if located.end_column:
            place["region"]["endColumn"] = located.end_column
    return {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": f"{found.message} {found.hint}".rstrip()},
        "locations": [{"physicalLocation": place}],
    }
