"""A contact sheet of a template's layouts as SVG: each in its ground's colour, its placeholders in place."""

from __future__ import annotations

from xml.sax.saxutils import escape

from deckbuild.brand.colour import contrast
from deckbuild.template import Template, TemplateLayout
from deckbuild.units import Box

from .describe import Mapped, kinds_by_layout
from .sketch import label_of

_COLUMNS, _WIDTH, _GAP, _HEAD = 3, 400, 24, 44
_FONT = 'font-family="Arial, Liberation Sans, sans-serif"'


def draw_layouts(template: Template, mapped: Mapped) -> tuple[str, tuple[int, int]]:
    """Return the drawing and its size in pixels."""
    kinds = kinds_by_layout(mapped)
    height = round(_WIDTH * template.slide_size[1] / template.slide_size[0])
    rows = -(-len(template.layouts) // _COLUMNS)
    size = (_COLUMNS * (_WIDTH + _GAP) + _GAP, rows * (height + _HEAD + _GAP) + _GAP)
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}">'
        f'<rect width="{size[0]}" height="{size[1]}" fill="#E4E6E8"/>'
    ]
    for index, layout in enumerate(template.layouts):
        row, column = divmod(index, _COLUMNS)
        x = _GAP + column * (_WIDTH + _GAP)
        y = _GAP + row * (height + _HEAD + _GAP)
        uses = ", ".join(kinds.get(index, ())) or "used for nothing by itself"
        drawn.append(
            f'<g transform="translate({x} {y})"><text y="14" {_FONT} font-size="14" font-weight="bold">'
            f'{escape(f"{index + 1} {layout.name}")}</text><text y="32" {_FONT} font-size="12" '
            f'fill="#444">{escape(uses)}</text>{_draw(layout, template.slide_size, height)}</g>'
        )
    return "".join((*drawn, "</svg>\n")), size


def _draw(layout: TemplateLayout, slide_size: tuple[int, int], height: int) -> str:
    scale = _WIDTH / slide_size[0]
    ink = (
        "000000"
        if contrast(layout.background, "000000") > contrast(layout.background, "FFFFFF")
        else "FFFFFF"
    )
    shapes = [
        f'<g transform="translate(0 {_HEAD - 4})"><rect width="{_WIDTH}" height="{height}" '
        f'fill="#{layout.background}" stroke="#888"/>'
    ]
    for box in layout.obstacles:
        shapes.append(f'<rect {_place(box, scale)} fill="#{ink}" fill-opacity="0.12"/>')
    for placeholder in layout.placeholders:
        box = placeholder.box
        shapes.append(
            f'<rect {_place(box, scale)} fill="none" stroke="#{ink}" stroke-dasharray="4 3"/>'
            f'<text x="{box.x * scale + 4:.1f}" y="{box.y * scale + 12:.1f}" {_FONT} font-size="11" '
            f'fill="#{ink}">{escape(label_of(placeholder))}</text>'
        )
    return "".join((*shapes, "</g>"))


def _place(box: Box, scale: float) -> str:
    x, y, cx, cy = (round(length * scale, 1) for length in box)
    return f'x="{x}" y="{y}" width="{max(cx, 0)}" height="{max(cy, 0)}"'
