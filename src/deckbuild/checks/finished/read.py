"""Opening a finished deck, whoever made it: its slides with all that they inherit resolved."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from deckbuild.named_tuple import NamedTuple
from deckbuild.template import TemplateError, Theme
from deckbuild.template.backdrop import background_color, drawn_box, drawn_shapes, fill_color
from deckbuild.template.drawing import A, find
from deckbuild.template.placeholders import placeholder_elements, placeholder_role
from deckbuild.template.theme import read_theme

from .facts import TITLES, Finished, FinishedSlide, Ground
from .shapes import SlideSources, read_shapes

if TYPE_CHECKING:
    from lxml.etree import _Element

_LATIN = re.compile(r'<a:latin\b[^>]*typeface="([^"+][^"]*)"')
_RGB = re.compile(r'<a:srgbClr val="([0-9A-Fa-f]{6})"')


class _Master(NamedTuple):
    """A slide master: its theme, colour map and placeholders by type."""

    root: _Element
    theme: Theme
    theme_root: _Element
    placeholders: Mapping[str, _Element]


def read_finished(data: bytes) -> Finished:
    """Read a .pptx; raises TemplateError, whose text says what is wrong with the file."""
    from pptx import Presentation

    from deckbuild.template.compile import as_presentation

    package = as_presentation(data)
    try:
        return _read(Presentation(io.BytesIO(package)))
    except TemplateError:
        raise
    except Exception as error:  # python-pptx and lxml raise many kinds for a package that is not sound
        what = f"{type(error).__name__}: {str(error)[:120]}"
        raise TemplateError(f"parts of it are missing or broken ({what})") from error


def _read(presentation: Any) -> Finished:
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    root = presentation.part._element
    size = int(presentation.slide_width or 9144000), int(presentation.slide_height or 6858000)
    try:
        table_styles = _parse(presentation.part.part_related_by(RT.TABLE_STYLES).blob)
    except KeyError:
        table_styles = None
    styles = {} if table_styles is None else {str(each.get("styleId")): each for each in table_styles}
    masters: dict[str, _Master] = {}
    slides = []
    for number, slide in enumerate(presentation.slides, 1):
        master = _master(slide.slide_layout.slide_master, masters, RT.THEME)
        slides.append(_read_slide(slide, number, master, find(root, "defaultTextStyle"), size, styles))
    drawn = [part for master in presentation.slide_masters for part in (master, *master.slide_layouts)]
    texts = [_spell(each.element) for each in drawn]
    return Finished(
        size,
        tuple(slides),
        frozenset(name.casefold() for text in texts for name in _LATIN.findall(text)),
        frozenset(color.upper() for text in texts for color in _RGB.findall(text)),
    )


def _parse(blob: bytes) -> _Element:
    from lxml import etree

    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _spell(element: Any) -> str:
    from lxml import etree

    return etree.tostring(element, encoding="unicode")


def _master(master: Any, known: dict[str, _Master], theme_type: str) -> _Master:
    name = str(master.part.partname)
    if name not in known:
        theme_root = _parse(master.part.part_related_by(theme_type).blob)
        theme = read_theme(theme_root, _attributes(find(master.element, "clrMap")))
        shapes = {
            placeholder_role(ph.get("type", "obj")): s for s, ph in placeholder_elements(master.element)
        }
        known[name] = _Master(master.element, theme, theme_root, shapes)
    return known[name]


def _attributes(element: _Element | None) -> dict[str, str]:
    return {} if element is None else {str(name): str(value) for name, value in element.attrib.items()}


def _read_slide(
    slide: Any,
    number: int,
    master: _Master,
    default_style: _Element | None,
    size: tuple[int, int],
    table_styles: Mapping[str, _Element],
) -> FinishedSlide:
    layout = slide.slide_layout
    override = _override(slide.element) or _override(layout.element)
    sources = SlideSources(
        part=slide.part,
        theme=master.theme,
        theme_root=master.theme_root,
        override=override,
        layout=tuple(placeholder_elements(layout.element)),
        masters=master.placeholders,
        text_styles=find(master.root, "txStyles"),
        default_style=default_style,
        table_styles=table_styles,
    )
    shapes = tuple(read_shapes(slide.element, sources))
    colors = dict(master.theme.colors)
    parts = [slide.part, layout.part, layout.slide_master.part]
    background = background_color(parts, master.theme_root, colors, override)
    shown = [part for part in (slide, layout) if part.element.get("showMasterSp", "1") in ("0", "false")]
    behind = [layout.slide_master, layout] if not shown else [layout] if slide not in shown else []
    grounds = tuple(_grounds(behind, master, override))
    title = next((" ".join(each.text.split()) for each in shapes if each.role in TITLES), "")
    return FinishedSlide(number, title, shapes, background, grounds, master.theme, _read_notes(slide))


def _read_notes(slide: Any) -> str:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return str(frame.text) if frame is not None else ""


def _override(root: _Element) -> dict[str, str]:
    return _attributes(root.find(f".//{A}overrideClrMapping"))


def _grounds(parts: Iterable[Any], master: _Master, override: Mapping[str, str]) -> Iterable[Ground]:
    colors = dict(master.theme.colors)
    for part in parts:
        for shape in drawn_shapes(part.element):
            color = fill_color(shape, part.part, master.theme_root, colors, override)
            if color is not None or str(shape.tag).endswith(("}pic", "}grpSp")):
                yield Ground(drawn_box(shape), color)
