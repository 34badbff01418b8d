"""A deck, laid out slide by slide."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.brand import Brand
from deckbuild.diagnostics import Collector
from deckbuild.figures import Media
from deckbuild.model import Deck, plain_text
from deckbuild.template import Template

from .choose import show_content
from .context import DeckContext, SlideContext
from .laid_out import LaidOutDeck, LaidOutSlide
from .settings import LayoutSettings
from .slide import lay_out_slide
from .substitutes import report_substitutes


def lay_out_deck(
    deck: Deck,
    brand: Brand,
    template: Template,
    media: Mapping[str, Media],
    settings: LayoutSettings,
    collector: Collector,
    before: int = 0,
) -> LaidOutDeck:
    """Return the deck as it will be drawn.

    ``before`` slides stand before these in the deck, where ``deck`` has only some of its slides.

    ``deck`` has been through every transformation. ``media`` maps the source of each picture, as the model
    has it, to what was read; one that is missing has been reported and is shown as a box with its alt text.
    Reports ``font-substituted`` and what ``lay_out_slide`` reports.
    """
    context = DeckContext(deck, brand, template, media, settings, collector)
    slides: list[LaidOutSlide] = []
    anchors: dict[str, int] = {}
    sections: list[tuple[str, int]] = []
    for slide in deck.slides:
        if slide.role == "section":
            sections.append((plain_text(slide.title), len(slides)))
        anchors.setdefault(slide.id, before + len(slides))
        slides += lay_out_slide(SlideContext(context, show_content(slide)), before + len(slides) + 1)
    if settings.report_fits:
        from .report import measure_fits

        slides = [slide._replace(fits=measure_fits(slide, context)) for slide in slides]
    if slides:
        report_substitutes(context, slides[0].span)
    if context.rtl or context.mixed:
        from .direction import direct_slides

        slides = direct_slides(slides, context)
    if sections and sections[0][1] > 0:
        sections.insert(0, (deck.title, 0))
    return LaidOutDeck(
        template=template,
        slides=tuple(slides),
        media=context.used,
        anchors=anchors,
        properties=settings.properties,
        sections=tuple(sections),
        rtl=context.rtl,
        mixed=context.mixed,
    )
