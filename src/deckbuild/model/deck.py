"""A deck and its slides, in the order of the source."""

from __future__ import annotations

from typing import Literal

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

from .blocks import Block
from .inlines import Inline

SlideFit = Literal["shrink", "split", "error"]
SlideRole = Literal["title", "section", "slide"]
StepWay = Literal["clicks", "slides"]
"""How build steps are shown: by clicks on one slide, or by a slide each."""


class Notes(NamedTuple):
    """One ``::: notes`` div. ``include`` names a file whose text is to be taken (transform/ does).

    ``step`` is the build step that they are for, None: all.
    """

    blocks: tuple[Block, ...]
    span: Span
    include: str | None = None
    audience: str | None = None
    step: int | None = None


class Footnote(NamedTuple):
    """A footnote of the slide it stands in, found by its references' ``label``."""

    label: str
    blocks: tuple[Block, ...]
    span: Span


class Slide(NamedTuple):
    """A slide as written: never yet split, fitted or given a layout.

    ``id`` is the author's, else made from the title; unique in the deck. ``title`` is empty for a
    slide begun by ``---``. ``subtitle`` is the text under a section's heading or the title slide's.
    ``layout`` and ``background`` are as the author wrote them, ``fit`` what is to happen when it holds too
    much (None: the deck's own), ``duration`` the time planned for it, or for a section, as written.
    ``lang`` is the language of all its text where that is not the deck's,
    ``translate`` False keeps it out of translation.
    ``has_steps`` says that its author asked for build steps, ``step_way`` how they are to be shown (None: as
    the deck says).
    """

    role: SlideRole
    id: str
    title: tuple[Inline, ...]
    span: Span
    blocks: tuple[Block, ...] = ()
    subtitle: tuple[Inline, ...] = ()
    notes: tuple[Notes, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    layout: str | None = None
    background: str | None = None
    classes: tuple[str, ...] = ()
    fit: SlideFit | None = None
    duration: str | None = None
    lang: str | None = None
    translate: bool = True
    has_steps: bool = False
    step_way: StepWay | None = None


class Deck(NamedTuple):
    """The slides of a deck, its title slide among them if it has one, and its plain-text title.

    ``written_in`` is the language in which the numbers of its charts are written, if it is not ``language``.
    """

    title: str
    slides: tuple[Slide, ...]
    language: str
    written_in: str = ""
