"""A template described for people: masters, layouts with a sketch of each, and what slides use which."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.template import Placeholder, Template, Theme
from deckbuild.units import to_points

from .describe import Mapped, kinds_by_layout, typeface
from .sketch import label_of, sketch_layout


def report_template(template: Template, mapped: Mapped) -> str:
    """Return the report's text."""
    return "\n".join((*_masters(template), *_layouts(template, mapped), *_kinds(template, mapped)))


def _masters(template: Template) -> Iterator[str]:
    width, height = (to_points(side) / 72 for side in template.slide_size)
    yield f"Slides of {width:.2f} x {height:.2f} inches"
    for number, theme in enumerate(template.themes, 1):
        colors = dict(theme.colors)
        yield f"Master {number}: {theme.name or 'without a name'}"
        yield f"    fonts   {theme.major_font} for headings, {theme.minor_font} for text"
        yield f"    ground  {colors['bg1']}, text {colors['tx1']}"
        yield "    accents " + " ".join(colors[f"accent{accent}"] for accent in range(1, 7))


def _layouts(template: Template, mapped: Mapped) -> Iterator[str]:
    kinds = kinds_by_layout(mapped)
    for index, layout in enumerate(template.layouts):
        own = f", of master {layout.master + 1}" if len(template.themes) > 1 else ""
        yield ""
        yield f"Layout {index + 1}: {layout.name} ({layout.type}{own})"
        yield f"    used for: {', '.join(kinds.get(index, ())) or 'nothing by itself'}"
        yield from (f"    {line}" for line in sketch_layout(layout, template.slide_size))
        for placeholder in layout.placeholders:
            yield f"    {_describe(placeholder, template.themes[layout.master])}"


def _describe(placeholder: Placeholder, theme: Theme) -> str:
    level = placeholder.levels[0]
    box = placeholder.box
    place = f"{to_points(box.cx):.0f} x {to_points(box.cy):.0f} pt"
    looks = f"{level.size:g} pt {typeface(level.font, theme)}"
    return f"{label_of(placeholder):<12} {place:<14} {looks}"


def _kinds(template: Template, mapped: Mapped) -> Iterator[str]:
    yield ""
    yield "What slides use"
    wide = max(map(len, mapped))
    for kind, found in mapped.items():
        layout = template.layouts[found.layout_index]
        yield f"    {kind:<{wide}}  {found.layout_index + 1}: {layout.name}"
        yield f"    {'':<{wide}}  {found.reason}"
