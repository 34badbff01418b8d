"""Markdown in, the laid-out deck out: what the tests of layout look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from deckbuild.brand import Brand, load_brand
from deckbuild.diagnostics import Collector
from deckbuild.figures import Media
from deckbuild.layout import LaidOutDeck, LayoutSettings, lay_out_deck
from deckbuild.layout.laid_out import LaidOutSlide, PictureShape, Shape, TableShape, TextParagraph, TextShape
from deckbuild.markdown import read_slides
from deckbuild.project import DeckSettings
from deckbuild.source import SourceFile, Span
from deckbuild.template import Template, open_template
from deckbuild.transform import make_deck, transform_deck
from deckbuild.units import EMU_PER_PIXEL, Box
from deckbuild.workspace import MemoryWorkspace

FOOTERS = ("ftr", "sldNum", "dt")


@cache
def branding() -> tuple[Brand, Template]:
    """Return the built-in brand and its template."""
    workspace = MemoryWorkspace({})
    brand = load_brand("alderwick", Span("test"), workspace, Collector())
    assert brand is not None
    return brand, open_template(brand.template, workspace)


def media(pixels: tuple[int, int], name: str = "picture") -> Media:
    """Return a picture of so many pixels, as read from a file without a resolution."""
    return Media(name, "png", b"", pixels[0] * EMU_PER_PIXEL, pixels[1] * EMU_PER_PIXEL)


@dataclass(frozen=True)
class Laid:
    """A laid-out deck, and the codes of what was reported."""

    deck: LaidOutDeck
    codes: tuple[str, ...]

    @property
    def slide(self) -> LaidOutSlide:
        """The only slide."""
        (slide,) = self.deck.slides
        return slide


def lay_out(
    markdown: str,
    pictures: Mapping[str, tuple[int, int]] | None = None,
    settings: LayoutSettings | None = None,
    **deck_settings: str,
) -> Laid:
    """Lay out Markdown with the built-in brand; ``pictures`` are sizes in pixels by source."""
    collector = Collector()
    source = SourceFile("deck.md", markdown)
    slides = read_slides([source], collector)
    deck = make_deck("deck", DeckSettings(**deck_settings), slides, source.span(0), collector)  # type: ignore[arg-type]
    deck = transform_deck(deck, MemoryWorkspace({}), "", collector)
    shown = {name: media(pixels, name) for name, pixels in (pictures or {}).items()}
    laid_out = lay_out_deck(deck, *branding(), shown, settings or LayoutSettings(), collector)
    return Laid(laid_out, tuple(diagnostic.code for diagnostic in collector.sorted()))


def layout_name(slide: LaidOutSlide) -> str:
    """Return the name of a slide's layout."""
    return branding()[1].layouts[slide.layout].name


def box_of(shape: Shape, slide: LaidOutSlide) -> Box:
    """Return where a shape stands, its placeholder's place if it has none of its own."""
    if shape.box is not None:
        return shape.box
    assert isinstance(shape, TextShape)
    assert shape.placeholder is not None
    placeholders = branding()[1].layouts[slide.layout].placeholders
    key = (shape.placeholder.type, shape.placeholder.index)
    return next(found.box for found in placeholders if (found.type, found.index) == key)


def contents(slide: LaidOutSlide) -> list[Shape]:
    """Return all shapes but footers."""
    return [
        shape
        for shape in slide.shapes
        if not (shape.placeholder is not None and shape.placeholder.type in FOOTERS)
    ]


def shapes(slide: LaidOutSlide, kind: str) -> list[Shape]:
    """Return the shapes in placeholders of a type, or the text boxes of a name."""
    return [
        shape
        for shape in slide.shapes
        if (shape.placeholder.type == kind if shape.placeholder else shape.name == kind)
    ]


def body(slide: LaidOutSlide, kind: str = "obj") -> TextShape:
    """Return the only text of a kind."""
    (shape,) = shapes(slide, kind)
    assert isinstance(shape, TextShape)
    return shape


def picture(slide: LaidOutSlide) -> PictureShape:
    """Return the only picture."""
    (shape,) = (shape for shape in slide.shapes if isinstance(shape, PictureShape))
    return shape


def table(slide: LaidOutSlide) -> TableShape:
    """Return the only table."""
    (shape,) = (shape for shape in slide.shapes if isinstance(shape, TableShape))
    return shape


def text_of(paragraphs: Sequence[TextParagraph]) -> list[str]:
    """Return the text of each paragraph."""
    return ["".join(run.text for run in paragraph.runs) for paragraph in paragraphs]


def rows_of(shape: TableShape) -> list[list[str]]:
    """Return the text of each cell of each row; of a covered one its direction in brackets."""
    return [
        [
            f"[{cell.covered_by}]" if cell.covered_by else " ".join(text_of(cell.paragraphs))
            for cell in row.cells
        ]
        for row in shape.rows
    ]


def paragraphs_of(shape: Shape) -> Iterator[TextParagraph]:
    """Yield all paragraphs of a shape."""
    if isinstance(shape, TextShape):
        yield from shape.body.paragraphs
    elif isinstance(shape, TableShape):
        for row in shape.rows:
            for cell in row.cells:
                yield from cell.paragraphs
