"""What is compared of a deck: what its slides say and show, without numbers of slides and ids of shapes.

Lengths are EMU. A digest is the SHA-256 of bytes, or of a look spelled out; it is only ever compared.
"""

from __future__ import annotations

from deckbuild.named_tuple import NamedTuple
from deckbuild.units import Box


class Run(NamedTuple):
    """Words that look alike; ``marks`` are how (``bold``, …), ``link`` where they lead ("" for nowhere)."""

    text: str
    marks: tuple[str, ...] = ()
    link: str = ""


Runs = tuple[Run, ...]


def text_of(runs: Runs) -> str:
    """Return all that runs say."""
    return "".join(run.text for run in runs)


class Paragraph(NamedTuple):
    """A paragraph; ``level`` counts from 0; ``marker`` is ``bullet``, ``number`` or ``none``."""

    runs: Runs
    level: int = 0
    marker: str = "none"

    @property
    def text(self) -> str:
        """All that it says."""
        return text_of(self.runs)


class Grid(NamedTuple):
    """Cells by row, all rows equally long.

    ``joins`` are (row, column, rows, columns) that are one; ``covered`` are the places (row, column) of cells
    that are part of one above or beside them.
    """

    rows: tuple[tuple[Runs, ...], ...] = ()
    joins: tuple[tuple[int, int, int, int], ...] = ()
    covered: frozenset[tuple[int, int]] = frozenset()


class Table(NamedTuple):
    """A table; its first row may be a header."""

    grid: Grid
    has_header: bool
    alt: str
    box: Box | None


class Picture(NamedTuple):
    """A picture; ``crop`` is what is cut off left, top, right and bottom, in thousandths of a per cent."""

    digest: str
    form: str
    alt: str
    box: Box | None
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)


class Chart(NamedTuple):
    """A chart: its kind in words, its titles by what they head, and its data as rows of categories."""

    kind: str
    titles: tuple[tuple[str, str], ...]
    data: Grid
    look: str
    alt: str
    box: Box | None


class Label(NamedTuple):
    """A shape with words in a drawing; ``form`` is its geometry's preset."""

    text: str
    form: str = ""


class Drawing(NamedTuple):
    """A group of shapes or a SmartArt graphic: its labels, and which of them are connected."""

    labels: tuple[Label, ...]
    edges: tuple[tuple[str, str], ...]
    alt: str
    box: Box | None


class Object(NamedTuple):
    """Something else that is embedded or linked: a film, a sound, a workbook, ink."""

    kind: str
    digest: str
    alt: str
    box: Box | None


class Look(NamedTuple):
    """Where a shape stands and how it is drawn; ``content`` is a digest of what it says or shows."""

    name: str
    content: str
    box: Box | None
    style: str


class Slide(NamedTuple):
    """A slide. ``identity`` is what PowerPoint gave it when it was made, "" if nothing did."""

    number: int
    title: Runs = ()
    body: tuple[Paragraph, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    charts: tuple[Chart, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    objects: tuple[Object, ...] = ()
    layout: str = ""
    language: str = ""
    is_hidden: bool = False
    clicks: int = 0
    transition: str = ""
    footers: tuple[str, ...] = ()
    background: str = ""
    looks: tuple[Look, ...] = ()
    identity: str = ""

    @property
    def name(self) -> str:
        """The title, or the first words where it has none."""
        return " ".join(text_of(self.title).split()) or next((p.text.strip() for p in self.body), "")


class Deck(NamedTuple):
    """A finished deck; ``template`` is a digest of its masters, layouts and themes."""

    size: tuple[int, int]
    slides: tuple[Slide, ...]
    template: str
