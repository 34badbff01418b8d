"""What stands on a slide or in its notes, block by block, in CommonMark's and pandoc's terms.

``step`` is the build step in which a block appears, 0: from the start. What stands in a block has at least
its step.
"""

from __future__ import annotations

from typing import Literal

from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

from .inlines import Inline

Align = Literal["left", "center", "right"]
NumberStyle = Literal["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]
Delimiter = Literal[".", ")", "()"]
Fit = Literal["contain", "cover"]
FigureKind = Literal["chart", "diagram", "math"]


class Paragraph(NamedTuple):
    """A paragraph of text."""

    inlines: tuple[Inline, ...]
    span: Span
    step: int = 0


class Heading(NamedTuple):
    """A heading inside a slide or its notes, ``level`` as written (1 to 6)."""

    level: int
    inlines: tuple[Inline, ...]
    span: Span
    step: int = 0


class ListItem(NamedTuple):
    """An item of a list. ``checked`` is None unless it is a task (``- [ ]``, ``- [x]``)."""

    blocks: tuple[Block, ...]
    span: Span
    checked: bool | None = None
    step: int = 0


class List(NamedTuple):
    """A bullet list (``number`` None) or an ordered one, beginning at ``start``."""

    items: tuple[ListItem, ...]
    span: Span
    number: NumberStyle | None = None
    start: int = 1
    delimiter: Delimiter = "."
    tight: bool = True
    step: int = 0


class Definition(NamedTuple):
    """A term with its definitions, each a sequence of blocks."""

    term: tuple[Inline, ...]
    definitions: tuple[tuple[Block, ...], ...]
    span: Span


class DefinitionList(NamedTuple):
    """A definition list."""

    items: tuple[Definition, ...]
    span: Span
    step: int = 0


class Quotation(NamedTuple):
    """A block quotation; ``attribution`` is its last paragraph's text after a leading dash, if it has one."""

    blocks: tuple[Block, ...]
    span: Span
    attribution: tuple[Inline, ...] = ()
    step: int = 0


class Picture(NamedTuple):
    """A picture standing for itself.

    ``source`` is the path or URL as written; ``alt`` its text for those who cannot see it; ``caption``
    and ``credit`` (the source line, ``source="…"``) stand under it. ``width`` is as written
    (``40%`` of the space there is, or a length such as ``8cm``, ``3in``, ``200px``). ``widths`` are those of
    the columns when the source is a CSV file, of which ``transform`` makes a table. A source may be a video
    or sound; ``poster`` is then the picture shown before it plays. One that begins with ``qr:`` is the code
    of the link behind it.
    """

    source: str
    alt: str
    span: Span
    caption: tuple[Inline, ...] = ()
    credit: tuple[Inline, ...] = ()
    width: str | None = None
    height: str | None = None
    fit: Fit = "contain"
    link: str | None = None
    widths: tuple[float, ...] = ()
    poster: str | None = None
    step: int = 0


class Pictures(NamedTuple):
    """Pictures of one paragraph, beside each other."""

    pictures: tuple[Picture, ...]
    span: Span
    step: int = 0


class TableCell(NamedTuple):
    """A cell and how many rows and columns it joins (1 and 1: none)."""

    inlines: tuple[Inline, ...]
    span: Span
    row_span: int = 1
    column_span: int = 1


class Table(NamedTuple):
    """A table: ``rows`` all have ``len(alignments)`` places, None where a joined cell covers it.

    The first ``head_rows`` rows are the header. ``widths`` are the author's relative column widths.
    """

    rows: tuple[tuple[TableCell | None, ...], ...]
    alignments: tuple[Align | None, ...]
    span: Span
    head_rows: int = 1
    widths: tuple[float, ...] = ()
    caption: tuple[Inline, ...] = ()
    credit: tuple[Inline, ...] = ()
    step: int = 0


class CodeBlock(NamedTuple):
    """Code, literal. ``highlighted`` are line numbers counted from ``first_line``.

    ``transform`` reads the text of code in a ``file``: from ``first_line`` to ``last_line``, or its
    ``region``.
    """

    text: str
    span: Span
    language: str | None = None
    title: str | None = None
    highlighted: tuple[int, ...] = ()
    first_line: int = 1
    numbered: bool = False
    file: str | None = None
    last_line: int | None = None
    region: str | None = None
    step: int = 0


class Figure(NamedTuple):
    """A figure written as text: a chart, a diagram or a displayed formula, not yet understood.

    ``text`` is what stands in the fence or the file; ``places`` has the span of each of its lines, so that
    a problem in it is reported where it stands. ``options`` are the attributes of its fence or picture by
    key. ``file`` is the path as written when the text is a file's (``![alt](figure.mmd)``). ``words`` are
    texts that it shows and what it shows in their stead: its translation (``figures/texts.py``).
    """

    kind: FigureKind
    text: str
    span: Span
    places: tuple[Span, ...]
    options: tuple[tuple[str, str], ...] = ()
    alt: str = ""
    caption: tuple[Inline, ...] = ()
    credit: tuple[Inline, ...] = ()
    width: str | None = None
    file: str | None = None
    words: tuple[tuple[str, str], ...] = ()
    step: int = 0


class Column(NamedTuple):
    """A column; ``width`` as a share of 1, None when the author gave none."""

    blocks: tuple[Block, ...]
    span: Span
    width: float | None = None
    step: int = 0


class Columns(NamedTuple):
    """Columns beside each other (``::: columns``)."""

    columns: tuple[Column, ...]
    span: Span
    step: int = 0


class Card(NamedTuple):
    """A card: a heading and what stands under it."""

    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    span: Span
    step: int = 0


class Cards(NamedTuple):
    """Cards in a grid (``::: cards``), one for each heading in the div."""

    cards: tuple[Card, ...]
    span: Span
    step: int = 0


class Agenda(NamedTuple):
    """The place of the agenda (``::: toc``), which is made from the deck's sections.

    ``depth`` 1 lists the sections, 2 also the titles of their slides.
    """

    span: Span
    depth: int = 1
    step: int = 0


class Lab(NamedTuple):
    """An exercise (``::: lab``) and how long it takes, as the author words it."""

    blocks: tuple[Block, ...]
    span: Span
    duration: str | None = None
    step: int = 0


class Passage(NamedTuple):
    """Blocks in a language of their own (``::: {lang=ar}``), or not to be translated (``translate=no``).

    ``transform`` puts its blocks in its place, with their language on all of their text.
    """

    blocks: tuple[Block, ...]
    span: Span
    lang: str | None = None
    translate: bool = True
    step: int = 0


class ThematicBreak(NamedTuple):
    """A rule across the text (``***``)."""

    span: Span
    step: int = 0


Block = (
    Paragraph
    | Heading
    | List
    | DefinitionList
    | Quotation
    | Picture
    | Pictures
    | Table
    | CodeBlock
    | Figure
    | Columns
    | Cards
    | Agenda
    | Lab
    | Passage
    | ThematicBreak
)
