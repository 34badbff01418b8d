"""Titles: every slide has one, and no two the same. They are what lists of slides and screen readers show."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.model import Slide, plain_text

from .subject import Subject


def check_titles(subject: Subject, collector: Collector) -> None:
    """Report title-missing and title-repeated."""
    first: dict[str, Slide] = {}
    for slide in subject.deck.slides:
        title = normal_title(plain_text(slide.title))
        if not title:
            if slide.blocks or slide.background:
                collector.report("title-missing", slide.span, "This slide has no title.")
            continue
        earlier = first.setdefault(title, slide)
        if earlier is not slide:
            message = f"The slide at {earlier.span} is called `{plain_text(slide.title)}` too."
            collector.report("title-repeated", slide.span, message)


def normal_title(title: str) -> str:
    """Return a title as it is compared: without regard to case and spaces."""
    return " ".join(title.casefold().split())
