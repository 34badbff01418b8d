"""What is known of a finished deck: shapes in reading order, with all that they inherit resolved.

Lengths are EMU, sizes points, colours RRGGBB; None stands for a colour that cannot be told.
"""

from __future__ import annotations

from typing import Literal

from deckbuild.named_tuple import NamedTuple
from deckbuild.template import TextLevel, Theme
from deckbuild.units import Box

Kind = Literal["text", "table", "picture", "frame", "panel", "connector"]
FURNITURE = frozenset(("dt", "ftr", "sldNum", "hdr"))
TITLES = frozenset(("title", "ctrTitle"))


class Allowed(NamedTuple):
    """Typefaces (in lower case) and colours that are no foreign ones, besides the theme's."""

    fonts: frozenset[str] = frozenset()
    colors: frozenset[str] = frozenset()


class Wanted(NamedTuple):
    """What is asked of a deck from outside: ``notes`` on every slide, ``seconds`` to speak (0: any)."""

    notes: bool = False
    seconds: int = 0


class TextRun(NamedTuple):
    """A run: what it looks like, and what it says itself.

    ``font`` is the typeface, ``own_font`` and ``own_color`` what is written on the run ("" for nothing).
    ``link`` is the relationship's target, None without a link. ``is_field`` is a number or date.
    """

    text: str
    size: float
    color: str | None
    font: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    raised: bool = False
    marked: bool = False
    language: str = ""
    own_font: str = ""
    own_color: str = ""
    link: str | None = None
    is_field: bool = False


class TextParagraph(NamedTuple):
    """A paragraph, and how its level looks."""

    runs: tuple[TextRun, ...]
    level: TextLevel

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(run.text for run in self.runs)


class Body(NamedTuple):
    """The text of a shape or cell; ``scale`` and ``reduction`` are what autofit has stored."""

    paragraphs: tuple[TextParagraph, ...]
    insets: tuple[int, int, int, int] = (91440, 45720, 91440, 45720)
    anchor: str = "t"
    autofit: str = "none"
    scale: float = 1.0
    reduction: float = 0.0
    wraps: bool = True
    is_turned: bool = False

    @property
    def text(self) -> str:
        """All that it says, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Cell(NamedTuple):
    """A cell of a table, its place, the colour it is filled with, and how many rows it joins."""

    body: Body
    row: int
    box: Box
    fill: str | None
    rows: int = 1


class Grid(NamedTuple):
    """A table's cells (those that are joined away left out); ``height`` is the least its rows can have."""

    cells: tuple[Cell, ...]
    has_header: bool
    height: int


class Pixels(NamedTuple):
    """What is stored of a picture: its bytes, and the pixels of what is shown (0: a vector, or unknown)."""

    size: int
    width: int
    height: int


class Shape(NamedTuple):
    """A shape as it stands on the slide.

    ``role`` is the type of the placeholder it fills ("" for none), ``drawing`` the number of the group it is
    part of (0: none). ``fill`` is None for no fill; ``is_opaque`` tells that it hides what is behind it,
    whatever its colour. ``colors`` are the RRGGBB written in it.
    """

    name: str
    kind: Kind
    box: Box
    role: str = ""
    body: Body | None = None
    grid: Grid | None = None
    pixels: Pixels | None = None
    alt: str = ""
    is_decorative: bool = False
    drawing: int = 0
    drawing_alt: str = ""
    fill: str | None = None
    is_opaque: bool = False
    is_turned: bool = False
    colors: tuple[str, ...] = ()
    link: str | None = None

    @property
    def text(self) -> str:
        """All that it says."""
        return self.body.text if self.body else ""


class Ground(NamedTuple):
    """Something of layout or master behind the slide's shapes; its colour None cannot be told."""

    box: Box
    color: str | None


class FinishedSlide(NamedTuple):
    """A slide: its shapes in reading order, which is the order they are drawn in.

    ``notes`` has a line for each paragraph.
    """

    number: int
    title: str
    shapes: tuple[Shape, ...]
    background: str | None
    grounds: tuple[Ground, ...]
    theme: Theme
    notes: str = ""


class Finished(NamedTuple):
    """A finished deck. ``fonts`` and ``colors`` are those that its layouts and masters are drawn in."""

    size: tuple[int, int]
    slides: tuple[FinishedSlide, ...]
    fonts: frozenset[str]
    colors: frozenset[str]
