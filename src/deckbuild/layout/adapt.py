"""What text has to say itself because the template's own settings would spoil it.

Links in a theme colour that cannot be read on their ground get one that can; and text outside
placeholders names the theme's typeface where the master's style for it names none. Most templates need
neither.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.brand.colour import contrast
from deckbuild.named_tuple import NamedTuple
from deckbuild.template import Template

from .inline import restyle
from .laid_out import GroupShape, PlaceholderKey, Run, Shape, TableShape, TextParagraph, TextShape

READABLE = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""

_BODY_FONT = "+mn-lt"


class Adaptation(NamedTuple):
    """What the slides on one layout need.

    ``link`` is the colour of links on the layout's ground, ``filled`` that in placeholders with a fill of
    their own, None where the theme's can be read. ``bare``: text outside placeholders names its typeface.
    """

    link: str | None
    filled: Mapping[PlaceholderKey, str | None]
    bare: bool


def find_adaptation(template: Template, index: int, colors: tuple[str, ...]) -> Adaptation | None:
    """Return what slides on a layout need, None for nothing.

    ``colors`` are what links may be painted in, the best first.
    """
    layout = template.layouts[index]
    theme = template.themes[layout.master]
    known = dict(theme.colors)
    known |= {name: known[meant] for name, meant in layout.color_map if meant in known}
    keys = {PlaceholderKey(each.type, each.index): each for each in layout.placeholders}
    link = _link_color(known, layout.background, colors)
    filled = {
        key: _link_color(known, each.fill, (each.levels[0].color, *colors))
        for key, each in keys.items()
        if each.fill
    }
    found = Adaptation(link, filled, theme.bare)
    return found if link or any(filled.values()) or theme.bare else None


def _link_color(known: Mapping[str, str], ground: str, colors: tuple[str, ...]) -> str | None:
    """Return the first of some colours that can be read on a ground; None where the theme's own can."""
    if contrast(known.get("hlink", "0000FF"), ground) >= READABLE:
        return None
    readable = (name for name in colors if contrast(known.get(name, name), ground) >= READABLE)
    return next(readable, max(("000000", "FFFFFF"), key=lambda each: contrast(each, ground)))


def adapt_shape(shape: Shape, needs: Adaptation) -> Shape:
    """Return a shape whose text says what it has to."""
    if isinstance(shape, TextShape):
        key = shape.placeholder
        link = needs.filled.get(key, needs.link) if key else needs.link
        bare = needs.bare and key is None
        paragraphs = tuple(_adapt_paragraph(each, link, bare) for each in shape.body.paragraphs)
        return shape._replace(body=shape.body._replace(paragraphs=paragraphs))
    if isinstance(shape, TableShape):
        rows = tuple(
            row._replace(
                cells=tuple(
                    cell._replace(
                        paragraphs=tuple(
                            _adapt_paragraph(each, needs.link, needs.bare) for each in cell.paragraphs
                        )
                    )
                    for cell in row.cells
                )
            )
            for row in shape.rows
        )
        return shape._replace(rows=rows)
    if isinstance(shape, GroupShape):
        return shape._replace(shapes=tuple(adapt_shape(each, needs) for each in shape.shapes))
    return shape


def _adapt_paragraph(paragraph: TextParagraph, link: str | None, bare: bool) -> TextParagraph:
    return paragraph._replace(runs=tuple(_adapt_run(run, link, bare) for run in paragraph.runs))


def _adapt_run(run: Run, link: str | None, bare: bool) -> Run:
    style = run.style
    if link is not None and run.link is not None and style.color is None:
        style = restyle(style, color=link)
    if bare and style.font is None:
        style = restyle(style, font=_BODY_FONT)
    return run if style is run.style else run._replace(style=style)
