"""Where slides begin, and what belongs to which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from deckbuild.diagnostics import Collector
from deckbuild.model import (
    Block,
    Footnote,
    Inline,
    LineBreak,
    Notes,
    Paragraph,
    Slide,
    SlideFit,
    SlideRole,
    plain_text,
)
from deckbuild.source import Span

from .attributes import NO_ATTRIBUTES, Attributes, find_trailing_attributes, report_attributes
from .context import Context
from .language_attributes import LANGUAGE_KEYS, read_language
from .places import Place
from .slugs import SlugMaker
from .steps import StepCounter

_KEYS = (*LANGUAGE_KEYS, "layout", "background", "fit", "duration", "steps", "audience")
_LATER = ("audience",)
_FITS: dict[str, SlideFit] = {"shrink": "shrink", "split": "split", "error": "error"}
_BREAK = re.compile(r"-{3,}$")


class Draft:
    """A slide of which more may come."""

    def __init__(self, role: SlideRole, span: Span) -> None:
        self.role = role
        self.span = span
        self.title: tuple[Inline, ...] = ()
        self.attributes: Attributes = NO_ATTRIBUTES
        self.blocks: list[Block] = []
        self.notes: list[Notes] = []
        self.footnotes: list[Footnote] = []
        self.language: tuple[str | None, bool] = (None, True)
        self.steps = StepCounter()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written on it, as after ``---``."""
        return not (self.title or self.blocks or self.notes or self.footnotes or self.attributes)


class SlideReader:
    """Gathers the slides of a deck, file after file."""

    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self.drafts: list[Draft] = []

    def read(self, context: Context, root: Iterable[Element]) -> None:
        """Read a file's blocks; what stands before its first heading goes on with the last file's slide."""
        stretch: list[Element] = []
        for element in root:
            tag = element.tag
            if tag == "h1" or tag == "h2":
                self._end_stretch(context, stretch)
                self._begin(context, element, "section" if tag == "h1" else "slide")
            elif tag == "hr" and _BREAK.match(element.get("marker", "")):
                self._end_stretch(context, stretch)
                self.drafts.append(Draft("slide", context.span(element)))
            else:
                stretch.append(element)
        self._end_stretch(context, stretch)

    def _begin(self, context: Context, heading: Element, role: SlideRole) -> None:
        """Begin a slide; one begun by ``---`` and still empty takes the heading as its title."""
        if self.drafts and self.drafts[-1].is_empty:
            self.drafts.pop()
        draft = Draft(role, context.span(heading))
        text, draft.attributes = find_trailing_attributes(heading.text or "")
        place = context.place(heading)
        if "\n" in text:
            message = "These lines are one title, since the line under them underlines them."
            context.report("title-several-lines", heading, message)
        draft.title = context.read_inlines(text, place, "title")
        draft.footnotes += context.footnotes
        context.footnotes.clear()
        if draft.attributes:
            self._check(draft.attributes, place)
            draft.language = read_language(draft.attributes, place, self.collector)
            if draft.steps.asks(draft.attributes, place, self.collector):
                draft.steps.mode = "parts"
        self.drafts.append(draft)

    def _check(self, attributes: Attributes, place: Place) -> None:
        report_attributes(attributes, "a slide", _KEYS, place, self.collector, any_class=True, any_id=True)
        for item in attributes.items:
            if item.name in _LATER:
                self.collector.report(
                    "attribute-not-yet", place.span(item.start, item.end), f"`{item.name}` has no effect yet."
                )
            elif item.name == "fit" and item.value not in _FITS:
                self.collector.report(
                    "attribute-value",
                    place.span(item.start, item.end),
                    f"`{item.value}` is no way to fit a slide.",
                    "Write `shrink`, `split` or `error`.",
                )

    def _end_stretch(self, context: Context, stretch: list[Element]) -> None:
        """Give the elements since the last heading to its slide, or to the title slide before the first."""
        if not stretch:
            return
        context.steps = self.drafts[-1].steps if self.drafts else StepCounter()
        blocks = context.read_blocks(stretch)
        if blocks or context.notes or context.footnotes:
            if not self.drafts:
                self.drafts.append(Draft("title", context.span(stretch[0])))
                self.drafts[-1].steps = context.steps
            draft = self.drafts[-1]
            draft.blocks += blocks
            draft.notes += context.notes
            draft.footnotes += context.footnotes
        context.notes.clear()
        context.footnotes.clear()
        stretch.clear()

    def finish(self) -> list[Slide]:
        """Return the slides, each with its id. Diagnostics: slide-id-duplicate, slide-empty."""
        ids = self._author_ids()
        slugs = SlugMaker({id for id in ids if id is not None})
        return [self._finish(draft, id, slugs) for draft, id in zip(self.drafts, ids, strict=True)]

    def _author_ids(self) -> list[str | None]:
        """Return the id that the author gave each slide; a second use is reported and counts for none."""
        first: dict[str, Span] = {}
        ids: list[str | None] = []
        for draft in self.drafts:
            item = draft.attributes.id
            earlier = first.get(item.value) if item else None
            if item and earlier:
                self.collector.report(
                    "slide-id-duplicate",
                    draft.span,
                    f"The slide id `{item.value}` is already that of the slide at {earlier}.",
                )
            elif item:
                first[item.value] = draft.span
            ids.append(item.value if item and not earlier else None)
        return ids

    def _finish(self, draft: Draft, id: str | None, slugs: SlugMaker) -> Slide:
        if draft.role == "slide" and draft.is_empty:
            self.collector.report("slide-empty", draft.span, "This slide has neither title nor content.")
        subtitle: tuple[Inline, ...] = ()
        blocks = draft.blocks
        if draft.role == "section":
            subtitle, blocks = _split_subtitle(blocks)
        title = plain_text(draft.title)
        return Slide(
            draft.role,
            id or slugs.make(title or ("title" if draft.role == "title" else "")),
            draft.title,
            draft.span,
            tuple(blocks),
            subtitle,
            tuple(draft.notes),
            tuple(draft.footnotes),
            draft.attributes.value("layout"),
            draft.attributes.value("background"),
            draft.attributes.classes,
            _FITS.get(draft.attributes.value("fit") or ""),
            draft.attributes.value("duration"),
            *draft.language,
            draft.steps.used,
            draft.steps.way,
        )


def _split_subtitle(blocks: list[Block]) -> tuple[tuple[Inline, ...], list[Block]]:
    """Return the paragraphs before anything else, a line each, and the other blocks."""
    subtitle: list[Inline] = []
    for number, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.step:
            return tuple(subtitle), blocks[number:]
        if subtitle:
            subtitle.append(LineBreak())
        subtitle += block.inlines
    return tuple(subtitle), []
