"""What is known of a template: its slide size, theme, layouts and placeholders, and the parts to keep.

All text properties are resolved: a placeholder's levels hold what a run in it would look like after
layout, master and the presentation's defaults have been applied (ECMA-376 Part 1, 19.3.1.36, 21.1.2.4).
"""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.named_tuple import NamedTuple
from deckbuild.units import Box


class TemplateError(ValueError):
    """A file is no template that slides can be written into; the text says why, for the author."""


class TextLevel(NamedTuple):
    """How a paragraph of one list level looks; sizes in points, lengths in EMU.

    Of ``space_before_*`` and ``space_after_*`` the percentage (a fraction of the 1.2 em line: .2 for
    20 %) or the points are set, the other is 0. ``line_spacing`` is a factor (1.0 single) or, when
    ``line_points`` is not None, replaced by exact points. ``bullet`` is "" for no bullet, the
    character otherwise ("#" for an automatic number); ``bullet_font`` and ``bullet_color`` are ""
    where they are the text's, ``bullet_size`` is a fraction of the text's size. Colours are theme
    colour names (``tx1``, ``accent1``) or RRGGBB. ``spacing`` are the points added behind each letter.
    """

    size: float
    bold: bool = False
    italic: bool = False
    font: str = "Calibri"
    color: str = "tx1"
    align: str = "l"
    margin_left: int = 0
    indent: int = 0
    bullet: str = ""
    bullet_font: str = ""
    bullet_color: str = ""
    bullet_size: float = 1.0
    space_before_points: float = 0.0
    space_before_percent: float = 0.0
    space_after_points: float = 0.0
    space_after_percent: float = 0.0
    line_spacing: float = 1.0
    line_points: float | None = None
    caps: bool = False
    spacing: float = 0.0
    margin_right: int = 0


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a layout. ``type`` is ST_PlaceholderType (``obj`` when the file gives none).

    ``insets`` are left, top, right, bottom in EMU; ``anchor`` is ST_TextAnchoringType; ``autofit`` is
    "none", "normal", "scaled" (normal, with a scale stored) or "shape"; ``levels`` has nine entries.
    ``turned`` says that its text is not horizontal. ``text`` is what stands in it: a prompt, or a footer's
    words. ``moved``: layout has given it another place than the file does. ``fill`` is the RRGGBB of a fill
    of its own, "" without one. ``odd_flow``: its lines do not wrap, stand in several columns, or keep the
    space above the first.
    """

    type: str
    index: int
    name: str
    box: Box
    levels: tuple[TextLevel, ...]
    insets: tuple[int, int, int, int] = (91440, 45720, 91440, 45720)
    anchor: str = "t"
    autofit: str = "none"
    turned: bool = False
    text: str = ""
    moved: bool = False
    fill: str = ""
    odd_flow: bool = False


class TemplateLayout(NamedTuple):
    """A slide layout: its name, ST_SlideLayoutType, part name in the package, and placeholders.

    ``color_map`` are the names and values of its own ``a:overrideClrMapping``, empty when it follows
    its master: a slide must repeat it, or PowerPoint paints links and text in the master's colours.
    ``background`` is the RRGGBB that is behind its content, of a gradient or picture about the middle.
    ``obstacles`` are the places of pictures, filled shapes and texts that layout and master draw.
    """

    name: str
    type: str
    part: str
    master: int
    placeholders: tuple[Placeholder, ...]
    color_map: tuple[tuple[str, str], ...] = ()
    background: str = "FFFFFF"
    obstacles: tuple[Box, ...] = ()


class Theme(NamedTuple):
    """A master's theme: its colours and the Latin typefaces of headings and text.

    The colours are pairs of a scheme name (``dk1`` to ``folHlink`` and the mapped ``tx1``, ``bg1``,
    ``tx2``, ``bg2``) and RRGGBB. ``name`` is the theme's own. ``bare``: the master's
    style for text outside placeholders names no typeface.
    """

    colors: tuple[tuple[str, str], ...]
    major_font: str
    minor_font: str
    name: str = ""
    bare: bool = False


class Template(NamedTuple):
    """A template, compiled: all that layout needs to know of it.

    ``digest`` is the SHA-256 of the file it came from; ``themes`` are those of the slide masters, in
    order, ``masters`` these masters' placeholders; ``notes`` are the notes master's placeholders;
    ``table_styles`` are the ids of table styles, the one for new tables first. ``base`` is the package
    to write slides into: the template without its slides and with a notes master, as a zip file. ``rtl``
    says that it is made for text from right to left: all facts are then those of its mirror image.
    """

    digest: str
    slide_size: tuple[int, int]
    notes_size: tuple[int, int]
    layouts: tuple[TemplateLayout, ...]
    themes: tuple[Theme, ...]
    notes: tuple[Placeholder, ...]
    table_styles: tuple[str, ...]
    base: bytes
    masters: tuple[tuple[Placeholder, ...], ...] = ()
    rtl: bool = False
