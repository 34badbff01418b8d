"""Links to files and pages; those to slides are checked whenever a deck is built (link-slide-missing)."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from deckbuild.diagnostics import Collector
from deckbuild.model import Link, Picture, walk
from deckbuild.source import Span
from deckbuild.workspace import OutsideProject

from .subject import Subject


def check_links(subject: Subject, collector: Collector) -> None:
    """Report link-broken: to a file that is not there, or an address that is none. Nothing is fetched."""
    for node in walk(subject.deck.slides):
        if isinstance(node, Link):
            _check(node.target, node.span, subject, collector)
        elif isinstance(node, Picture) and node.link:
            _check(node.link, node.span, subject, collector)


def _check(target: str, span: Span, subject: Subject, collector: Collector) -> None:
    problem = broken_address(target)
    if problem is None and target and not target.startswith("#") and not urlsplit(target).scheme:
        problem = _missing_file(target, subject)
    if problem:
        collector.report("link-broken", span, f"The link `{target}` leads to nothing: {problem}.")


def broken_address(target: str) -> str | None:
    """Return what is wrong with a web or mail address; None for one that may be right, or is neither."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return "it is no address"
    if parts.scheme in ("http", "https"):
        host = parts.hostname or ""
        if not host or " " in host or ".." in host:
            return "it names no host"
    if parts.scheme == "mailto" and "@" not in parts.path and "to=" not in parts.query:
        return "it names no mailbox"
    return None


def _missing_file(target: str, subject: Subject) -> str | None:
    path = unquote(urlsplit(target).path)
    try:
        found = subject.workspace.resolve(path, subject.source.folder)
    except OutsideProject:
        return "it is outside the project"
    is_there = subject.workspace.exists(found) or subject.workspace.files(found)
    return None if not path or is_there else "there is no such file"
