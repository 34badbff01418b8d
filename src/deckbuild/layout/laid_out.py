"""The deck as it will be drawn: every size, position and split decided.

``pptx/`` spells these values out and ``preview/`` draws them; neither decides anything. All lengths
are EMU; font sizes are points; percentages are fractions of 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from deckbuild.figures import Media
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span
from deckbuild.template import Template
from deckbuild.units import Box

if TYPE_CHECKING:
    from deckbuild.figures.chart import Chart
    from deckbuild.figures.math.tree import Node

    from .chart_look import ChartLook

Align = Literal["l", "ctr", "r", "just"]
Anchor = Literal["t", "ctr", "b"]
Field = Literal["slidenum", "datetime"]

Geometry = Literal[
    "rect", "roundRect", "line", "ellipse", "diamond", "cloud", "homePlate", "trapezoid",
    "foldedCorner", "snip1Rect", "round2SameRect", "mathMultiply", "flowChartPredefinedProcess",
    "flowChartPreparation", "flowChartManualOperation", "flowChartDocument",
    "cylinder", "lean-right", "lean-left", "lifeline", "loop", "bar",
]  # fmt: skip
"""Outlines of shapes (ST_ShapeType, ECMA-376 Part 1, 20.1.10.56); those of the last line are our own."""

Share = tuple[float, float]
"""A place in a shape, as shares of its width and height."""

Head = Literal["none", "triangle", "arrow", "oval", "stealth", "diamond"]
"""The end of a line (ST_LineEndType)."""

INVISIBLE = "none"
"""The colour of text that takes its place and is not seen."""
BREAK = "\v"
"""The text of a run that is a line break (``a:br``)."""
FORMULA = "\ufffc"
"""The text of a run that is a formula."""


class RunStyle(NamedTuple):
    """What a run sets against the paragraph it stands in; None and False inherit.

    ``baseline`` is the rise as a fraction of the size (superscript .3, subscript -.25). ``color`` and
    ``highlight`` are theme colour names or RRGGBB. ``font`` is a typeface or ``+mj-lt``, ``+mn-lt``.
    ``lang`` is a BCP 47 tag and always set on runs that are written.
    """

    lang: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    baseline: float = 0.0
    size: float | None = None
    color: str | None = None
    font: str | None = None
    highlight: str | None = None


class Hyperlink(NamedTuple):
    """Where a run or picture leads: a URL, or the id of a slide of this deck."""

    url: str | None = None
    slide_id: str | None = None
    tooltip: str = ""


class LaidOutFormula(NamedTuple):
    """A formula: what it is made of, its text, whether it has the line to itself, and its size in em."""

    tree: Node
    plain: str
    display: bool
    width: float
    height: float


class Run(NamedTuple):
    """Text in one style; ``text`` is ``BREAK`` for a line break. A field's text is what it shows now.

    An empty text gives its style to the end of the paragraph, and so to a paragraph without any text.
    """

    text: str
    style: RunStyle
    link: Hyperlink | None = None
    field: Field | None = None
    formula: LaidOutFormula | None = None


class Bullet(NamedTuple):
    """A bullet set on a paragraph.

    Either a ``character``, or an automatic number's ``scheme`` (ST_TextAutonumberScheme) from ``start``;
    both empty: none. ``size`` is a fraction of the text's, None inherits.
    """

    character: str = ""
    scheme: str = ""
    start: int = 1
    font: str | None = None
    color: str | None = None
    size: float | None = None


class TextParagraph(NamedTuple):
    """A paragraph in a text body; None inherits what the placeholder's ``level`` (0 to 8) says.

    ``space_before`` and ``space_after`` are points, ``line_spacing`` a factor of the single line. ``rtl`` is
    whether it is read from right to left, where that is decided. ``step`` is the build step it
    appears in (0: with its shape).
    """

    runs: tuple[Run, ...]
    level: int = 0
    bullet: Bullet | None = None
    align: Align | None = None
    margin_left: int | None = None
    indent: int | None = None
    space_before: float | None = None
    space_after: float | None = None
    line_spacing: float | None = None
    rtl: bool | None = None
    step: int = 0


class TextBody(NamedTuple):
    """Paragraphs and how they sit in their box; None inherits.

    ``font_scale`` and ``line_reduction`` are what ``a:normAutofit`` stores, as fractions (.9, .1); 1
    and 0: not shrunk. ``autofit`` None inherits the placeholder's own, "none" and "normal" say so.
    ``plain`` says that lines wrap, in one column, without space above the first.
    """

    paragraphs: tuple[TextParagraph, ...]
    font_scale: float = 1.0
    line_reduction: float = 0.0
    autofit: Literal["none", "normal"] | None = None
    anchor: Anchor | None = None
    insets: tuple[int, int, int, int] | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class PlaceholderKey:
    """Which of the layout's placeholders a shape fills: its ST_PlaceholderType and index there."""

    type: str
    index: int


class Line(NamedTuple):
    """An outline: colour, width in EMU, how it is dashed (ST_PresetLineDashVal), what ends an open one."""

    color: str
    width: int
    dash: Literal["solid", "dash", "sysDot", "sysDash"] = "solid"
    head: Head = "none"
    tail: Head = "none"


class TextShape(NamedTuple):
    """A text box or filled text placeholder. ``box`` None inherits the placeholder's place.

    ``geometry`` is ST_ShapeType, ``adjust`` its adjust values; ``fill`` a colour or None. ``link`` is where
    a click on the shape leads. ``key`` is how connectors of the slide refer to it, ``step`` the build step
    it appears in (0: at once). ``sites`` are places where connectors are glued, of a ``lifeline`` or ``bar``.
    ``flipped`` says that its outline is mirrored left to right.
    """

    name: str
    body: TextBody
    box: Box | None = None
    placeholder: PlaceholderKey | None = None
    geometry: Geometry = "rect"
    fill: str | None = None
    line: Line | None = None
    alt: str = ""
    decorative: bool = False
    adjust: tuple[tuple[str, int], ...] = ()
    link: Hyperlink | None = None
    key: str = ""
    step: int = 0
    sites: tuple[Share, ...] = ()
    flipped: bool = False


class PictureShape(NamedTuple):
    """A picture. ``crop`` is what is cut off left, top, right and bottom as fractions of the picture.

    ``media`` is a key of ``LaidOutDeck.media``. ``alt`` is the author's text. ``fill`` shows through where
    the picture is transparent; ``rounded`` rounds its corners.
    """

    name: str
    media: str
    box: Box
    placeholder: PlaceholderKey | None = None
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    alt: str = ""
    decorative: bool = False
    link: Hyperlink | None = None
    fill: str | None = None
    line: Line | None = None
    rounded: bool = False
    step: int = 0


class LaidOutCell(NamedTuple):
    """A cell of a table.

    A cell that a joined one covers has ``covered_by`` set to "row" (hMerge), "column" (vMerge) or "both",
    and an empty body.
    """

    paragraphs: tuple[TextParagraph, ...]
    row_span: int = 1
    column_span: int = 1
    covered_by: Literal["row", "column", "both"] | None = None
    anchor: Anchor | None = None
    insets: tuple[int, int, int, int] | None = None
    fill: str | None = None


class LaidOutRow(NamedTuple):
    """A row of a table and the height PowerPoint will draw it at."""

    height: int
    cells: tuple[LaidOutCell, ...]


class TableShape(NamedTuple):
    """A table (``p:graphicFrame``); ``style`` is the id of a table style, None for the template's default."""

    name: str
    box: Box
    columns: tuple[int, ...]
    rows: tuple[LaidOutRow, ...]
    placeholder: PlaceholderKey | None = None
    style: str | None = None
    first_row: bool = True
    first_column: bool = False
    banded_rows: bool = True
    rtl: bool = False
    alt: str = ""
    step: int = 0


class ChartShape(NamedTuple):
    """A chart (``p:graphicFrame``): what it says and how that is drawn."""

    name: str
    box: Box
    chart: Chart
    look: ChartLook
    placeholder: PlaceholderKey | None = None
    alt: str = ""
    step: int = 0


class Glue(NamedTuple):
    """What an end of a connector is glued to: a shape's ``key`` and the index of its connection site."""

    key: str
    site: int


class ConnectorShape(NamedTuple):
    """A connector along ``points``: two for a straight line, else horizontal and vertical by turns.

    A route of more than two points has at most six: PowerPoint knows connectors of one to four bends.
    ``start`` and ``end`` are None for an end that is glued to nothing.
    """

    name: str
    points: tuple[tuple[int, int], ...]
    line: Line
    start: Glue | None = None
    end: Glue | None = None
    head: Head = "none"
    tail: Head = "triangle"
    alt: str = ""
    step: int = 0

    @property
    def box(self) -> Box:
        """The place that the route takes."""
        left, right = min(x for x, _ in self.points), max(x for x, _ in self.points)
        top, bottom = min(y for _, y in self.points), max(y for _, y in self.points)
        return Box(left, top, right - left, bottom - top)

    @property
    def placeholder(self) -> None:
        """A connector fills no placeholder."""


class GroupShape(NamedTuple):
    """Shapes in a group, which has a place of its own (``p:grpSp``); their boxes are the slide's."""

    name: str
    box: Box
    shapes: tuple[Shape, ...]
    alt: str = ""
    key: str = ""
    step: int = 0

    @property
    def placeholder(self) -> None:
        """A group fills no placeholder."""


Shape = TextShape | PictureShape | TableShape | ChartShape | ConnectorShape | GroupShape


class LaidOutNotes(NamedTuple):
    """A notes page: the body's text, in the notes master's body placeholder."""

    body: TextBody
    language: str


class BoxFit(NamedTuple):
    """How full a box is: the height in EMU that its content uses, and the room there is without insets.

    ``font_scale`` and ``line_reduction`` are as in ``TextBody``; ``type_size`` is the smallest type painted,
    in points.
    """

    name: str
    used: int
    room: int
    font_scale: float = 1.0
    line_reduction: float = 0.0
    type_size: float = 0.0


class LaidOutSlide(NamedTuple):
    """A slide: its shapes in reading order (which is the drawing order).

    ``layout`` is an index into ``Template.layouts``. ``title`` is its plain title (also of a slide
    without a title placeholder), ``anchor`` its id for links (empty for a continuation),
    ``background`` a key of the media, stretched over the slide after ``background_crop`` (left, top,
    right, bottom, as fractions) is cut off. ``fits`` is empty unless a report of them was asked for.
    ``steps`` are the build steps in which its parts appear by clicks, in order; none: all is there at once.
    """

    anchor: str
    title: str
    layout: int
    shapes: tuple[Shape, ...]
    span: Span
    notes: LaidOutNotes | None = None
    background: str | None = None
    background_crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    fits: tuple[BoxFit, ...] = ()
    steps: tuple[int, ...] = ()


class Properties(NamedTuple):
    """Core properties of the package (ECMA-376 Part 2, 11); empty ones are left out.

    ``created`` is an ISO 8601 date the author gave, never the clock's.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    description: str = ""
    language: str = ""
    company: str = ""
    created: str = ""


class LaidOutDeck(NamedTuple):
    """All slides, with what they refer to.

    ``media`` maps a key (as in ``PictureShape.media``) to what is to be stored. ``anchors`` maps
    slide ids to indexes of ``slides``. ``sections`` are names and the index of their first slide.
    ``mixed`` says that some text is in a language of the other direction.
    """

    template: Template
    slides: tuple[LaidOutSlide, ...]
    media: dict[str, Media]
    anchors: dict[str, int]
    properties: Properties
    sections: tuple[tuple[str, int], ...] = ()
    rtl: bool = False
    mixed: bool = False
