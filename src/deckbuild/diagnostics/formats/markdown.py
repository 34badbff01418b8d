"""Markdown for the pages of code hosts: how many problems each deck has, then a list of them.

Messages hold what authors wrote, and who reads the page is not who wrote it: outside of code spans every
character that Markdown or a code host would read as its own (mentions and bare addresses, too) is escaped.
"""

from __future__ import annotations

import re

from deckbuild.diagnostics.diagnostic import Severity
from deckbuild.diagnostics.rule_pages import page_url

from .reported import Located, Reported

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~&$]|(?<=www)\.|:(?=//)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def write_report(reports: list[Reported], is_strict: bool, version: str) -> str:
    """Return a table of decks, and for each with problems a heading and a list."""
    rows = [_row(report) for report in reports]
    lists = [_list(report) for report in reports if report.found]
    table = ["| deck | errors | warnings | notes |", "|---|--:|--:|--:|", *rows] if rows else []
    return "\n".join([*table, *lists])


def _row(report: Reported) -> str:
    severities = [located.diagnostic.severity for located in report.found]
    counts = (str(severities.count(severity)) for severity in _SEVERITIES)
    deck = _code(report.deck).replace("|", r"\|")
    return f"| {deck} | {' | '.join(counts)} |"


def _list(report: Reported) -> str:
    return "\n".join(["", f"### {_code(report.deck)}", "", *map(_item, report.found)])


def _item(located: Located) -> str:
    found = located.diagnostic
    place = f"{located.file}:{found.span.line}:{found.span.column}" if found.span.line else located.file
    text = f"{found.message} {found.hint}" if found.hint else found.message
    page = page_url(found.code)
    code = f"[`{found.code}`](<{page}>)" if page else f"`{found.code}`"
    return f"- **{found.severity.label}** {_code(place)}: {_marked(text)} ({code})"


def _marked(text: str) -> str:
    """Return a message with what stands between backticks as code, and the rest as plain text."""
    *pairs, last = re.split("(`[^`]+`)", _CONTROLS.sub(" ", text))
    return "".join(part if index % 2 else _plain(part) for index, part in enumerate((*pairs, last)))


def _code(text: str) -> str:
    return f"`{_CONTROLS.sub(' ', text)}`" if "`" not in text else _plain(text)


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", _CONTROLS.sub(" ", text)).replace("@", "@<!-- -->")
