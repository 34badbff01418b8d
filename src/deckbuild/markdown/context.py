"""What reading one file needs at hand, and what it gathers on the way besides blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from deckbuild.diagnostics import Collector
from deckbuild.model import Block, Footnote, Inline, Notes
from deckbuild.source import SourceFile, Span

from .attributes import report_attributes
from .block_stage import Cuts, Parsed
from .inline_stage import ImageDetails, InlineStage
from .places import CutPlace, Place
from .steps import StepCounter

if TYPE_CHECKING:
    from deckbuild.model.segment import Role, Segment, Syntax

DEEPEST = 40
"""Blocks inside each other; what is deeper is read as plain paragraphs, so that no stage recurses further."""


class Context:
    """The file being read, and the notes, footnotes and build steps of the slide being read."""

    def __init__(
        self,
        source: SourceFile,
        parsed: Parsed,
        stage: InlineStage,
        readers: Mapping[str, BlockReader],
        collector: Collector,
        segments: list[Segment] | None = None,
    ) -> None:
        self.source = source
        self.segments = segments
        """What was read of the text that a reader sees, when someone asked for it."""
        self.collector = collector
        self.cuts: Mapping[Element, Cuts] = parsed.cuts
        self.references = parsed.references
        self.stage = stage
        self.readers = readers
        self.notes: list[Notes] = []
        self.footnotes: list[Footnote] = []
        self.list_depth = 0
        self.depth = 0
        self.cards = 0  # how many are open around what is read
        self.in_notes = False
        self.in_footnote = False
        self.steps = StepCounter()

    def span(self, element: Element) -> Span:
        """Return the place of an element, markup and all."""
        cuts = self.cuts[element]
        return self.source.span(cuts.start, cuts.end)

    def place(self, element: Element, shift: int = 0) -> CutPlace:
        """Return where a leaf's text was written, from offset ``shift``."""
        joint = 0 if element.tag in ("td", "th") else 1
        return CutPlace(self.source, self.cuts[element].lines, shift, joint)

    def report(self, code: str, element: Element, message: str, hint: str = "") -> None:
        """Report a problem at an element."""
        self.collector.report(code, self.span(element), message, hint)

    def note(self, role: Role, text: str, place: Place, syntax: Syntax) -> None:
        """Keep a segment, if segments are asked for. Paragraphs in lists and footnotes are those' own."""
        if self.segments is None or not text.strip():
            return
        if role == "paragraph":
            role = "footnote" if self.in_footnote else "item" if self.list_depth else role
        from deckbuild.model.segment import Segment

        self.segments.append(Segment(role, text, place.span(0, len(text)), syntax, self.in_notes))

    def read_inlines(
        self, text: str, place: Place, role: Role | None = "paragraph", syntax: Syntax = "line"
    ) -> tuple[Inline, ...]:
        """Read a text in which pictures stand in the line; without a role it is kept as no segment."""
        if self.segments is not None and role is not None:
            self.note(role, text, place, syntax)
        inlines, images, footnotes = self.stage.read(text, place, self.collector, self.references)
        if images:
            self.report_inline_images(images, place)
        if footnotes:
            self.footnotes += footnotes
        return inlines

    def read_inlines_and_images(
        self, text: str, place: Place
    ) -> tuple[tuple[Inline, ...], list[ImageDetails]]:
        """Read a text, leaving what its pictures say to the caller, and what segments it has."""
        inlines, images, footnotes = self.stage.read(text, place, self.collector, self.references)
        self.footnotes += footnotes
        return inlines, images

    def report_inline_images(self, images: Iterable[ImageDetails], place: Place) -> None:
        """Report what a picture within a line cannot have: attribute-unknown, picture-caption-inline."""
        for details in images:
            report_attributes(
                details.attributes, "a picture within a line", ("width",), place, self.collector
            )
            if details.title:
                start = details.title_start
                self.collector.report(
                    "picture-caption-inline",
                    place.span(start, start + len(details.title)),
                    "A picture within a line of text shows no caption.",
                )

    def read_leaf(self, element: Element, role: Role, syntax: Syntax) -> tuple[Inline, ...]:
        """Read the text of a leaf."""
        return self.read_inlines(element.text or "", self.place(element), role, syntax)

    def read_blocks(self, elements: Iterable[Element]) -> tuple[Block, ...]:
        """Read elements in order; notes and footnotes among them are gathered, not returned."""
        blocks: list[Block] = []
        if self.depth >= DEEPEST:
            self._read_flat(elements, blocks)
            return tuple(blocks)
        self.depth += 1
        siblings = list(elements)
        position = 0
        while position < len(siblings):
            reader = self.readers[siblings[position].tag]
            position += reader(self, siblings, position, blocks)
        self.depth -= 1
        return tuple(blocks)

    def _read_flat(self, elements: Iterable[Element], blocks: list[Block]) -> None:
        for outer in elements:
            self.report(
                "nesting-too-deep", outer, f"Blocks are nested more than {DEEPEST} deep; here they are flat."
            )
            for element in outer.iter():
                if element.text and element.tag != "comment":
                    self.readers["p"](self, [element], 0, blocks)


BlockReader = Callable[[Context, list[Element], int, list[Block]], int]
"""Reads the element at a position among its siblings into the list of blocks; returns how many it took."""
