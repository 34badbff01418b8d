"""Reports for machines: JSON, SARIF, GitHub's workflow commands, JUnit; and Markdown, for their pages."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from .reported import Located, Reported

FORMATS = ("json", "sarif", "github", "junit", "markdown")


def format_report(name: str, reports: list[Reported], is_strict: bool = False, version: str = "") -> str:
    """Return what was found in some decks in one of ``FORMATS``.

    ``is_strict`` says that warnings are failures, ``version`` which deckbuild found them.
    """
    write: Callable[[list[Reported], bool, str], str] = import_module(f"{__name__}.{name}").write_report
    return write(reports, is_strict, version)


__all__ = ["FORMATS", "Located", "Reported", "format_report"]
