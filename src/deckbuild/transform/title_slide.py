"""The title slide, made from the deck's settings."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.diagnostics import Collector
from deckbuild.late import late
from deckbuild.link_target import is_unsafe
from deckbuild.markdown import read_inlines
from deckbuild.model import Block, Deck, Inline, Link, Paragraph, Slide, Text, plain_text
from deckbuild.project import DeckSettings
from deckbuild.source import Span

_show_date = late("deckbuild.project.dates", "show_date")

TITLE_ID = "title"
"""The id of the title slide, unless one of the deck's slides has it."""


def make_deck(
    name: str, settings: DeckSettings, slides: Sequence[Slide], span: Span, collector: Collector
) -> Deck:
    """Put the slides read from the sources behind the title slide that the settings ask for.

    What stood before the first heading (a leading slide of the role "title") goes on the title slide;
    without a title in the settings it makes a slide of its own. The deck's title is the settings', else
    that of the first slide that has one, else ``name``.
    """
    leading, rest = (slides[0], slides[1:]) if slides and slides[0].role == "title" else (None, slides)
    if settings.title:
        taken = {slide.id for slide in rest}
        slide_id = TITLE_ID if TITLE_ID not in taken else f"{TITLE_ID}-slide"
        first = _title_slide(slide_id, settings, span, collector)
        if leading:
            blocks, notes = first.blocks + leading.blocks, leading.notes
            first = first._replace(blocks=blocks, notes=notes, footnotes=leading.footnotes)
        return Deck(plain_text(first.title), (first, *rest), settings.language)
    every = (leading._replace(role="slide"), *rest) if leading else tuple(rest)
    titles = (plain_text(slide.title) for slide in every)
    return Deck(next(filter(None, titles), name), every, settings.language)


def _title_slide(slide_id: str, settings: DeckSettings, span: Span, collector: Collector) -> Slide:
    texts = settings.author, _show_date(settings.date, settings.language) if settings.date else ""
    lines: list[tuple[Inline, ...]] = [(Text(text),) for text in texts if text]
    if settings.website:
        shown = settings.website.split("://", 1)[-1].rstrip("/")
        target = settings.website if "://" in settings.website else f"https://{settings.website}"
        if is_unsafe(target):
            message = f"A link to `{target[:40]}` is not written; its text is kept."
            collector.report("link-unsafe", span, message)
            lines.append((Text(shown),))
        else:
            lines.append((Link(target, (Text(shown),), span),))
    blocks: tuple[Block, ...] = tuple(Paragraph(line, span) for line in lines)
    return Slide(
        role="title",
        id=slide_id,
        title=read_inlines(settings.title, span, collector),
        subtitle=read_inlines(settings.subtitle, span, collector),
        span=span,
        blocks=blocks,
    )
