"""JUnit XML: a suite a deck, a test case a diagnostic; a deck without any is one case that passed.

What makes the command fail is a failure, all else has passed and is told in the case's output.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from deckbuild.diagnostics.diagnostic import Severity
from deckbuild.diagnostics.report import format_diagnostic

from .reported import Located, Reported

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2: Char


def write_report(reports: list[Reported], is_strict: bool, version: str) -> str:
    """Return the document as text."""
    least = Severity.WARNING if is_strict else Severity.ERROR
    root = ET.Element("testsuites", name="deckbuild")
    for report in reports:
        suite = ET.SubElement(root, "testsuite", name=_clean(report.deck))
        for located in report.found:
            _add_case(suite, located, located.diagnostic.severity >= least)
        if not report.found:
            ET.SubElement(suite, "testcase", classname=_clean(report.deck), name="no problems")
        _count(suite)
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}'


def _add_case(suite: ET.Element, located: Located, has_failed: bool) -> None:
    found = located.diagnostic
    name = f"{found.code} at {found.span.line}:{found.span.column}" if found.span.line else found.code
    case = ET.SubElement(suite, "testcase", classname=_clean(located.file), name=name)
    text = _clean(format_diagnostic(found))
    if has_failed:
        failure = ET.SubElement(case, "failure", type=found.severity.label, message=_clean(found.message))
        failure.text = text
    else:
        ET.SubElement(case, "system-out").text = text


def _count(element: ET.Element) -> None:
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))
    element.set("errors", "0")


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
