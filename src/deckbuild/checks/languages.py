"""The language of a deck, by which it is read aloud, spelled and broken into lines (WCAG 2.2, 3.1.1)."""

from __future__ import annotations

from deckbuild.diagnostics import Collector

from .subject import Subject


def check_language(subject: Subject, collector: Collector) -> None:
    """Report language-missing if neither the deck's settings nor the project's name one."""
    if subject.is_language_named:
        return
    place = subject.source.span_of("language")
    taken = subject.source.settings.language
    written = 'language = "de"' if place.file.endswith(".toml") else "language: de"
    hint = f'Name it: `{written}`, or in `deckbuild.toml`, for all decks, `[deck]` and `language = "de"`.'
    collector.report("language-missing", place, f"No language is named: all text is taken for {taken}.", hint)
