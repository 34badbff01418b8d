"""GitHub's workflow commands: each diagnostic becomes a remark beside its line.

``::error file=talk.md,line=5,col=1,title=picture-missing::There is no picture…``; what they would
read as their own is escaped as the runner's toolkit does (``%``, line ends; in properties also ``:``
and ``,``).
"""

from __future__ import annotations

from deckbuild.diagnostics.diagnostic import Severity
from deckbuild.diagnostics.rule_pages import page_url

from .reported import Located, Reported

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write_report(reports: list[Reported], is_strict: bool, version: str) -> str:
    """Return a line a diagnostic."""
    return "\n".join(_command(each) for report in reports for each in report.found)


def _command(located: Located) -> str:
    found = located.diagnostic
    properties = {"file": located.file}
    if found.span.line:
        properties |= {"line": str(found.span.line), "col": str(found.span.column)}
        if located.end_column:
            properties |= {"endLine": str(found.span.line), "endColumn": str(located.end_column)}
    properties["title"] = found.code
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    more = page_url(found.code) or f"`deckbuild explain {found.code}` says more."
    message = "\n".join(filter(None, (found.message, found.hint, more)))
    return f"::{_COMMANDS[found.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
