"""Reading text bodies: paragraphs and runs with the look they inherit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from deckbuild.layout.measure import paint_size
from deckbuild.named_tuple import NamedTuple
from deckbuild.template import TextLevel, Theme
from deckbuild.template.drawing import A, R, find, percentage
from deckbuild.template.text_levels import resolve_level
from deckbuild.template.theme import read_color

from .facts import Body, TextParagraph, TextRun

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_AUTOFIT = {"noAutofit": "none", "normAutofit": "normal", "spAutoFit": "shape"}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


class TextSources(NamedTuple):
    """Where text gets its look: list styles and body properties, the nearest first, and the theme.

    ``color`` is what the shape's own style says (``a:fontRef``), ``override`` the slide's colour map,
    ``rels`` the slide's relationships.
    """

    styles: tuple[_Element, ...]
    bodies: tuple[_Element, ...]
    theme: Theme
    override: Mapping[str, str]
    rels: Any
    color: str | None = None
    bold: bool = False


def read_body(element: _Element, sources: TextSources) -> Body:
    """Read ``p:txBody`` or ``a:txBody``."""
    bodies = sources.bodies
    fit = next((child for body in bodies for child in body if _local(child) in _AUTOFIT), None)
    autofit = "none" if fit is None else _AUTOFIT[_local(fit)]
    scale = percentage(fit.get("fontScale", "100000")) if fit is not None else 1.0
    reduction = percentage(fit.get("lnSpcReduction", "0")) if fit is not None else 0.0
    left, top, right, bottom = (int(_first(bodies, name) or default) for name, default in _INSETS)
    levels: dict[int, TextLevel] = {}
    return Body(
        tuple(_paragraph(each, sources, levels, scale) for each in element.iter(f"{A}p")),
        (left, top, right, bottom),
        _first(bodies, "anchor") or "t",
        autofit,
        scale,
        reduction,
        (_first(bodies, "wrap") or "square") != "none",
        (_first(bodies, "vert") or "horz") != "horz" or _first(bodies, "rot") not in (None, "0"),
    )


def _paragraph(
    element: _Element, sources: TextSources, levels: dict[int, TextLevel], scale: float
) -> TextParagraph:
    properties = find(element, "pPr")
    number = int(properties.get("lvl", "0")) if properties is not None else 0
    plain = properties is None or (not len(properties) and set(properties.keys()) <= {"lvl"})
    level = levels.get(number) if plain else None
    if level is None:
        found = [style for each in sources.styles if (style := find(each, f"lvl{number + 1}pPr")) is not None]
        own = [] if plain or properties is None else [properties]
        level = resolve_level([*own, *found], sources.theme, dict(sources.theme.colors), sources.override)
        if plain:
            levels[number] = level
    return TextParagraph(tuple(_runs(element, level, sources, scale)), level)


def _runs(paragraph: _Element, level: TextLevel, sources: TextSources, scale: float) -> Iterator[TextRun]:
    for element in paragraph:
        kind = _local(element)
        if kind == "br":
            yield TextRun("\v", level.size, None, level.font, language="-", is_field=True)
        elif kind in ("r", "fld"):
            text = find(element, "t")
            words = "" if text is None else text.text or ""
            yield _run(words, find(element, "rPr"), level, sources, scale)._replace(is_field=kind == "fld")
        elif words := "".join(each.text or "" for each in element.iter(_MATH)):
            # A formula has neither language nor colour of its own to judge.
            yield TextRun(words, level.size, None, level.font, language="-", is_field=True)


def _run(
    text: str, properties: _Element | None, level: TextLevel, sources: TextSources, scale: float
) -> TextRun:
    colors = dict(sources.theme.colors)
    color = sources.color or level.color
    fonts = sources.theme.major_font, sources.theme.minor_font
    if properties is None:
        size = paint_size(level.size, scale)
        return TextRun(
            text, size, colors.get(color, color), level.font, level.bold or sources.bold, level.italic
        )
    fill, latin, link = (
        find(properties, "solidFill"),
        find(properties, "latin"),
        find(properties, "hlinkClick"),
    )
    own = read_color(fill, colors, sources.override) if fill is not None else None
    if link is not None:
        color = sources.override.get("hlink", "hlink")
    shown = own if fill is not None else color
    if fill is None and find(properties, "gradFill") is not None:
        shown = None
    own_font = latin.get("typeface", "") if latin is not None else ""
    font = {"+mj-lt": fonts[0], "+mn-lt": fonts[1]}.get(own_font, own_font) or level.font
    size = int(properties.get("sz", "0")) / 100 or level.size
    return TextRun(
        text,
        paint_size(size, scale),
        None if shown is None else colors.get(shown, shown),
        font,
        _flag(properties, "b", level.bold or sources.bold),
        _flag(properties, "i", level.italic),
        properties.get("u", "none") != "none",
        properties.get("baseline", "0") not in ("0", "0%"),
        find(properties, "highlight") is not None,
        properties.get("lang", ""),
        own_font,
        own or "",
        link_target(link, sources.rels) if link is not None else None,
    )


def link_target(link: _Element, rels: Any) -> str:
    """Return where a link leads: an address, a slide's part, an action; "" for nowhere."""
    identifier = link.get(f"{R}id") or ""
    action = link.get("action") or ""
    if not identifier:
        return action
    if identifier not in rels:
        return ""
    relation = rels[identifier]
    return str(relation.target_ref) if relation.is_external else str(relation.target_part.partname)


def _flag(properties: _Element, name: str, default: bool) -> bool:
    value = properties.get(name)
    return default if value is None else value in ("1", "true")


def _first(elements: Sequence[_Element], name: str) -> str | None:
    return next((value for element in elements if (value := element.get(name)) is not None), None)


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
